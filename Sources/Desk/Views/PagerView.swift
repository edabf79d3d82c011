import HTML
import Web

/// The way to the next page of a list, and back to its first.
struct PagerView {
    let pager: Pager
    let address: Address
    let context: PageContext

    var html: Markup? {
        let common = context.desk.common
        guard !pager.isFirst || pager.older != nil else { return nil }
        let newest: Markup? =
            pager.isFirst ? nil : "<a class=\"newest\" href=\"\(address.href)\">\(common.newest)</a>"
        let older: Markup? = pager.older.map { cursor in
            "<a class=\"older\" rel=\"next\" href=\"\(address.href(with: [("after", cursor)]))\">\(common.older)</a>"
        }
        return "<nav class=\"pager\">\(newest)\(older)</nav>"
    }
}
