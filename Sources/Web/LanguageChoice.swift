/// The reader's choice of language: `?lang=ar` on any page sets a cookie and leads back to the page.
enum LanguageChoice {
    /// The answer to a request that carries a choice; nothing for all others.
    static func answer(to request: WebRequest) -> Answer? {
        guard let text = request.query["lang"] else { return nil }
        guard let language = Language(rawValue: text) else { return .redirect(to: request.here) }
        let cookie = "lang=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        return .redirect(to: request.here, headers: [Answer.Header("Set-Cookie", cookie)])
    }
}
