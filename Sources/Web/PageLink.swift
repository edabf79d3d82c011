import HTML

/// A link that a page has for programs (HTML §4.6.7).
package struct PageLink: Sendable, Hashable {
    /// What is there.
    package enum Relation: Sendable, Hashable {
        /// This page, under the one address that stays.
        case canonical
        /// The same in another language, a BCP 47 tag.
        case translation(String)
        /// The same in another form, by its media type.
        case form(String)
        /// What programs can ask here, described for them (RFC 8631), by its media type.
        case serviceDescription(String)
    }

    let relation: Relation
    let path: String

    /// - Parameter path: of this site, with its parameters.
    package init(_ relation: Relation, _ path: String) {
        self.relation = relation
        self.path = path
    }

    func html(in context: PageContext) -> Markup {
        let address = context.gateway.address + path
        return switch relation {
        case .canonical: "<link rel=\"canonical\" href=\"\(address)\">\n"
        case .translation(let language):
            "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address)\">\n"
        case .serviceDescription(let type): "<link rel=\"service-desc\" type=\"\(type)\" href=\"\(address)\">\n"
        case .form(let type): "<link rel=\"alternate\" type=\"\(type)\" href=\"\(address)\">\n"
        }
    }
}
