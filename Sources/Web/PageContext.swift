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

    package init(
        gateway: Gateway, language: Language, visitor: Visitor? = nil, here: String, searched: String = ""
    ) {
        self.gateway = gateway
        self.language = language
        self.visitor = visitor
        self.here = here
        self.searched = searched
    }

    /// The context of a request.
    package init(gateway: Gateway, request: WebRequest, visitor: Visitor? = nil) {
        self.init(
            gateway: gateway, language: request.language, visitor: visitor, here: request.here,
            searched: request.query["q"] ?? "")
    }

    /// The sentences that all pages share.
    package var words: WebWords { WebWords.in(language) }

    /// A form that changes something, with what proves that this site sent it.
    package func form(to address: Address, class name: String = "", _ fields: Markup) -> Markup {
        let token: Markup? = visitor.map {
            "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\($0.formToken)\">"
        }
        return "<form class=\"\(name)\" method=\"post\" action=\"\(address.href)\">\(token)\(fields)</form>"
    }
}

/// Who is signed in, as far as every page shows it.
package struct Visitor: Sendable, Hashable {
    package let name: String
    package let organisation: String
    /// Whether they may write: then the pages offer it.
    package let writes: Bool
    /// Whether they are of the desk that runs this gateway: then the pages offer quarantine and people.
    package let isDesk: Bool
    /// As whom an operator looks at the site now, in words of the directory; nil for as themselves.
    package let seeingAs: String?
    package let formToken: String

    package init(
        name: String, organisation: String, writes: Bool, isDesk: Bool, seeingAs: String? = nil, formToken: String
    ) {
        self.name = name
        self.organisation = organisation
        self.writes = writes
        self.isDesk = isDesk
        self.seeingAs = seeingAs
        self.formToken = formToken
    }
}
