import ArgumentParser
import Crypto
import Directory
import Files
import Foundation
import Hall
import Kinds
import Ledger
import MerkleLog
import STIX

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Kinds of records, as files: what people fill in and find.",
        discussion: """
            docs/kinds.md describes the files. Examples:
              concord pack check ./valdoria
              concord pack key csirt.valdoria.example --out valdoria.key
              concord pack sign ./valdoria --key valdoria.key
              concord pack install ./valdoria --key csirt.valdoria.example+…
              concord pack enable valdoria.example lesson
            """,
        subcommands: [
            List.self, Show.self, Check.self, Gather.self, Install.self, Enable.self, Disable.self, Remove.self,
            Key.self,
            Sign.self,
        ], defaultSubcommand: List.self)

    /// A kind of a pack, as it is listed.
    struct KindRow: Encodable {
        let kind: String
        let id: String
        let name: String
        let fields: Int
        let isShown: Bool
    }

    struct Row: Encodable {
        let pack: String
        let version: String
        let author: String
        let signer: String?
        let kinds: [KindRow]
        let taxonomies: [String]
    }

    static func row(_ pack: Pack, signer: String?, shown: Set<String>) -> Row {
        Row(
            pack: pack.name, version: pack.version, author: pack.author, signer: signer,
            kinds: pack.kinds.map {
                KindRow(
                    kind: $0.name, id: $0.id, name: $0.one.text(for: "en"), fields: $0.fields.count,
                    isShown: shown.contains($0.id))
            }, taxonomies: pack.taxonomies.map(\.namespace))
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every pack: name, version, kinds of which so many are shown, author, signer.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            let shelf = KindShelf(try await data.directory().ledger)
            let shown = Set(try await shelf.offers().map(\.kind.id))
            let signers = try await shelf.signers()
            for pack in try await shelf.packs() {
                let row = row(pack, signer: signers[pack.name] ?? nil, shown: shown)
                let count = row.kinds.count(where: \.isShown)
                let signer =
                    pack.name == KindShelf.core.name
                    ? "ships with the program" : row.signer.map { "signed by \($0)" } ?? "not signed"
                try output.say(
                    row,
                    "\(row.pack)\t\(row.version)\t\(row.kinds.count) kinds, \(count) shown\t\(row.author)\t\(signer)")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The kinds of a pack, each with its identifier; of one kind, all that it says, as JSON.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The pack, by its name.")
        var pack: String
        @Argument(help: "One of its kinds.")
        var kind: String?

        func run() async throws {
            let shelf = KindShelf(try await data.directory().ledger)
            guard let pack = try await shelf.packs().first(where: { $0.name == pack }) else {
                throw KindFault(.unknownReference, "there is no pack \(pack)")
            }
            if let kind {
                guard let found = pack.kinds.first(where: { $0.name == kind }) else {
                    throw KindFault(.unknownReference, "there is no kind \(kind) in the pack \(pack.name)")
                }
                try FileHandle.standardOutput.write(contentsOf: Data(try found.definition.canonical() + [10]))
                return
            }
            let shown = Set(try await shelf.offers().map(\.kind.id))
            let row = row(pack, signer: try await shelf.signers()[pack.name] ?? nil, shown: shown)
            if output.json { return try output.say(row, "") }
            for kind in row.kinds {
                try output.say(
                    kind,
                    "\(kind.kind)\t\(kind.isShown ? "shown" : "hidden")\t\(kind.fields) fields\t\(kind.id)\t\(kind.name)"
                )
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a pack and say what is wrong, with file and line; needs no gateway.",
            discussion: "With --since, say what its kinds say otherwise than those of an earlier version.")
        @OptionGroup var output: OutputOption
        @Argument(help: "The folder of the pack.", completion: .directory)
        var folder: String
        @Option(help: "The folder of an earlier version.", completion: .directory)
        var since: String?

        func run() async throws {
            let pack = try PackFolder.read(folder)
            try output.say(
                row(pack, signer: nil, shown: []),
                "\(pack.name) \(pack.version): \(pack.kinds.count) kinds and \(pack.taxonomies.count) taxonomies, nothing wrong"
            )
            guard let since else { return }
            let earlier = try PackFolder.read(since)
            for kind in pack.kinds {
                guard let before = earlier.kinds.first(where: { $0.name == kind.name }) else {
                    try output.add("\(kind.name): new")
                    continue
                }
                for change in kind.changes(since: before) {
                    try output.add("\(kind.name): \(change.sentence) (\(change.effect.rawValue))")
                }
            }
        }
    }

    struct Gather: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Put records into a pack, to be carried to other gateways: writes records/records.json into its folder.",
            discussion: """
                A toolkit brings what it names. Authors and kinds go along. Only what all readers of the collection read is taken; \
                files that records name are not.

                Example:
                  concord pack gather ./first-weeks concord-record--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The folder of the pack, with its pack.yaml.", completion: .directory)
        var folder: String
        @Argument(help: "Identifiers of records.")
        var ids: [String]
        @Option(help: "For whose eyes: a collection, by alias or id.")
        var from = "public"

        func run() async throws {
            let ledger = try await data.directory().ledger
            guard let collection = try await Reader.machine(of: ledger).collection(from) else {
                throw LedgerError(.unknownCollection, "there is no collection \(from)")
            }
            let toolkit = try await KindShelf(ledger).gather(ids, from: collection)
            guard toolkit.records > 0 else {
                throw LedgerError(.unknownObject, "no reader of \(collection.alias) reads any of these")
            }
            try FileManager.default.createDirectory(
                atPath: "\(folder)/records", withIntermediateDirectories: true)
            try OutputFile.write(toolkit.bundle, to: "\(folder)/records/records.json")
            let pack = try PackFolder.read(folder)
            try output.say(
                Done(name: pack.name, done: true),
                "\(toolkit.records) records, \(pack.recordIDs.count) objects with what they need")
            for id in toolkit.missing { try output.add("  left out, no reader of \(collection.alias) reads it: \(id)") }
        }
    }

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a pack to this gateway, from its folder; its kinds are hidden until they are enabled.",
            discussion: """
                A signature is verified with the key that its author gave you (--key); without one, say that you looked at the \
                files yourself (--unsigned). An earlier version of the pack is replaced; what was written under it stays.
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The folder of the pack.", completion: .directory)
        var folder: String
        @Option(help: "The author's public key, as `concord pack key` prints it.")
        var key: String?
        @Flag(help: "Install a pack that nobody signed, or whose signature you can't verify.")
        var unsigned = false
        @Option(help: "The collection in which its records are placed, by alias or id.")
        var into: String?

        func validate() throws {
            guard (key == nil) == unsigned else { throw ValidationError("Say --key KEY, or --unsigned.") }
        }

        func run() async throws {
            let pack = try PackFolder.read(folder)
            let signer = try key.map { try PackFolder.verify(folder, pack, with: NoteVerifier(vkey: $0)) }
            try await KindShelf(try await data.directory().ledger).install(pack, signer: signer)
            try output.say(
                Done(name: pack.name, done: true),
                "installed \(pack.name) \(pack.version), \(signer.map { "signed by \($0)" } ?? "unsigned")")
            for kind in pack.kinds { try output.add("  concord pack enable \(pack.name) \(kind.name)") }
            guard let into else {
                if !pack.records.isEmpty {
                    try output.add(
                        "  its \(pack.recordIDs.count) objects stand nowhere: say --into COLLECTION to place them")
                }
                return
            }
            for (file, report) in try await KindShelf(try await data.directory().ledger).place(pack, into: into) {
                try output.add(
                    "  \(file): \(report.read) objects: \(report.placed) placed, \(report.known) known already, "
                        + "\(report.quarantinedCount) into quarantine")
            }
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a kind to people; without one, every kind of the pack.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The pack, by its name.")
        var pack: String
        @Argument(help: "A kind of it; may be repeated.")
        var kinds: [String] = []

        func run() async throws { try await PackCommand.show(kinds, of: pack, true, data, output) }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hide a kind from people; what was written stays where it is.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The pack, by its name.")
        var pack: String
        @Argument(help: "A kind of it; may be repeated.")
        var kinds: [String] = []

        func run() async throws { try await PackCommand.show(kinds, of: pack, false, data, output) }
    }

    private static func show(
        _ kinds: [String], of pack: String, _ isShown: Bool, _ data: DataOption, _ output: OutputOption
    )
        async throws
    {
        let shelf = KindShelf(try await data.directory().ledger)
        guard let found = try await shelf.packs().first(where: { $0.name == pack }) else {
            throw KindFault(.unknownReference, "there is no pack \(pack)")
        }
        for kind in kinds.isEmpty ? found.kinds.map(\.name) : kinds {
            try await shelf.show(kind, of: pack, isShown)
            try output.say(Done(name: kind, done: true), "\(kind) is \(isShown ? "shown" : "hidden")")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Take a pack and the records that it brought away; what was written under its kinds stays, and reads as before."
        )
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The pack, by its name.")
        var pack: String

        func run() async throws {
            let shelf = KindShelf(try await data.directory().ledger)
            // First: what is cut off after it can be begun again.
            let withdrawn = try await shelf.withdrawRecords(of: pack, by: .machine)
            guard try await shelf.remove(pack) else {
                throw KindFault(.unknownReference, "there is no pack \(pack) that was installed")
            }
            try output.say(
                Done(name: pack, done: true),
                "removed \(pack)" + (withdrawn > 0 ? ", and withdrew \(withdrawn) objects that it had brought" : ""))
        }
    }

    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key to sign packs with; prints the public key, by which others verify.")
        @OptionGroup var output: OutputOption
        @Argument(help: "A name that you own, such as csirt.valdoria.example.")
        var name: String
        @Option(help: "Where the private key goes; a new file, for your eyes only.", completion: .file())
        var out: String

        func run() async throws {
            let key = Curve25519.Signing.PrivateKey()
            let signer = try NoteSigner(name: name, key: key)
            try Durable.make(out)
            try OutputFile.write(Array("\(name)+\(key.rawRepresentation.base64EncodedString())\n".utf8), to: out)
            try output.say(Done(name: signer.verifier.vkey, done: true), "\(signer.verifier.vkey)")
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign a pack: writes \(Pack.signature) into its folder (C2SP signed-note).")
        @OptionGroup var output: OutputOption
        @Argument(help: "The folder of the pack.", completion: .directory)
        var folder: String
        @Option(help: "The file of the private key.", completion: .file())
        var key: String

        func run() async throws {
            let pack = try PackFolder.read(folder)
            let text = String(decoding: try OpenedFile(key).contents(atMost: 1_000), as: UTF8.self)
            let parts = text.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "+", maxSplits: 1)
            guard parts.count == 2, let seed = Data(base64Encoded: String(parts[1])),
                let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
            else { throw KindFault(.badForm, "\(key) is no key that `concord pack key` made") }
            let signer = try NoteSigner(name: String(parts[0]), key: secret)
            let note = try SignedNote(text: pack.signedText, signers: [signer])
            try OutputFile.write(Array(note.encoded.utf8), to: "\(folder)/\(Pack.signature)")
            try output.say(Done(name: pack.name, done: true), "signed \(pack.name) \(pack.version) as \(signer.name)")
        }
    }
}

