import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("What came as STIX 2.0 is placed as 2.1, and kept as it came") struct OriginalTests {
    /// STIX 2.0: nothing says the version.
    private static func old(_ object: String) -> String {
        object.replacing(#""spec_version":"2.1","#, with: "")
    }

    private static func observed(_ number: Int, _ value: String, marked: [String] = []) -> String {
        old(
            Make.object(
                "observed-data", number, marked: marked,
                #""first_observed":"2024-01-01T00:00:00Z","last_observed":"2024-01-01T00:00:00Z","number_observed":1,"objects":{"0":{"type":"ipv4-addr","value":"\#(value)"}},"#
            ))
    }

    @Test func `the original is kept byte for byte, and the same input again adds nothing`() async throws {
        let gateway = try await TestGateway()
        let text = "{ " + Self.old(Make.tool(1)).dropFirst()
        let report = try await gateway.admit(text, Make.tool(2), Self.observed(3, "198.51.100.3"))
        #expect((report.read, report.placed, report.converted) == (4, 4, 2))
        #expect(report.quarantined == [:])
        #expect(try await gateway.everyone.original(of: Make.id("tool", 1)) == text.bytes)
        #expect(try await gateway.everyone.original(of: Make.id("tool", 2)) == nil)
        let again = try await gateway.admit(text, Make.tool(2), Self.observed(3, "198.51.100.3"))
        #expect((again.placed, again.known, again.quarantinedCount) == (0, 4, 0))
        #expect(try gateway.ledger.count("SELECT count(*) FROM original") == 2)
        // Written otherwise, it is the same.
        let spaced = text.replacing(",", with: " ,\n")
        let other = try await gateway.admit(spaced)
        #expect((other.placed, other.known, other.quarantinedCount) == (0, 1, 0))
        #expect(try await gateway.everyone.original(of: Make.id("tool", 1)) == text.bytes)
        // What is served is STIX 2.1 without a finding but those of its own.
        let standing = try #require(await gateway.everyone.standing(of: Make.id("observed-data", 3)))
        #expect(standing.placements.allSatisfy { $0.findings.isEmpty })
        #expect(try await gateway.verify().problems.isEmpty)
    }

    @Test func `who may not read the object may not read what it was`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Self.old(Make.tool(1)), into: "desk")
        #expect(try await gateway.everyone.original(of: Make.id("tool", 1)) == nil)
        #expect(try await gateway.desk.original(of: Make.id("tool", 1), in: "desk") != nil)
        #expect(try await gateway.desk.original(of: Make.id("tool", 1), in: "public") == nil)
        // One that says of itself to have been made of it gets nothing: the original is of this object in that collection.
        let canonical = try JSON.parse(Self.old(Make.tool(1)).bytes).canonical()
        let hash = STIXHash.of(String(decoding: canonical, as: UTF8.self))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try await gateway.admit(
            Make.tool(
                2,
                #""external_references":[{"source_name":"\#(Version20.sourceName)","external_id":"\#(hash)"}],"#))
        #expect(try await gateway.everyone.original(of: Make.id("tool", 2)) == nil)
        _ = try await gateway.ledger.withdraw(Make.id("tool", 1), from: "desk", reason: "test")
        #expect(try await gateway.desk.original(of: Make.id("tool", 1)) == nil)
    }

    @Test(.onSQLite) func `an original goes with anything that was made of it`() async throws {
        let gateway = try await TestGateway()
        let secret = "198.51.100.222"
        try await gateway.admit(Self.observed(1, secret), Self.old(Make.tool(2)))
        #expect(try !gateway.folder.files(holding: secret.bytes).isEmpty)
        _ = try await gateway.ledger.erase(Make.addressID(secret), reason: "a court said so")
        #expect(try await gateway.everyone.original(of: Make.id("observed-data", 1)) == nil)
        #expect(try gateway.folder.files(holding: secret.bytes).isEmpty)
        #expect(try await gateway.everyone.original(of: Make.id("tool", 2)) != nil)
    }

    @Test func `what waits for its marking is placed with its original`() async throws {
        let gateway = try await TestGateway()
        let text = Self.observed(1, "198.51.100.3", marked: [Make.markingID(5)])
        let report = try await gateway.admit(text, Self.old(Make.statement(5)))
        #expect((report.read, report.placed, report.converted) == (3, 3, 2))
        #expect(try await gateway.everyone.original(of: Make.id("observed-data", 1)) == text.bytes)
    }

    @Test func `a time with an offset is the moment that it says, with a finding`() async throws {
        let gateway = try await TestGateway()
        let later = Make.tool(1, version: 60).replacing(
            #""modified":"\#(Make.time(60))""#, with: #""modified":"2024-01-01T03:00:00.000+02:00""#)
        let report = try await gateway.admit(later, Make.tool(1, version: 30))
        #expect((report.placed, report.withFindings) == (2, 1))
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.first?.findings.map(\.code) == [.badTimestamp])
        // The same moment in the form of the standard is another content under one version.
        #expect(try await gateway.admit(Make.tool(1, version: 60)).quarantined == [.conflictingVersion: 1])
    }
}
