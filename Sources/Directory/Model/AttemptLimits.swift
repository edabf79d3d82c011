import STIX
import Synchronization

/// How often somebody may try to sign in: a few attempts at once, then one every so often.
///
/// Counted for each name and for each remote address, in bounded memory: where more are counted than fit, those that have
/// recovered are forgotten first. Keys have 256 random bits, so this is not what keeps them from being guessed; it keeps
/// the trail readable and the machine free.
final class AttemptLimits: Sendable {
    /// What is counted.
    enum Subject: Sendable, Hashable {
        case name(String)
        case remote(String)

        /// How many at once, and after how many seconds another.
        var allowance: (burst: Int64, seconds: Int64) {
            switch self {
            case .name: (10, 30)
            case .remote: (30, 10)
            }
        }
    }

    private let most: Int
    /// When each will have recovered, in microseconds.
    private let recovered: Mutex<[Subject: Int64]> = Mutex([:])

    init(most: Int = 8_192) { self.most = most }

    /// Counts an attempt under each subject; what is left to wait, in seconds, where one of them has had too many.
    func attempt(_ subjects: [Subject], at now: Timestamp) -> Int? {
        recovered.withLock { recovered in
            let waits = subjects.compactMap { wait(for: $0, recovered[$0] ?? 0, now.microseconds) }
            if let longest = waits.max() { return longest }
            for subject in subjects {
                let start = max(recovered[subject] ?? 0, now.microseconds)
                recovered[subject] = start + subject.allowance.seconds * 1_000_000
            }
            if recovered.count > most { forget(&recovered, now.microseconds) }
            return nil
        }
    }

    /// Forgets the attempts under a subject: it was theirs.
    func succeed(_ subject: Subject) {
        recovered.withLock { $0[subject] = nil }
    }

    var count: Int { recovered.withLock(\.count) }

    private func wait(for subject: Subject, _ recovered: Int64, _ now: Int64) -> Int? {
        let (burst, seconds) = subject.allowance
        let over = recovered + seconds * 1_000_000 - (now + burst * seconds * 1_000_000)
        return over > 0 ? Int((over + 999_999) / 1_000_000) : nil
    }

    private func forget(_ recovered: inout [Subject: Int64], _ now: Int64) {
        recovered = recovered.filter { $0.value > now }
        guard recovered.count > most else { return }
        // All of them are at it: keep the half that tried most.
        let kept = recovered.sorted { $0.value > $1.value }.prefix(most / 2)
        recovered = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}

extension AttemptLimits.Subject {
    /// One end of a connection: an IPv4 address, or the /64 that an IPv6 subscriber has for themselves.
    static func remote(of address: String) -> AttemptLimits.Subject {
        guard address.contains(":"), let bytes = IPv6Text.bytes(address) else { return .remote(address) }
        return .remote(bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: "."))
    }
}
