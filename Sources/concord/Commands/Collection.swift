import ArgumentParser
import Ledger
import STIX
import Storage

struct CollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection", abstract: "List, add and inspect collections.",
        subcommands: [List.self, Add.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let alias: String
        let title: String
        let audience: String
        let ceiling: String
        let defaultMarking: String
        let origin: String
        let entries: Int

        init(_ collection: LogCollection) {
            id = collection.id
            alias = collection.alias
            title = collection.title
            audience =
                collection.audience == .organisation(collection.gateway) ? "desk" : collection.audience.description
            ceiling = collection.ceiling.label
            defaultMarking = collection.defaultMarking.label
            origin = collection.origin
            entries = collection.size
        }

        var sentence: String { "\(alias)\t\(entries) entries\t\(audience), up to \(ceiling)\t\(id)\t\(title)" }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every collection: alias, number of log entries, audience and ceiling, id, title.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            for collection in try await Reader.machine(of: data.ledger()).collections() {
                let summary = Summary(collection)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a collection with one audience.",
            discussion: """
                Example:
                  concord collection add advisories --title "Advisories" --audience everyone
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Alias: lower-case letters, digits and hyphens.")
        var alias: String
        @Option var title: String
        @Option var description = ""
        @Option(help: "everyone (up to TLP:CLEAR) or desk (your organisation, up to TLP:AMBER+STRICT).")
        var audience: String
        @Option(help: "What objects without a TLP marking count as, such as TLP:GREEN; the ceiling unless stated.")
        var defaultMarking: TLP?

        func run() async throws {
            let ledger = try await data.ledger()
            let audience = try Audience(argument: audience, desk: ledger.gateway.desk)
            let collection = try await ledger.createCollection(
                alias: alias, title: title, description: description, audience: audience, defaultMarking: defaultMarking
            )
            let summary = Summary(collection)
            try output.say(summary, summary.sentence)
        }
    }
}
