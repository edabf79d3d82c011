import ArgumentParser
import Ledger

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the gateway into one file, while it runs.",
        discussion: """
            The file holds everything but the last signed checkpoints, and so the signing key too: keep it as you keep the \
            gateway. Where it is put is remembered, so that `erase` can say which backups still hold a body.

            Example:
              concord backup /mnt/safe/concord-monday.db
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The file to write; it must not exist.")
    var file: String

    struct Answer: Encodable { let file: String }

    func run() async throws {
        // Also where it can't be told whether the database is the latest: a copy is the first step of mending that.
        let ledger = try await GatewayLedger(unchecked: data.directory, migrations: Compose.migrations)
        try await ledger.backUp(to: file)
        try output.say(Answer(file: file), "backed up to \(file)")
    }
}
