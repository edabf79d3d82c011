import Foundation
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// Files that somebody brings with what they say here: laws 3 to 9 hold for it, and all of it comes or nothing.
@Suite("Files that are not objects: said with what names them") struct SayFileTests {
    private static let bytes = Array("an annex of what is said".utf8)

    private static func object(_ number: Int = 1, marking: TLP? = .clear) -> [UInt8] {
        Array(
            MakeFile.naming(bytes, number, marking.map { #""object_marking_refs":["\#($0.markingID)"],"# } ?? "").utf8)
    }

    private static func plan(
        _ gateway: TestGateway, _ objects: [[UInt8]], by person: Person, into alias: String = "public"
    ) async throws -> PlannedPlacement {
        let file = Deposit(try await gateway.receive(bytes, for: alias), mediaType: "text/plain")
        return PlannedPlacement(objects, bringing: [file], into: try gateway.collection(alias), by: person)
    }

    private static func expectNothing(_ gateway: TestGateway, _ entries: Int) async throws {
        #expect(try gateway.ledger.entryCount == entries)
        #expect(try await gateway.ledger.blobSpaces().total.blobs == 0)
        #expect(try gateway.ledger.count("SELECT count(*) FROM blob_bringer") == 0)
        // What came in is its bringer's still, and has no place.
        #expect(!FileManager.default.fileExists(atPath: gateway.path(of: bytes)))
    }

    @Test func `object and file stand together, by the hand of who said it`() async throws {
        let gateway = try await TestGateway()
        let report = try await gateway.ledger.say([Self.plan(gateway, [Self.object()], by: gateway.person())])
        #expect(report.map(\.placed) == [1])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
        let blob = try #require(await gateway.everyone.blob(BlobHash(of: Self.bytes)))
        #expect(blob.mediaType == "text/plain")
        #expect(try gateway.ledger.count("SELECT count(*) FROM hand WHERE account = 'a'") == 1)
        // It is their word: another object of theirs hands it out too, after the first has gone.
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        try await gateway.place([String(decoding: Self.object(2), as: UTF8.self)], into: "public", by: gateway.person())
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `what the laws forbid brings nothing`() async throws {
        let gateway = try await TestGateway()
        let entries = try gateway.ledger.entryCount
        let wrong: [(objects: [[UInt8]], person: Person)] = [
            ([Self.object(marking: nil)], gateway.person()), ([Self.object(marking: .red)], gateway.person()),
            ([Self.object(), Array("{}".utf8)], gateway.person()),
            ([Self.object()], gateway.person(.reader)),
            ([Self.object()], gateway.person(.member, organisation: "0b0e0d52-93b8-4f0e-8a7c-2f1d6be45c02")),
            // Nor does a file come alone where they may only discuss.
            ([], gateway.person(.reader)),
        ]
        for (objects, person) in wrong {
            let plan = try await Self.plan(gateway, objects, by: person)
            await #expect(throws: PlacementRefused.self) { try await gateway.ledger.say([plan]) }
            try await Self.expectNothing(gateway, entries)
        }
    }

    @Test func `what fails at the end has moved nothing`() async throws {
        struct Last: Error {}
        let gateway = try await TestGateway()
        let entries = try gateway.ledger.entryCount
        let plan = try await Self.plan(gateway, [Self.object()], by: gateway.person())
        await #expect(throws: Last.self) { try await gateway.ledger.say([plan]) { _ in throw Last() } }
        try await Self.expectNothing(gateway, entries)
        // What has no room is refused as it was when it came in.
        try await gateway.ledger.setBlobQuota(3, of: "public")
        let error = await #expect(throws: LedgerError.self) { try await gateway.ledger.say([plan]) }
        #expect(error?.code == .overQuota)
        try await Self.expectNothing(gateway, entries)
        try await gateway.ledger.setBlobQuota(300, of: "public")
        try await gateway.ledger.say([plan])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `a file that comes alone waits for what its bringer says, and no longer than a day`() async throws {
        let gateway = try await TestGateway()
        try await gateway.ledger.say([Self.plan(gateway, [], by: gateway.person())])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        try await gateway.admit([String(decoding: Self.object(), as: UTF8.self)], source: "a feed")
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        try await gateway.place([String(decoding: Self.object(2), as: UTF8.self)], into: "public", by: gateway.person())
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }
}
