/// Every page and file of the site.
///
/// Links and routes are made from the same values, so a link cannot point nowhere.
package enum Address: Sendable, Hashable {
    case home
    case about
    case icon
    case types
    case type(String)
    /// What the reader looks for; empty for the bare form.
    case search(String)
    case collection(String)
    case collectionType(collection: String, type: String)
    case export(collection: String)
    case object(String)
    /// All relations of an object.
    case relations(String)
    case version(object: String, version: String)
    /// The exact bytes of the newest readable version.
    case raw(String)
    /// The exact bytes of one version.
    case rawVersion(object: String, version: String)
    /// The prefix of a log, as tlog-tiles clients want it.
    case log(collection: String)
    case checkpoint(collection: String)
    case tile(collection: String, path: String)
    case stylesheet(hash: String)

    /// What kind of address it is: the source of the path templates of endpoints.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case home, about, icon, types, type, search, collection, collectionType, export, object, relations, version
        case raw, rawVersion, log, checkpoint, tile, stylesheet

        /// The path that an endpoint of this kind answers.
        package var template: PathTemplate {
            switch self {
            case .home: "/"
            case .about: "/about"
            case .icon: "/icon.svg"
            case .types: "/types"
            case .type: "/types/\(.type)"
            case .search: "/search"
            case .collection: "/collections/\(.collection)"
            case .collectionType: "/collections/\(.collection)/types/\(.type)"
            case .export: "/collections/\(.collection)/export"
            case .object: "/objects/\(.id)"
            case .relations: "/objects/\(.id)/relations"
            case .version: "/objects/\(.id)/versions/\(.version)"
            case .raw: "/objects/\(.id).json"
            case .rawVersion: "/objects/\(.id)/versions/\(.version).json"
            case .log: "/logs/\(.collection)"
            case .checkpoint: "/logs/\(.collection)/checkpoint"
            case .tile: "/logs/\(.collection)/tile/\(.path)"
            case .stylesheet: "/style-\(.hash).css"
            }
        }
    }

    /// The address as it stands in a link: path, and for a search its query.
    package var href: String { href(with: []) }

    /// The address with further query parameters, for instance a page cursor.
    package func href(with query: [(name: String, value: String)]) -> String {
        var pairs = query
        if case .search(let text) = self, !text.isEmpty { pairs.insert(("q", text), at: 0) }
        let path = kind.template.filled(values)
        guard !pairs.isEmpty else { return path }
        return path + "?" + WebQuery(pairs).text
    }

    /// The address that a path and its query name, if any.
    package init?(path: String, query: WebQuery = WebQuery([])) {
        for kind in Kind.allCases {
            guard let values = kind.template.match(path) else { continue }
            self = Address(kind, kind.template.placeholders.map { values[$0.rawValue] ?? "" }, query)
            return
        }
        return nil
    }
}

extension Address {
    /// The kind of this address.
    package var kind: Kind {
        switch self {
        case .home: .home
        case .about: .about
        case .icon: .icon
        case .types: .types
        case .type: .type
        case .search: .search
        case .collection: .collection
        case .collectionType: .collectionType
        case .export: .export
        case .object: .object
        case .relations: .relations
        case .version: .version
        case .raw: .raw
        case .rawVersion: .rawVersion
        case .log: .log
        case .checkpoint: .checkpoint
        case .tile: .tile
        case .stylesheet: .stylesheet
        }
    }

    /// The values of the placeholders, in their order.
    private var values: [String] {
        switch self {
        case .home, .about, .icon, .types, .search: []
        case .type(let one), .collection(let one), .export(let one), .object(let one), .relations(let one),
            .raw(let one), .log(let one), .checkpoint(let one), .stylesheet(let one):
            [one]
        case .collectionType(let one, let two), .version(let one, let two), .rawVersion(let one, let two),
            .tile(let one, let two):
            [one, two]
        }
    }

    private init(_ kind: Kind, _ values: [String], _ query: WebQuery) {
        let one = values.first ?? ""
        let two = values.dropFirst().first ?? ""
        self =
            switch kind {
            case .home: .home
            case .about: .about
            case .icon: .icon
            case .types: .types
            case .type: .type(one)
            case .search: .search(query["q"] ?? "")
            case .collection: .collection(one)
            case .collectionType: .collectionType(collection: one, type: two)
            case .export: .export(collection: one)
            case .object: .object(one)
            case .relations: .relations(one)
            case .version: .version(object: one, version: two)
            case .raw: .raw(one)
            case .rawVersion: .rawVersion(object: one, version: two)
            case .log: .log(collection: one)
            case .checkpoint: .checkpoint(collection: one)
            case .tile: .tile(collection: one, path: two)
            case .stylesheet: .stylesheet(hash: one)
            }
    }
}
