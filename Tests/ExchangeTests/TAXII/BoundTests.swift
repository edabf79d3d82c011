import Ledger
import STIX
import Storage
import Testing
import TestSupport
import Web

@testable import Exchange

/// Nothing that a program sends makes the gateway hold or do more than is right.
@Suite struct BoundTests {
    @Test func `who asks too often is asked to wait, and others are not`() async throws {
        let gateway = try await TAXIIGateway(requestsPerSecond: 2)
        for _ in 0..<20 { #expect(try await gateway.ask("bank", "/taxii2/").status == 200) }
        let refused = try await gateway.ask("bank", "/taxii2/")
        #expect(refused.status == 429)
        #expect(refused.header("Retry-After") == "1")
        #expect(try await gateway.ask("port", "/taxii2/").status == 200)
        for _ in 0..<20 { #expect(try await gateway.ask(nil, "/taxii2/").status == 200) }
        #expect(try await gateway.ask(nil, "/taxii2/").status == 429)
        gateway.clock.pass(.milliseconds(500))
        #expect(try await gateway.ask("bank", "/taxii2/").status == 200)
    }

    @Test func `a refusal for asking too often says when to come again`() {
        let answer = ExchangeDomain.taxii.refusal(Problem.tooMany(seconds: 4))
        #expect(answer.status == 429)
        #expect(answer.header("Retry-After") == "4")
        #expect(answer.text.contains("\"error_code\":\"too-many-requests\""))
    }

    @Test func `a body that turns out too long is not kept`() async throws {
        let body = BodyStream(length: nil, most: 10) { [UInt8](repeating: 0, count: 4) }
        _ = try await body.next()
        _ = try await body.next()
        await #expect(throws: Problem.tooLarge) { _ = try await body.next() }
    }

    @Test func `of each account the newest statuses are kept`() async throws {
        let gateway = try await TAXIIGateway()
        let table = StatusTable(ledger: gateway.ledger, mostBytes: 700)
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
        for id in ["a", "b", "c"] { try await table.keep(id, long, of: "bank", at: gateway.clock.now) }
        try await table.keep("d", long, of: "port", at: gateway.clock.now)
        #expect(try await table.find("a", of: "bank", at: gateway.clock.now) == nil)
        for (id, account) in [("b", "bank"), ("c", "bank"), ("d", "port")] {
            #expect(try await table.find(id, of: account, at: gateway.clock.now)?.count == long.count)
        }
    }

    @Test(.onSQLite) func `a page is read by an index, wherever it begins`() async throws {
        let gateway = try await TAXIIGateway()
        try await gateway.admit(Sample.indicator(1), into: "group")
        let collection = try #require(try await Reader.machine(of: gateway.ledger).collection("group"))
        for (question, index) in [
            (LogQuestion(limit: 10), "line_position"), (LogQuestion(types: ["indicator"], limit: 10), "line_type"),
            (LogQuestion(types: ["indicator", "malware"], limit: 10), "line_type"),
            (LogQuestion(ids: [Sample.id(1)], limit: 10), "sqlite_autoindex_line_1"),
            (LogQuestion(ids: [Sample.id(1)], versions: .all, limit: 10), "entry_version"),
            (LogQuestion(types: ["indicator"], versions: .all, limit: 10), "line_type"),
            (LogQuestion(versions: .all, limit: 10), "SEARCH e USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        ] {
            let plan = try await gateway.ledger.plan(of: question, in: collection)
            #expect(plan.contains { $0.contains(index) }, "\(question): \(plan)")
            // `t` is what the answers of several types are called together.
            let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN (subquery") && $0 != "SCAN t" }
            #expect(scans.isEmpty, "\(plan)")
            if question.ids == nil, question.types?.count ?? 1 == 1, question.versions == .last {
                #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
            }
        }
    }

    @Test func `moments are written with six decimals`() throws {
        for (text, whole) in [
            ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000Z"),
            ("2026-01-01T00:00:00.1234Z", "2026-01-01T00:00:00.123400Z"),
            ("2026-01-01T00:00:00.123456Z", "2026-01-01T00:00:00.123456Z"),
        ] { #expect(try #require(Timestamp(text)).whole == whole) }
    }
}
