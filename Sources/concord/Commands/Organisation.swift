import ArgumentParser
import Directory
import Ledger

struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Organisations whose people have accounts here, and whom they answer for.",
        discussion: """
            Examples:
              concord organisation add "Harbour Bank"
              concord organisation constituency "Harbour Bank" --network 192.0.2.0/24 --asn 64500 --domain bank.example
              concord organisation card "Harbour Bank" --into public --email cert@bank.example --language en
            """,
        subcommands: [List.self, Add.self, Constituent.self, Card.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let name: String
        let people: Int
        let identity: String?

        init(_ organisation: Organisation) {
            id = organisation.id
            name = organisation.name
            people = organisation.people
            identity = organisation.identity
        }

        var sentence: Printed { "\(name)\t\(people) people\t\(id)\t\(identity ?? "no card")" }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every organisation: name, people, id, public face.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            for organisation in try await data.directory().organisations() {
                let summary = Summary(organisation)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enter an organisation.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument var name: String

        func run() async throws {
            let summary = Summary(try await data.directory().addOrganisation(name, by: .machine))
            try output.say(summary, summary.sentence)
        }
    }

    struct Constituent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "constituency", abstract: "State, or show, whom an organisation answers for.",
            discussion: "What is stated takes the place of what was stated before; without options, it is shown.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The organisation, by name or id.")
        var name: String
        @Option(help: "An IPv4 or IPv6 prefix; may be repeated.")
        var network: [String] = []
        @Option(help: "An AS number; may be repeated.")
        var asn: [String] = []
        @Option(help: "A domain with everything below it; may be repeated.")
        var domain: [String] = []
        @Option(help: "A word of industry-sector-ov, such as energy; may be repeated.")
        var sector: [String] = []

        struct Answer: Encodable {
            let networks: [String]
            let asns: [Int]
            let domains: [String]
            let sectors: [String]
        }

        func run() async throws {
            let directory = try await data.directory()
            let form = ConstituencyForm(
                networks: network.joined(separator: "\n"), systems: asn.joined(separator: "\n"),
                domains: domain.joined(separator: "\n"), sectors: sector)
            if !(network + asn + domain + sector).isEmpty { try await directory.state(form, of: name, by: .machine) }
            let stated = try await directory.constituency(of: directory.organisation(name).id)
            var lines = stated.networks.map { "network\t\($0)" as Printed }
            lines += stated.systems.map { "asn\tAS\($0)" as Printed }
            lines += stated.domains.map { "domain\t\($0)" as Printed }
            lines += stated.sectors.map { "sector\t\($0)" as Printed }
            try output.say(
                Answer(
                    networks: stated.networks, asns: stated.systems, domains: stated.domains, sectors: stated.sectors),
                lines.joined(separator: "\n"))
        }
    }

    struct Card: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish or update the identity object that says how an organisation is reached.",
            discussion:
                "What is not stated stays as the last version says it; the constituency is that which is stated here.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The organisation, by name or id.")
        var name: String
        @Option(help: "The collection, by alias or id.")
        var into: String
        @Option(help: "A language in which to write, the best first, such as en; may be repeated.")
        var language: [String] = []
        @Option(help: "Such as Africa/Tunis.")
        var timeZone: String?
        @Option(help: "When somebody answers, in words.")
        var hours: String?
        @Option var email: String?
        @Option var phone: String?
        @Option(help: "Fingerprint or address of a public key; may be repeated.")
        var key: [String] = []

        struct Answer: Encodable { let identity: String }

        func run() async throws {
            let directory = try await data.directory()
            var edited = try await directory.card(of: directory.organisation(name), for: .machine)
            if !language.isEmpty { edited.card.languages = language }
            edited.card.timeZone = timeZone ?? edited.card.timeZone
            edited.card.hours = hours ?? edited.card.hours
            edited.card.email = email ?? edited.card.email
            edited.card.phone = phone ?? edited.card.phone
            if !key.isEmpty { edited.card.keys = key }
            let id = try await directory.publish(edited, of: name, into: into, by: .machine)
            try output.say(Answer(identity: id), "\(id) stands in \(into)")
        }
    }
}
