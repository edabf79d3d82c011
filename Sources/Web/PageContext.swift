/// For whom a page is made: which gateway, which language, and where the reader stands.
package struct PageContext: Sendable {
    package let gateway: Gateway
    package let language: Language
    /// The page's own address, for the choice of language.
    package let here: String
    /// What stands in the search field.
    package let searched: String

    package init(gateway: Gateway, language: Language, here: String, searched: String = "") {
        self.gateway = gateway
        self.language = language
        self.here = here
        self.searched = searched
    }

    /// The context of a request.
    package init(gateway: Gateway, request: WebRequest) {
        self.init(
            gateway: gateway, language: request.language, here: request.here, searched: request.query["q"] ?? "")
    }

    /// The sentences that all pages share.
    package var words: WebWords { WebWords.in(language) }
}
