import HTML
import Hall
import Kinds
import STIX
package import Web

extension ObjectModel {
    /// The page of an object, in the version that the model holds.
    package func page(in context: PageContext) -> Page {
        let view = ObjectView(model: self, context: context)
        return Page(
            title: view.plainTitle, summary: view.summary, links: view.links, data: view.data, main: view.html)
    }
}

/// An object: what it is, who sees it, what it says, what it is related to, how it changed, and the proof.
private struct ObjectView {
    let model: ObjectModel
    let context: PageContext

    private var words: DeskWords.Object { context.desk.object }
    private var around: AroundView { AroundView(model: model, context: context) }
    private var spoken: SpokenView { SpokenView(spoken: model.spoken, object: model.id, context: context) }

    var html: Markup {
        // Page and stylesheet together take 50,000; the frame of a page takes the rest.
        let forPrograms = (data?.utf8.count ?? 0) + 200 * links.count
        var ration = Ration(bytes: 46_300 - Assets.stylesheet.utf8.count - forPrograms)
        let head = ration.spend(head)
        let register = ration.spend(register)
        let references = ReferencesView(
            references: ExternalReference.listed(of: model.json), context: context, room: min(6_000, ration.left / 4))
        let sources = references.html.map { ration.spend($0) }
        let mayRemark = model.around.discussion.mayAdd.contains(.note)
        let face = model.face.map {
            RecordFaceView(face: $0, object: model.id, context: context, mayRemark: mayRemark)
        }
        let description = ration.within(face == nil ? 8_000 : 14_000) { room in
            // What a kind says of its fields is read instead of the plain text that was written of them.
            face.map { $0.values(room: room) } ?? prose(citations: references.numbers, room: room)
        }
        let facts =
            face == nil
            ? ration.within(7_000) {
                ObjectFacts(model: model, context: context, citations: references.numbers, room: $0).html
            } : face?.life.map { ration.spend($0) }
        let access = model.access.map { ration.spend($0.section(of: model.id, in: context)) }
        let likeness = model.face?.likeness(context).map { ration.spend($0) }
        let spoken = ration.within(5_000) { around.spokenOf(room: $0) }
        let sightings = around.sightings.map { ration.spend($0) }
        let discussion = ration.within(6_000) { around.discussion(room: $0) }
        let relations = ration.within(10_000) { RelationsView(model: model, context: context, room: $0).html }
        let versions = ration.within(5_000) { VersionsView(model: model, context: context, room: $0).html }
        // The data comes last and takes the room that the rest of the page has left.
        let raw = ration.within(9_000) { RawView(model: model, context: context, room: $0).html }
        return """
            <article class="object">
            \(head)
            <div class="columns"><div>
            \(description)
            \(facts)\(access)\(likeness)
            \(spoken)
            \(sightings)
            \(relations)
            \(discussion)
            \(versions)
            \(sources)
            </div>
            \(register)</div>
            \(raw)</article>
            """
    }

    private var register: Markup {
        """
        <aside class="register">
        \(around.actions)\(FileView(model: model, context: context).html)
        \(MarkingView(model: model, context: context).html)
        \(ProofView(model: model, context: context).html)
        \(FindingsView(findings: model.findings, context: context).html)
        </aside>
        """
    }

    /// The title where markup cannot stand.
    var plainTitle: String {
        if let sentence = RelationSentence(model: model, context: context) { return sentence.plain }
        return Shown.clipped(model.title.text, bytes: 120)
    }

    /// Its one address, the same in other languages, and as STIX.
    var links: [PageLink] {
        let page = Address.object(model.id)
        return [PageLink(.canonical, page.href), PageLink(.form("application/stix+json"), Address.raw(model.id).href)]
            + model.spoken.all.filter(\.isShown).prefix(24).map {
                PageLink(
                    .translation($0.translation.language), page.href(with: [("in", $0.translation.language)]))
            }
    }

    /// What search engines read; of what everyone may read, for whoever is not signed in.
    var data: String? {
        guard context.visitor == nil, model.face != nil || model.type == "report" else { return nil }
        let author = model.json.text("created_by_ref").flatMap { model.names[$0]?.title }
        return StructuredData.object(
            model.json, of: model.face?.kind, at: context.gateway.full(.object(model.id)), author: author,
            publisher: context.gateway.name)
    }

    var summary: String {
        model.json.text("description").map { Prose.plain($0, bytes: 160) } ?? ""
    }

