import ArgumentParser
import Directory
import Exchange
import Ledger
import STIX

struct ListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists", abstract: "Lists of values for firewalls and resolvers, at secret addresses.",
        discussion: """
            A list holds the values of current indicators that may be blocked by themselves, as its owner may read at that moment.

            Examples:
              concord lists add "Lena Novak" --name "edge firewall" --kind ipv4 --collection public
              concord lists list "Lena Novak"
              concord lists remove "Lena Novak" 3f0c…
            """,
        subcommands: [List.self, Add.self, Remove.self])

    struct Summary: Encodable {
        let id: String
        let name: String
        let kind: String
        let collections: [String]?
        let confidence: Int
        let ceiling: String
        let created: String
        let address: String?

        init(_ list: PlainList, address: String? = nil) {
            (id, name, kind) = (list.id, list.name, list.kind.rawValue)
            (collections, confidence) = (list.collections, list.confidence)
            (ceiling, created) = (list.ceiling.label, list.created.description)
            self.address = address
        }

        var sentence: Printed {
            let extent =
                collections.map { $0.count == 1 ? "1 collection" : "\($0.count) collections" } ?? "all collections"
            let line: Printed = "\(id)\t\(name)\t\(kind)\t\(extent)\tup to \(ceiling)\tconfidence from \(confidence)"
            return address.map { "\(line)\nIts address, shown this once (.csv for a table):\n\($0)" } ?? line
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The lists of an account.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id of the account.") var account: String

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: "")
            for list in try await compose.exchange.lists(of: compose.directory.account(account).id) {
                let summary = Summary(list)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a list; its address is shown once.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var site: SiteOption
        @Argument(help: "Name or id of the account it reads as.") var account: String
        @Option(help: "What it is for.") var name: String
        @Option(help: "ipv4, ipv6, domain, url, md5, sha1, sha256 or email.") var kind: PlainList.Kind
        @Option(
            help: "A collection to take from, by alias or id; may be repeated; all that the owner reads unless stated.")
        var collection: [String] = []
        @Option(help: "The least confidence of an indicator; 0 takes those that state none too.") var confidence = 0
        @Option(help: "What is marked more strictly is left out.") var ceiling: TLP = .amberStrict

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: site.address)
            let account = try await compose.directory.account(account)
            guard let owner = try await compose.directory.person(account: account.id) else {
                throw DirectoryError(.isDisabled, "the account of \(account.name) is closed")
            }
            let (list, address) = try await compose.exchange.makeList(
                name, of: kind, for: owner, collections: collection.isEmpty ? nil : collection, confidence: confidence,
                ceiling: ceiling)
            let summary = Summary(list, address: address)
            try output.say(summary, summary.sentence)
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Withdraw a list; its address stops working at once.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id of the account.") var account: String
        @Argument(help: "Its id, as `lists list` shows it.") var id: String

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: "")
            guard try await compose.exchange.removeList(id, of: compose.directory.account(account).id) else {
                throw ExchangeError(.unknownSource, "\(account) has no list \(id)")
            }
            try output.say(Done(name: id, done: true), "withdrew \(id)")
        }
    }
}

extension PlainList.Kind: ExpressibleByArgument {}
