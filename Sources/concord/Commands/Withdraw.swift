import ArgumentParser
import Ledger
import STIX

struct WithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take an object out of a collection; the log says so, with your reason.",
        discussion: """
            The object is no longer shown or handed out; its entry stays in the log. To destroy the body, see `erase`.

            Example:
              concord withdraw indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f --from public --reason "false positive"
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The object's id.")
    var id: String
    @Option(help: "The collection, by alias or id.")
    var from: String
    @Option(help: "Only this version (RFC 3339), instead of all that stand.")
    var version: Timestamp?
    @Option(help: "Why; it is written into the log.")
    var reason: String

    func run() async throws {
        let removal = try await data.ledger().withdraw(id, version: version, from: from, reason: reason)
        let answer = RemovalAnswer(id, removal)
        try output.say(answer, answer.sentence("withdrew"))
    }
}
