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
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }
}
