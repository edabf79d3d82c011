import STIX
import Storage
import Testing

@testable import Ledger

@Suite("Law 4: a version line belongs to whom began it") struct Law04Lines {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let first: [String]
        let then: String
        var source = "file"
        let verdict: Quarantine.Code?
        var testDescription: String { name }

        init(
            _ name: String, _ first: String..., then: String, from source: String = "file", is verdict: Quarantine.Code?
        ) {
            (self.name, self.first, self.then, self.source, self.verdict) = (name, first, then, source, verdict)
        }
    }

    static let unversioned = #"{"type":"tool","spec_version":"2.1","id":"\#(Make.id("tool", 1))","name":"hijacked"}"#
    static let modifiedOnly =
        #"{"type":"tool","spec_version":"2.1","id":"\#(Make.id("tool", 1))","modified":"2024-01-01T00:00:00.000Z","name":"a"}"#

    static let cases: [Case] = [
        Case("its own source may add a version", Make.tool(1), then: Make.tool(1, version: 1), is: nil),
        Case("another source may not", Make.tool(1), then: Make.tool(1, version: 1), from: "other", is: .foreignLine),
        Case(
            "another source may not add an earlier one", Make.tool(1, version: 5), then: Make.tool(1, version: 1),
            from: "other", is: .foreignLine),
        Case("a changed `created` is no reason", Make.tool(1), then: Make.tool(1, version: 1, created: -1), is: nil),
        Case("nor is another author", Make.tool(1, by: 1), then: Make.tool(1, version: 1, by: 2), is: nil),
        Case("nor one that appears", Make.tool(1), then: Make.tool(1, version: 1, by: 2), is: nil),
        Case("nor one that vanishes", Make.tool(1, by: 1), then: Make.tool(1, version: 1), is: nil),
        Case(
            "nothing follows a revocation", Make.tool(1), Make.tool(1, version: 1, revoked: true),
            then: Make.tool(1, version: 2), is: .afterRevocation),
        Case(
            "nothing follows a revocation that came first", Make.tool(1, version: 1, revoked: true),
            then: Make.tool(1, version: 2), is: .afterRevocation),
        Case(
            "a version before the revocation may come late", Make.tool(1, version: 1, revoked: true),
            then: Make.tool(1), is: nil),
        Case(
            "a revocation may be stated again", Make.tool(1, version: 1, revoked: true),
            then: Make.tool(1, version: 2, revoked: true), is: nil),
        Case(
            "a revocation may be stated for an earlier time", Make.tool(1, version: 2, revoked: true),
            then: Make.tool(1, version: 1, revoked: true), is: nil),
        Case(
            "the past can't be revoked", Make.tool(1, version: 2), then: Make.tool(1, version: 1, revoked: true),
            is: .revokesThePast),
        Case("a line with versions takes none without", Make.tool(1), then: unversioned, is: .createdChanged),
        Case(
            "a line with versions takes none without, from nobody", Make.tool(1), then: unversioned, from: "other",
            is: .foreignLine),
        Case(
            "nor does a line whose versions have only `modified`", modifiedOnly, then: unversioned, is: .createdChanged),
        Case(
            "a revoked line takes no version without a time", Make.tool(1, revoked: true), then: unversioned,
            is: .createdChanged),
        Case("a line without versions takes none with", unversioned, then: Make.tool(1), is: .createdChanged),
    ]

    @Test(arguments: cases) func `a line is held together`(_ given: Case) async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit(given.first)
        let entries = try gateway.ledger.entryCount
        let report = try await gateway.admit(given.then, source: given.source)
        #expect(report.quarantined == (given.verdict.map { [$0: 1] } ?? [:]))
        #expect(try gateway.ledger.entryCount == entries + (given.verdict == nil ? 1 : 0))
        // Whatever was held keeps its bytes and its reason, and arriving again adds nothing.
        let kept = try await gateway.ledger.quarantined(in: [gateway.collection()], limit: 10)
        #expect(kept.map(\.code) == (given.verdict.map { [$0] } ?? []))
        #expect(kept.allSatisfy { $0.byteCount == given.then.utf8.count && $0.source.description == given.source })
        let again = try await gateway.admit(given.then, source: given.source)
        #expect(again.quarantinedCount == 0)
        #expect(try gateway.ledger.quarantineCount == kept.count)
    }

    @Test(arguments: [(299, true), (300, true), (301, false), (1_000_000, false)])
    func `a version may be five minutes ahead of the clock`(_ seconds: Int64, _ isPlaced: Bool) async throws {
        let clock = TestClock(step: 0)
        let gateway = try await TestGateway(clock: clock, desk: false)
        let version = Timestamp(clamping: TestClock.start + seconds * 1_000_000)
        let object = Make.tool(1).replacing("\"modified\":\"\(Make.time(0))\"", with: "\"modified\":\"\(version)\"")
        let report = try await gateway.admit(object)
        #expect(report.quarantined == (isPlaced ? [:] : [.fromTheFuture: 1]))
        // What stands is known, also after the clock was set back.
        clock.move(-86_400)
        let again = try await gateway.admit(object)
        #expect((again.known, again.quarantinedBefore, again.quarantinedCount) == (isPlaced ? (1, 0, 0) : (0, 1, 0)))
    }

    @Test func `a line belongs to its source in each collection by itself`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), source: "a")
        try await gateway.admit(Make.tool(1), into: "desk", source: "b")
        #expect(try await gateway.admit(Make.tool(1, version: 1), into: "desk", source: "b").placed == 1)
        #expect(try await gateway.admit(Make.tool(1, version: 1), source: "b").quarantined == [.foreignLine: 1])
    }
}
