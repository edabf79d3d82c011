package import HTML
import Web

/// A field of a `form.sheet`: label, hint, what is wrong, and the value that was sent.
package struct FormField {
    /// Under which it is sent.
    let name: String
    /// How it is reached on the page.
    let id: String
    let label: String
    let hint: String?
    /// What is wrong with it, in a sentence.
    let mistake: String?

    /// - Parameter id: `f-` and the name, unless that would be none.
    package init(name: String, id: String? = nil, label: String, hint: String? = nil, mistake: String? = nil) {
        self.name = name
        self.id = id ?? "f-\(name)"
        self.label = label
        self.hint = hint
        self.mistake = mistake
    }

    /// A line of text.
    package func line(
        _ value: String, type: String = "text", most: Int = 2_000, required: Bool = false, code: Bool = false,
        more: Markup = ""
    ) -> Markup {
        let direction: Markup = code ? " dir=\"ltr\"" : " dir=\"auto\""
        return frame(
            """
            <input id="\(id)" name="\(name)" type="\(type)" value="\(value)" maxlength="\(most)"\
            \(direction)\(required ? " required" : "")\(described)\(more)>
            """)
    }

    /// Text over several lines.
    package func area(_ value: String, rows: Int, required: Bool = false, code: Bool = false) -> Markup {
        let direction: Markup = code ? " dir=\"ltr\" spellcheck=\"false\"" : " dir=\"auto\""
        // A line break right behind the tag belongs to the tag (HTML §13.1.2.5).
        return frame(
            """
            <textarea id="\(id)" name="\(name)" rows="\(rows)"\(direction)\(required ? " required" : "")\
            \(described)>
            \(value)</textarea>
            """)
    }

    /// One of several.
    package func choice(_ options: Markup, isMany: Bool = false) -> Markup {
        let many: Markup? = isMany ? " multiple size=\"6\"" : nil
        return frame("<select id=\"\(id)\" name=\"\(name)\"\(many)\(described)>\(options)</select>")
    }

    /// Several controls under one label, which names the first.
    package func together(_ controls: Markup) -> Markup {
        "<fieldset id=\"\(id)\"\(described)><legend>\(label)</legend>\(notes)<div class=\"row\">\(controls)</div></fieldset>\n"
    }

    package static func option(_ value: String, _ text: String, chosen: Bool) -> Markup {
        "<option value=\"\(value)\"\(chosen ? " selected" : "")>\(text)</option>"
    }

    /// Several boxes or buttons under one heading.
    package func group(_ type: String, _ options: [(value: String, text: Markup)], chosen: [String]) -> Markup {
        let rows: [Markup] = options.map { option in
            """
            <label class="check"><input type="\(type)" name="\(name)" value="\(option.value)"\
            \(chosen.contains(option.value) ? " checked" : "")> \(option.text)</label>

            """
        }
        return """
            <fieldset id="\(id)"\(described)><legend>\(label)</legend>\(notes)\(rows)</fieldset>

            """
    }

    private func frame(_ control: Markup) -> Markup {
        "<div class=\"field\"><label for=\"\(id)\">\(label)</label>\(notes)\(control)</div>\n"
    }

    private var notes: Markup {
        let said: Markup? = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" }
        let wrong: Markup? = mistake.map { "<p class=\"error\" id=\"\(id)-error\">\(Shown.marked($0))</p>" }
        return "\(said)\(wrong)"
    }

    private var described: Markup? {
        let ids = [mistake.map { _ in "\(id)-error" }, hint.map { _ in "\(id)-hint" }].compactMap(\.self)
        guard !ids.isEmpty else { return nil }
        let invalid: Markup? = mistake == nil ? nil : " aria-invalid=\"true\""
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(invalid)"
    }
}
