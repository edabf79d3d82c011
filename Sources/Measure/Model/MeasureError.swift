/// Why a file was refused, or why there is no result: one or more problems, each with its place.
package struct MeasureError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    ///
    /// What the mathematics refuses has the codes of `IndexError`.
    package struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(stringLiteral value: String) { rawValue = value }
    }

    /// Where in a file.
    package struct Place: Hashable, Sendable {
        package var file: String
        /// Counted from 1, the heading included, as a spreadsheet shows it.
        package var row: Int?
        /// The heading of a column.
        package var column: String?
        /// A line and a character of a text file, counted from 1.
        package var line: Int?
        package var character: Int?

        package init(
            file: String, row: Int? = nil, column: String? = nil, line: Int? = nil, character: Int? = nil
        ) {
            self.file = file
            self.row = row
            self.column = column
            self.line = line
            self.character = character
        }
    }

    package struct Problem: Hashable, Sendable {
        package let code: Code
        /// One sentence without the place.
        package let sentence: String
        package let place: Place?

        package init(_ code: Code, _ sentence: String, at place: Place? = nil) {
            self.code = code
            self.sentence = sentence
            self.place = place
        }
    }

    /// At least one, in the order of the file; at most ``mostProblems``.
    package let problems: [Problem]

    /// Who has more than this many wants to see the first ones.
    package static let mostProblems = 20

    package init(_ code: Code, _ sentence: String, at place: Place? = nil) {
        problems = [Problem(code, sentence, at: place)]
    }

    init(_ problems: [Problem]) {
        precondition(!problems.isEmpty, "an error has a problem")
        self.problems = Array(problems.prefix(Self.mostProblems))
    }
}

extension MeasureError: CustomStringConvertible {
    /// A line for each problem: the place, and the sentence.
    package var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension MeasureError.Problem: CustomStringConvertible {
    package var description: String {
        // One line for each problem: a cell that is quoted may hold line ends.
        let line = sentence.replacing("\r", with: "\\r").replacing("\n", with: "\\n")
        return place.map { "\($0): \(line)" } ?? line
    }
}

extension MeasureError.Place: CustomStringConvertible {
    package var description: String {
        let parts = [
            file, line.map { "line \($0)" }, character.map { "character \($0)" }, row.map { "row \($0)" },
            column.map { "column \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
