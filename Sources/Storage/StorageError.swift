import GRDB

/// Why the database could not do what was asked.
package struct StorageError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case alreadyExists = "already-exists"
        case notFound = "not-found"
        case newerSchema = "newer-schema"
        case changedMigration = "changed-migration"
        case unexpectedValue = "unexpected-value"
        case damaged = "damaged"
        case system = "system"
        /// Others have been reading or writing for too long; nothing was done.
        case busy
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }

    /// What the database engine says, in this room's words; nil for an error that is not its own.
    package init?(engine error: any Error) {
        if let error = error as? PostgreSQLError {
            self.init(.system, "the database failed: \(error.message)")
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        let said = error.message ?? "it gave no reason"
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(
                .damaged, "the database file is damaged (\(said)); restore the latest backup with `concord restore`")
        default: self.init(.system, "the database failed: \(said)")
        }
    }

    /// Whether a statement ended because whoever had asked for it did not want it any more.
    static func isBrokenOff(_ error: any Error) -> Bool {
        switch error {
        case let error as DatabaseError: error.resultCode == .SQLITE_INTERRUPT
        case let error as PostgreSQLError:
            [PostgreSQLError.queryCanceled, PostgreSQLError.lockNotAvailable].contains(error.state)
        default: false
        }
    }
}
