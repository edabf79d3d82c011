/// What a form sent: `application/x-www-form-urlencoded`, bounded before anything reads it.
package struct WebForm: Sendable, Hashable {
    private struct Field: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Longest body in bytes: a pasted mail or log fits.
    package static let longest = 2 << 20
    /// Longest body of somebody who is not signed in, unless the endpoint is there for more: a name, a key and an address fit.
    package static let short = 32 << 10
    /// Longest name of a field in bytes.
    private static let longestName = 256
    /// Most fields of one form.
    package static let mostFields = 2_000

    private let fields: [Field]

    /// A form with nothing in it.
    package init() { fields = [] }

    /// A form of these fields, for tests.
    package init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// Reads the body of a request.
    ///
    /// It takes memory for the fields alone, so whatever the body is, together they are no more than twice as large.
    ///
    /// Throws ``Problem/badRequest(parameter:)`` naming the field that can't be read.
    package init(body: [UInt8]) throws(Problem) {
        guard body.count <= WebForm.longest else { throw .tooLarge }
        var fields: [Field] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = rest.prefix { $0 != UInt8(ascii: "&") }
            rest = rest[piece.endIndex...].dropFirst()
            guard !piece.isEmpty else { continue }
            guard fields.count < WebForm.mostFields else { throw .tooLarge }
            let written = piece.prefix { $0 != UInt8(ascii: "=") }
            guard written.count <= WebForm.longestName, let name = Percent.decodeForm(written) else {
                throw .badRequest(parameter: "?")
            }
            // Browsers send line ends as CR LF (HTML §4.10.22.4).
            guard let value = Percent.decodeForm(piece[written.endIndex...].dropFirst(), joiningLineEnds: true) else {
                throw .badRequest(parameter: name)
            }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// The first value under a name.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The names that were sent, each once.
    package var names: [String] { Array(Set(fields.map(\.name))).sorted() }

    /// Every value under a name, in the order sent.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The value of a field that the form always sends.
    ///
    /// Throws ``Problem/badRequest(parameter:)`` where it is missing.
    package func required(_ name: String) throws(Problem) -> String {
        guard let value = self[name] else { throw .badRequest(parameter: name) }
        return value
    }
}
