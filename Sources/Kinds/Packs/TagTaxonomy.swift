import STIX

/// A vocabulary of machine tags, in the form of MISP taxonomies: `namespace:predicate="value"`.
public struct TagTaxonomy: Sendable, Hashable {
    /// One of its terms.
    public struct Term: Sendable, Hashable {
        /// The machine tag.
        public let tag: String
        /// What it is called, in English.
        public let name: String
        /// The predicate that it stands under, as it is called; nil where it is one itself.
        public let group: String?
    }

    /// What its tags begin with.
    public let namespace: String
    /// What it is about, in English.
    public let says: String
    /// The terms, in the order written.
    public let terms: [Term]

    /// The most terms that one has.
    static let most = 10_000

    /// Reads the file of a taxonomy (`machinetag.json`).
    public init(_ bytes: [UInt8]) throws(KindFault) {
        guard bytes.count <= YAMLText.mostBytes else {
            throw KindFault(.tooLarge, "the file has more than \(YAMLText.mostBytes) bytes")
        }
        let json: JSON
        do {
            json = try JSON.parse(bytes)
        } catch {
            throw KindFault(.unreadable, "the file is no JSON")
        }
        guard let namespace = json["namespace"]?.string, Self.isName(namespace) else {
            throw KindFault(.missing, "a namespace is missing here, or is no name", at: "/namespace")
        }
        (self.namespace, says) = (namespace, json["description"]?.string ?? "")
        guard let predicates = json["predicates"]?.array, !predicates.isEmpty else {
            throw KindFault(.missing, "the predicates are missing here", at: "/predicates")
        }
        var entries: [String: [JSON]] = [:]
        for group in json["values"]?.array ?? [] {
            entries[group["predicate"]?.string ?? "", default: []] += group["entry"]?.array ?? []
        }
        var (terms, seen) = ([Term](), Set<String>())
        for (index, predicate) in predicates.enumerated() {
            let place = "/predicates/\(index)"
            guard let value = predicate["value"]?.string, Self.isName(value) else {
                throw KindFault(.badForm, "the value of a predicate is missing here, or is no name", at: place)
            }
            let name = predicate["expanded"]?.string ?? value
            let own = entries[value] ?? []
            if own.isEmpty { terms.append(Term(tag: "\(namespace):\(value)", name: name, group: nil)) }
            for entry in own {
                guard let text = entry["value"]?.string, !text.isEmpty, !text.contains("\"") else {
                    throw KindFault(
                        .badForm, "a value of \(value) is missing, or has a quotation mark in it", at: place)
                }
                terms.append(
                    Term(tag: "\(namespace):\(value)=\"\(text)\"", name: entry["expanded"]?.string ?? text, group: name)
                )
            }
            guard terms.count <= Self.most else {
                throw KindFault(.tooLarge, "a taxonomy has at most \(Self.most) terms")
            }
        }
        for term in terms where !seen.insert(term.tag).inserted {
            throw KindFault(.duplicate, "\(term.tag) stands there twice", at: "/values")
        }
        self.terms = terms
    }

    private static func isName(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.allSatisfy { !$0.isWhitespace && !"\":=".contains($0) }
    }
}
