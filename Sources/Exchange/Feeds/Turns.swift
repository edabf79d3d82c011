import Ledger
import Outside

/// Whose turn it is: who answers well comes first, one visit goes on at a server, and those that may keep a visit waiting never
/// have more than one between them.
struct Turns {
    /// Readers come first: no more visits than this go on at once.
    static let atOnce = 2
    private static let doubtfulAtOnce = 1

    private var running: [String: (server: String, isDoubtful: Bool)] = [:]

    var isEmpty: Bool { running.isEmpty }
    /// Sources that are being visited, by id.
    var visited: Set<String> { Set(running.keys) }

    /// The source to visit now, of those that wait, the longest first; nil where none may be.
    func next(of waiting: [PolledSource]) -> PolledSource? {
        guard running.count < Self.atOnce else { return nil }
        let servers = Set(running.values.map(\.server))
        let hasRoom = running.values.count(where: \.isDoubtful) < Self.doubtfulAtOnce
        func may(_ source: PolledSource) -> Bool { !servers.contains(source.server) && (hasRoom || !source.isDoubtful) }
        return waiting.first { !$0.isDoubtful && may($0) } ?? waiting.first(where: may)
    }

    mutating func begin(_ source: PolledSource) {
        running[source.settings.id] = (source.server, source.isDoubtful)
    }

    mutating func end(_ id: String) { running[id] = nil }
}

extension PolledSource {
    /// A visit that took so long is no reason to blame anybody, but others come first.
    private static let slow = 120 * 1_000_000

    /// Whether it failed or was slow when it was visited last, or has never been read to an end.
    fileprivate var isDoubtful: Bool { failures > 0 || succeeded == nil || lasted >= Self.slow }

    fileprivate var server: String { (try? PeerAddress(settings.address).origin) ?? settings.address }
}
