/// A language in which the whole site is written.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case french = "fr"
    case arabic = "ar"
    case spanish = "es"
    case russian = "ru"
    case chinese = "zh"

    /// The direction of its script, as HTML writes it.
    package var direction: String { self == .arabic ? "rtl" : "ltr" }

    /// Its own name for itself.
    package var ownName: String {
        switch self {
        case .english: "English"
        case .french: "Français"
        case .arabic: "العربية"
        case .spanish: "Español"
        case .russian: "Русский"
        case .chinese: "中文"
        }
    }

    /// Whether people whose first language it is have reviewed its words; its pages say so where nobody has.
    package var isReviewed: Bool {
        switch self {
        case .english, .french, .arabic: true
        case .spanish, .russian, .chinese: false
        }
    }

    /// The language chosen before, by cookie.
    static func chosen(cookie: String?) -> Language? {
        guard let cookie, cookie.utf8.count <= 4_096 else { return nil }
        for piece in cookie.split(separator: ";") {
            let pair = piece.drop { $0 == " " }
            if pair.hasPrefix("lang=") { return Language(rawValue: String(pair.dropFirst(5))) }
        }
        return nil
    }

    /// The first of the browser's languages that we have, by its weights (RFC 9110 §12.5.4).
    package static func negotiated(_ header: String?) -> Language? {
        guard let header, header.utf8.count <= 512 else { return nil }
        var best: (language: Language, weight: Double)?
        for piece in header.split(separator: ",") {
            let fields = piece.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = fields.first, let primary = tag.split(separator: "-").first else { continue }
            guard let language = Language(rawValue: primary.lowercased()) else { continue }
            let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}
