import Crypto
import Foundation
import MerkleLog
import STIX
import Testing
import TestSupport

@testable import Ledger

/// An exported file in somebody's hands, changed in every way; the verifier names the first bad entry.
@Suite struct TamperedFileTests {
    typealias Kind = Verification.Problem.Kind

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let kind: Kind?
        let position: Int?
        let change: @Sendable (inout [ExportFile.Entry], SampleLog) throws -> Void
        var testDescription: String { name }

        init(
            _ name: String, is kind: Kind?, at position: Int? = 300,
            _ change: @Sendable @escaping (inout [ExportFile.Entry]) throws -> Void
        ) {
            (self.name, self.kind, self.position) = (name, kind, position)
            self.change = { entries, _ in try change(&entries) }
        }

        init(
            _ name: String, is kind: Kind?, at position: Int?,
            of change: @Sendable @escaping (inout [ExportFile.Entry], SampleLog) throws -> Void
        ) {
            (self.name, self.kind, self.position, self.change) = (name, kind, position, change)
        }
    }

    static func opening(
        _ record: EntryRecord, salt: ([UInt8]) -> [UInt8] = { $0 }, text: (String) -> String = { $0 }
    ) -> EntryRecord.Opening? {
        record.opening.map {
            .init(salt: salt($0.salt), record: Array(text(String(decoding: $0.record, as: UTF8.self)).utf8))
        }
    }

    static func forged(_ entry: ExportFile.Entry) -> ExportFile.Entry {
        var entry = entry
        entry.leaf[30] ^= 1
        return entry
    }

    static let cases: [Case] = [
        Case("nothing is changed", is: nil, at: nil) { _ in },
        Case("a bit of a commitment", is: .altered) { $0[300].leaf[30] ^= 1 },
        Case("the date of an entry", is: .altered) { $0[300].leaf[9] ^= 1 },
        Case("the kind of an entry", is: .altered) { $0[300].leaf[1] = 3 },
        Case("a kind that is none", is: .altered) { $0[300].leaf[1] = 9 },
        Case("the length of an entry", is: .altered) { $0[300].leaf.removeLast() },
        Case("the last entry", is: .altered, at: 604) { $0[604].leaf[41] ^= 1 },
        Case("the first entry", is: .altered, at: 0) { $0[0].leaf[41] ^= 1 },
        Case("the version in a record", is: .badRecord) {
            $0[300].record.opening = opening($0[300].record, text: { $0.replacing("2024-01-01", with: "2024-01-02") })
        },
        Case("the marking in a record", is: .badRecord) {
            $0[300].record.opening = opening($0[300].record, text: { $0.replacing("TLP:CLEAR", with: "TLP:GREEN") })
        },
        Case("a bit of a salt", is: .badRecord) {
            $0[300].record.opening = opening($0[300].record, salt: { [$0[0] ^ 1] + $0.dropFirst() })
        },
        Case("a salt that is cut", is: .badRecord) {
            $0[300].record.opening = opening($0[300].record, salt: { Array($0.dropLast()) })
        },
        Case("a byte of a body", is: .badBody) { $0[300].record.body?[5] ^= 1 },
        Case("a body that is longer", is: .badBody) { $0[300].record.body?.append(32) },
        Case("the body of another", is: .badBody) { $0[300].record.body = $0[301].record.body },
        Case("a body that is dropped", is: .missingBody) { $0[300].record.body = nil },
        Case("a record that is dropped", is: .missingRecord) { $0[300].record.opening = nil },
        Case("the record of a config entry", is: .missingRecord, at: 0) { $0[0].record.opening = nil },
        Case("an entry that is deleted", is: .deleted) { $0.remove(at: 300) },
        Case("two entries that are deleted", is: .deleted) { $0.removeSubrange(300...301) },
        Case("the first entry that is deleted", is: .deleted, at: 0) { $0.remove(at: 0) },
        Case("the last entry that is deleted", is: .deleted, at: 604) { $0.removeLast() },
        Case("the last entry of a bundle that is deleted", is: .deleted, at: 255) { $0.remove(at: 255) },
        Case("an entry that is inserted", is: .inserted) { $0.insert(forged($0[5]), at: 300) },
        Case("an entry that is inserted at the beginning", is: .inserted, at: 0) { $0.insert(forged($0[5]), at: 0) },
        Case("an entry that is inserted at the end of a bundle", is: .inserted, at: 255) {
            $0.insert(forged($0[5]), at: 255)
        },
        Case("an entry that is added at the end", is: .inserted, at: 605) { $0.append(forged($0[5])) },
        Case("two neighbours that change places", is: .reordered) { $0.swapAt(300, 301) },
        Case("two neighbours over the border of a bundle", is: .reordered, at: 255) { $0.swapAt(255, 256) },
        Case("two of a bundle that change places", is: .reordered) { $0.swapAt(300, 400) },
        Case("the first bad entry of several is named first", is: .altered) {
            $0[300].leaf[30] ^= 1
            $0[400].leaf[30] ^= 1
            $0[500].record.body = nil
        },
        Case(
            "what was erased is there again", is: .bodyNotErased, at: SampleLog.erased,
            of: { entries, log in
                entries[SampleLog.erased].record = log.erasedEntry
            }),
        Case("a withdrawn body that is handed out is no fault", is: nil, at: nil) {
            $0[SampleLog.withdrawn].record.body = Array(Make.tool(SampleLog.withdrawn).utf8)
        },
        Case("a hundred bodies are dropped", is: .missingBody, at: 100) {
            for position in 100..<300 { $0[position].record.body = nil }
        },
    ]

    @Test(arguments: cases) func `the first bad entry is named`(_ given: Case) async throws {
        let log = try await SampleLog.shared.value
        var file = ExportFile(log.export)
        var entries = try file.entries(SampleLog.size)
        #expect(entries.count == SampleLog.size)
        try given.change(&entries, log)
        file.write(entries, size: SampleLog.size)
        let result = try await LogVerifier(key: log.key, known: log.early).verify(file.open(in: log.folder))
        #expect(result.problems.first?.kind == given.kind, "\(result.problems.prefix(3).map(\.sentence))")
        #expect(result.problems.first?.position == given.position)
        #expect(result.problems.count <= 100)
        #expect((result.size, result.root) == (SampleLog.size, log.checkpoint.root))
        if given.kind == nil {
            #expect((result.withdrawn, result.erased) == (1, 1))
            #expect(result.claim == .signedAndContinues(vkey: log.key.vkey, size: 301))
        }
    }

    @Test func `claims are as large as what was given`() async throws {
        let log = try await SampleLog.shared.value
        let cases: [(NoteVerifier?, Checkpoint?, Verification.Claim)] = [
            (nil, nil, .selfConsistent), (log.key, nil, .signed(vkey: log.key.vkey)),
            (nil, log.early, .continues(size: 301)),
            (log.key, log.early, .signedAndContinues(vkey: log.key.vkey, size: 301)),
            (nil, log.checkpoint, .continues(size: 605)),
            (
                nil, try Checkpoint(origin: log.checkpoint.origin, size: 0, root: TreeHead.empty.root),
                .continues(size: 0)
            ),
        ]
        for (key, known, claim) in cases {
            let result = try await LogVerifier(key: key, known: known).verify(
                ExportFile(log.export).open(in: log.folder))
            #expect(result.problems == [])
            #expect(result.claim == claim)
        }
        let entriesOnly = try await LogVerifier(key: log.key, readsBodies: false)
            .verify(ExportFile(log.export).open(in: log.folder))
        #expect(entriesOnly.problems == [])
        #expect((entriesOnly.bodies, entriesOnly.bodyBytes) == (0, 0))
    }

    @Test func `a log cut back is noticed by whoever kept a later checkpoint`() async throws {
        let log = try await SampleLog.shared.value
        var file = ExportFile(log.export)
        let entries = Array(try file.entries(SampleLog.size).prefix(301))
        file["checkpoint"] = log.earlyNote.bytes
        file.members.removeAll { $0.name.hasPrefix("tile/entries/") || $0.name.hasPrefix("tile/records/") }
        for bundle in EntryBundle.all(in: 301) {
            file.members.append((bundle.path, []))
            file.members.append((bundle.recordsPath, []))
        }
        file.write(entries, size: 301)
        _ = file.rewriteTiles(entries)
        // Entry 20 says nothing any more and the entry that erased it is cut away, as is the one that withdrew 10.
        let alone = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
        #expect(alone.problems.map(\.kind) == [.missingBody, .missingRecord])
        #expect(alone.claim == .signed(vkey: log.key.vkey))
        let result = try await LogVerifier(key: log.key, known: log.checkpoint).verify(file.open(in: log.folder))
        #expect(result.problems.contains { $0.kind == .truncated && $0.position == 301 })
    }

    @Test func `a log made anew is only self-consistent, and shown up by key or checkpoint`() async throws {
        let log = try await SampleLog.shared.value
        var file = ExportFile(log.export)
        var entries = try file.entries(SampleLog.size)
        let forger = try NoteSigner(name: log.key.name, key: Curve25519.Signing.PrivateKey())
        func commit(_ position: Int, _ record: [UInt8]) {
            let opening = EntryRecord.Opening(salt: [UInt8](repeating: 7, count: 32), record: record)
            entries[position].record.opening = opening
            let commitment = LogRecord.commitment(salt: opening.salt, record: record)
            entries[position].leaf.replaceSubrange(10..., with: commitment)
        }
        func sign() throws {
            file.write(entries, size: SampleLog.size)
            let checkpoint = try Checkpoint(origin: log.key.name, head: file.rewriteTiles(entries))
            file["checkpoint"] = try SignedNote(text: checkpoint.text, signers: [forger]).encoded.bytes
        }
        let body = Make.tool(1, name: "forged").bytes
        commit(
            300,
            try LogRecord.place(
                .init(
                    id: Make.id("tool", 1), version: Make.time(0), marking: .clear,
                    sha256: Array(SHA256.hash(data: body)))
            ).bytes())
        entries[300].record.body = body
        try sign()
        // The log's own config entry names the key that did not sign.
        #expect(try await LogVerifier().verify(file.open(in: log.folder)).problems.map(\.kind) == [.badSignature])
        let config = try #require(entries[0].record.opening?.record)
        commit(
            0, Array(String(decoding: config, as: UTF8.self).replacing(log.key.vkey, with: forger.verifier.vkey).utf8))
        try sign()
        let alone = try await LogVerifier().verify(file.open(in: log.folder))
        #expect(alone.problems == [])
        #expect(alone.claim == .selfConsistent)
        let withKey = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
        #expect(withKey.problems.map(\.kind) == [.badSignature])
        #expect(withKey.claim == .selfConsistent)
        let withKnown = try await LogVerifier(known: log.early).verify(file.open(in: log.folder))
        #expect(withKnown.problems.map(\.kind) == [.rewritten])
        #expect(withKnown.claim == .selfConsistent)
    }

    @Test func `hash tiles rewritten with the entries don't fit the signed root`() async throws {
        let log = try await SampleLog.shared.value
        var file = ExportFile(log.export)
        var entries = try file.entries(SampleLog.size)
        entries[300].leaf[30] ^= 1
        file.write(entries, size: SampleLog.size)
        _ = file.rewriteTiles(entries)
        let result = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
        #expect(result.problems.map(\.kind) == [.badRecord, .rewritten])
    }

    @Test(arguments: ["tile/0/000", "tile/0/002.p/93", "tile/1/000.p/2"])
    func `a hash tile that is not made of the entries is named, though nothing depends on it`(_ path: String)
        async throws
    {
        let log = try await SampleLog.shared.value
        #expect(ExportFile(log.export).members.contains { $0.name == path })
        let changes: [(inout [UInt8]) -> Void] = [
            { $0[40 % $0.count] ^= 1 }, { $0 += [UInt8](repeating: 0, count: 32) }, { $0.removeLast() }, { $0 = [] },
        ]
        for change in changes {
            var file = ExportFile(log.export)
            change(&file[path])
            let result = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
            #expect(result.problems.map(\.kind) == [.badTile])
            #expect(result.problems.first?.sentence.contains("\(path) ") == true)
        }
        var file = ExportFile(log.export)
        file.members.removeAll { $0.name == path }
        let result = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
        #expect(result.problems.map(\.sentence) == ["the hash tile \(path) is missing, or can't be read"])
    }

    @Test func `a key or a checkpoint of another log proves nothing here`() async throws {
        let log = try await SampleLog.shared.value
        let stranger = try NoteSigner(name: log.key.name, key: Curve25519.Signing.PrivateKey()).verifier
        let file = ExportFile(log.export)
        let wrongKey = try await LogVerifier(key: stranger).verify(file.open(in: log.folder))
        #expect(wrongKey.problems.map(\.kind) == [.badSignature])
        #expect(wrongKey.claim == .selfConsistent)
        // A gateway signs its logs with one key; its signature on one of them under another's name vouches for neither.
        let gateway = try await TestGateway()
        try await gateway.admit(Make.tool(1), into: "desk")
        var desk = ExportFile(try await gateway.export("desk"))
        let key = try gateway.key("public")
        let note = try SignedNote(parsing: desk["checkpoint"])
        let relabelled = try NoteSignature(name: key.name, keyID: key.keyID, bytes: note.signatures[0].bytes)
        desk["checkpoint"] = (note.text + "\n" + relabelled.line).bytes
        let passedOff = try await LogVerifier(key: key).verify(desk.open(in: log.folder))
        #expect(passedOff.problems.map(\.kind).contains(.badSignature))
        #expect(passedOff.claim == .selfConsistent)
        let other = try Checkpoint(origin: "another.example/log", head: log.early.head)
        let wrongLog = try await LogVerifier(known: other).verify(file.open(in: log.folder))
        #expect(wrongLog.problems.map(\.kind) == [.badCheckpoint])
    }

    @Test func `an entry can only end one that came before`() async throws {
        let log = try await SampleLog.shared.value
        var file = ExportFile(log.export)
        var entries = try file.entries(SampleLog.size)
        let opening = EntryRecord.Opening(
            salt: [UInt8](repeating: 7, count: 32), record: try LogRecord.erase(position: 400, reason: "r").bytes())
        entries[300].record = EntryRecord(opening: opening, body: nil)
        entries[300].leaf[1] = 3
        entries[300].leaf.replaceSubrange(10..., with: LogRecord.commitment(salt: opening.salt, record: opening.record))
        entries[400].record = EntryRecord(opening: nil, body: nil)
        file.write(entries, size: SampleLog.size)
        let result = try await LogVerifier().verify(file.open(in: log.folder))
        #expect(result.problems.map(\.kind).prefix(3) == [.altered, .badRecord, .missingRecord])
    }

    @Test func `the system's tar lists the file`() async throws {
        let log = try await SampleLog.shared.value
        let path = log.folder.path + "/listed.tar"
        try Data(log.export).write(to: URL(fileURLWithPath: path))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar", "tf", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let listed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(listed.split(separator: "\n").map(String.init) == ExportFile(log.export).members.map(\.name))
        // What explains the gaps is known last.
        #expect(listed.hasSuffix("\ncheckpoint\n"))
    }
}
