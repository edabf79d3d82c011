import Foundation
import STIX
@testable import Storage
import Testing

@testable import Ledger

@Suite("Law 5: refuse, admit with findings, accept") struct Law05Verdicts {
    @Test(arguments: [
        (#"{"type":"tool","spec_version":"2.1","name":"no id"}"#, "no identity"),
        (#"{"type":"tool","spec_version":"2.1","id":"tool--1","id":"tool--2"}"#, "a name twice"),
        (Make.tool(1, name: "lone \\ud800"), "a lone surrogate"),
    ])
    func `what is unsafe or has no identity is kept in quarantine with its bytes`(_ object: String, _: String)
        async throws
    {
        let gateway = try await TestGateway(desk: false)
        let report = try await gateway.admit(Make.tool(7), object, Make.tool(8))
        #expect((report.read, report.placed) == (3, 2))
        #expect(report.quarantined == [.refused: 1])
        let bytes = try gateway.ledger.database.readNow {
            try $0.value("SELECT bytes FROM quarantine", as: [UInt8].self)
        }
        #expect(bytes == object.bytes)
        #expect(report.examples.first?.offset == Make.tool(7).utf8.count + 1)
    }

    @Test func `an object too large is in quarantine without its bytes`() async throws {
        let gateway = try await TestGateway(desk: false)
        let report = try await gateway.admit(Make.tool(1, name: String(repeating: "x", count: 9 << 20)), Make.tool(2))
        #expect(report.placed == 1)
        let kept = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 2)
        #expect(kept.map(\.code) == [.refused])
        #expect(kept.first?.byteCount == nil)
    }

    @Test func `one bad object in ten thousand leaves the others placed`() async throws {
        let gateway = try await TestGateway(desk: false)
        var objects = (0..<10_000).map { Make.tool($0) }
        objects[7_777] = #"{"type":"tool"}"#
        let report = try await gateway.admit(objects)
        #expect((report.read, report.placed, report.quarantinedCount) == (10_000, 9_999, 1))
        #expect(try gateway.ledger.quarantineCount == 1)
        #expect(try gateway.collection().size == 10_000)
    }

    @Test func `the imperfect is placed with its findings, wherever in the input it stood`() async throws {
        let gateway = try await TestGateway()
        let odd = Make.tool(1, version: -1)
        #expect(try await gateway.admit(Make.tool(2), odd).withFindings == 1)
        try await gateway.admit(odd, into: "desk")
        let standing = try #require(await gateway.desk.standing(of: Make.id("tool", 1)))
        let findings = standing.placements.map(\.findings)
        #expect(findings.map { $0.map(\.code) } == [[.modifiedBeforeCreated], [.modifiedBeforeCreated]])
        // Places count from the beginning of the object: its body is all that a page has.
        #expect(findings[0] == findings[1])
        let bytes = try #require(await Reader.machine(of: gateway.ledger).body(of: standing.placements[0]))
        let body = String(decoding: bytes, as: UTF8.self)
        let place = try #require(findings[0].first?.offset)
        #expect(body.utf8.dropFirst(place).starts(with: "\(Make.time(-1))".utf8))
    }

    @Test func `input that breaks off keeps what came before and says where`() async throws {
        let gateway = try await TestGateway(desk: false)
        let text = #"{"type":"bundle","objects":["# + Make.tool(1) + "," + Make.tool(2) + ","
        let report = try await gateway.ledger.admit(Input(text.bytes, chunk: 7), into: "public", source: "file")
        #expect(report.placed == 2)
        #expect(report.broken?.code == .truncated)
        #expect(report.bytesRead == text.utf8.count)
    }

    @Test func `what is held once stands there once, with the reason of today`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(Make.tool(1))
        let other = Make.tool(1, version: 1, name: "other")
        #expect(try await gateway.admit(other, source: "else").quarantined == [.foreignLine: 1])
        try await gateway.admit(Make.tool(1, version: 1))
        let report = try await gateway.admit(other, source: "else")
        #expect((report.quarantinedCount, report.quarantinedBefore) == (0, 1))
        #expect(
            try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 5).map(\.code) == [
                .conflictingVersion
            ])
    }

    @Test func `an unknown collection is an error and reads nothing`() async throws {
        let gateway = try await TestGateway(desk: false)
        let error = await #expect(throws: LedgerError.self) { try await gateway.admit(Make.tool(1), into: "nowhere") }
        #expect(error?.code == .unknownCollection)
    }
}
