import Foundation
import NIOHTTP1
import STIX
import Synchronization

@testable import Exchange
@testable import Outside

/// A TAXII 2.1 collection that behaves as a test wants, without a network.
final class FakeTAXII: Sendable {
    static let root = "https://taxii.example/api/"
    static let address = root + "collections/5f0c0d52-93b8-4f0e-8a7c-2f1d6be45c01/"

    struct Item {
        let json: String
        let added: Int64
    }

    /// How it gives its pages.
    struct Manner {
        enum Marks { case none, fresh, same }
        var marks = Marks.none
        var dates = true
        /// The most of one page, whatever is asked for.
        var most = 1_000_000
        var isInclusive = false
        /// Dates are cut to milliseconds.
        var cutsDates = false
        var refusesVersions = false
        var ignoresLimit = false
    }

    struct Answer: Sendable {
        var status = 200
        var headers: [(String, String)] = [("Content-Type", "application/taxii+json;version=2.1")]
        var pieces: [[UInt8]]
        var error: (any Error)?

        init(status: Int = 200, type: String? = nil, _ body: String, error: (any Error)? = nil) {
            self.status = status
            pieces = [Array(body.utf8)]
            if let type { headers = [("Content-Type", type)] }
            self.error = error
        }
    }

    private struct State {
        var items: [Item] = []
        var manner: Manner
        var requests: [PeerRequest] = []
        var marks: [String: ArraySlice<Item>] = [:]
    }

    private let state: Mutex<State>
    /// Answers instead of the collection where it returns something; gets the number of the request, from 0.
    private let twist: @Sendable (Int, String) -> Answer?
    /// Changes an honest answer.
    private let change: @Sendable (Int, inout Answer) -> Void

    init(
        _ items: [Item] = [], _ manner: Manner = Manner(),
        twist: @escaping @Sendable (Int, String) -> Answer? = { _, _ in nil },
        change: @escaping @Sendable (Int, inout Answer) -> Void = { _, _ in }
    ) {
        state = Mutex(State(items: items, manner: manner))
        self.twist = twist
        self.change = change
    }

    var requests: [PeerRequest] { state.withLock { $0.requests } }
    var addresses: [String] { requests.map(\.address) }
    func forgetRequests() { state.withLock { $0.requests = [] } }
    func add(_ item: Item) { state.withLock { $0.items.append(item) } }

    var transport: PeerTransport {
        PeerTransport { request in
            let (number, honest) = self.state.withLock { state in
                state.requests.append(request)
                return (state.requests.count - 1, self.answer(request, &state))
            }
            var answer = self.twist(number, request.address) ?? honest
            self.change(number, &answer)
            let (pieces, error) = (answer.pieces, answer.error)
            return PeerAnswer(status: answer.status, headers: HTTPHeaders(answer.headers)) { take in
                for piece in pieces { try await take(piece) }
                if let error { throw error }
            }
        }
    }

    private func answer(_ request: PeerRequest, _ state: inout State) -> Answer {
        guard let parts = URLComponents(string: request.address), request.address.hasPrefix(Self.address + "objects/")
        else {
            return Answer(
                #"{"id":"5f0c0d52-93b8-4f0e-8a7c-2f1d6be45c01","title":"Feed","can_read":true,"can_write":true}"#)
        }
        let query = Dictionary(
            (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        let manner = state.manner
        if manner.refusesVersions, query["match[version]"] != nil { return Answer(status: 400, #"{"title":"no"}"#) }
        let limit = min(manner.ignoresLimit ? .max : query["limit"].flatMap { Int($0) } ?? .max, manner.most)
        let rest: ArraySlice<Item>
        if let mark = query["next"] {
            guard let found = state.marks[mark] else { return Answer(status: 400, #"{"title":"next is not valid"}"#) }
            rest = found
        } else if let after = query["added_after"].flatMap(Timestamp.init)?.microseconds {
            rest = state.items.filter { manner.isInclusive ? $0.added >= after : $0.added > after }[...]
        } else {
            rest = state.items[...]
        }
        let page = rest.prefix(limit)
        let more = rest.count > page.count
        var head = #""more":\#(more)"#
        switch manner.marks {
        case .none: break
        case .fresh where more:
            let mark = "m\(rest.startIndex + page.count)-\(state.requests.count)"
            state.marks[mark] = rest.dropFirst(page.count)
            head += #","next":"\#(mark)""#
        case .same where more:
            state.marks["session"] = rest.dropFirst(page.count)
            head += #","next":"session""#
        default: break
        }
        var answer = Answer(#"{\#(head),"objects":[\#(page.map(\.json).joined(separator: ","))]}"#)
        if manner.dates, let first = page.first, let last = page.last {
            func text(_ date: Int64) -> String {
                Timestamp(clamping: manner.cutsDates ? date / 1_000 * 1_000 : date).description
            }
            answer.headers += [
                ("X-TAXII-Date-Added-First", text(first.added)), ("X-TAXII-Date-Added-Last", text(last.added)),
            ]
        }
        return answer
    }
}

/// Objects to give.
enum FakeObjects {
    /// 2025-12-01T00:00:00Z, a month before the tests' present.
    static let start: Int64 = 1_764_547_200_000_000

    static func id(_ number: Int) -> String {
        "malware--00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - String(number).count) + String(number)
    }

    static func json(_ number: Int, marking: String? = nil) -> String {
        let marks = marking.map { #","object_marking_refs":["\#($0)"]"# } ?? ""
        return
            #"{"type":"malware","spec_version":"2.1","id":"\#(id(number))","created":"2025-01-01T00:00:00.000Z","modified":"2025-01-01T00:00:00.000Z","name":"Heron \#(number)","is_family":false\#(marks)}"#
    }

    /// So many objects, added a step apart.
    static func items(_ count: Int, step: Int64 = 1_000_000, from first: Int = 0) -> [FakeTAXII.Item] {
        (first..<first + count).map { .init(json: json($0), added: start + Int64($0) * step) }
    }

    static func ids(_ count: Int) -> [String] { (0..<count).map(id).sorted() }
}