/// A pack as a folder of files.
enum PackFolder {
    /// Files of a folder and of the folders in it, one level deep; links are followed to nowhere.
    static func read(_ folder: String) throws -> Pack {
        var files: [Pack.File] = []
        func add(_ path: String) throws {
            guard files.count < Pack.mostFiles else {
                throw KindFault(.tooLarge, "a pack has at most \(Pack.mostFiles) files")
            }
            files.append(
                .init(path: path, bytes: try OpenedFile("\(folder)/\(path)").contents(atMost: YAMLText.mostBytes)))
        }
        func names(_ path: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
        }
        func type(_ path: String) -> FileAttributeType? {
            (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)"))?[.type] as? FileAttributeType
        }
        for name in try names(folder) {
            switch type(name) {
            case .typeDirectory?: for inner in try names("\(folder)/\(name)") { try checked("\(name)/\(inner)") }
            default: try checked(name)
            }
        }
        func checked(_ path: String) throws {
            guard type(path) == .typeRegular else {
                throw KindFault(
                    .unknownName, "a pack has files, and no links or deeper folders", file: "\(folder)/\(path)")
            }
            try add(path)
        }
        do throws(KindFault) {
            return try Pack(files)
        } catch {
            let fault = error
            throw fault.inFile(fault.file.map { "\(folder)/\($0)" } ?? folder)
        }
    }

    /// Who signed the pack, where that is this key's signature over these very files.
    static func verify(_ folder: String, _ pack: Pack, with key: NoteVerifier) throws -> String {
        let file = "\(folder)/\(Pack.signature)"
        guard let bytes = try? OpenedFile(file).contents(atMost: SignedNote.maximumByteCount) else {
            throw KindFault(.badSignature, "the pack is not signed", file: file)
        }
        guard let note = try? SignedNote(parsing: bytes), !((try? note.verify(with: [key])) ?? []).isEmpty else {
            throw KindFault(.badSignature, "this is no signature of \(key.name) by that key", file: file)
        }
        guard note.text == pack.signedText else {
            throw KindFault(
                .badSignature, "the files are not those that \(key.name) signed; whoever changes one signs again",
                file: file)
        }
        return key.name
    }
}
