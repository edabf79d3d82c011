/// Why a file could not be read or written.
package struct FileError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case notFound = "not-found"
        /// A folder, or a pipe or device where a file is needed.
        case notAFile = "not-a-file"
        case tooLarge = "too-large"
        case unreadable
        case unwritable
        case alreadyExists = "already-exists"
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }
}
