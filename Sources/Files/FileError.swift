import Foundation

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

extension FileError {
    /// What Foundation says of a file, as a sentence with its path; nil for an error that is not about files.
    package init?(foundation error: any Error) {
        guard error is CocoaError || error is POSIXError else { return nil }
        let said = error as NSError
        guard let path = said.userInfo[NSFilePathErrorKey] as? String ?? (said.userInfo[NSURLErrorKey] as? URL)?.path
        else { return nil }
        let cause = (said.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        let code = cause?.domain == NSPOSIXErrorDomain ? cause.map { Int32($0.code) } : nil
        let reason =
            code == EEXIST
            ? "something else has that name" : code.map { String(cString: strerror($0)) } ?? error.localizedDescription
        self.init(.unwritable, "couldn't read or write \(path): \(reason)")
    }
}
