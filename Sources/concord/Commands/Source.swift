import ArgumentParser
import Exchange
import Ledger
import Outside
import STIX

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Servers that objects come from: add, list, test, pause, resume, remove.",
        discussion: """
            `concord serve` asks each source when it is due, and `concord pull` asks at once. Both go on where the last visit \
            ended. A source that fails is asked again later and later; one that needs somebody is stopped until it is resumed. \
            Both stand on the desk's first page and in /metrics.

            Examples:
              concord source add "Harbour ISAC" https://taxii.example/api/collections/5f0c…/ --into desk --user cirt
              concord source test "Harbour ISAC"
              concord source test https://taxii.example/taxii2/
              concord source resume "Harbour ISAC"

            A password or token is read from --password-file or --token-file, else from CONCORD_PASSWORD or CONCORD_TOKEN.

            An address that leads to this machine or into an inner network is refused, unless --inner-network allows it for that \
            source (`concord source resume NAME --inner-network` afterwards).
            """,
        subcommands: [List.self, Add.self, Test.self, Pause.self, Resume.self, Remove.self],
        defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let name: String
        let kind: String
        let address: String
        let credentials: String
        let collection: String
        let defaultMarking: String?
        let reliability: String
        let corrections: Corrections
        let every: String
        let standing: String
        let state: String?
        let lastSuccess: String?
        let failingSince: String?
        let failures: Int
        let placed: Int
        let problem: String?
        let next: String?

        init(_ source: PolledSource, collection: String) {
            id = source.settings.id
            name = source.settings.name
            kind = source.settings.kind.rawValue
            address = source.settings.address
            credentials = source.settings.credentials.description
            self.collection = collection
            defaultMarking = source.settings.defaultMarking?.label
            reliability = source.settings.reliability.rawValue
            corrections = source.settings.corrections
            every = PollInterval.text(source.settings.interval)
            standing =
                source.isPaused
                ? "paused" : source.isStopped ? "stopped" : source.failingSince == nil ? "active" : "failing"
            state = source.state
            lastSuccess = source.succeeded?.description
            failingSince = source.failingSince?.description
            failures = source.failures
            placed = source.placed
            problem = source.problem?.sentence
            next = source.next?.description
        }

        var sentence: Printed {
            var lines: [Printed] = [
                "\(name)\t\(kind)\tinto \(collection)\tevery \(every)\treliability \(reliability)\t\(standing)\t\(placed) placed"
            ]
            lines.append("  \(address), as \(credentials)")
            if let state { lines.append("  \(state); last success \(lastSuccess ?? "never")") }
            if let problem { lines.append("  fails since \(failingSince ?? "now"): \(problem)") }
            return lines.joined(separator: "\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every source, how far it is read, and how it fares.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            let ledger = try await data.ledger()
            let names = try await ledger.aliases()
            for source in try await PolledSources(ledger).all() {
                let summary = Summary(
                    source, collection: names[source.settings.collection] ?? source.settings.collection)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask another server from now on.",
            discussion: """
                NAME is the name under which the log keeps what it says: the version lines that it begins are its own. An object \
                of it without a TLP counts as --default-marking, else as the ceiling of the collection.

                The address of a TAXII source is that of one collection; where another address of the server is given, the \
                collections there are listed. --unchecked adds it without asking the server.
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var peer: PeerOptions
        @Argument(help: "The name of who says so.") var name: String
        @Argument(help: "The address, https://…") var url: String
        @Option(help: "The collection its objects go to, by alias or id.") var into: String
        @Option(help: "taxii or misp; a mirror is made by `concord mirror add`.") var kind = SourceSettings.Kind.taxii
        @Option(help: "What its objects without a TLP count as; the collection's ceiling unless stated.")
        var defaultMarking: TLP?
        @Option(
            help:
                "How far it is believed, on the Admiralty scale: A (completely reliable) to E (unreliable), F (not known)."
        )
        var reliability = SourceSettings.Reliability.cannotBeJudged
        @Option(
            help: "Other content under a version it has sent before: hold it in quarantine, or replace its own earlier."
        )
        var corrections = Corrections.hold
        @Option(help: "How often it is asked: 90s, 15m, 6h, 1d.") var every = PollInterval(seconds: 900)
        @Flag(help: "Add it without asking the server.") var unchecked = false

        func run() async throws {
            guard kind != .mirror else {
                throw ValidationError("a mirror comes with a collection and a key: concord mirror add")
            }
            let ledger = try await data.ledger()
            let credentials = try peer.credentials()
            var address = url
            if kind == .taxii, !unchecked {
                address = try await collection(credentials, now: ledger.surroundings.now())
            }
            let source = try await PolledSources(ledger).add(
                name, kind: kind, address: address, credentials: credentials, reach: peer.reach,
                authority: peer.authorityPath,
                into: into,
                defaultMarking: defaultMarking, reliability: reliability, corrections: corrections,
                interval: every.seconds)
            let summary = Summary(source, collection: into)
            try output.say(summary, summary.sentence)
        }

        /// The collection that is meant.
        private func collection(_ credentials: PeerCredentials, now: Timestamp) async throws -> String {
            let found = try await PeerClient.with(
                credentials, for: url, reach: peer.reach, authority: peer.authorityPath
            ) {
                try await TAXIIDiscovery.look(at: url, $0, now: now)
            }
            if found.isCollection { return url }
            let readable = found.collections.filter(\.canRead)
            if readable.count == 1, let only = readable.first { return only.address }
            let list = readable.map { "  \($0.address)  \($0.title)" }.joined(separator: "\n")
            throw ExchangeError(
                .badSource,
                readable.isEmpty
                    ? "\(url) has no collection that these credentials can read"
                    : "\(url) has \(readable.count) collections; add each that you want by its own address:\n\(list)")
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try a source step by step, and say what works; nothing is placed.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var peer: PeerOptions
        @Argument(help: "The name of a source, or an address.") var what: String
        @Option(help: "For an address: taxii, mirror or misp.") var kind = SourceSettings.Kind.taxii

        struct Answer: Encodable {
            let step: String
            let ok: Bool
            let sentence: String
        }

        func run() async throws {
            let test = SourceTest(now: Surroundings.system.now())
            let steps: [SourceTest.Step]
            if what.contains("://") {
                steps = await test.run(
                    what, kind: kind, credentials: try peer.credentials(), reach: peer.reach,
                    authority: peer.authorityPath)
            } else {
                let settings = try await PolledSources(data.ledger()).named(what).settings
                steps = await test.run(
                    settings.address, kind: settings.kind, credentials: settings.credentials, reach: settings.reach,
                    authority: settings.authority)
            }
            for step in steps {
                try output.say(
                    Answer(step: step.name, ok: step.isGood, sentence: step.sentence),
                    "\(step.isGood ? "ok      " : "PROBLEM ") \(step.name): \(step.sentence)")
            }
            if steps.contains(where: { !$0.isGood }) { throw ExitCode(1) }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Leave a source alone until it is resumed.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Its name or id.") var name: String

        func run() async throws {
            try await PolledSources(data.ledger()).pause(name)
            try output.say(Done(name: name, done: true), "\(name) is paused")
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a source again that was paused, or stopped because somebody had to look.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var inner: InnerNetworkOption
        @Argument(help: "Its name or id.") var name: String

        func run() async throws {
            try await PolledSources(data.ledger()).resume(name, reach: inner.reach)
            try output.say(Done(name: name, done: true), "\(name) is asked again")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forget a source and its credentials; what it brought stays.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Its name or id.") var name: String

        func run() async throws {
            try await PolledSources(data.ledger()).remove(name)
            try output.say(Done(name: name, done: true), "\(name) is removed; what it brought stays")
        }
    }
}

extension GatewayLedger {
    /// The alias of each collection by its id.
    func aliases() async throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try await Reader.machine(of: self).collections().map { ($0.id, $0.alias) })
    }
}
