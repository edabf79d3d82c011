import Hall
import HTML
import Web

/// What all views of the directory need: its sentences, and the common small pieces.
extension PageContext {
    var directory: DirectoryWords { DirectoryWords.in(language) }

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
}
