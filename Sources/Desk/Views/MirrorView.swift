import HTML
import Web

/// How far a mirror is proven, and what speaks against it.
struct MirrorView {
    let mirror: MirrorStatus
    let context: PageContext

    private var words: MirrorWords { context.desk.mirror }

    var html: Markup {
        """
        <section id="mirror"><h2>\(words.title)</h2><p>\(words.lead)</p>\(alarm)
        <dl class="stacked"><dt>\(words.verified)</dt><dd>\(verified)</dd>
        <dt>\(words.copied)</dt><dd>\(context.desk.collection.entries(mirror.copied))</dd>\
        \(count(words.unexplained, mirror.unexplained))\(count(words.erasedHere, mirror.erasedHere))</dl></section>

        """
    }

    private var alarm: Markup? {
        mirror.alarm.map {
            "<p class=\"notice\" role=\"alert\"><strong>\(words.alarm)</strong> <span dir=\"ltr\" lang=\"en\">\(Shown.marked($0))</span></p>"
        }
    }

    private var verified: Markup {
        guard let at = mirror.at else { return "\(words.notYet)" }
        return "\(words.toEntry(mirror.verified)), \(at.minute(in: context.language))"
    }

    private func count(_ title: String, _ entries: Int) -> Markup? {
        entries > 0 ? "<dt>\(title)</dt><dd>\(context.desk.collection.entries(entries))</dd>" : nil
    }
}
