import Hall
import HTML
import Ledger
import STIX
package import Web

/// The lists that somebody has made.
package struct ListsModel: Sendable {
    package struct Row: Sendable {
        let id: String
        let name: String
        let kind: PlainList.Kind
        let ceiling: TLP
        let confidence: Int
        /// Titles of the only collections it reads; nil for all.
        let collections: [String]?
        let created: Moment

        init(_ list: PlainList, _ readable: [LogCollection]) {
            (id, name, kind, ceiling) = (list.id, list.name, list.kind, list.ceiling)
            confidence = list.confidence
            // One that its owner no longer reads has no name.
            collections = list.collections.map { ids in readable.filter { ids.contains($0.id) }.map(\.title) }
            created = Moment(list.created.description)
        }
    }

    package struct Choice: Sendable {
        let id: String
        let title: String
    }

    package struct Made: Sendable {
        let name: String
        let address: String
    }

    let lists: [Row]
    let collections: [Choice]
    /// The address that was just made, whole: it is shown this once.
    let made: Made?
    let canChange: Bool

    package func page(in context: PageContext) -> Page {
        let words = ListWords.in(context.language)
        return Page(title: words.title, main: ListsView(model: self, context: context, words: words).html)
    }
}

private struct ListsView {
    let model: ListsModel
    let context: PageContext
    let words: ListWords

    var html: Markup {
        let rows: Markup =
            model.lists.isEmpty ? "<p>\(words.none)</p>" : "<ul class=\"rows\">\(model.lists.map(row))</ul>"
        return """
            <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p></header>
            \(made)
            <section>\(rows)</section>
            \(model.canChange ? form : nil)
            """
    }

    private var made: Markup? {
        model.made.map { made in
            let table = made.address.hasSuffix(".txt") ? String(made.address.dropLast(4)) + ".csv" : made.address
            return """
                <section><div class="notice" role="status"><p>\(words.made(Shown.name(made.name)))</p>\
                <pre class="command" dir="ltr"><code>\(made.address)
                \(table)</code></pre><p>\(words.madeLead)</p></div></section>
                """
        }
    }

    private func row(_ list: ListsModel.Row) -> Markup {
        let collections: Markup =
            list.collections.map { titles in
                Markup(text: titles.joined(separator: context.language.comma))
            } ?? "\(words.allCollections)"
        let confidence: Markup? =
            list.confidence > 0
            ? "<span>\(words.confidence) ≥ \(context.language.number(list.confidence))</span> " : nil
        return """
            <li><p class="title">\(Shown.name(list.name))</p>\
            <p class="meta"><span>\(words.kind(list.kind))</span> <span>≤ <bdi dir="ltr">\(list.ceiling.label)</bdi></span> \
            \(confidence)<span>\(collections)</span> <span>\(words.since(list.created.day(in: context.language)))</span></p>\
            \(model.canChange ? forms(list) : nil)</li>

            """
    }

    private func forms(_ list: ListsModel.Row) -> Markup {
        let name = context.form(
            to: .listName(list.id), class: "sheet",
            """
            <label for="name-\(list.id)">\(words.name)</label>\
            <input id="name-\(list.id)" name="name" dir="auto" required maxlength="100" value="\(list.name)">\
            <p class="actions"><button>\(words.rename)</button></p>
            """)
        let removal = context.form(
            to: .listRemoval(list.id), class: "sheet",
            "<p>\(words.withdrawLead)</p><p class=\"actions\"><button>\(words.withdraw)</button></p>")
        return """
            <details><summary>\(words.rename)\(context.language.comma)\(words.withdraw)</summary>\(name)\(removal)</details>
            """
    }

    private var form: Markup {
        let kinds: [Markup] = PlainList.Kind.allCases.map {
            "<option value=\"\($0.rawValue)\">\(words.kind($0))</option>"
        }
        let ceilings: [Markup] = TLP.allCases.filter { $0 != .red }.reversed().map {
            "<option value=\"\($0.label)\">\($0.label)</option>"
        }
        let collections: [Markup] = model.collections.map {
            """
            <label class="choice"><input type="checkbox" name="collection" value="\($0.id)"> \(Shown.name($0.title))</label>
            """
        }
        let fields: Markup = """
            <label for="name">\(words.name)</label><input id="name" name="name" dir="auto" required maxlength="100">\
            <label for="kind">\(words.values)</label><select id="kind" name="kind">\(kinds)</select>\
            <label for="ceiling">\(words.ceiling)</label><select id="ceiling" name="ceiling">\(ceilings)</select>\
            <label for="confidence">\(words.confidence)</label>\
            <input id="confidence" name="confidence" type="number" min="0" max="100" value="0">\
            <fieldset><legend>\(words.only)</legend><p class="hint">\(words.onlyLead)</p>\(collections)</fieldset>\
            <p class="actions"><button>\(words.make)</button></p>
            """
        return "<section><h2>\(words.make)</h2>\(context.form(to: .lists, class: "sheet", fields))</section>"
    }
}
