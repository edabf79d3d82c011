/// Why something can't stand in a letter.
package struct MailError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// No mail address, or one that no server would take as it stands.
        case badAddress = "bad-address"
        /// Text that can't be a line of a head.
        case badLine = "bad-line"
        /// More than a letter may hold.
        case tooLong = "too-long"
        /// No report of a mail server on what became of a letter.
        case noReport = "no-report"
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }
}
