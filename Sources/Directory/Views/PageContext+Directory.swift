import Hall
import HTML
import Web

/// What all views of the directory need: its sentences, and the common small pieces.
extension PageContext {
    var directory: DirectoryWords { DirectoryWords.in(language) }

    /// A button that does one thing.
    func button(_ label: String, to address: Address, _ fields: [(name: String, value: String)] = []) -> Markup {
        let hidden: [Markup] = fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        return form(to: address, class: "small", "\(hidden)<button>\(label)</button>")
    }

    /// What became of the form that was sent just now.
    func notice(_ notice: Notice?, _ detail: String? = nil) -> Markup? {
        guard let notice else { return nil }
        switch notice {
        case .done: return "<p class=\"notice\" role=\"status\">\(directory.done)</p>"
        case .failed(let code):
            let what: Markup? = detail.map { " \(Shown.code($0))" }
            return "<p class=\"notice\" role=\"alert\">\(directory.error(code))\(what)</p>"
        }
    }

    /// The ways between the pages of those who administer.
    var administration: Markup {
        let words = directory.people
        let ways: [(Address, String)] = [
            (.people, words.title), (.organisations, directory.organisations.title), (.groups, directory.groups.title),
            (.audit, directory.audit.title), (.seeAs, directory.seeAs.title),
        ]
        let links: [Markup] = ways.map { "<a href=\"\($0.0.href)\">\($0.1)</a>" }
        return "<p class=\"kicker\">\(links.joined(separator: " · "))</p>"
    }

    /// A choice of one of several.
    func select(_ name: String, label: String, _ options: [(value: String, label: String)], chosen: String = "")
        -> Markup
    {
        let rows: [Markup] = options.map { option in
            let selected: Markup? = option.value == chosen ? " selected" : nil
            return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>"
        }
        return "<label for=\"\(name)\">\(label)</label><select id=\"\(name)\" name=\"\(name)\">\(rows)</select>"
    }

    /// A line of text to fill in.
    func input(_ name: String, label: String, value: String = "", direction: String = "auto", more: Markup = "")
        -> Markup
    {
        """
        <label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" type="text" dir="\(direction)" \
        autocomplete="off" maxlength="500" value="\(value)"\(more)>
        """
    }
}
