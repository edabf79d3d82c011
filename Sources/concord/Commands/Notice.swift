import ArgumentParser
import Directory
import Hall
import Ledger
import Outside
import STIX

struct NoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "What people are told, and by which ways: say, ways, add, remove, try.",
        discussion: """
            People choose on the page /notices/ways by which ways they are told, and when. An operator does the same here, and may name \
            what only an operator can: a program of this machine, or a webhook in an inner network. Links in what is sent begin with \
            --url, else CONCORD_URL, of whoever works: concord serve, or concord work run.

            Examples:
              concord notice say "We move to another server tonight." --who-may administer
              concord notice say "Call me." --to "Lena Novak" --urgent
              concord notice add "Lena Novak" program:/usr/local/bin/ring --least urgent
              concord notice add "Lena Novak" http://127.0.0.1:9099/ring --least urgent --inner-network
              concord notice ways "Lena Novak"
            """,
        subcommands: [Say.self, Ways.self, Add.self, Remove.self, Try.self])

    struct Way: Encodable {
        let id: String
        let kind: String
        let place: String
        let least: String
        let agreed: String?
        let told: String?
        let problem: String?
        /// What the receiver of a webhook checks signatures with; shown once.
        let signing: String?

        init(_ way: NoticeWay, signing: String? = nil) {
            id = way.id
            kind = way.kind.rawValue
            place = way.words
            least = way.least.word
            agreed = way.confirmed?.description
            told = way.told?.description
            problem = way.problem
            self.signing = signing
        }

        var sentence: Printed {
            let state = agreed == nil ? "waits for its reader to agree" : "told last \(told ?? "never")"
            let line: Printed = "\(id)\t\(place)\tfrom \(least)\t\(state)"
            let trouble: Printed = problem.map { line + "\n  \($0)" } ?? line
            return signing.map { trouble + "\nThe key that signs, shown this once:\n\($0)" } ?? trouble
        }
    }

    struct Say: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tell people something.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "What; one or two sentences.") var text: String
        @Option(help: "Name or id of the account that is told.") var to: String?
        @Option(help: "Everybody who may do this: discuss, publish, withdraw, decide, erase, administer.") var whoMay:
            Act?
        @Flag(help: "At once, at any hour, instead of outside of quiet hours.") var urgent = false

        func validate() throws {
            guard (to == nil) != (whoMay == nil) else { throw ValidationError("Say --to or --who-may.") }
            guard 1...500 ~= text.utf8.count else { throw ValidationError("A notice has 1 to 500 bytes.") }
        }

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: "")
            let addressee: NoticeDraft.Addressee
            if let whoMay {
                addressee = .whoMay(whoMay)
            } else {
                addressee = .account(try await compose.directory.account(to ?? "").id)
            }
            try await compose.hall.tell(text, urgent ? .urgent : .soon, to: addressee)
            try output.say(
                Done(name: to ?? whoMay?.rawValue ?? "", done: true), "they are told as soon as somebody works")
        }
    }

    struct Ways: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The ways by which somebody is told.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id of the account.") var account: String

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: "")
            let owner = try await compose.directory.account(account)
            for way in try await NoticeTable(compose.door.ledger).ways(of: owner.id).map({ Way($0) }) {
                try output.say(way, way.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a way by which somebody is told.",
            discussion: """
                A letter asks whoever reads at a mail address whether they agree, unless --agreed says that they have. A webhook gets \
                messages that are signed as Standard Webhooks 1.0 says; the key is printed once. A program reads the same message from its \
                standard input, and ends with 0 where somebody was told.
                """)
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @OptionGroup var site: SiteOption
        @OptionGroup var inner: InnerNetworkOption
        @Argument(help: "Name or id of the account.") var account: String
        @Argument(help: "A mail address, https://… or program:/PATH.") var place: String
        @Option(help: "What presses less is not told by it: digest, soon, urgent.") var least: Urgency = .digest
        @Flag(help: "Whoever reads at the mail address has agreed.") var agreed = false

        func run() async throws {
            let compose = Compose(ledger: try await data.ledger(), address: site.address)
            let owner = try await compose.directory.account(account)
            let (added, signing) = try await compose.hall.addWay(
                .ordered(place, reach: inner.reach), for: owner.id, least: least, isAgreed: agreed)
            let way = Way(added, signing: signing)
            try output.say(way, way.sentence)
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a way away.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Its id: the first column of the list.") var id: String

        func run() async throws {
            try await Compose(ledger: try await data.ledger(), address: "").hall.removeWay(id, of: nil)
            try output.say(Done(name: id, done: true), "nothing is told by it any more")
        }
    }

    struct Try: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell somebody that this is a try, by all of their ways.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The id of one of their ways.") var id: String

        func run() async throws {
            try await Compose(ledger: try await data.ledger(), address: "").hall.tryWay(id, of: nil)
            try output.say(Done(name: id, done: true), "it is told as soon as somebody works")
        }
    }
}

extension Act: ExpressibleByArgument {}

extension Urgency: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
}
