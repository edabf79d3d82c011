import HTML
import STIX
import Web

/// The versions of an object, and what changed from each to the next.
struct VersionsView {
    let model: ObjectModel
    let context: PageContext
    /// Most bytes of it on the page.
    let room: Int

    private var words: DeskWords.Object { context.desk.object }

    var html: Markup? {
        guard !model.versions.isEmpty else { return nil }
        let rows = Ration.fit(model.versions.enumerated().prefix(8), bytes: room - 300) { index, version in
            row(version, before: index + 1 < model.versions.count ? model.versions[index + 1] : nil)
        }
        let older = model.olderVersions + model.versions.count - rows.count
        let more: Markup? = older > 0 ? "<li class=\"more\">\(words.olderVersions(older))</li>" : nil
        let total = model.versions.count + model.olderVersions
        return """
            <section id="versions"><h2>\(words.versions) <span class="count">\(context.number(total))</span></h2>
            <ol class="versions">\(rows)\(more)</ol></section>
            """
    }

    private func row(_ version: VersionRow, before: VersionRow?) -> Markup {
        let isShown = version.version == model.version
        let day = version.version.day(in: context.language)
        let address = Address.version(object: model.id, version: version.version.text)
        let name: Markup = isShown ? "<strong>\(day)</strong>" : "<a href=\"\(address.href)\">\(day)</a>"
        let added = version.added.day(in: context.language)
        return """
            <li><p>\(name) <span class="quiet">· \(words.noted) \(added)</span></p>\
            \(changes(version, before))</li>

            """
    }

    private func changes(_ version: VersionRow, _ before: VersionRow?) -> Markup? {
        guard let before else {
            return model.olderVersions == 0 ? "<p class=\"quiet\">\(words.firstVersion)</p>" : nil
        }
        guard let old = before.json, let new = version.json else { return nil }
        let differences = Difference.between(old, new)
        guard !differences.isEmpty else { return "<p class=\"quiet\">\(words.nothingElse)</p>" }
        let rows = Ration.fit(differences.prefix(8), bytes: room / 2) { difference in
            let label = context.propertyLabel(difference.property)
            return "<li><span class=\"property\">\(label)</span> \(change(difference.change))</li>"
        }
        let rest = differences.count - rows.count
        let more: Markup? = rest > 0 ? "<li class=\"more\">\(context.desk.common.more(rest))</li>" : nil
        return "<ul class=\"diff\">\(rows)\(more)</ul>"
    }

    private func change(_ change: Difference.Change) -> Markup {
        switch change {
        case .added(let text): inserted(text)
        case .removed(let text): deleted(text)
        case .changed(let from, let to): "\(deleted(from)) \(inserted(to))"
        case .reordered: "<span class=\"quiet\">\(words.reordered)</span>"
        case .elements(let added, let removed):
            "\(elements(removed, deleted)) \(elements(added, inserted))"
        }
    }

    private func elements(_ texts: [String], _ mark: (String) -> Markup) -> Markup {
        let shown = texts.prefix(4).map(mark).joined(separator: " ")
        guard texts.count > 4 else { return shown }
        return "\(shown) <span class=\"quiet\">\(context.desk.common.more(texts.count - 4))</span>"
    }

    private func inserted(_ text: String) -> Markup {
        "<ins dir=\"auto\" title=\"\(words.added)\">\(Shown.marked(Shown.clipped(text, bytes: 160)))</ins>"
    }

    private func deleted(_ text: String) -> Markup {
        "<del dir=\"auto\" title=\"\(words.removed)\">\(Shown.marked(Shown.clipped(text, bytes: 160)))</del>"
    }
}
