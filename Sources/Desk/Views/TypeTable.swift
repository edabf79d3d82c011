import HTML
import Web

/// Counts by type, as a table whose numbers are drawn as bars too.
struct TypeTable {
    let types: [TypeCount]
    let context: PageContext
    /// The address of the list of one type.
    let address: (String) -> Address

    var html: Markup {
        let common = context.desk.common
        let largest = types.map(\.count).max() ?? 0
        let rows: [Markup] = types.map { type in
            """
            <tr><th scope="row"><a href="\(address(type.type).href)">\(context.typeGlyph(type.type))\
            \(context.typeMany(type.type))</a></th><td class="number">\(context.number(type.count))</td>\
            <td class="drawn">\(Markup.bar(type.count, of: largest))</td></tr>

            """
        }
        return """
            <table class="types"><thead class="away"><tr><th scope="col">\(common.type)</th>\
            <th scope="col">\(common.number)</th><td></td></tr></thead><tbody>
            \(rows)</tbody></table>
            """
    }
}
