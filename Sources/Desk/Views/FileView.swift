import HTML
import Web

/// The file that an object names, for whoever may have it: how large it is, and where to get it.
struct FileView {
    let model: ObjectModel
    let context: PageContext

    var html: Markup? {
        guard let size = model.fileSize else { return nil }
        let words = context.desk.object
        return """
            <section id="file"><h2>\(words.fileTitle)</h2>\
            <p><a href="\(Address.blob(of: model.id).href)" download>\(words.fileDownload)</a> \(words.rawLead(size))</p>\
            <p class="quiet">\(words.fileCaution)</p></section>
            """
    }
}
