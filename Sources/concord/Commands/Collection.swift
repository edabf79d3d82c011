import ArgumentParser
import Directory
import Exchange
import Ledger
import STIX
import Storage

struct CollectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collection", abstract: "List, add and inspect collections.",
        subcommands: [List.self, Add.self, ReviewCommand.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let alias: String
        let title: String
        let audience: String
        let ceiling: String
        let defaultMarking: String
        let origin: String
        let entries: Int
        let kind: String
        /// How far a mirror is verified, and when.
        let mirror: String?
        /// `agreement`, or the length of the silence such as P7D; nil where nothing is reviewed.
        let review: String?

        /// - Parameter audience: in the words that name it.
        init(_ collection: LogCollection, audience: String, mirror: MirroredLog? = nil) {
            id = collection.id
            alias = collection.alias
            title = collection.title
            self.audience = audience
            ceiling = collection.ceiling.label
            defaultMarking = collection.defaultMarking.label
            origin = collection.origin
            entries = collection.size
            kind = collection.kind.rawValue
            self.mirror = mirror?.sentence
            review = collection.review?.description
        }

        var sentence: Printed {
            "\(alias)\t\(entries) entries\t\(audience), up to \(ceiling)\t\(id)\t\(title)\(mirror.map { "\tmirror, \($0)" as Printed } ?? "")\(review.map { "\treview \($0)" as Printed } ?? "")"
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every collection: alias, number of log entries, audience and ceiling, id, title.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            let directory = try await data.directory()
            for collection in try await Reader.machine(of: directory.ledger).collections() {
                let summary = Summary(
                    collection, audience: try await directory.words(for: collection.audience),
                    mirror: try await directory.ledger.mirror(collection))
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a collection with one audience.",
            discussion: """
                A list of persons is fixed for ever: whoever else should read makes another collection.

                Examples:
                  concord collection add advisories --title "Advisories" --audience everyone
                  concord collection add banks --title "Banks" --audience "group:Bank Group"
                  concord collection add red --title "Operation Lantern" --audience "persons:Amina Haddad,Ravi Menon"
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Alias: lower-case letters, digits and hyphens.")
        var alias: String
        @Option var title: String
        @Option var description = ""
        @Option(
            help: """
                everyone (up to TLP:CLEAR), signed-in (GREEN), group:NAME (AMBER), desk or organisation:NAME \
                (AMBER+STRICT), persons:NAME,NAME (RED).
                """)
        var audience: String
        @Option(help: "What objects without a TLP marking count as, such as TLP:GREEN; the ceiling unless stated.")
        var defaultMarking: TLP?

        func run() async throws {
            let directory = try await data.directory()
            let audience = try await directory.audience(named: audience, by: .machine)
            let collection = try await directory.ledger.createCollection(
                alias: alias, title: title, description: description, audience: audience, defaultMarking: defaultMarking
            )
            let summary = Summary(collection, audience: try await directory.words(for: audience))
            try output.say(summary, summary.sentence)
        }
    }

    struct ReviewCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "review", abstract: "Say what must happen before anything is published in a collection.",
            discussion: """
                Its log states the rule from then on. What sources and commands of this machine bring is not reviewed.

                Examples:
                  concord collection review advisories agreement     somebody else who decides there agrees
                  concord collection review advisories silence --days 7     published unless somebody objects
                  concord collection review advisories none
                """)

        enum Rule: String, ExpressibleByArgument, CaseIterable { case none, agreement, silence }

        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The collection, by alias or id.") var collection: String
        @Argument(help: "none, agreement or silence.") var rule: Rule
        @Option(help: "How long a silence lasts, 1 to 90.") var days = 7

        func run() async throws {
            let directory = try await data.directory()
            let review: Review? =
                switch rule {
                case .none: nil
                case .agreement: .agreement
                case .silence: .silence(days: days)
                }
            let changed = try await directory.ledger.setReview(review, of: collection)
            let summary = Summary(changed, audience: try await directory.words(for: changed.audience))
            try output.say(summary, summary.sentence)
        }
    }
}
