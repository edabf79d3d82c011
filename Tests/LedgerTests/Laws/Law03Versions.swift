import STIX
import Storage
import Testing

@testable import Ledger

@Suite("Law 3: version identity is per collection") struct Law03Versions {
    @Test func `other content under one version is quarantined, and the first stays`() async throws {
        let gateway = try await TestGateway()
        let report = try await gateway.admit(Make.tool(1, name: "first"), Make.tool(1, name: "second"))
        #expect(report.placed == 1)
        #expect(report.quarantined == [.conflictingVersion: 1])
        #expect(try await gateway.bodies(of: Make.id("tool", 1)) == [Make.tool(1, name: "first").bytes])
        let again = try await gateway.admit(Make.tool(1, name: "second"), Make.tool(1, name: "first"))
        #expect((again.placed, again.known, again.quarantinedCount, again.quarantinedBefore) == (0, 1, 0, 1))
    }

    @Test func `each collection has its own versions`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, name: "public"))
        let report = try await gateway.admit(Make.tool(1, name: "desk"), into: "desk", source: "another")
        #expect(report.placed == 1)
        #expect(try await gateway.everyone.standing(of: Make.id("tool", 1))?.placements.count == 1)
        #expect(try await gateway.desk.standing(of: Make.id("tool", 1))?.placements.count == 2)
    }

    @Test func `observables without a version stand side by side where they differ`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.address("192.0.2.1"), source: "a")
        let report = try await gateway.admit(
            Make.address("192.0.2.1", #""x_seen":1,"#), Make.address("192.0.2.1"), source: "b")
        #expect((report.placed, report.known, report.quarantinedCount) == (1, 1, 0))
        let standing = try #require(await gateway.everyone.standing(of: Make.addressID("192.0.2.1")))
        #expect(standing.placements.count == 2)
        #expect(standing.placements.allSatisfy { $0.version == $0.added })
    }

    @Test func `contents of one observable do not grow without bound`() async throws {
        let gateway = try await TestGateway(desk: false)
        let report = try await gateway.admit((0..<80).map { Make.address("192.0.2.1", #""x_seen":\#($0),"#) })
        #expect(report.placed == 64)
        #expect(report.quarantined == [.conflictingVersion: 16])
    }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
    func `versions arrive in any order, and readers see the newest`(_ order: [Int]) async throws {
        let gateway = try await TestGateway()
        for version in order { try await gateway.admit(Make.tool(1, version: version, name: "v\(version)")) }
        let standing = try #require(await gateway.everyone.standing(of: Make.id("tool", 1)))
        #expect(standing.placements.map(\.version) == [3, 2, 1, 0].map(Make.time))
        #expect(try await gateway.everyone.names(of: [Make.id("tool", 1)])[Make.id("tool", 1)]?.name == "v3")
        #expect(try await gateway.everyone.latest(5).map(\.version) == [Make.time(3)])
        #expect(try await gateway.everyone.search("v2", limit: 5).listings.isEmpty)
    }

    @Test func `the version is modified, else created, else the date added`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1, version: 3), Make.statement(1, created: 2), Make.address("192.0.2.1"))
        let expected = [Make.time(3), Make.time(2)]
        let ids = [Make.id("tool", 1), Make.markingID(1)]
        for (id, version) in zip(ids, expected) {
            #expect(try await gateway.everyone.standing(of: id)?.current?.version == version)
        }
    }
}
