import HTML
import Web

/// The way to the next page of a list, and back to its first.
struct PagerView {
    let pager: Pager
    let address: Address
    /// Parameters that every page of the list has.
    var narrowing: [(name: String, value: String)] = []
    let context: PageContext

    var html: Markup? {
        let common = context.desk.common
        guard !pager.isFirst || pager.older != nil else { return nil }
        let newest: Markup? =
            pager.isFirst ? nil : "<a class=\"newest\" href=\"\(address.href(with: narrowing))\">\(common.newest)</a>"
        let older: Markup? = pager.older.map { cursor in
            "<a class=\"older\" rel=\"next\" href=\"\(address.href(with: narrowing + [("after", cursor)]))\">\(common.older)</a>"
        }
        return "<nav class=\"pager\">\(newest)\(older)</nav>"
    }
}
