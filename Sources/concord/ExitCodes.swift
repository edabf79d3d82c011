import ArgumentParser
import CompositeIndex
import Desk
import Directory
import Exchange
import Files
import Foundation
import Hall
import Kinds
import Ledger
import Mail
import Measure
import MerkleLog
import Outside
import Storage

extension Concord {
    /// The caller's umask, which lets results be read; asking for it the first time takes the strict one.
    private static let callersMask = umask(0o077)

    /// From here on files are for others to read, as far as the caller's umask lets: results are made to be published.
    static func publishesFiles() { umask(callersMask) }

    /// Runs the command; an error says one sentence and ends with the code that the help names.
    static func main() async {
        // The signing key is in files that this program makes: nobody else reads them, not even while they are made.
        _ = callersMask
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let error: any Error = StorageError(engine: error) ?? FileError(foundation: error) ?? error
            guard let code = exitCode(of: error) else { exit(withError: error) }
            complain("Error: \(Printed(lines: "\(error)"))")
            exit(withError: code)
        }
    }

    /// After sysexits.h; nil for the errors that the command line itself knows.
    private static func exitCode(of error: any Error) -> ExitCode? {
        switch error {
        case let error as LedgerError: ExitCode(error.code.status)
        case let error as StorageError: ExitCode(error.code.status)
        case let error as FileError: ExitCode(error.code.status)
        case let error as DirectoryError: ExitCode(error.code.status)
        case let error as ExchangeError: ExitCode(error.code.status)
        case let error as OutsideError: ExitCode(error.code.status)
        case is MailError: ExitCode(64)
        case let error as NoticeError: ExitCode(error.code == .unknownWay || error.code == .noMail ? 69 : 64)
        case let error as MeasureError: ExitCode(error.status)
        case is IndexError: ExitCode(65)
        case let error as KindFault: ExitCode(error.code == .unknownReference && error.file == nil ? 69 : 65)
        case is CheckpointError, is NoteError, is WarninglistError: ExitCode(65)
        case is CocoaError, is POSIXError: ExitCode(74)
        default: nil
        }
    }
}

extension LedgerError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .unknownCollection, .unknownObject, .unknownImport, .unknownNotice, .unknownGateway, .overQuota: 69
        case .aliasTaken, .badAlias, .badSource, .aboveCeiling, .needsReason, .readOnly, .undecidable, .notPlaced,
            .changedMeanwhile:
            64
        case .badExport: 65
        case .changing: 74
        case .damagedRecord, .damagedLog, .forked, .behindSigned, .rolledBack, .unproven: 70
        }
    }
}

extension DirectoryError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .unknownAccount, .unknownOrganisation, .unknownGroup, .unknownCollection, .unknownMethod: 69
        case .nameTaken, .badName, .badConstituency, .badContact, .deskOnly, .lastAdministrator, .lastMethod,
            .aboveRole,
            .notAllowed, .ownAccount, .isDisabled, .tooMany, .changedMeanwhile:
            64
        }
    }
}

extension ExchangeError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .unreachable, .untrusted, .refused, .denied, .busy, .tooSlow, .unknownSource: 69
        case .malformed, .tooLarge: 65
        case .forked, .rolledBack, .unproven, .failed, .endedHere: 70
        case .nameTaken, .badSource, .innerNetwork: 64
        }
    }
}

extension OutsideError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .unreachable, .untrusted, .tooSlow: 69
        case .malformed, .tooLarge: 65
        case .badAddress, .innerNetwork: 64
        }
    }
}

extension StorageError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .alreadyExists: 64
        case .notFound: 69
        case .newerSchema, .changedMigration, .unexpectedValue, .damaged: 70
        case .system, .busy: 74
        }
    }
}

extension FileError.Code {
    fileprivate var status: Int32 {
        switch self {
        case .alreadyExists: 64
        case .notAFile, .tooLarge: 65
        case .notFound: 69
        case .unreadable, .unwritable: 74
        }
    }
}

extension MeasureError {
    /// What the files or the method are refused for is broken input.
    fileprivate var status: Int32 {
        switch problems[0].code {
        case "unreadable": 69
        case "unwritable": 74
        case "already-exists": 64
        default: 65
        }
    }
}
