import Hall
import HTML
import Web

/// A list of objects, one row each: number, name with the beginning of the description, date.
struct ObjectRows {
    let rows: [ListedObject]
    let context: PageContext
    /// Whether each row says what type it is, in lists that mix types.
    var showsType = true

    var html: Markup {
        "<ul class=\"rows\">\(rows.map(row))</ul>"
    }

    private func row(_ row: ListedObject) -> Markup {
        let type: Markup? = showsType ? context.typeLabel(row.name.type) : nil
        let number = context.number(of: row.name)
        let line: Markup? = row.line.flatMap { line in
            line.isEmpty ? nil : "<p class=\"line\" dir=\"auto\">\(Shown.marked(Prose.plain(line, bytes: 180)))</p>"
        }
        let revoked: Markup? = row.isRevoked ? " <span class=\"flag\">\(context.desk.common.revoked)</span>" : nil
        let collection: Markup? = row.collection.map { " <span class=\"where\">\(context.link($0))</span>" }
        return """
            <li><p class="title"><a href="\(Address.object(row.name.id).href)">\(context.title(row.name))</a>\
            \(revoked)\(number)</p>\(line)\
            <p class="meta">\(type)\(collection)\(row.changed.day(in: context.language))</p></li>

            """
    }
}
