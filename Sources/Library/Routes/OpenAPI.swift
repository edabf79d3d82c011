import Hall
import STIX
import Web

extension Visit<LibraryDomain> {
    /// What programs can ask of the lists; the same for everybody, in the language of whoever asks.
    func serviceDescription() async throws -> Answer {
        let description = ServiceDescription(
            gateway: gateway, offers: try await shelf.offers(), language: request.language)
        var answer = Answer.json(try description.json.canonical())
        answer.headers = [
            Answer.Header("Vary", "Accept-Language, Cookie"),
            Answer.Header("Content-Language", request.language.rawValue),
        ]
        return answer
    }
}

extension PageLink {
    /// The way from a list to the description of what programs can ask.
    static let description = PageLink(.serviceDescription("application/json"), Address.serviceDescription.href)
}
