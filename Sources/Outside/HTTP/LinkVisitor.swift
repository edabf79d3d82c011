import NIOHTTP1
import Synchronization

/// Looks whether something stands at addresses that strangers wrote down, and reads nothing of it.
///
/// One is asked after the other, so that no server is asked twice at once. Of an answer the head is taken alone, 64 KB at most.
package struct LinkVisitor: Sendable {
    /// What somebody finds who follows this link.
    package typealias Look = (_ link: String) async throws -> LinkFinding

    private let travel: @Sendable (_ tour: (Look) async throws -> Void) async throws -> Void

    /// A visitor who leaves this machine only as `look` does.
    package init(_ look: @escaping @Sendable (_ link: String) async throws -> LinkFinding) {
        travel = { tour in try await tour(look) }
    }

    /// A visitor who goes over the network.
    ///
    /// - Parameters:
    ///   - agent: who asks, as servers are told.
    ///   - reach: whether links may lead into inner networks.
    ///   - pause: how long a server is left alone before it is asked for the next link.
    ///   - patience: how long one link may take, with all to which it leads on.
    package init(
        agent: String, reach: Reach = .internet, pause: Duration = .seconds(1), patience: Duration = .seconds(30)
    ) {
        travel = { tour in
            try await PeerTransport.network(authority: nil) { transport in
                let road = LinkRoad(transport, agent: agent, reach: reach, pause: pause, patience: patience)
                try await tour { try await road.look($0) }
            }
        }
    }

    /// Follows these links one after the other.
    ///
    /// - Parameter take: what each led to; false ends the tour.
    /// - Throws: `CancellationError`, and what `take` throws; whatever a link leads to is a finding.
    package func visit(
        _ links: [String], take: (_ link: String, LinkFinding) async throws -> Bool
    ) async throws {
        try await travel { look in
            for link in links {
                guard try await take(link, look(link)) else { return }
            }
        }
    }
}

/// The way to links over the network.
final class LinkRoad: Sendable {
    private let transport: PeerTransport
    private let agent: String
    private let reach: Reach
    private let pause: Duration
    private let patience: Duration
    /// When each host was asked last.
    private let asked = Mutex<[String: ContinuousClock.Instant]>([:])

    private static let mostRedirects = 5

    init(_ transport: PeerTransport, agent: String, reach: Reach, pause: Duration, patience: Duration) {
        self.transport = transport
        self.agent = agent
        self.reach = reach
        self.pause = pause
        self.patience = patience
    }

    /// - Parameter patience: how long this one may take; as the road says where it is nil.
    func look(_ link: String, patience: Duration? = nil) async throws -> LinkFinding {
        let patience = patience ?? self.patience
        do {
            let place = try PeerAddress(request: Self.asked(link))
            return try await withThrowingTaskGroup(of: LinkFinding.self) { group in
                group.addTask { try await self.follow(place) }
                group.addTask {
                    try await Task.sleep(for: patience)
                    return .undecided
                }
                defer { group.cancelAll() }
                return try await group.next() ?? .undecided
            }
        } catch {
            try Task.checkCancellation()
            return LinkFinding(error)
        }
    }

    /// A link as it is asked for: what stands behind `#` is the reader's own, and letters beyond ASCII travel as RFC 3987 §3.1 says.
    private static func asked(_ link: String) -> String {
        link.prefix { $0 != "#" }.utf8.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private func follow(_ link: PeerAddress) async throws -> LinkFinding {
        var place = link
        for _ in 0...Self.mostRedirects {
            var answer = try await ask(.HEAD, place)
            // Not every server knows the question for the head alone; one that wants to be left alone is.
            if (400...599).contains(answer.status), ![401, 407, 429, 503].contains(answer.status) {
                answer = try await ask(.GET, place)
            }
            guard let next = answer.next(from: place) else { return LinkFinding(status: answer.status) }
            place = next
        }
        return .undecided
    }

    /// The head of an answer; its connection is closed behind it.
    private func ask(_ method: HTTPMethod, _ place: PeerAddress) async throws -> PeerAnswer {
        try place.check(reach)
        let last = asked.withLock { $0[place.host] }
        if let last { try await Task.sleep(until: last + pause) }
        defer { asked.withLock { $0[place.host] = .now } }
        var request = PeerRequest(method: method, place: place, reach: reach)
        request.headers = ["Accept": "*/*", "User-Agent": agent, "Connection": "close"]
        let answer = try await transport.send(request)
        answer.close()
        return answer
    }
}

extension PeerAnswer {
    /// Where a redirect leads (RFC 9110 §15.4), out of TLS too, because nothing secret goes there; nil where it is none, or leads nowhere.
    fileprivate func next(from place: PeerAddress) -> PeerAddress? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        return headers.first(name: "Location").flatMap { try? place.resolving($0) }
    }
}
