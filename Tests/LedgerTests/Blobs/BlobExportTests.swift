import Foundation
import MerkleLog
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Files that are not objects: exported and verified") struct BlobExportTests {
    static let bytes = Array("a file that travels".utf8)

    private static func export() async throws -> (gateway: TestGateway, file: ExportFile) {
        let gateway = try await TestGateway()
        try await gateway.deposit(bytes, naming: MakeFile.naming(bytes, 1))
        let hidden = Array("a file of the desk".utf8)
        try await gateway.deposit(hidden, naming: MakeFile.naming(hidden, 2), into: "desk")
        try await gateway.admit(MakeFile.naming(hidden, 3))
        return (gateway, ExportFile(try await gateway.export()))
    }

    private static func verify(_ file: ExportFile, _ gateway: TestGateway) async throws -> Verification {
        try await LogVerifier(key: gateway.key()).verify(file.open(in: gateway.folder))
    }

    private static var member: String { "blob/\(BlobHash(of: bytes))" }

    @Test func `an export carries the files of its collection, and no others`() async throws {
        let (gateway, file) = try await Self.export()
        #expect(file.members.filter { $0.name.hasPrefix("blob/") }.map(\.name) == [Self.member])
        #expect(file[Self.member] == Self.bytes)
        let result = try await Self.verify(file, gateway)
        #expect(result.problems == [] && result.blobs == 1)
    }

    @Test func `an altered file is found`() async throws {
        var (gateway, file) = try await Self.export()
        file[Self.member][3] ^= 1
        #expect(try await Self.verify(file, gateway).problems.map(\.kind) == [.badBlob])
    }

    @Test func `a file that nothing names is a stranger`() async throws {
        var (gateway, file) = try await Self.export()
        let other = Array("smuggled".utf8)
        file.members.append(("blob/\(BlobHash(of: other))", other))
        #expect(try await Self.verify(file, gateway).problems.map(\.kind) == [.stranger])
    }

    @Test(arguments: ["blob/", "blob/abcd", "blob/../checkpoint", "blob"])
    func `a name that is no hash is no member`(_ name: String) async throws {
        var (gateway, file) = try await Self.export()
        file.members.append((name, [1]))
        #expect(throws: LedgerError.self) { try file.open(in: gateway.folder) }
        file.members[file.members.count - 1].name = Self.member.uppercased()
        #expect(throws: LedgerError.self) { try file.open(in: gateway.folder) }
    }

    @Test func `what was withdrawn takes its file along`() async throws {
        let (gateway, _) = try await Self.export()
        _ = try await gateway.ledger.withdraw(MakeFile.id(1), from: "public", reason: "r")
        let file = ExportFile(try await gateway.export())
        #expect(file.members.allSatisfy { !$0.name.hasPrefix("blob/") })
        #expect(try await Self.verify(file, gateway).problems == [])
    }

    @Test func `a log without its files verifies all the same`() async throws {
        var (gateway, file) = try await Self.export()
        file.members.removeAll { $0.name.hasPrefix("blob/") }
        #expect(try await Self.verify(file, gateway).problems == [])
    }
}
