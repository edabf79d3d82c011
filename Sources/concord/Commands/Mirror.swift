import ArgumentParser
import Directory
import Exchange
import Foundation
import Ledger
import MerkleLog
import STIX
import Storage

struct MirrorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mirror",
        abstract: "Follow a collection of another gateway, log and all, and prove that it is the same.",
        subcommands: [List.self, Add.self, Evidence.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let alias: String
        let collection: String
        let origin: String
        let entries: Int
        let verified: Int
        let verifiedAt: String?
        let root: String?
        let key: String
        let unexplained: Int
        let erasedHere: Int
        let alarm: String?
        let sentence: String

        init(_ mirror: MirroredLog) {
            alias = mirror.collection.alias
            collection = mirror.collection.id
            origin = mirror.collection.origin
            entries = mirror.collection.size
            verified = mirror.proven
            verifiedAt = mirror.verified?.description
            root = mirror.promised?.checkpoint.root.base64
            key = mirror.key
            unexplained = mirror.unexplained
            erasedHere = mirror.erasedHere
            alarm = mirror.alarm?.sentence
            sentence = mirror.sentence
        }

        var line: Printed { "\(alias)\t\(sentence)\troot \(root ?? "none")\t\(origin)" }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every mirror: how far it is verified and when, its root, whose log it is.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            let ledger = try await data.ledger()
            for collection in try await Reader.machine(of: ledger).collections() {
                guard let mirror = try await ledger.mirror(collection) else { continue }
                let summary = Summary(mirror)
                try output.say(summary, summary.line)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mirror another gateway's collection here, and copy what stands in it now.",
            discussion: """
                URL is the address of the log, or of the page of the collection. Have the key from the people of that \
                gateway (`concord log checkpoint COLLECTION --key`), not from the gateway itself: everything that is copied \
                is verified with it.

                What is marked above the audience's ceiling, or is unsafe, goes into quarantine; its entry is kept.

                Examples:
                  concord mirror add https://cirt.example/logs/5f0c… --key "concord/…" --alias examplia --audience everyone
                  concord mirror add https://cirt.example/collections/5f0c… --key "$(cat examplia.vkey)" --alias banks \\
                    --audience "group:Bank Group" --token-file examplia.token
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The address of the log or the collection.")
        var url: String
        @Option(help: "The verifier key (vkey) of the log.")
        var key: String
        @Option(help: "Alias here: lower-case letters, digits and hyphens.")
        var alias: String
        @Option(help: "Title here (default: the alias).")
        var title: String?
        @Option var description = ""
        @Option(help: "Who reads it here, as in `concord collection add`.")
        var audience: String
        @Option(help: "The strictest marking that is shown here; that of the audience unless stated.")
        var ceiling: TLP?
        @OptionGroup var peer: PeerOptions
        @Option(help: "How often it is asked: 90s, 15m, 6h, 1d.")
        var every = PollInterval(seconds: 300)

        func run() async throws {
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw ValidationError("an address begins with https:// or http://")
            }
            let composed = Compose(ledger: try await data.ledger(cache: .bulk), address: "")
            let mirror = try await composed.exchange.addMirror(
                .init(
                    alias: alias, title: title ?? alias, description: description,
                    audience: try await composed.directory.audience(named: audience, by: .machine), ceiling: ceiling,
                    key: try NoteVerifier(vkey: key), address: MirrorAddress(url),
                    credentials: try peer.credentials(), reach: peer.reach, authority: peer.authorityPath,
                    interval: every.seconds))
            let summary = Summary(mirror)
            try output.say(summary, summary.line)
        }
    }

    struct Evidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What contradicted a mirror: the signed checkpoint that we hold, and the one that does not fit.",
            discussion: """
                Two checkpoints of one origin, both signed with one key, of which neither continues the other, prove that its \
                holder showed two histories. Keep them, and ask the people of that gateway.

                Example:
                  concord mirror evidence examplia --json >evidence.json
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The mirror, by alias or id.")
        var mirror: String

        struct Answer: Encodable {
            let raised: String
            let code: String
            let sentence: String
            let ours: String?
            let theirs: String?
        }

        func run() async throws {
            let ledger = try await data.ledger()
            guard let collection = try await Reader.machine(of: ledger).collection(mirror),
                try await ledger.mirror(collection) != nil
            else { throw LedgerError(.unknownCollection, "there is no mirror \(mirror)") }
            for alarm in try await ledger.alarms(of: collection) {
                let answer = Answer(
                    raised: alarm.raised.description, code: alarm.code, sentence: alarm.sentence, ours: alarm.ours,
                    theirs: alarm.theirs)
                try output.say(
                    answer,
                    """
                    \(answer.raised) \(answer.code): \(answer.sentence)
                    held here:
                    \(Printed(lines: answer.ours ?? "nothing\n"))
                    given now:
                    \(Printed(lines: answer.theirs ?? "nothing\n"))
                    """)
            }
        }
    }
}
