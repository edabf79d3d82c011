import ArgumentParser
import Ledger

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a gateway: its data directory, its permanent id, its signing key and two collections.",
        discussion: """
            Examples:
              concord init --name "CSIRT of Examplia"
              concord init --name "Harbour ISAC" --data /var/lib/concord

            The collections are `public` (everyone reads it; up to TLP:CLEAR) and `desk` (your own organisation; up to \
            TLP:AMBER+STRICT).
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Option(help: "The gateway's name, as its readers see it.")
    var name: String
    @Option(help: "What it is for, in one sentence for its readers.")
    var sentence = ""

    struct Answer: Encodable {
        let gateway: String
        let name: String
        let data: String
        let collections: [String]
    }

    func run() async throws {
        let ledger = try await Compose.create(data.directory, name: name, sentence: sentence)
        try output.say(
            Answer(
                gateway: ledger.gateway.id, name: name, data: data.directory.path, collections: ["public", "desk"]),
            """
            The gateway \(name) is ready in \(data.directory.path); its permanent id is \(ledger.gateway.id).
            Next: concord invite "YOUR NAME" --role administrator, then concord serve
            """)
    }
}
