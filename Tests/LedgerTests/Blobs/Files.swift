import Foundation
import Storage
import TestSupport

@testable import Ledger

/// Files for tests, and the objects that name them.
enum MakeFile {
    /// A `file` object that names these bytes; `more` are further members with a comma behind.
    static func naming(_ bytes: [UInt8], _ number: Int, _ more: String = "") -> String {
        """
        {"type":"file","spec_version":"2.1","id":"\(id(number))","hashes":{"SHA-256":"\(BlobHash(of: bytes))"},\
        \(more)"name":"report-\(number).pdf"}
        """
    }

    static func artifact(_ bytes: [UInt8], _ number: Int) -> String {
        """
        {"type":"artifact","spec_version":"2.1","id":"\(Make.id("artifact", number))",\
        "hashes":{"SHA-256":"\("\(BlobHash(of: bytes))".uppercased())"},"url":"https://files.example/a"}
        """
    }

    static func id(_ number: Int) -> String { Make.id("file", number) }
}

extension TestGateway {
    /// Brings bytes into a collection, and reads in objects that name them: as clean or not as they are.
    @discardableResult
    func deposit(_ bytes: [UInt8], naming objects: String..., into collection: String = "public") async throws
        -> AdmissionReport
    {
        try await ledger.deposit(
            [Deposit(try await receive(bytes, for: collection))], into: collection, as: Source(named: "test"))
        return objects.isEmpty ? AdmissionReport() : try await admit(objects, into: collection, source: "test")
    }

    func receive(_ bytes: [UInt8], for collection: String = "public") async throws -> ReceivedBlob {
        let draft = try await ledger.draftBlob(for: collection)
        var rest = bytes[...]
        while !rest.isEmpty {
            try await draft.write(Array(rest.prefix(7)))
            rest = rest.dropFirst(7)
        }
        return try await draft.finish()
    }

    /// The bytes as this reader gets them; nil where they are hidden or absent.
    func bytes(_ bytes: [UInt8], by reader: Reader, in collection: String? = nil) async throws -> [UInt8]? {
        guard let blob = try await reader.blob(BlobHash(of: bytes), in: collection),
            let stored = try await reader.open(blob)
        else { return nil }
        let pieces = Pieces()
        try await stored.read(0..<stored.size) { pieces.add($0) }
        return pieces.bytes
    }

    /// Whether any file of the data directory holds these bytes.
    func isOnDisk(_ bytes: [UInt8]) throws -> Bool { try !folder.files(holding: bytes).isEmpty }

    func path(of bytes: [UInt8]) -> String {
        let hash = "\(BlobHash(of: bytes))"
        return "\(directory.blobs)/\(hash.prefix(2))/\(hash)"
    }

    var fileProblems: [String] {
        get async throws {
            try await ledger.examine().filter { !$0.isWell && $0.check.hasPrefix("file") }.map {
                "\($0.check): \($0.sentence)"
            }
        }
    }
}
