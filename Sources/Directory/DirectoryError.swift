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
        case usedUp = "used-up"
        case isDisabled = "is-disabled"
        case tooMany = "too-many"
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }
}
