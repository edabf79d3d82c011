package import STIX
import Foundation

/// What a ledger takes from the world around it: the time and random bytes.
///
/// All come in from outside, so that a test can say what they are.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Timestamp
    /// The time since some moment, on a clock that nobody can set: for how long, never for when.
    package var uptime: @Sendable () -> Duration
    package var random: @Sendable (_ count: Int) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Timestamp, random: @escaping @Sendable (_ count: Int) -> [UInt8],
        uptime: @escaping @Sendable () -> Duration = Surroundings.systemUptime
    ) {
        self.now = now
        self.random = random
        self.uptime = uptime
    }

    private static let start = ContinuousClock.now
    /// Since this program began to look at it.
    package static let systemUptime: @Sendable () -> Duration = { ContinuousClock.now - start }

    /// The system's clock and its generator for keys and salts.
    package static let system = Surroundings(
        now: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Timestamp(clamping: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
        },
        random: { count in
            var bytes = [UInt8](repeating: 0, count: count)
            bytes.withUnsafeMutableBytes { buffer in
                // POSIX getentropy gives at most 256 bytes a call, and can't fail for so many.
                for start in stride(from: 0, to: count, by: 256) {
                    getentropy(buffer.baseAddress.map { $0 + start }, min(256, count - start))
                }
            }
            return bytes
        })

    /// A random (version 4) UUID in its lower-case form, RFC 9562 §5.4.
    package func uuid() -> String {
        var bytes = random(16)
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }.joined(
            separator: "-")
    }

    /// Whether a text is one as `uuid()` makes it.
    package static func isUUID(_ text: String) -> Bool { UUID(uuidString: text)?.uuidString.lowercased() == text }
}
