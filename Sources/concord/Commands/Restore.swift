import ArgumentParser
import Ledger

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a data directory from a backup.",
        discussion: """
            Where the directory still holds its signed checkpoints and the backup continues up to them, the logs go on as \
            they were. Otherwise each log opens a new epoch, and its first entry names the last checkpoint that is known: a \
            gateway never signs two histories under one name.

            Files that are not objects come from the folder beside the backup, which is called like it with .blobs behind.

            Example:
              concord restore /mnt/safe/concord-monday.db --data /var/lib/concord
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @Argument(help: "A file that `concord backup` wrote.")
    var file: String

    struct Answer: Encodable {
        let collection: String
        let origin: String
        let entries: Int
        let opensEpoch: Bool
    }

    func run() async throws {
        let restored = try await GatewayLedger.restore(file, into: data.directory, migrations: Compose.migrations)
        for log in restored.logs {
            let answer = Answer(
                collection: log.collection.alias, origin: log.collection.origin, entries: log.collection.size,
                opensEpoch: log.opensEpoch)
            try output.say(
                answer,
                log.opensEpoch
                    ? "\(answer.collection): opens \(answer.origin); it can't be proved that the backup is the latest"
                    : "\(answer.collection): goes on as \(answer.origin) with \(answer.entries) entries")
        }
        let blobs = restored.blobs
        if blobs.copied > 0 { try output.add("\(blobs.copied) files are back") }
        guard !blobs.missing.isEmpty else { return }
        complain("\(blobs.missing.count) files are not in \(file).blobs, or were altered: `concord doctor` names them")
        throw ExitCode(1)
    }
}
