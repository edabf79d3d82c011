import ArgumentParser
import Desk
import Ledger
import STIX

struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Destroy an object's bodies on this gateway, in every collection and in quarantine.",
        discussion: """
            Bodies, records and salts are overwritten; what remains in the logs says nothing about the object, and the \
            logs still verify. The reason is written into the logs: don't repeat there what is to be erased. Others who \
            hold a copy keep it: tell them. Backups that still hold it are listed.

            Example:
              concord erase email-addr--2d77a846-6264-5d51-b586-e43822ea1ea3 --reason "request under Art. 17 GDPR"
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The object's id.")
    var id: String
    @Option(help: "Only this version (RFC 3339), instead of all.")
    var version: Timestamp?
    @Option(help: "Why; it is written into the logs.")
    var reason: String

    func run() async throws {
        let desk = Compose(ledger: try await data.ledger(), address: "").desk
        let removal = try await desk.erase(id, version: version, reason: reason, by: .machine)
        let answer = RemovalAnswer(id, removal)
        try output.say(answer, answer.sentence("erased"))
    }
}
