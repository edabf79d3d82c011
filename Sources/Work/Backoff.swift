package import Ledger
package import STIX

/// When something is tried again.
package struct Backoff: Sendable {
    private let surroundings: Surroundings

    package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Seconds of the first wait after a failure, and of the longest.
    private static let first = 60
    private static let longest = 21_600
    /// Whoever wants to be left alone for longer has somebody to talk to.
    package static let longestAsked = 86_400

    /// After it went well: a little later each time, so that what was begun together drifts apart.
    ///
    /// - Parameter interval: seconds.
    package func next(after interval: Int) -> Timestamp { later(interval + share(of: interval / 10)) }

    /// After failures in a row: twice as long each time, of which the second half is left to chance, so that gateways that failed
    /// together do not come back together.
    ///
    /// - Parameters:
    ///   - interval: seconds between two times that go well; a wait may be as long.
    ///   - asked: for how many seconds the other side wants to be left alone.
    package func next(failures: Int, of interval: Int = 0, asked: Int? = nil) -> Timestamp {
        let doubled = Self.first << min(max(failures - 1, 0), 12)
        let most = min(doubled, max(Self.longest, interval))
        let wait = most / 2 + share(of: most / 2)
        return later(max(wait, min(max(asked ?? 0, 0), Self.longestAsked)))
    }

    private func later(_ seconds: Int) -> Timestamp {
        Timestamp(clamping: surroundings.now().microseconds + Int64(seconds) * 1_000_000)
    }

    /// From nothing to all of so many seconds, by chance.
    private func share(of seconds: Int) -> Int {
        let dice = surroundings.random(4).reduce(0) { $0 << 8 | Int($1) }
        return dice % (seconds + 1)
    }
}
