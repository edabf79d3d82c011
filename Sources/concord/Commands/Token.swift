import ArgumentParser
import Directory
import Hall
import STIX

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens by which programs act for somebody.",
        discussion: """
            A program sends its token in the header `Authorization: Bearer …`. A token reads, or reads and writes, what its \
            owner may; none erases or administers. It ends after a year.

            Examples:
              concord token add "Lena Novak" --name "feed reader" --scope read --collection public
              concord token list "Lena Novak"
              concord token revoke 3f0c…
            """,
        subcommands: [List.self, Add.self, Revoke.self])

    struct Summary: Encodable {
        let id: String
        let name: String
        let scope: String
        let collections: [String]?
        let expires: String
        let lastUsed: String?
        let token: String?

        init(_ token: Token, secret: Secret? = nil) {
            id = token.id
            name = token.name
            scope = token.scope.rawValue
            collections = token.collections?.sorted()
            expires = token.expires.description
            lastUsed = token.used?.description
            self.token = secret?.text
        }

        var sentence: Printed {
            let extent = collections.map { "\($0.count) collections" } ?? "all collections"
            let line: Printed =
                "\(id)\t\(name)\t\(scope)\t\(extent)\tuntil \(expires)\tlast used \(lastUsed ?? "never")"
            return token.map { "\(line)\nThe token, shown this once:\n\($0)" } ?? line
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The tokens of an account.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id of the account.") var account: String

        func run() async throws {
            for token in try await data.directory().tokens(of: account) {
                let summary = Summary(token)
                try output.say(summary, summary.sentence)
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a token; it is shown once.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Name or id of the account it acts for.") var account: String
        @Option(help: "What it is for.") var name: String
        @Option(help: "read or write.") var scope: Token.Scope = .read
        @Option(
            help: "A collection it is for, by alias or id; may be repeated; all that the owner reads unless stated.")
        var collection: [String] = []

        func run() async throws {
            let (token, secret) = try await data.directory().makeToken(
                name, for: account, scope: scope, collections: collection.isEmpty ? nil : collection, by: .machine)
            let summary = Summary(token, secret: secret)
            try output.say(summary, summary.sentence)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a token at once.")
        @OptionGroup var data: DataOption
        @OptionGroup var output: OutputOption
        @Argument(help: "Its id, as `token list` shows it.") var id: String

        struct Answer: Encodable { let revoked: String }

        func run() async throws {
            try await data.directory().revokeToken(id, by: .machine)
            try output.say(Answer(revoked: id), "\(id) is revoked")
        }
    }
}

extension Token.Scope: ExpressibleByArgument {}
