import Synchronization

/// How often a party may do something: so often at once, then once every so often.
///
/// It is measured on a clock that nobody can set: after the time of day was put back, one that follows it would keep everybody
/// out until the clock has caught up. Memory is bounded: where more parties are counted than fit, those that have recovered
/// are forgotten first, then those that asked least.
package final class RateLimits: Sendable {
    package struct Allowance: Sendable, Hashable {
        /// So often at once.
        package let atOnce: Int
        /// After which time once more.
        package let every: Duration

        package init(atOnce: Int, every: Duration) {
            self.atOnce = atOnce
            self.every = every
        }

        /// Ten seconds' worth at once; nil, which is no limit, for 0.
        package static func perSecond(_ count: Int) -> Allowance? {
            count > 0 ? Allowance(atOnce: 10 * count, every: .seconds(1) / count) : nil
        }

        /// What has a secret address for programs, such as a list or a feed: each answer reads a lot, and they ask now and then.
        package static let secretAddress = Allowance(atOnce: 10, every: .seconds(1))
    }

    private let strangers: Allowance?
    private let known: Allowance?
    private let most: Int
    private let uptime: @Sendable () -> Duration
    /// When each will have recovered, on the clock of `uptime`.
    private let recovered: Mutex<[Party: Duration]> = Mutex([:])

    /// - Parameters:
    ///   - strangers: for each remote address; nil for no limit.
    ///   - known: for each account or thing; nil for no limit.
    ///   - uptime: the time since some moment, on a clock that only goes on.
    package init(
        strangers: Allowance?, known: Allowance?, most: Int = 8_192, uptime: @escaping @Sendable () -> Duration
    ) {
        self.strangers = strangers
        self.known = known
        self.most = most
        self.uptime = uptime
    }

    /// Counts one more of a party.
    ///
    /// Throws ``Problem/tooMany(seconds:)`` where it is one too many, which does not count.
    package func count(_ party: Party) throws(Problem) {
        if let seconds = wait(counting: party) { throw .tooMany(seconds: seconds) }
    }

    /// How many parties are counted.
    package var count: Int { recovered.withLock(\.count) }

    private func wait(counting party: Party) -> Int? {
        let allowance = if case .address = party { strangers } else { known }
        guard let allowance else { return nil }
        let now = uptime()
        return recovered.withLock { recovered in
            let later = max(recovered[party] ?? .zero, now) + allowance.every
            let over = later - now - allowance.every * allowance.atOnce
            guard over <= .zero else { return Int(over.components.seconds) + (over.components.attoseconds > 0 ? 1 : 0) }
            recovered[party] = later
            if recovered.count > most { forget(&recovered, now) }
            return nil
        }
    }

    private func forget(_ recovered: inout [Party: Duration], _ now: Duration) {
        recovered = recovered.filter { $0.value > now }
        guard recovered.count > most else { return }
        // All of them are at it: keep the half that tried most.
        let kept = recovered.sorted { $0.value > $1.value }.prefix(most / 2)
        recovered = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
