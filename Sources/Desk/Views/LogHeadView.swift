import Hall
import HTML
import Web

/// The head of a log: what is signed, by which key, and how to verify it.
struct LogHeadView {
    let head: LogHead
    let context: PageContext

    private var words: DeskWords.Collection { context.desk.collection }

    var html: Markup {
        """
        <section id="log"><h2>\(words.log)</h2><p>\(words.logLead)</p>
        <dl class="stacked"><dt>\(words.size)</dt><dd>\(words.entries(head.size))</dd>
        <dt>\(words.root)</dt><dd>\(Shown.code(head.root))</dd>
        <dt>\(words.signed)</dt><dd>\(head.signed.minute(in: context.language))</dd>
        <dt>\(words.key)</dt><dd>\(Shown.code(head.key))</dd>
        <dt>\(words.origin)</dt><dd>\(Shown.code(head.origin))</dd></dl></section>
        <section><h2>\(words.verifyTitle)</h2><p>\(words.verifyLead)</p>
        \(context.command(VerifyCommand.log(of: head.collection, at: context.gateway)))
        <details><summary>\(words.tilesTitle)</summary><p>\(words.tilesLead)</p>
        <ul class="files">\(files)</ul></details></section>
        """
    }

    private var files: [Markup] {
        let id = head.collection.id
        let files: [(Address, String)] = [
            (.checkpoint(collection: id), words.checkpoint),
            (.tile(collection: id, path: firstTile("0/000")), words.hashTile),
            (.tile(collection: id, path: firstTile("entries/000")), words.entryTile),
        ]
        return files.map { address, says in
            "<li><a href=\"\(address.href)\">\(Shown.code(address.href))</a> \(says)</li>"
        }
    }

    /// The first tile; with its width where it is not full yet.
    private func firstTile(_ path: String) -> String {
        head.size < 256 ? "\(path).p/\(head.size)" : path
    }
}
