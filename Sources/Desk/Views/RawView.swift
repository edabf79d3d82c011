import HTML
import STIX
import Web

/// The object as data: set in lines for reading, and a link to its exact bytes.
struct RawView {
    let model: ObjectModel
    let context: PageContext
    /// Most bytes of it on the page.
    let room: Int

    var html: Markup {
        let words = context.desk.object
        let whole = (model.original ?? model.json).indented(bytes: room)
        let shown = Shown.clipped(whole, bytes: max(200, room - 600))
        let cut: Markup? = shown == whole ? nil : "<p class=\"quiet\">\(words.rawCut)</p>"
        let address = Address.rawVersion(object: model.id, version: model.version.text)
        return """
            <section id="raw"><details><summary>\(words.raw)</summary>\(cut)\
            <pre dir="ltr"><code>\(Shown.marked(shown))</code></pre></details>
            <p class="quiet">\(words.rawLead(model.byteCount)) · <a href="\(address.href)">\(words.exactBytes)</a></p>\
            </section>
            """
    }
}
