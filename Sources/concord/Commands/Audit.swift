import ArgumentParser
import Directory
import STIX

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who did what in the directory: accounts, groups, keys, tokens.",
        discussion: """
            Newest first: when, who, what, to whom, and what else is worth knowing. A command on the machine stands under the \
            name of its user there.

            Example:
              concord audit --limit 20
            """)
    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Option(help: "At most so many lines.")
    var limit = 100

    struct Line: Encodable {
        let at: String
        let who: String
        let account: String?
        let what: String
        let to: String
        let detail: String
    }

    func run() async throws {
        for entry in try await data.directory().auditTrail(limit: limit) {
            let line = Line(
                at: entry.made.description, who: entry.who, account: entry.account, what: entry.act.rawValue,
                to: entry.subject, detail: entry.detail)
            let who = entry.account == nil ? "\(line.who) (command)" : line.who
            try output.say(line, "\(line.at)\t\(who)\t\(line.what)\t\(line.to)\t\(line.detail)")
        }
    }
}
