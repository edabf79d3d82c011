import ArgumentParser
import Directory
import Ledger
import STIX

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "List, close and open accounts, and change their roles.",
        discussion: """
            Accounts are made by `concord invite`.

            Examples:
              concord account list
              concord account disable "Ravi Menon"
              concord account role "Lena Novak" administrator
            """,
        subcommands: [List.self, Disable.self, Enable.self, SetRole.self], defaultSubcommand: List.self)

    struct Summary: Encodable {
        let id: String
        let name: String
        let organisation: String
        let role: String
        let state: String
        let lastSeen: String?

        init(_ account: Account) {
            id = account.id
            name = account.name
            organisation = account.organisationName
            role = account.role.rawValue
            state =
                account.state == .disabled
                ? "disabled" : account.canSignIn ? "active" : account.invitedUntil == nil ? "not invited" : "invited"
            lastSeen = account.seen?.description
        }

        var sentence: Printed { "\(name)\t\(organisation)\t\(role)\t\(state)\t\(lastSeen ?? "–")\t\(id)" }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Every account: name, organisation, role, state, when last seen, id.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption

        func run() async throws {
            for account in try await data.directory().accounts() {
                let summary = Summary(account)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close an account: its sessions end now, and its keys and tokens do not work.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id.") var name: String

        func run() async throws {
            let directory = try await data.directory()
            try await directory.disable(name, by: .machine)
            let summary = Summary(try await directory.account(name))
            try output.say(summary, summary.sentence)
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open an account that was closed.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id.") var name: String

        func run() async throws {
            let directory = try await data.directory()
            try await directory.enable(name, by: .machine)
            let summary = Summary(try await directory.account(name))
            try output.say(summary, summary.sentence)
        }
    }

    struct SetRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "role", abstract: "Give somebody another role.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id.") var name: String
        @Argument(help: "administrator, analyst, member or reader.") var role: Role

        func run() async throws {
            let directory = try await data.directory()
            try await directory.changeRole(of: name, to: role, by: .machine)
            let summary = Summary(try await directory.account(name))
            try output.say(summary, summary.sentence)
        }
    }
}
