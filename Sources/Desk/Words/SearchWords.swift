import HTML
import Web

/// The sentences about narrowing a search.
struct FacetWords: Sendable {
    let title: String
    let facet: @Sendable (SearchModel.Facet) -> String
    let chosen: String
    let remove: String
    let firstTenThousand: String
    let more: @Sendable (Int) -> String
    let none: String
    let asFeed: String
    let asData: String

    static func `in`(_ language: Language) -> FacetWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }
}

/// The sentences about searches that somebody keeps.
struct SavedSearchWords: Sendable {
    let title: String
    let lead: String
    let none: String
    let save: String
    let name: String
    /// What a search is called that has neither words nor a name.
    let unnamed: String
    /// The title of a feed of a search without words.
    let feed: String
    let saved: @Sendable (_ day: Markup) -> Markup
    let rename: String
    let renew: String
    let renewLead: String
    let delete: String
    let made: @Sendable (_ name: Markup) -> Markup
    let madeLead: String
    /// The link to the lists of values.
    let lists: String

    static func `in`(_ language: Language) -> SavedSearchWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }
}

extension PageContext {
    var facets: FacetWords { FacetWords.in(language) }
    var savedSearch: SavedSearchWords { SavedSearchWords.in(language) }
}
