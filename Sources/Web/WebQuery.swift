/// The query of an address, bounded before anything reads it.
package struct WebQuery: Sendable, Hashable {
    private struct Pair: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Longest query in bytes.
    package static let longest = 2_048
    /// Most parameters in one query.
    package static let mostParameters = 16

    private let pairs: [Pair]

    /// A query of these parameters.
    package init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs.map { Pair(name: $0.name, value: $0.value) }
    }

    /// Reads the text after the question mark.
    ///
    /// Throws ``Problem/badRequest(parameter:)``.
    package init(text: String) throws(Problem) {
        guard text.utf8.count <= WebQuery.longest else { throw .badRequest(parameter: "?") }
        let pieces = text.split(separator: "&")
        guard pieces.count <= WebQuery.mostParameters else { throw .badRequest(parameter: "?") }
        var pairs: [Pair] = []
        for piece in pieces {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first.flatMap(Percent.decodeQuery) else { throw .badRequest(parameter: "?") }
            guard let value = halves.count > 1 ? Percent.decodeQuery(halves[1]) : "" else {
                throw .badRequest(parameter: name)
            }
            pairs.append(Pair(name: name, value: value))
        }
        self.pairs = pairs
    }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// The query without one of its parameters.
    package func without(_ name: String) -> WebQuery {
        WebQuery(pairs.filter { $0.name != name }.map { ($0.name, $0.value) })
    }

    /// The query with one parameter more.
    package func with(_ name: String, _ value: String) -> WebQuery {
        WebQuery(pairs.map { ($0.name, $0.value) } + [(name, value)])
    }

    /// Every parameter, in the order sent.
    package var parameters: [(name: String, value: String)] { pairs.map { ($0.name, $0.value) } }

    /// The query as it stands in an address, without the question mark.
    package var text: String {
        pairs.map { pair in
            "\(Percent.encode(pair.name, keeping: Percent.query))=\(Percent.encode(pair.value, keeping: Percent.query))"
        }.joined(separator: "&")
    }
}
