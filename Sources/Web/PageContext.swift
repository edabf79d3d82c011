package import HTML

/// For whom a page is made: which gateway, which language, who is signed in, and where the reader stands.
package struct PageContext: Sendable {
    package let gateway: Gateway
    package let language: Language
    /// Who is signed in; nil for the public.
    package let visitor: Visitor?
    /// The page's own address, for the choice of language.
    package let here: String
    /// What stands in the search field.
    package let searched: String
    /// What the page's forms carry, where a session is there or was (``FormToken``).
    package let formToken: String?

    package init(
        gateway: Gateway, language: Language, visitor: Visitor? = nil, here: String, searched: String = "",
        formToken: String? = nil
    ) {
        self.gateway = gateway
        self.language = language
        self.visitor = visitor
        self.here = here
        self.searched = searched
        self.formToken = formToken ?? visitor?.formToken
    }

    /// The context of a request.
    package init(gateway: Gateway, request: WebRequest, visitor: Visitor? = nil) {
        self.init(
            gateway: gateway, language: request.language, visitor: visitor, here: request.here,
            searched: request.query["q"] ?? "", formToken: request.credentials.session.map(FormToken.of))
    }

    /// The sentences that all pages share.
    package var words: WebWords { WebWords.in(language) }

    /// What stands between the members of a list.
    package var comma: Markup { Markup(text: language.comma) }

    /// A form that changes something, with what proves that this site sent it.
    package func form(to address: Address, class name: String = "", _ fields: Markup) -> Markup {
        let token: Markup? = formToken.map {
            "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\($0)\">"
        }
        return "<form class=\"\(name)\" method=\"post\" action=\"\(address.href)\">\(token)\(fields)</form>"
    }
}

/// Who is signed in, as far as every page shows it.
package struct Visitor: Sendable, Hashable {
    package let name: String
    package let organisation: String
    /// What they may do somewhere, by name: then the pages offer it.
    package let acts: Set<String>
    /// As whom an operator looks at the site now; nil for as themselves.
    package let seeingAs: SeenAs?
    package let formToken: String
    /// How many notices they have not seen.
    package var waiting = 0

    /// As whom an operator looks at the site.
    package enum SeenAs: Sendable, Hashable {
        case everyone, signedIn
        /// A group or an organisation, by its name.
        case named(String)
    }

    package init(
        name: String, organisation: String, acts: Set<String>, seeingAs: SeenAs? = nil, formToken: String
    ) {
        self.name = name
        self.organisation = organisation
        self.acts = acts
        self.seeingAs = seeingAs
        self.formToken = formToken
    }
}
