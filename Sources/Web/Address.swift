/// A page or file of the site.
///
/// Links and routes are made from the same values, so a link cannot point nowhere: a kind has one template, which its room
/// declares beside the names of its addresses, and the composition has a route for each.
package struct Address: Sendable, Hashable {
    package let kind: Kind
    /// The values of the template's placeholders, in their order.
    private let values: [String]
    /// What the reader looks for; empty but for a search.
    private let searched: String

    /// - Parameters:
    ///   - values: those of the template's placeholders, in their order.
    ///   - searched: what the reader looks for, for a search.
    package init(_ kind: Kind, _ values: String..., searched: String = "") {
        precondition(values.count == kind.template.placeholders.count, "\(kind.template) takes other values")
        (self.kind, self.values, self.searched) = (kind, values, searched)
    }

    /// What a route answers, and what links to it are made of: one template.
    package struct Kind: Sendable, Hashable {
        package let template: PathTemplate
    }

    /// The address as it stands in a link: path, and for a search its query.
    package var href: String { href(with: []) }

    /// The address with further query parameters, for instance a page cursor.
    package func href(with query: [(name: String, value: String)]) -> String {
        let pairs = (searched.isEmpty ? [] : [(name: "q", value: searched)]) + query
        let path = kind.template.filled(values)
        return pairs.isEmpty ? path : path + "?" + WebQuery(pairs).text
    }
}

extension Address.Kind: ExpressibleByStringInterpolation {
    package init(stringLiteral value: PathTemplate.StringLiteralType) { template = PathTemplate(stringLiteral: value) }

    package init(stringInterpolation: PathTemplate.StringInterpolation) {
        template = PathTemplate(stringInterpolation: stringInterpolation)
    }
}

/// What the frame of every page links to; domains answer it.
extension Address {
    package static let home = Address(.home)
    package static let icon = Address(.icon)
    package static func stylesheet(hash: String) -> Address { Address(.stylesheet, hash) }
    /// What the reader looks for; empty for the bare form.
    package static func search(_ text: String) -> Address { Address(.search, searched: text) }
    package static let signIn = Address(.signIn)
    /// One's own account.
    package static let account = Address(.account)
    package static let seeAs = Address(.seeAs)
}

extension Address.Kind {
    package static let home: Self = "/"
    package static let icon: Self = "/icon.svg"
    package static let stylesheet: Self = "/style-\(.hash).css"
    package static let search: Self = "/search"
    package static let signIn: Self = "/sign-in"
    package static let account: Self = "/account"
    package static let seeAs: Self = "/see-as"
}
