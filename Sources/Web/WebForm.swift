/// What a form sent: `application/x-www-form-urlencoded`, bounded before anything reads it.
package struct WebForm: Sendable, Hashable {
    private struct Field: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Longest body in bytes: a pasted mail or log fits.
    package static let longest = 2 << 20
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
    /// Throws ``Problem/badRequest(parameter:)`` naming the field that can't be read.
    package init(body: [UInt8]) throws(Problem) {
        guard body.count <= WebForm.longest else { throw .tooLarge }
        let pieces = body.split(separator: UInt8(ascii: "&"))
        guard pieces.count <= WebForm.mostFields else { throw .tooLarge }
        var fields: [Field] = []
        for piece in pieces {
            let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first.flatMap(Percent.decodeForm) else { throw .badRequest(parameter: "?") }
            guard let value = halves.count > 1 ? Percent.decodeForm(halves[1]) : "" else {
                throw .badRequest(parameter: name)
            }
            // Browsers send line ends as CR LF (HTML §4.10.22.4).
            fields.append(Field(name: name, value: value.replacing("\r\n", with: "\n")))
        }
        self.fields = fields
    }

    /// The first value under a name.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

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
