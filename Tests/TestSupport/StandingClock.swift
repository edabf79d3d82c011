package import Ledger
package import STIX
import Synchronization

/// A clock that stands until a test lets time pass, or sets it.
package final class StandingClock: Sendable {
    private let state = Mutex<(microseconds: Int64, uptime: Duration, dice: UInt64)>((start, .zero, 1))

    /// 2026-01-01T00:00:00Z.
    package static let start: Int64 = 1_767_225_600_000_000

    package init() {}

    package var now: Timestamp { state.withLock { Timestamp(clamping: $0.microseconds) } }
    package var uptime: Duration { state.withLock(\.uptime) }

    /// Time passes.
    package func pass(_ time: Duration) {
        state.withLock {
            $0.microseconds += time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
            $0.uptime += time
        }
    }

    /// The time of day is set; none passes.
    package func set(by seconds: Int64) { state.withLock { $0.microseconds += seconds * 1_000_000 } }

    /// This clock, and dice that fall the same way in every run.
    package var surroundings: Surroundings {
        Surroundings(
            now: { self.now },
            random: { count in
                self.state.withLock { state in
                    // SplitMix64: never the same twice.
                    (0..<count).map { _ in
                        state.dice &+= 0x9E37_79B9_7F4A_7C15
                        let mixed = (state.dice ^ (state.dice >> 30)) &* 0xBF58_476D_1CE4_E5B9
                        return UInt8(truncatingIfNeeded: mixed >> 32)
                    }
                }
            }, uptime: { self.uptime })
    }
}
