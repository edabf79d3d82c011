import ArgumentParser
import Ledger
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the gateway into one file, while it runs.",
        discussion: """
            The file holds everything but the last signed checkpoints, and so the signing key too: keep it as you keep the \
            gateway. Files that are not objects go into a folder beside it, called like it with .blobs behind: the two belong \
            together. Of files that the backup before has on the same disk, no second copy is made. Where it is put is remembered, so that `erase` can say which backups still hold a body.

            Example:
              concord backup /mnt/safe/concord-monday.db
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The file to write; it must not exist.")
    var file: String

    struct Answer: Encodable {
        let file: String
        let files: Int
        /// Of these, how many had to be copied.
        let copied: Int
        /// SHA-256 of those that are lost here.
        let missing: [String]
    }

    func run() async throws {
        // Also where it can't be told whether the database is the latest: a copy is the first step of mending that.
        let ledger = try await GatewayLedger(unchecked: data.directory, migrations: Compose.migrations)
        let blobs = try await ledger.backUp(to: file)
        let count = blobs.copied + blobs.linked
        let files: Printed = count > 0 ? ", with \(count) files in \(file).blobs (\(blobs.copied) of them new)" : ""
        try output.say(
            Answer(
                file: file, files: count, copied: blobs.copied, missing: blobs.missing.map(\.description)),
            "backed up to \(file)\(files)")
        guard !blobs.missing.isEmpty else { return }
        complain(ofLost: blobs.missing.map(\.description), in: "the backup")
        throw ExitCode(1)
    }
}
