import Crypto
import Foundation
import Hall
import Kinds
import Ledger
import MerkleLog
import STIX
import Testing
import Web

@testable import concord

/// Records and kinds that are carried from one gateway to another.
struct ToolkitTests {
    private static let manifest = """
        pack: weeks.example
        version: 1.0.0
        author: CSIRT Valdoria
        licence: CC-BY-4.0
        words: {en: {name: First weeks, says: What a new team begins with.}}
        """
    private static let tide = """
        kind: tide
        noun: record
        released: 2025-11-30
        words: {one: {en: Tide}, many: {en: Tides}, says: {en: When the water comes.}}
        title: "{name}"
        fields:
          - {field: name, type: text, required: yes, label: {en: Name}}
        """

    private struct Carried {
        let folder: URL
        let vkey: String
        let ids: [String]
    }

    /// A gateway with a toolkit of two guides; one of them only its own people read.
    private func gathered() async throws -> Carried {
        let records = try await Records(showing: ["guide", "toolkit"])
        let guide = try await records.say("guide", TranslationTests.guide)
        let secret = try await records.say(
            "guide", TranslationTests.guide.map { $0.0 == "name" ? ($0.0, "A secret guide") : $0 }, into: "g",
            as: records.member)
        let toolkit = try await records.say(
            "toolkit",
            [
                ("name", "First weeks"), ("purpose", "To begin."), ("content_refs", guide), ("work_areas", "capacity"),
                ("audience", "everyone"), ("licence", "CC-BY-4.0"), ("install", "concord pack install"),
            ])
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "kinds"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "records"), withIntermediateDirectories: true)
        try Data(Self.manifest.utf8).write(to: folder.appending(path: "pack.yaml"))
        try Data(Self.tide.utf8).write(to: folder.appending(path: "kinds/tide.yaml"))
        let place = try #require(try await Reader.machine(of: records.world.ledger).collection("public"))
        let found = try await KindShelf(records.world.ledger).gather([toolkit, secret], from: place)
        #expect(found.records == 2 && found.missing == [secret])
        #expect(!String(decoding: found.bundle, as: UTF8.self).contains("A secret guide"))
        try Data(found.bundle).write(to: folder.appending(path: "records/records.json"))
        let pack = try PackFolder.read(folder.path)
        let signer = try NoteSigner(name: "csirt.valdoria.example", key: Curve25519.Signing.PrivateKey())
        let note = try SignedNote(text: pack.signedText, signers: [signer])
        try Data(note.encoded.utf8).write(to: folder.appending(path: Pack.signature))
        return Carried(folder: folder, vkey: signer.verifier.vkey, ids: [toolkit, guide])
    }

    @Test func `A8: a toolkit is installed from a stick, verified, and removed without what people wrote`() async throws
    {
        let carried = try await gathered()
        defer { try? FileManager.default.removeItem(at: carried.folder) }
        let other = try await Records(showing: ["guide", "toolkit", "lesson"])
        let shelf = KindShelf(other.world.ledger)
        let pack = try PackFolder.read(carried.folder.path)
        let signer = try PackFolder.verify(carried.folder.path, pack, with: NoteVerifier(vkey: carried.vkey))
        try await shelf.install(pack, signer: signer)
        try await shelf.show("tide", of: pack.name, true)
        let reports = try await shelf.place(pack, into: "public")
        #expect(reports.count == 1 && reports[0].report.placed > 2 && reports[0].report.quarantinedCount == 0)
        let page = try await other.page("/objects/\(carried.ids[1])")
        #expect(page.contains("Stay calm."))
        #expect(try await other.page("/learn/toolkit").contains("First weeks"))
        // The same stick again adds nothing.
        #expect(try await shelf.place(pack, into: "public")[0].report.placed == 0)
        // People answer: under a kind of the pack, and beside its records.
        let own = try await other.draft("tide", [("name", "Spring tide")], into: "public", as: other.desk)
        let tide = try await other.publish(
            own.contains("/edit") ? String(own.prefix { $0 != "?" }.dropLast(5)) : own, as: other.desk)
        let note = try other.follow(
            try await other.world.ask(
                "/drafts/new", session: other.desk,
                form: [
                    (name: "kind", value: "note"), (name: "text", value: "It helped us."),
                    (name: "about", value: carried.ids[1]),
                    (name: "collection", value: try await other.collection("public")),
                ]))
        let said = try await other.publish(note, as: other.desk)
        // Removed: its records are gone, what people wrote reads as before.
        #expect(try await shelf.withdrawRecords(of: pack.name, by: .machine(user: "root")) == 2)
        #expect(try await shelf.remove(pack.name))
        #expect(try await !other.page("/learn/toolkit").contains("First weeks"))
        #expect(try await other.world.ask("/objects/\(carried.ids[1])", session: nil).status != 500)
        #expect(try await other.page("/objects/\(tide)").contains("Spring tide"))
        #expect(try await other.page("/objects/\(said)").contains("It helped us."))
    }

    @Test func `what somebody else said too stays, and a changed record is not what was signed`() async throws {
        let carried = try await gathered()
        defer { try? FileManager.default.removeItem(at: carried.folder) }
        let other = try await Records(showing: ["guide", "toolkit"])
        let shelf = KindShelf(other.world.ledger)
        let pack = try PackFolder.read(carried.folder.path)
        try await shelf.install(pack, signer: nil)
        _ = try await shelf.place(pack, into: "public")
        let bundle = try Data(contentsOf: carried.folder.appending(path: "records/records.json"))
        _ = try await other.world.ledger.admit(MemorySource(Array(bundle)), into: "public", source: "feed")
        _ = try await shelf.withdrawRecords(of: pack.name, by: .machine(user: "root"))
        #expect(try await other.page("/objects/\(carried.ids[1])").contains("Stay calm."))
        let file = carried.folder.appending(path: "records/records.json")
        var bytes = Array(bundle)
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: file)
        #expect(throws: (any Error).self) {
            let changed = try PackFolder.read(carried.folder.path)
            _ = try PackFolder.verify(carried.folder.path, changed, with: NoteVerifier(vkey: carried.vkey))
        }
    }
}
