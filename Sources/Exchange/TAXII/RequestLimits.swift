import STIX
import Synchronization

/// How many requests one party may send: some at once, then so many each second.
///
/// Counted by account, and for strangers by remote address, in bounded memory: where more are counted than fit, those that
/// have recovered are forgotten first, then those that asked least.
package final class RequestLimits: Sendable {
    private let perSecond: Int
    private let most: Int
    /// When each will have recovered, in microseconds.
    private let recovered: Mutex<[String: Int64]> = Mutex([:])

    /// - Parameter perSecond: 0 for no limit.
    package init(perSecond: Int, most: Int = 8_192) {
        self.perSecond = perSecond
        self.most = most
    }

    /// So many seconds' worth may come at once.
    private static let burst: Int64 = 10_000_000

    /// Counts a request; what is left to wait, in seconds, where it is one too many.
    func request(by party: String, at now: Timestamp) -> Int? {
        guard perSecond > 0 else { return nil }
        let now = now.microseconds
        return recovered.withLock { recovered in
            let start = max(recovered[party] ?? 0, now)
            let over = start - now - Self.burst
            guard over <= 0 else { return Int((over + 999_999) / 1_000_000) }
            recovered[party] = start + Int64(1_000_000 / perSecond)
            if recovered.count > most { forget(&recovered, now) }
            return nil
        }
    }

    var count: Int { recovered.withLock(\.count) }

    private func forget(_ recovered: inout [String: Int64], _ now: Int64) {
        recovered = recovered.filter { $0.value > now }
        guard recovered.count > most else { return }
        let kept = recovered.sorted { $0.value > $1.value }.prefix(most / 2)
        recovered = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
