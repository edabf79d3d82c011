import ArgumentParser

/// The command line: one file per command in `Commands/`.
@main
struct Concord: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "A cybersecurity cooperation gateway: share, log, prove, publish.",
        discussion: """
            Everything shared is a STIX 2.1 object in a collection, and every collection is an append-only log that \
            anybody in its audience can verify.

            A gateway in five lines:
              concord init --name "CSIRT of Examplia"
              concord invite "Amina Haddad" --role administrator
              concord import threats.json --into public
              concord serve
              concord log verify public

            Every command works while the server runs and while it doesn't. The data directory is --data, else \
            CONCORD_DATA, else ./concord-data.

            Exit codes: 0 done; 1 problems were found; 64 the command line is wrong; 65 the input is broken; \
            69 something needed is not there; 70 an error in the gateway's data; 74 reading or writing failed.
            """,
        version: version,
        subcommands: [
            InitCommand.self, DemoCommand.self, ServeCommand.self, InviteCommand.self, AccountCommand.self,
            OrganisationCommand.self, GroupCommand.self, TokenCommand.self, AuditCommand.self, ValidateCommand.self,
            MatchCommand.self,
            ImportCommand.self, OriginalCommand.self, ExportCommand.self, SourceCommand.self, PullCommand.self,
            PushCommand.self,
            MirrorCommand.self, ListsCommand.self, ImportsCommand.self, QuarantineCommand.self, WithdrawCommand.self,
            EraseCommand.self, CollectionCommand.self, BlobCommand.self, LogCommand.self, SearchCommand.self,
            BackupCommand.self, RestoreCommand.self, DoctorCommand.self, WorkCommand.self, NoticeCommand.self,
            MailCommand.self,
            MeasureCommand.self, KnownGoodCommand.self, PackCommand.self,
        ])
}
