import HTML
package import Web

extension TypeListModel {
    /// The page of one type of objects.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.list
        let whence: Markup = collection.map { "\(words.inCollection) \(context.link($0))" } ?? Markup(text: words.inAll)
        let says: Markup? = context.words(of: type).map { "<p class=\"lead\">\($0.says)</p>" }
        let list =
            rows.isEmpty
            ? "<p class=\"quiet\">\(words.empty)</p>" : ObjectRows(rows: rows, context: context, showsType: false).html
        let main: Markup = """
            <header class="head"><p class="kicker">\(whence)</p>\
            <h1>\(context.typeGlyph(type))\(context.typeMany(type))</h1>\(says)\
            <p class="quiet tally">\(context.desk.common.objects(total))</p></header>
            \(list)
            \(PagerView(pager: pager, address: address, context: context).html)
            """
        return Page(title: context.typeTitle(type), main: main)
    }
}

extension TypesModel {
    /// The page of all types.
    package func page(in context: PageContext) -> Page {
        let words = context.desk.list
        let main: Markup = """
            <header class="head"><h1>\(words.typesTitle)</h1><p class="lead">\(words.typesLead)</p></header>
            \(TypeTable(types: types, context: context) { .type($0) }.html)
            """
        return Page(title: words.typesTitle, main: main)
    }
}
