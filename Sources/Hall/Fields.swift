package import HTML
package import Web

/// The fields of forms, as every page has them.
extension PageContext {
    /// A button that does one thing.
    package func button(_ label: String, to address: Address, _ fields: [(name: String, value: String)] = []) -> Markup
    {
        let hidden: [Markup] = fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
        return form(to: address, class: "small", "\(hidden)<button>\(label)</button>")
    }

    /// A choice of one of several.
    package func select(_ name: String, label: String, _ options: [(value: String, label: String)], chosen: String = "")
        -> Markup
    {
        let rows: [Markup] = options.map { option in
            let selected: Markup? = option.value == chosen ? " selected" : nil
            return "<option value=\"\(option.value)\"\(selected)>\(option.label)</option>"
        }
        return "<label for=\"\(name)\">\(label)</label><select id=\"\(name)\" name=\"\(name)\">\(rows)</select>"
    }

    /// A line of text to fill in.
    package func input(_ name: String, label: String, value: String = "", direction: String = "auto", more: Markup = "")
        -> Markup
    {
        """
        <label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" type="text" dir="\(direction)" \
        autocomplete="off" maxlength="500" value="\(value)"\(more)>
        """
    }
}
