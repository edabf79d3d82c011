import HTML
package import Web

extension ImportsModel {
    /// The list of what was read in.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.imports
        let notice: Markup? = undone.map { "<p class=\"notice\" role=\"status\">\(words.undone(Int($0) ?? 0))</p>" }
        let list: Markup =
            rows.isEmpty ? "<p>\(words.nothing)</p>" : "<ul class=\"rows\">\(rows.map { $0.item(in: context) })</ul>"
        return Page(
            title: words.title,
            main: """
                <header class="head"><h1>\(words.title)</h1><p class="lead">\(words.lead)</p>\(notice)</header>
                \(list)
                """)
    }
}

extension ImportUndoModel {
    /// What undoing would do, and the form that does it.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.imports
        let lacks: Markup? =
            lacksReason
            ? "<p class=\"flag\" id=\"lacks\" role=\"alert\">\(context.desk.quarantine.lacksReason)</p>" : nil
        let form = context.form(
            to: .importUndo(row.id), class: "sheet",
            """
            \(lacks)<p><label for="reason">\(context.desk.quarantine.reason)</label>\
            <input id="reason" name="reason" required maxlength="1000"\(lacksReason ? " aria-describedby=\"lacks\"" : "")></p>\
            <p class="actions"><button>\(words.undo)</button></p>
            """)
        return Page(
            title: words.undoTitle,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.imports.href)">\(words.title)</a></p>\
                <h1>\(words.undoTitle)</h1></header>
                <ul class="rows">\(row.item(in: context, offers: false))</ul>
                <p>\(words.undoLead)</p>\(form)
                """)
    }
}

extension ImportRow {
    /// One input in a list.
    func item(in context: PageContext, offers: Bool = true) -> Markup {
        let words = context.desk.imports
        let state: Markup =
            switch self.state {
            case .done: Markup(text: words.done)
            case .unfinished: "<span class=\"flag\">\(words.unfinished)</span>"
            case .broken(let why):
                "<span class=\"flag\">\(words.broken)</span> <span lang=\"en\" dir=\"auto\">\(why)</span>"
            case .undone(let moment, let name):
                "\(words.wasUndone) \(moment.day(in: context.language))\(name.map { " \(context.hand(.person($0)))" })"
            }
        var undo: Markup?
        if case .undone = self.state {
        } else if offers, placed > 0 {
            undo = "<a href=\"\(Address.importUndo(id).href)\">\(words.undo)</a>"
        }
        return """
            <li><p class="title"><span>\(Shown.name(source))</span>\(sender.map { " \(context.hand(.person($0)))" })</p>\
            <p class="line">\(words.counts(objects, placed, quarantined)) · \(state)</p>\
            <p class="meta"><span class="where">\(context.link(collection))</span>\(undo)\
            \(started.day(in: context.language))</p></li>

            """
    }
}
