import Hall
import HTML
import Web

/// What the reader must know before believing an object: revoked, withdrawn, not the newest version.
struct StateView {
    let model: ObjectModel
    let context: PageContext

    var html: [Markup] {
        let words = context.desk.object
        var notices: [Markup] = []
        if model.isRevoked, model.attribution?.author != .notTheirs { notices.append(Markup(text: words.revoked)) }
        if let place = model.places.first, let withdrawal = place.withdrawal {
            notices.append(
                words.withdrawn(context.link(place.collection), withdrawal.added.day(in: context.language)))
        }
        if model.attribution?.author == .notTheirs { notices.append(Markup(text: words.notTheirs)) }
        if let newer = model.newerVersion {
            let newest: Markup =
                "<a href=\"\(Address.object(model.id).href)\">\(newer.version.day(in: context.language))</a>"
            notices.append(words.superseded(model.version.day(in: context.language), newest))
        }
        return notices.map { "<p class=\"notice\">\($0)</p>" }
    }
}
