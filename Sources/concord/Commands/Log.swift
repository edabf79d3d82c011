import ArgumentParser
import Exchange
import Files
import Foundation
import Ledger
import MerkleLog
import Outside
import STIX

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Look at a collection's log, and prove that nothing in it was changed.",
        subcommands: [Verify.self, Show.self, Checkpoint.self, RotateKey.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verify a log from its leaves up, trusting nobody.",
            discussion: """
                WHAT is a collection of this data directory (alias or id), an exported file, or the address of a log on a \
                running gateway. The first bad entry is named.

                Without --key and --checkpoint the parts are shown to fit each other, and no more is claimed: somebody could \
                have made them all anew. Give the key that you had from the gateway's people, and a checkpoint that you \
                kept: then nobody, the gateway included, can have changed what stood before it.

                Files that objects name and that an exported file lacks are counted and named. They are no problem of the log: \
                an object may speak of a file that nobody brought.

                Examples:
                  concord log verify public
                  concord log verify public.tar --key "$(cat concord.vkey)"
                  concord log verify https://gateway.example/logs/5f0c…  --checkpoint last-month.checkpoint
                """)

        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "A collection, an exported file, or a log's address.")
        var what: String
        @Option(help: "The verifier key (vkey) that must have signed.")
        var key: String?
        @Option(help: "A file with an earlier checkpoint, which the log must continue.")
        var checkpoint: String?
        @OptionGroup var inner: InnerNetworkOption
        @Flag(help: "Verify only entries and tree, without records and bodies.")
        var entriesOnly = false

        struct Answer: Encodable {
            struct Problem: Encodable {
                let kind: String
                let position: Int?
                let sentence: String
            }

            let origin: String
            let entries: Int
            let root: String?
            let bodies: Int
            let bodyBytes: Int
            /// Files that came with it.
            let files: Int?
            /// How many files objects name that did not come with it.
            let lackingFiles: Int?
            /// SHA-256 of the first of those.
            let lacking: [String]?
            /// Entries of which a mirror lacks something and says so.
            let missing: Int?
            let withdrawn: Int
            let erased: Int
            /// Nil where there are problems: nothing may be believed then.
            let claim: String?
            let problems: [Problem]
            let seconds: Double
        }

        func run() async throws {
            let known = try checkpoint.map { path in
                let bytes = try OpenedFile(path, .fileOrStream).contents(atMost: Self.longestCheckpoint)
                return try MerkleLog.Checkpoint(text: SignedNote(parsing: bytes).text)
            }
            let verifier = LogVerifier(
                key: try key.map(NoteVerifier.init(vkey:)), known: known, readsBodies: !entriesOnly)
            let progress = ProgressLine("verifying \(what)")
            let start = ContinuousClock.now
            let tell = { (done: Int, total: Int) in progress.update(done, of: total, "entries") }
            let result: Verification
            if what.hasPrefix("http://") || what.hasPrefix("https://") {
                result = try await PeerClient.with(for: what, reach: inner.reach) {
                    try await verifier.verify(RemoteLog(what, client: $0), progress: tell)
                }
            } else if let file = try exportedFile {
                result = try await verifier.verify(try ExportedLog(file), progress: tell)
            } else {
                let ledger = try await GatewayLedger(unchecked: data.directory, migrations: Compose.migrations)
                result = try await ledger.verify(
                    what, key: { [key = verifier.key] _ in key }, known: known, readsBodies: !entriesOnly,
                    progress: tell)
            }
            progress.end()
            try tellResult(result, seconds: (ContinuousClock.now - start) / .seconds(1))
            if !result.problems.isEmpty { throw ExitCode(1) }
        }

        private static let longestCheckpoint = 1 << 20
        /// Of very many, the rest is counted.
        private static let mostNamed = 20

        /// Nil where no file has this name, so that it is that of a collection.
        private var exportedFile: OpenedFile? {
            get throws {
                do {
                    return try OpenedFile(what)
                } catch  where error.code == .notFound {
                    return nil
                }
            }
        }

        private func tellResult(_ result: Verification, seconds: Double) throws {
            let answer = Answer(
                origin: result.origin, entries: result.size, root: result.root?.base64, bodies: result.bodies,
                bodyBytes: result.bodyBytes, files: result.blobs > 0 ? result.blobs : nil,
                lackingFiles: result.lackingBlobs.isEmpty ? nil : result.lackingBlobs.count,
                lacking: result.lackingBlobs.isEmpty ? nil : Array(result.lackingBlobs.prefix(Self.mostNamed)),
                missing: result.missing > 0 ? result.missing : nil,
                withdrawn: result.withdrawn, erased: result.erased,
                claim: result.problems.isEmpty ? result.claim.sentence(entriesOnly: entriesOnly) : nil,
                problems: result.problems.map {
                    .init(kind: $0.kind.rawValue, position: $0.position, sentence: $0.sentence)
                },
                seconds: seconds)
            var lines: [Printed] = [
                "log      \(result.origin)",
                "entries  \(result.size), of them \(result.withdrawn) withdrawals and \(result.erased) erasures",
                "root     \(result.root?.base64 ?? "none")",
            ]
            if !entriesOnly { lines.append("bodies   \(result.bodies), \(result.bodyBytes) bytes") }
            if result.blobs > 0 { lines.append("files    \(result.blobs)") }
            if !result.lackingBlobs.isEmpty {
                lines.append(
                    "lacking  \(result.lackingBlobs.count) files that objects name: never brought, or lost on the way")
                lines += result.lackingBlobs.prefix(Self.mostNamed).map { "         \($0)" as Printed }
                let more = result.lackingBlobs.count - Self.mostNamed
                if more > 0 { lines.append("         and \(more) more") }
            }
            if result.missing > 0 { lines.append("missing  what \(result.missing) entries of this mirror say") }
            if result.problems.isEmpty {
                lines.append("verified \(result.claim.sentence(entriesOnly: entriesOnly))")
            } else {
                lines += result.problems.map { "PROBLEM  \($0.kind.rawValue): \($0.sentence)" as Printed }
            }
            try output.say(answer, lines.joined(separator: "\n"))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The newest entries of a collection's log.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The collection, by alias or id.")
        var collection: String
        @Option(help: "At most so many.")
        var limit = 20

        struct Row: Encodable {
            let position: Int
            let added: String
            let kind: String
            let id: String?
            let reason: String?
        }

        func run() async throws {
            let reader = Reader.machine(of: try await data.ledger())
            guard let collection = try await reader.collection(collection) else {
                throw LedgerError(.unknownCollection, "there is no collection \(collection)")
            }
            for change in try await reader.changes(in: collection, limit: limit) {
                let row =
                    switch change.kind {
                    case .placed(let item): Row(change, "place", item.id)
                    case .withdrawn(let item, let reason): Row(change, "withdraw", item.id, reason)
                    case .erased: Row(change, "erased")
                    case .absent: Row(change, "absent")
                    case .configured: Row(change, "config")
                    }
                try output.say(
                    row,
                    "\(row.position)\t\(row.added)\t\(row.kind)\t\(row.id ?? "")\(row.reason.map { "\t\($0)" as Printed } ?? "")"
                )
            }
        }
    }

    struct Checkpoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The last signed checkpoint, with --key the key that signs instead.",
            discussion: """
                Keep both outside this gateway; they are what a later `log verify` is measured against.

                Example:
                  concord log checkpoint public > public.checkpoint
                """)
        @OptionGroup var data: DataOption
        @Argument(help: "The collection, by alias or id.")
        var collection: String
        @OptionGroup var output: OutputOption
        @Flag(help: "Print the verifier key (vkey).")
        var key = false

        struct Answer: Encodable {
            let collection: String
            let checkpoint: String
            let key: String
        }

        func run() async throws {
            let reader = Reader.machine(of: try await data.ledger())
            guard let collection = try await reader.collection(collection),
                let head = try await reader.head(of: collection)
            else {
                throw LedgerError(.unknownCollection, "there is no collection \(collection) with a checkpoint")
            }
            // A note ends with a line feed of its own.
            try output.say(
                Answer(collection: collection.alias, checkpoint: head.note, key: head.vkey),
                Printed(lines: key ? head.vkey : String(head.note.dropLast())))
        }
    }

    struct RotateKey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-key",
            abstract: "Replace the key that signs every log of this gateway.",
            discussion: """
                Each log gains an entry that states the new key, signed by the old one and the new, so whoever trusts the old \
                key can follow. If the old key may have been stolen, tell your readers the new one by another way as well.

                Example:
                  concord log rotate-key
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        struct Answer: Encodable {
            let collection: String
            let key: String
        }

        func run() async throws {
            for (collection, vkey) in try await data.ledger().rotateKey() {
                try output.say(Answer(collection: collection, key: vkey), "\(collection)\t\(vkey)")
            }
        }
    }
}

extension LogCommand.Show.Row {
    fileprivate init(_ change: LogChange, _ kind: String, _ id: String? = nil, _ reason: String? = nil) {
        self.init(position: change.position, added: change.added.description, kind: kind, id: id, reason: reason)
    }
}

extension Verification.Claim {
    /// What may be believed after this.
    func sentence(entriesOnly: Bool) -> String {
        let whole = entriesOnly ? "entries and tree are whole (records and bodies were not read)" : "the log is whole"
        return switch self {
        case .selfConsistent:
            "the parts fit each other; no key and no earlier checkpoint was given, so this says nothing about who made them"
        case .signed(let vkey): "\(whole), and signed with the given key \(vkey)"
        case .continues(let size):
            "\(whole), and continues the given checkpoint of \(size) entries; no key was given"
        case .signedAndContinues(let vkey, let size):
            "\(whole), signed with the given key \(vkey), and continues the given checkpoint of \(size) entries"
        }
    }
}
