/// Why the directory refused.
package struct DirectoryError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case unknownAccount = "unknown-account"
        case unknownOrganisation = "unknown-organisation"
        case unknownGroup = "unknown-group"
        case unknownCollection = "unknown-collection"
        case unknownMethod = "unknown-method"
        case nameTaken = "name-taken"
        case badName = "bad-name"
        case badConstituency = "bad-constituency"
        case badContact = "bad-contact"
        case deskOnly = "desk-only"
        case lastAdministrator = "last-administrator"
        case lastMethod = "last-method"
        case aboveRole = "above-role"
        case notAllowed = "not-allowed"
        case ownAccount = "own-account"
        case isDisabled = "is-disabled"
        case tooMany = "too-many"
        case changedMeanwhile = "changed-meanwhile"
    }

    package let code: Code
    package let sentence: String
    /// What of the input was not understood, as it came; nil where the code says it all.
    package let what: String?

    package init(_ code: Code, _ sentence: String, what: String? = nil) {
        self.code = code
        self.sentence = sentence
        self.what = what
    }

    package var description: String { sentence }
}
