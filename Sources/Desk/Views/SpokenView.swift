import Foundation
import HTML
import Hall
import Web

/// In which language an object is read: from which it was translated and by whom, whether that is still true, and in which others it is.
struct SpokenView {
    let spoken: Spoken
    let object: String
    let context: PageContext

    private var words: TranslationWords { TranslationWords.in(context.language) }
    private var tag: String { context.language.rawValue }

    /// The attribute of what is said in the language that is shown; nil where that is not known.
    var speech: Markup? {
        (spoken.chosen?.translation.language ?? spoken.original).map { " lang=\"\($0)\"" }
    }

    var html: Markup? {
        let parts = [now, fallback, stale, others].compactMap(\.self)
        return parts.isEmpty ? nil : "<div class=\"spoken\">\(parts)</div>"
    }

    private func name(_ language: String) -> Markup {
        Shown.name(Locale(identifier: tag).localizedString(forIdentifier: language) ?? language, bytes: 80)
    }

    private func author(_ row: StandingTranslation) -> Markup {
        row.author.map(context.link) ?? Markup(text: RecordWords.in(context.language).somebody)
    }

    /// What is shown now.
    private var now: Markup? {
        guard let chosen = spoken.chosen else { return nil }
        let original = Address.object(object).href(with: [("in", "original")])
        let unconfirmed: Markup? = chosen.isShown ? nil : " <strong class=\"error\">\(words.notConfirmed)</strong>"
        let partly: Markup? =
            spoken.untranslated > 0 ? " <span>\(words.untranslated(spoken.untranslated))</span>" : nil
        let sentence = words.translated(
            name(chosen.translation.language), author(chosen), chosen.said.day(in: context.language))
        return
            "<p class=\"meta\"><span>\(sentence)</span>\(unconfirmed)\(partly) <a href=\"\(original)\">\(words.showOriginal)</a></p>"
    }

    /// That it is not in the reader's language, where that is known.
    private var fallback: Markup? {
        guard spoken.chosen == nil, let original = spoken.original, Translation.primary(original) != tag else {
            return nil
        }
        let isThere = spoken.all.contains { $0.isShown && $0.translation.speaks(tag) }
        return isThere ? nil : "<p class=\"meta\"><span>\(words.onlyIn(name(original)))</span></p>"
    }

    private var stale: Markup? {
        guard spoken.chosen?.isStale == true else { return nil }
        return "<p class=\"notice\" role=\"status\"><strong>\(words.stale)</strong></p>"
    }

    private var others: Markup? {
        var rows: [Markup] = spoken.all.prefix(24).map { row in
            let query = [("in", row.translation.language)] + (row.isShown ? [] : [("by", row.translation.id)])
            let link: Markup = """
                <a href="\(Address.object(object).href(with: query))" hreflang="\(row.translation.language)" rel="nofollow">\
                \(name(row.translation.language))</a>
                """
            let by: Markup? = row.isShown ? nil : " (\(author(row)))"
            let stale: Markup? = row.isStale ? " <strong class=\"overdue\">\(words.staleShort)</strong>" : nil
            let renew: Markup? =
                row.mayRenew
                ? context.form(
                    to: .correction(row.translation.id), class: "inline",
                    "<button class=\"plain\">\(words.renew)</button>") : nil
            return "<li>\(link)\(by)\(stale) \(renew)</li>"
        }
        if spoken.mayTranslate {
            let new = Address.newDraft.href(with: [("kind", "translation"), ("about", object)])
            rows.append("<li><a href=\"\(new)\" rel=\"nofollow\">\(words.translate)</a></li>")
        }
        guard !rows.isEmpty else { return nil }
        return "<nav aria-label=\"\(words.languages)\"><ul class=\"tongues\">\(rows)</ul></nav>"
    }
}
