import HTML
import Hall
import Mail
import Outside
import Web

/// An issue as a letter: text that every reader reads, and the same with links.
struct IssueText {
    let issue: Issue
    let gateway: Gateway
    let language: Language

    private var words: PeriodicalWords { PeriodicalWords.in(language) }

    /// - Parameter stop: where whoever reads there ends it with one click (RFC 8058).
    func letter(to address: MailAddress, stop: String) throws -> LetterDraft {
        let subject = "[\(gateway.name)] \(words.title): \(words.counted(issue.came.count + issue.withheld))"
        return LetterDraft(
            to: Mailbox(address), subject: try HeaderText(cutting: subject) ?? HeaderText("Concord"),
            text: text(stop: stop), html: html(stop: stop).markup, unsubscribing: try? Unsubscribing(stop))
    }

    private var sections: [(heading: String, items: [Issue.Item])] {
        [(words.came, issue.came), (words.ahead, issue.ahead), (words.said, issue.said)].filter { !$0.1.isEmpty }
    }

    func text(stop: String) -> String {
        var text = ""
        for section in sections {
            text += "\(section.heading)\n\(String(repeating: "-", count: min(section.heading.count, 60)))\n\n"
            for item in section.items {
                text += "\(Self.line(item.title)) (\(Self.line(item.about)))\n\(gateway.address)\(item.path)\n\n"
            }
        }
        if issue.withheld > 0 { text += "\(words.withheld(issue.withheld))\n\(gateway.full(.periodical))\n\n" }
        return text + "-- \n\(words.why(gateway.name))\n\(words.stop) \(stop)\n"
    }

    func html(stop: String) -> Markup {
        let parts: [Markup] = sections.map { section in
            let rows: [Markup] = section.items.map { item in
                "<li><a href=\"\(gateway.address + item.path)\">\(Shown.name(item.title, bytes: 300))</a> <small>\(Shown.name(item.about, bytes: 120))</small></li>\n"
            }
            return "<h2>\(section.heading)</h2>\n<ul>\(rows)</ul>\n"
        }
        let withheld: Markup? =
            issue.withheld > 0
            ? "<p><a href=\"\(gateway.full(.periodical))\">\(words.withheld(issue.withheld))</a></p>" : nil
        return """
            <!doctype html><html lang="\(language.rawValue)" dir="\(language.direction)"><head><meta charset="utf-8"><title>\(words.title)</title></head>\
            <body><h1>\(words.title)</h1>\(parts)\(withheld)<hr><p><small>\(words.why(gateway.name)) <a href="\(stop)">\(words.stop)</a></small></p></body></html>

            """
    }

    /// On one line, with nothing that a terminal would obey.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                Shown.bare(text).unicodeScalars.map { $0.value < 32 || 127...159 ~= $0.value ? " " : $0 }))
    }
}
