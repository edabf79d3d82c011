import Foundation
import Storage
import Testing
import TestSupport

@testable import Ledger

@Suite("Files that are not objects: what the doctor finds") struct BlobDoctorTests {
    static let bytes = Array("a file that something happens to".utf8)

    private static func gateway() async throws -> TestGateway {
        let gateway = try await TestGateway()
        try await gateway.deposit(bytes, naming: MakeFile.naming(bytes, 1))
        return gateway
    }

    @Test func `all is well, and says how many there are`() async throws {
        let gateway = try await Self.gateway()
        let found = try await gateway.ledger.examine().filter { $0.check == "files" }
        #expect(found.map(\.sentence) == ["1 are here and what they were"])
        #expect(try await TestGateway().ledger.examine().allSatisfy { $0.check != "files" })
    }

    @Test func `a missing file is named, and mended by bringing it again`() async throws {
        let gateway = try await Self.gateway()
        try FileManager.default.removeItem(atPath: gateway.path(of: Self.bytes))
        let problems = try await gateway.fileProblems
        #expect(problems.count == 1 && problems[0].contains("\(BlobHash(of: Self.bytes)): it is missing"))
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == nil)
        try await gateway.deposit(Self.bytes)
        #expect(try await gateway.fileProblems == [])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test(arguments: [0, 3, 31]) func `a file of which a bit was altered is named, and never handed out whole`(
        _ place: Int
    )
        async throws
    {
        let gateway = try await Self.gateway()
        var altered = Self.bytes
        altered[place] ^= 1
        try Data(altered).write(to: URL(filePath: gateway.path(of: Self.bytes)))
        let problems = try await gateway.fileProblems
        #expect(problems.count == 1 && problems[0].contains("it was altered"))
        await #expect(throws: StorageError.self) { try await gateway.bytes(Self.bytes, by: gateway.everyone) }
    }

    @Test func `a file that was cut off is damaged`() async throws {
        let gateway = try await Self.gateway()
        try Data(Self.bytes.dropLast()).write(to: URL(filePath: gateway.path(of: Self.bytes)))
        #expect(try await gateway.fileProblems.count == 1)
        let error = await #expect(throws: StorageError.self) {
            try await gateway.bytes(Self.bytes, by: gateway.everyone)
        }
        #expect(error?.code == .damaged)
    }

    @Test func `what has no business there is named and left alone`() async throws {
        let gateway = try await Self.gateway()
        let shelf = URL(filePath: gateway.path(of: Self.bytes)).deletingLastPathComponent().path
        for name in ["notes.txt", "\(BlobHash(of: Self.bytes))".uppercased()] {
            try Data("mine".utf8).write(to: URL(filePath: "\(shelf)/\(name)"))
        }
        #expect(try await gateway.fileProblems.count == 2)
        #expect(FileManager.default.fileExists(atPath: shelf + "/notes.txt"))
    }

    @Test func `what can't be taken away is said, and the rest is looked at`() async throws {
        let gateway = try await Self.gateway()
        let stranger = gateway.directory.blobs + "/leaving/not-ours"
        try FileManager.default.createDirectory(atPath: stranger, withIntermediateDirectories: true)
        try FileManager.default.removeItem(atPath: gateway.path(of: Self.bytes))
        let problems = try await gateway.fileProblems
        #expect(
            problems.count == 2 && problems[0].contains("files: some can't be taken away")
                && problems[0].contains(stranger))
        #expect(problems[1].contains("\(BlobHash(of: Self.bytes)): it is missing"))
        let all = try await gateway.ledger.examine().map(\.check)
        #expect(all.contains("disk") && all.contains("database"))
        #expect(FileManager.default.fileExists(atPath: stranger))
    }

    @Test func `a count that is wrong is said, and made anew`() async throws {
        let gateway = try await Self.gateway()
        try await gateway.tamper("UPDATE blob_space SET bytes = 7")
        #expect(
            try await gateway.fileProblems == [
                "files of public: they are counted wrongly; run `concord doctor --rebuild`"
            ])
        #expect(try await gateway.ledger.rebuild() == ["blob_space"])
        #expect(try await gateway.fileProblems == [])
    }

    @Test func `which entry names which file is made anew from the entries`() async throws {
        let gateway = try await Self.gateway()
        try await gateway.tamper("DELETE FROM blob_use")
        #expect(try await gateway.ledger.rebuild() == ["blob_use"])
        #expect(try await gateway.bytes(Self.bytes, by: gateway.everyone) == Self.bytes)
    }

    @Test func `of very many lost files some are named, and the rest is counted`() async throws {
        let gateway = try await TestGateway()
        for number in 0..<30 { try await gateway.deposit(Array("file \(number)".utf8)) }
        for number in 0..<30 {
            try FileManager.default.removeItem(atPath: gateway.path(of: Array("file \(number)".utf8)))
        }
        let problems = try await gateway.fileProblems
        #expect(problems.count == 21 && problems.last == "files: 10 more have problems too")
    }
}
