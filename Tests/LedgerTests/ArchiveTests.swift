import Foundation
import MerkleLog
import STIX
import Storage
import Testing
import TestSupport

@testable import Ledger

/// An archive of a log to which others write while it is read: it ends where every gap in it is explained.
@Suite("Exports: a log that changes while it is read") struct ArchiveTests {
    private static let count = 600

    /// A log of 601 entries: its own rules, then tools 1 to 600; entry *n* is tool *n*.
    private static func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.admit((1...count).map { Make.tool($0, name: "tool \($0)") })
        return gateway
    }

    /// Exports the log, and does something else after so many bundles of records have been written.
    private static func export(
        _ gateway: TestGateway, then changes: [Int: () async throws -> Void]
    ) async throws -> ExportFile {
        let pieces = Pieces()
        var bundles = 0
        _ = try await gateway.ledger.exportLog("public") { piece in
            pieces.add(piece)
            guard String(decoding: piece.prefix(13), as: UTF8.self) == "tile/records/" else { return }
            bundles += 1
            try await changes[bundles]?()
        }
        return ExportFile(pieces.bytes)
    }

    /// How long the archive says that the log is, once all of it has been verified.
    private static func size(_ file: ExportFile, _ gateway: TestGateway) async throws -> Int {
        let result = try await LogVerifier(key: gateway.key()).verify(file.open(in: gateway.folder))
        #expect(result.problems == [])
        #expect(file.members.map(\.name).count == Set(file.members.map(\.name)).count)
        return result.size
    }

    private static func withdraw(_ number: Int, _ gateway: TestGateway) async throws {
        _ = try await gateway.ledger.withdraw(Make.id("tool", number), from: "public", reason: "r")
    }

    private static func erase(_ number: Int, _ gateway: TestGateway) async throws {
        _ = try await gateway.ledger.erase(Make.id("tool", number), reason: "r")
    }

    @Test func `a log that stands still ends where it ends`() async throws {
        let gateway = try await Self.gateway()
        #expect(try await Self.size(Self.export(gateway, then: [:]), gateway) == 601)
    }

    @Test func `what is only added meanwhile is left to the next archive`() async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(gateway, then: [1: { try await gateway.admit(Make.tool(700)) }])
        #expect(try await Self.size(file, gateway) == 601)
    }

    @Test(arguments: [300, 599]) func `what is withdrawn before it is read has its withdrawal in the archive`(
        _ number: Int
    ) async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(gateway, then: [1: { try await Self.withdraw(number, gateway) }])
        #expect(try await Self.size(file, gateway) == 602)
        let entry = try file.entries(602)[number].record
        #expect(entry.body == nil && entry.opening != nil)
    }

    @Test(arguments: [300, 599]) func `what is erased before it is read has its erasure in the archive`(
        _ number: Int
    ) async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(
            gateway,
            then: [
                1: {
                    try await gateway.admit((700...999).map { Make.tool($0) })
                    try await Self.erase(number, gateway)
                    try await gateway.admit(Make.tool(1_000))
                }
            ])
        let size = try await Self.size(file, gateway)
        #expect(size == 903)
        #expect(try file.entries(size)[number].record == EntryRecord(opening: nil, body: nil))
    }

    @Test func `changes at each piece, also of what the archive has gone on to, are all explained`() async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(
            gateway,
            then: [
                1: {
                    try await Self.withdraw(400, gateway)
                    try await gateway.admit((700...999).map { Make.tool($0) })
                },
                2: {
                    try await Self.erase(590, gateway)
                    try await Self.withdraw(990, gateway)
                },
                3: { try await Self.erase(998, gateway) },
            ])
        #expect(try await Self.size(file, gateway) > 901)
    }

    @Test func `what is erased after it was read is left to the next archive, with its erasure`() async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(gateway, then: [1: { try await Self.erase(3, gateway) }])
        #expect(try await Self.size(file, gateway) == 601)
        #expect(try file.entries(601)[3].record.body != nil)
        let next = try await Self.export(gateway, then: [:])
        #expect(try await Self.size(next, gateway) == 602)
        #expect(try next.entries(602)[3].record == EntryRecord(opening: nil, body: nil))
    }

    @Test func `an archive that would hold what an entry in it erased is broken off`() async throws {
        let gateway = try await Self.gateway()
        do {
            _ = try await Self.export(
                gateway,
                then: [
                    1: {
                        try await Self.erase(3, gateway)
                        try await Self.withdraw(400, gateway)
                    }
                ])
            Issue.record("it was finished")
        } catch let error as LedgerError {
            #expect(error.code == .changing)
        }
        #expect(try await Self.size(Self.export(gateway, then: [:]), gateway) == 603)
    }

    @Test func `files come along that a body in the archive names, and no others`() async throws {
        let gateway = try await TestGateway()
        let (kept, late) = (Array("a file that stays".utf8), Array("a file that comes late".utf8))
        try await gateway.deposit(kept, naming: MakeFile.naming(kept, 1))
        let file = try await Self.export(
            gateway, then: [1: { try await gateway.deposit(late, naming: MakeFile.naming(late, 2)) }])
        #expect(file.members.filter { $0.name.hasPrefix("blob/") }.map(\.name) == ["blob/\(BlobHash(of: kept))"])
        _ = try await Self.size(file, gateway)
        let next = try await Self.export(gateway, then: [:])
        #expect(next.members.filter { $0.name.hasPrefix("blob/") }.count == 2)
        _ = try await Self.size(next, gateway)
    }

    @Test func `what a crash left unsigned is signed before the archive ends with it`() async throws {
        let gateway = try await Self.gateway()
        let file = try await Self.export(
            gateway,
            then: [
                1: {
                    let signed = try #require(try gateway.ledger.publication.last(gateway.collection()))
                    try await Self.withdraw(400, gateway)
                    // As if the process had ended between the commit and the signature.
                    try Array(signed.note.utf8).withUnsafeBytes { bytes in
                        try #require(
                            FileManager.default.createFile(
                                atPath: gateway.ledger.publication.path(gateway.collection()), contents: Data(bytes)))
                    }
                }
            ])
        #expect(try await Self.size(file, gateway) == 602)
    }
}
