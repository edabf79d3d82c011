import Crypto
import Foundation
import MerkleLog
import Storage
import Testing
import TestSupport

@testable import Ledger

/// The database changed behind the ledger's back, by SQL; `log verify` on the data directory names the first bad entry.
@Suite struct TamperedDatabaseTests {
    typealias Kind = Verification.Problem.Kind

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: Kind
        let position: Int
        let statements: [SQL]
        var testDescription: String { name }

        init(_ name: String, is kind: Kind, at position: Int = 300, _ statements: SQL...) {
            (self.name, self.kind, self.position, self.statements) = (name, kind, position, statements)
        }
    }

    /// Moves everything from a position on by so many.
    static func move(_ from: Int, by distance: Int) -> [SQL] {
        [
            "UPDATE entry SET position = position + 1000000, number = number + 1000000 WHERE position >= \(from)",
            """
            UPDATE entry SET position = position - 1000000 + \(distance), number = number - 1000000 + \(distance)
            WHERE position >= 1000000
            """,
        ]
    }

    static let other: SQL =
        "kind, added, commitment, salt, record, object, version, marking, sha256, body, source, ended"

    static let cases: [Case] = [
        Case(
            "a commitment", is: .altered,
            "UPDATE entry SET commitment = \([UInt8](repeating: 0, count: 32)) WHERE position = 300"),
        Case(
            "a commitment that is cut", is: .altered,
            "UPDATE entry SET commitment = \([UInt8](repeating: 0, count: 31)) WHERE position = 300"),
        Case("a date", is: .altered, "UPDATE entry SET added = added - 1 WHERE position = 300"),
        Case("a date that is none", is: .altered, "UPDATE entry SET added = 9223372036854775807 WHERE position = 300"),
        Case(
            "a kind", is: .altered,
            TestDatabase.isSQLite
                ? "PRAGMA ignore_check_constraints = ON" : "ALTER TABLE entry DROP CONSTRAINT entry_now_check1",
            "UPDATE entry SET kind = 77 WHERE position = 300"),
        Case(
            "a salt", is: .badRecord, "UPDATE entry SET salt = \([UInt8](repeating: 0, count: 32)) WHERE position = 300"
        ),
        Case("a version", is: .badRecord, "UPDATE entry SET version = version + 1 WHERE position = 300"),
        Case(
            "a version that is none", is: .missingRecord,
            "UPDATE entry SET version = 9223372036854775807 WHERE position = 300"),
        Case("a marking", is: .badRecord, "UPDATE entry SET marking = 1 WHERE position = 300"),
        Case("a marking that is none", is: .missingRecord, "UPDATE entry SET marking = 99 WHERE position = 300"),
        Case(
            "a hash", is: .badRecord,
            "UPDATE entry SET sha256 = \([UInt8](repeating: 0, count: 32)) WHERE position = 300"),
        Case(
            "an id", is: .badRecord,
            "UPDATE object SET id = 'tool--x' WHERE number = (SELECT object FROM entry WHERE position = 300)"),
        Case(
            "an id that is gone", is: .missingRecord,
            "DELETE FROM object WHERE number = (SELECT object FROM entry WHERE position = 300)"),
        Case(
            "which object it is", is: .badRecord,
            "UPDATE entry SET object = \(Numbering.number(1, in: 1)) WHERE position = 300"),
        Case(
            "a body", is: .badBody,
            "UPDATE body SET bytes = \(Array("{}".utf8)) WHERE number = (SELECT body FROM entry WHERE position = 300)"),
        Case(
            "a body that is gone", is: .missingBody,
            "DELETE FROM body WHERE number = (SELECT body FROM entry WHERE position = 300)"),
        Case(
            "salt and record that are gone", is: .missingRecord,
            "UPDATE entry SET salt = NULL, object = NULL, sha256 = NULL, body = NULL WHERE position = 300"),
        Case(
            "the reason of a withdrawal", is: .badRecord, at: 602,
            "UPDATE entry SET record = \(Array(#"{"position":10,"reason":"other"}"#.utf8)) WHERE position = 602"),
        Case("an entry that is deleted", is: .deleted, "DELETE FROM entry WHERE position = 300"),
        Case(
            "the last entry of a bundle that is deleted", is: .deleted, at: 255,
            "DELETE FROM entry WHERE position = 255"),
        Case("the last entry that is deleted", is: .deleted, at: 604, "DELETE FROM entry WHERE position = 604"),
        Case(
            "an entry that is deleted and the gap closed", is: .deleted, "DELETE FROM entry WHERE position = 300",
            move(301, by: -1)[0], move(301, by: -1)[1]),
        Case(
            "an entry that is inserted", is: .inserted, move(300, by: 1)[0], move(300, by: 1)[1],
            "INSERT INTO entry (collection, position, number, \(other)) SELECT collection, 300, number + 295, \(other) FROM entry WHERE position = 5"
        ),
        Case(
            "two that change places", is: .reordered,
            "UPDATE entry SET position = 999999, number = number + 999699 WHERE position = 300",
            "UPDATE entry SET position = 300, number = number - 1 WHERE position = 301",
            "UPDATE entry SET position = 301, number = number - 999698 WHERE position = 999999"),
        Case(
            "a position that is not the entry's", is: .deleted,
            TestDatabase.isSQLite
                ? "PRAGMA ignore_check_constraints = ON" : "ALTER TABLE entry DROP CONSTRAINT entry_now_check2",
            "UPDATE entry SET position = 999999 WHERE position = 300"),
        Case(
            "something in the place of what was erased", is: .badRecord, at: SampleLog.erased,
            "UPDATE entry SET salt = \([UInt8](repeating: 0, count: 32)), object = \(Numbering.number(1, in: 1)), version = 0, marking = 0, sha256 = \([UInt8](repeating: 0, count: 32)), body = \(Numbering.number(1, in: 1)) WHERE position = 20"
        ),
    ]

    /// One database for all cases: each is undone by putting the copy back.
    static let copy = Task {
        let gateway = try await SampleLog.gateway()
        let path = gateway.folder.path + "/sample.db"
        try await gateway.gateway.ledger.database.copy(to: path)
        return (gateway: gateway.gateway, path: path, early: gateway.notes.0)
    }

    @Test(arguments: cases) func `the first bad entry is named`(_ given: Case) async throws {
        let sample = try await Self.copy.value
        let directory = DataDirectory.forTest(try TemporaryFolder().path)
        try directory.prepare()
        try await Database.copy(.file(sample.path), to: directory.database, ledgerMigrations)
        let publication = sample.gateway.ledger.publication
        let collection = try sample.gateway.collection()
        try FileManager.default.copyItem(
            atPath: publication.path(collection), toPath: Publication(folder: directory.signed).path(collection))
        let ledger = try await GatewayLedger(unchecked: directory, surroundings: sample.gateway.surroundings)
        let verifier = LogVerifier(key: try sample.gateway.key(), known: sample.early)
        try await ledger.database.write { session in
            for statement in given.statements { try session.run(statement) }
        }
        let result = try await verifier.verify(ledger.storedLog("public"))
        #expect(result.problems.first?.kind == given.kind, "\(result.problems.prefix(3).map(\.sentence))")
        #expect(result.problems.first?.position == given.position)
    }

    @Test func `doctor sees a log that was changed, and lists that miscount`() async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), Make.tool(2))
        #expect(try await gateway.ledger.examine().allSatisfy(\.isWell))
        try await gateway.tamper("UPDATE type_count SET lines = 9")
        #expect(try await gateway.ledger.examine().filter { !$0.isWell }.map(\.check) == ["lists of public"])
        try await gateway.ledger.rebuild()
        #expect(try await gateway.ledger.examine().allSatisfy(\.isWell))
        try await gateway.tamper(
            "UPDATE entry SET commitment = \([UInt8](repeating: 0, count: 32)) WHERE collection = 1 AND position = 1")
        #expect(try await gateway.ledger.examine().filter { !$0.isWell }.map(\.check) == ["log of public"])
    }

    @Test func `doctor sees a hash tile that is not made of the entries, and makes it anew`() async throws {
        let gateway = try await TestGateway(desk: false)
        try await gateway.admit((0..<300).map { Make.tool($0) })
        for statement: SQL in [
            "UPDATE tile SET hashes = \([UInt8](repeating: 0, count: 8_192)) WHERE level = 0 AND tile = 0",
            "DELETE FROM tile WHERE level = 0 AND tile = 0",
        ] {
            try await gateway.tamper(statement)
            let problems = try await gateway.ledger.examine().filter { !$0.isWell }
            #expect(problems.map(\.check) == ["log of public"])
            #expect(problems.first?.sentence.contains("tile/0/000 ") == true)
            #expect(problems.first?.sentence.hasSuffix("`concord doctor --rebuild`") == true)
            try await gateway.ledger.rebuild()
            #expect(try await gateway.ledger.examine().allSatisfy(\.isWell))
        }
    }

    @Test func `doctor sees a checkpoint that this gateway did not sign`() async throws {
        let gateway = try await TestGateway(desk: false)
        let path = try gateway.ledger.publication.path(gateway.collection())
        let stranger = try NoteSigner(name: gateway.collection().origin, key: .init())
        try SignedNote(text: gateway.checkpoint().text, signers: [stranger]).encoded.write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(try await gateway.ledger.examine().filter { !$0.isWell }.map(\.check) == ["log of public"])
    }
}
