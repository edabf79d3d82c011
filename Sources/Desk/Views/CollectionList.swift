import HTML
import Web

/// The collections of a gateway, as the register on its first page.
struct CollectionList {
    let collections: [CollectionSummary]
    let context: PageContext

    var html: Markup {
        "<ul class=\"collections\">\(collections.map(row))</ul>"
    }

    private func row(_ collection: CollectionSummary) -> Markup {
        let common = context.desk.common
        let description: Markup? =
            collection.description.isEmpty
            ? nil
            : "<p class=\"about\" dir=\"auto\">\(Shown.marked(Shown.clipped(collection.description, bytes: 400)))</p>"
        let changed: Markup =
            collection.lastChange.map { "\(common.lastChange) \($0.day(in: context.language))" }
            ?? "\(common.nothingYet)"
        return """
            <li><h3>\(context.link(collection.name))</h3>\(description)\
            <p class="seen">\(collection.ceiling.chip) \(context.readers(collection.readers))</p>\
            <p class="figures"><strong>\(common.objects(.exactly(collection.objects)))</strong>\
            <span>\(changed)</span></p></li>

            """
    }
}
