import ArgumentParser
import Directory
import STIX

struct GroupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: "Sharing groups: organisations that share something with each other.",
        discussion: """
            Examples:
              concord group add "Bank Group"
              concord group add "Quiet Table" --hides-members
              concord group mandate "Spam Table" "Write the code of conduct." --until 2027-06-30
              concord group member "Bank Group" add "Harbour Bank"          says what they will read
              concord group member "Bank Group" add "Harbour Bank" --yes    does it
            """,
        subcommands: [List.self, Add.self, Member.self, Mandate.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let name: String
        let hidesMembers: Bool
        let members: [String]
        let mandate: String
        /// RFC 3339; nil for a group without an end.
        let ends: String?

        init(_ group: SharingGroup) {
            mandate = group.mandate
            ends = group.ends?.description
            id = group.id
            name = group.name
            hidesMembers = group.hidesMembers
            members = group.members.map(\.name)
        }

        var sentence: Printed {
            let hidden: Printed = hidesMembers ? "\thides its members" : ""
            return "\(name)\(hidden)\t\(id)\t\(members.isEmpty ? "no members" : members.joined(separator: ", "))"
                + (ends.map { "\tuntil \($0)" } ?? "")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every group: name, id, members.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            for group in try await data.directory().groups() {
                let summary = Summary(group)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a group.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument var name: String
        @Flag(help: "The members learn neither the names nor the number of the others.")
        var hidesMembers = false

        func run() async throws {
            let summary = Summary(try await data.directory().addGroup(name, hidesMembers: hidesMembers, by: .machine))
            try output.say(summary, summary.sentence)
        }
    }

    struct Mandate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what a group is for, and its last day: past it nothing is added until a later day is set.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The group, by name or id.") var group: String
        @Argument(help: "What it is for.") var mandate: String
        @Option(help: "The last day, such as 2027-06-30; without it the group has no end.") var until: String?

        func run() async throws {
            var ends: Timestamp?
            if let until {
                guard let day = Timestamp("\(until)T00:00:00.000Z") else {
                    throw ValidationError("\(until) is no day; write it as 2027-06-30")
                }
                ends = Timestamp(clamping: day.microseconds + 86_400_000_000)
            }
            let directory = try await data.directory()
            try await directory.setMandate(mandate, ends: ends, of: group, by: .machine)
            let summary = Summary(try await directory.group(group))
            try output.say(summary, summary.sentence)
        }
    }

    struct Member: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an organisation to a group, or remove it: its people read, or stop reading, at once.")

        enum Change: String, ExpressibleByArgument { case add, remove }

        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "The group, by name or id.") var group: String
        @Argument(help: "add or remove.") var change: Change
        @Argument(help: "The organisation, by name or id.") var organisation: String
        @Flag(help: "Add it, knowing what its people will read.") var yes = false

        struct Preview: Encodable {
            let organisation: String
            let people: Int
            let collections: [String]
            let entries: Int
            let added: Bool
        }

        func run() async throws {
            let directory = try await data.directory()
            switch change {
            case .add:
                let reach = try await directory.reach(ofGroup: group)
                let organisation = try await directory.organisation(organisation)
                if yes { try await directory.add(organisation.id, to: group, having: reach, by: .machine) }
                let collections =
                    reach.collections.isEmpty ? "no collection yet" : reach.collections.joined(separator: ", ")
                try output.say(
                    Preview(
                        organisation: organisation.name, people: organisation.people, collections: reach.collections,
                        entries: reach.entries, added: yes),
                    "\(organisation.people) people of \(organisation.name) \(yes ? "now read" : "would read") "
                        + "\(reach.entries) existing entries in \(collections)"
                        + (yes ? "" : "; nothing was done: say --yes to add it"))
            case .remove:
                try await directory.remove(organisation, from: group, by: .machine)
                let summary = Summary(try await directory.group(group))
                try output.say(summary, summary.sentence)
            }
        }
    }
}
