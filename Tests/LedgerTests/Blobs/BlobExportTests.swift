import Foundation
import MerkleLog
import Storage
import Synchronization
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

    @Test func `a log without its files verifies all the same, and says what it lacks`() async throws {
        var (gateway, file) = try await Self.export()
        // What an object names and nobody brought here is lacking from the beginning.
        let never = "\(BlobHash(of: Array("a file of the desk".utf8)))"
        #expect(try await Self.verify(file, gateway).lackingBlobs == [never])
        file.members.removeAll { $0.name.hasPrefix("blob/") }
        let result = try await Self.verify(file, gateway)
        #expect(result.problems == [] && result.blobs == 0)
        #expect(result.lackingBlobs == [never, "\(BlobHash(of: Self.bytes))"].sorted())
        // Who does not read the bodies can't know.
        let entries = try await LogVerifier(key: gateway.key(), readsBodies: false).verify(
            file.open(in: gateway.folder))
        #expect(entries.lackingBlobs == [])
    }

    @Test func `what was erased or withdrawn is not lacking`() async throws {
        let (gateway, _) = try await Self.export()
        _ = try await gateway.ledger.erase(MakeFile.id(1), reason: "r")
        _ = try await gateway.ledger.withdraw(MakeFile.id(3), from: "public", reason: "r")
        let result = try await Self.verify(ExportFile(try await gateway.export()), gateway)
        #expect(result.lackingBlobs == [] && result.problems == [])
    }

    @Test(arguments: ["altered", "cut off", "gone", "a folder"])
    func `a file that is lost or was altered is left out and told, and holds up no other`(_ how: String) async throws {
        let (gateway, _) = try await Self.export()
        let other = Array("another file that travels".utf8)
        try await gateway.deposit(other, naming: MakeFile.naming(other, 4))
        let path = gateway.path(of: Self.bytes)
        switch how {
        case "altered": try Data(Self.bytes.reversed()).write(to: URL(filePath: path))
        case "cut off": try Data(Self.bytes.dropLast()).write(to: URL(filePath: path))
        default:
            try FileManager.default.removeItem(atPath: path)
            if how == "a folder" {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
        }
        let pieces = Pieces()
        let lost = Mutex<[BlobHash]>([])
        _ = try await gateway.ledger.exportLog("public") {
            pieces.add($0)
        } lost: { hash in
            lost.withLock { $0.append(hash) }
        }
        #expect(lost.withLock(\.self) == [BlobHash(of: Self.bytes)])
        let file = ExportFile(pieces.bytes)
        #expect(file.members.filter { $0.name.hasPrefix("blob/") }.map(\.name) == ["blob/\(BlobHash(of: other))"])
        let result = try await Self.verify(file, gateway)
        #expect(result.problems == [] && result.lackingBlobs.contains("\(BlobHash(of: Self.bytes))"))
    }
}
