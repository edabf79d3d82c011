import HTML
import Web

/// The fields of a `form.sheet`: label, hint, what is wrong, and the value that was sent.
struct FormField {
    let field: DraftField
    let label: String
    var hint: String?
    /// What is wrong with it, in a sentence.
    var mistake: String?

    private var id: String { "f-\(field.rawValue)" }

    /// A line of text.
    func line(_ value: String, type: String = "text", most: Int = 2_000, required: Bool = false, code: Bool = false)
        -> Markup
    {
        let direction: Markup = code ? " dir=\"ltr\"" : " dir=\"auto\""
        return frame(
            """
            <input id="\(id)" name="\(field.rawValue)" type="\(type)" value="\(value)" maxlength="\(most)"\
            \(direction)\(required ? " required" : "")\(described)>
            """)
    }

    /// Text over several lines.
    func area(_ value: String, rows: Int, required: Bool = false, code: Bool = false) -> Markup {
        let direction: Markup = code ? " dir=\"ltr\" spellcheck=\"false\"" : " dir=\"auto\""
        // A line break right behind the tag belongs to the tag (HTML §13.1.2.5).
        return frame(
            """
            <textarea id="\(id)" name="\(field.rawValue)" rows="\(rows)"\(direction)\(required ? " required" : "")\
            \(described)>
            \(value)</textarea>
            """)
    }

    /// One of several.
    func choice(_ options: Markup) -> Markup {
        frame("<select id=\"\(id)\" name=\"\(field.rawValue)\"\(described)>\(options)</select>")
    }

    static func option(_ value: String, _ text: String, chosen: Bool) -> Markup {
        "<option value=\"\(value)\"\(chosen ? " selected" : "")>\(text)</option>"
    }

    /// Several boxes or buttons under one heading.
    func group(_ type: String, _ options: [(value: String, text: Markup)], chosen: [String]) -> Markup {
        let rows: [Markup] = options.map { option in
            """
            <label class="check"><input type="\(type)" name="\(field.rawValue)" value="\(option.value)"\
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
        return " aria-describedby=\"\(ids.joined(separator: " "))\"\(mistake == nil ? "" : " aria-invalid=\"true\"")"
    }
}
