@testable import Ledger
import STIX
import Storage
import Synchronization
import Testing
import Web

@testable import Exchange

/// Whoever follows a collection gets everything, while others write to it.
@Suite struct PagingTests {
    /// How a client goes on from page to page.
    enum Way: CaseIterable {
        case next, date
    }

    struct Page {
        let objects: [(id: String, modified: String)]
        let more: Bool
        let next: String?
        let last: String?

        init(_ answer: Answer) throws {
            let json = try JSON.parse(answer.body)
            objects = (json["objects"]?.array ?? []).map { ($0["id"]?.string ?? "", $0["modified"]?.string ?? "") }
            more = json["more"]?.bool ?? false
            next = json["next"]?.string
            last = answer.header("X-TAXII-Date-Added-Last")
        }
    }

    /// Pulls until there is nothing more, and `isOver` was true before that was said.
    static func pull(
        _ gateway: TAXIIGateway, _ filter: String, limit: Int, _ way: Way,
        until isOver: @Sendable () -> Bool = { true }
    ) async throws -> [(id: String, modified: String)] {
        var (all, tail, date) = ([(id: String, modified: String)](), "", "")
        // The filter under which a list was begun goes along to its end.
        var start = ""
        while true {
            let wasOver = isOver()
            let answer = try await gateway.ask("bank", "collections/group/objects/?\(filter)&limit=\(limit)\(tail)")
            try #require(answer.status == 200, "\(answer.text)")
            let page = try Page(answer)
            all += page.objects
            #expect(page.more == (page.next != nil))
            #expect(!page.more || page.objects.count == limit)
            date = page.last ?? date
            if !page.more, wasOver { return all }
            switch way {
            case .next where page.more: tail = "\(start)&next=\(page.next ?? "")"
            // The end of a list has no `next`: a client that waits for more goes on by the date.
            default:
                start = date.isEmpty ? "" : "&added_after=\(date)"
                tail = start
            }
        }
    }

    @Test(arguments: Way.allCases, [3, 7])
    func `while others write, every version comes exactly once`(_ way: Way, _ limit: Int) async throws {
        let gateway = try await TAXIIGateway()
        let got = try await whileOthersWrite(to: gateway) { isOver in
            try await Self.pull(gateway, "match[version]=all", limit: limit, way, until: isOver)
        }
        let pairs = got.map { "\($0.id) \($0.modified)" }
        #expect(Set(pairs).count == pairs.count)
        #expect(Set(pairs) == Set(Self.written.map { "\(Sample.id($0.0)) \(Self.modified($0.1))" }))
    }

    @Test(arguments: Way.allCases)
    func `while others write, no object is missed, and its last version comes last`(_ way: Way) async throws {
        let gateway = try await TAXIIGateway()
        let got = try await whileOthersWrite(to: gateway) { isOver in
            try await Self.pull(gateway, "match[version]=last", limit: 4, way, until: isOver)
        }
        var seen: [String: String] = [:]
        for (id, modified) in got {
            #expect(seen[id].map { $0 < modified } ?? true, "\(id)")
            seen[id] = modified
        }
        var greatest: [String: String] = [:]
        for (number, version) in Self.written {
            greatest[Sample.id(number)] = max(greatest[Sample.id(number)] ?? "", Self.modified(version))
        }
        #expect(seen == greatest)
    }

    /// Forty objects, some in several versions, by three writers.
    static let written = (0..<40).flatMap { number in (0...(number % 4)).map { (number, $0) } }

    static func modified(_ version: Int) -> String { "2025-01-01T00:0\(version):00.000Z" }

    /// Writers that are not done.
    private final class Left: Sendable {
        let one = Mutex(3)
    }

    private func whileOthersWrite<Result: Sendable>(
        to gateway: TAXIIGateway, _ read: @escaping @Sendable (@escaping @Sendable () -> Bool) async throws -> Result
    ) async throws -> Result {
        let left = Left()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<3 {
                group.addTask {
                    for (number, version) in Self.written where number % 3 == writer {
                        try await gateway.admit(Sample.indicator(number, version: version), into: "group")
                    }
                    left.one.withLock { $0 -= 1 }
                }
            }
            let result = try await read { left.one.withLock { $0 == 0 } }
            try await group.waitForAll()
            return result
        }
    }

    @Test(arguments: Way.allCases, ["match[type]=indicator", "match[version]=first", "match[type]=indicator,malware"])
    func `filters page like the whole`(_ way: Way, _ filter: String) async throws {
        let gateway = try await TAXIIGateway()
        for (number, version) in Self.written {
            try await gateway.admit(Sample.indicator(number, version: version), into: "group")
        }
        let whole = try await Self.pull(gateway, filter, limit: 1_000, way).map(\.id)
        #expect(whole.count == 40)
        #expect(try await Self.pull(gateway, filter, limit: 3, way).map(\.id) == whole)
    }

    @Test func `an entry that is durable but not signed for is not served`() async throws {
        let gateway = try await TAXIIGateway()
        try await gateway.admit(Sample.indicator(1), into: "group")
        let collection = try #require(try await Reader.machine(of: gateway.ledger).collection("group"))
        // As after a crash between commit and signature.
        try await gateway.ledger.database.write { session in
            try session.run(
                "UPDATE entry SET position = position + 5, number = number + 5 WHERE collection = \(collection.number) AND kind = 1"
            )
            try session.run(
                "UPDATE line SET position = position + 5, number = number + 5 WHERE collection = \(collection.number)")
            try session.run("UPDATE collection SET size = size + 5 WHERE number = \(collection.number)")
        }
        for filter in ["", "?match[version]=all", "?match[type]=indicator", "?match[id]=\(Sample.id(1))"] {
            #expect(try await gateway.ask("bank", "collections/group/objects/\(filter)").text == "{}", "\(filter)")
        }
    }

    @Test func `a page of large objects is a short one, and the next goes on`() async throws {
        let gateway = try await TAXIIGateway()
        let filler = String(repeating: "x", count: 1 << 20)
        for number in 0..<5 {
            try await gateway.admit(
                Sample.indicator(number).replacing("\"name\":\"n", with: "\"name\":\"\(filler)"), into: "group")
        }
        let first = try Page(try await gateway.ask("bank", "collections/group/objects/"))
        #expect(first.objects.count == 2 && first.more)
        let second = try Page(
            try await gateway.ask("bank", "collections/group/objects/?next=\(first.next ?? "")"))
        #expect(second.objects.first?.id == Sample.id(2))
    }
}