    private var head: Markup {
        if let face = model.face { return head(of: face) }
        let says: Markup? = context.words(of: model.type).map { " <span class=\"says\">\($0.says)</span>" }
        return """
            <header class="head"><p class="kicker"><a href="\(Address.type(model.type).href)">\(context.typeGlyph(model.type))\
            \(context.typeOne(model.type))</a>\(says)</p>
            \(title)\(aliases)
            <p class="seen">\(model.marking.tlp.chip) \(seen)\(sent)</p>
            \(around.done)\(StateView(model: model, context: context).html)\(spoken.html)\(lead)</header>
            """
    }

    /// The head of an object of a kind, which people know by the kind and not by its type.
    private func head(of face: RecordFace) -> Markup {
        let (kind, tag) = (face.kind, context.language.rawValue)
        // A kind that is not shown here leads to the object that declares it, and to who says so.
        let place: Address = face.isOffered ? .records(kind.name) : .object(kind.id)
        return """
            <header class="head"><p class="kicker"><a href="\(place.href)">\(context.typeGlyph(model.type))\
            \(Shown.name(kind.one.text(for: tag)))</a> <span class="says">\(Shown.name(kind.says.text(for: tag), bytes: 400))</span></p>
            \(title)
            <p class="seen">\(model.marking.tlp.chip) \(seen)\(sent)</p>
            \(around.done)\(StateView(model: model, context: context).html)\(spoken.html)\(lead)</header>
            """
    }

    private var lead: Markup? {
        model.face.flatMap { RecordFaceView(face: $0, object: model.id, context: context).lead }
    }

    private var title: Markup {
        if let sentence = RelationSentence(model: model, context: context) {
            return "<h1 class=\"sentence\">\(sentence.html)</h1>"
        }
        let (text, isCode) = model.title
        let shown = Shown.clipped(text, bytes: 400)
        let number: Markup? = model.identity.flatMap { identity in
            guard let id = identity.externalID else { return nil }
            let code: Markup = "<span dir=\"ltr\">\(Shown.marked(Shown.clipped(id, bytes: 80)))</span>"
            guard let link = identity.link else { return " <span class=\"xid\">\(code)</span>" }
            return " <a class=\"xid\" href=\"\(link)\" rel=\"nofollow noreferrer\">\(code)</a>"
        }
        return "<h1\(isCode ? nil : spoken.speech)>\(isCode ? Shown.code(shown) : Shown.name(shown))\(number)</h1>"
    }

    private var aliases: Markup? {
        let own = model.title.text
        let names = (model.json.texts("aliases") + model.json.texts("x_mitre_aliases")).filter { $0 != own }
        guard !names.isEmpty else { return nil }
        var seen = Set<String>()
        let unique = names.filter { seen.insert($0).inserted }
        let shown = Ration.fit(unique, bytes: 1_000) { Shown.name($0, bytes: 80) }
        return
            "<p class=\"aliases\"><span class=\"quiet\">\(words.also)</span> \(shown.joined(separator: context.comma))</p>"
    }

    /// The sentence that says who sees the object, and why.
    private var seen: Markup? {
        guard let place = model.places.first else { return nil }
        let collection = context.link(place.collection)
        switch place.readers {
        case .everyone: return words.everyone(collection)
        case .signedIn: return words.signedIn(collection)
        case .group(let name), .organisation(let name), .persons(let name):
            return words.organisation(Shown.name(name), collection)
        }
    }

    /// Who sent it, and that it names no author.
    private var sent: Markup? {
        guard let attribution = model.attribution else { return nil }
        let sender = attribution.sender.map { words.sentBy(Shown.name($0, bytes: 120)) }
        let missing: Markup? = attribution.author == .missing ? Markup(text: words.noAuthor) : nil
        let parts = [sender, missing].compactMap(\.self)
        return parts.isEmpty ? nil : " <span class=\"quiet\">\(parts.joined(separator: " "))</span>"
    }

    private func prose(citations: [String: Int], room: Int) -> Markup? {
        let said = model.json.text("description") ?? model.json.text("content") ?? model.json.text("explanation")
        guard let text = said, !text.isEmpty else { return nil }
        let prose = Prose(citations: citations, bytes: room * 3 / 4)
        return """
            <section class="description"><h2 class="away">\(words.description)</h2>\
            <div class="prose" dir="auto"\(spoken.speech)>\(prose.html(text))</div></section>
            """
    }
}
