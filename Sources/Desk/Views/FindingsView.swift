import HTML
import STIX
import Web

/// What admission found doubtful, told quietly.
struct FindingsView {
    let findings: [Finding]
    let context: PageContext

    var html: Markup? {
        guard !findings.isEmpty else { return nil }
        let words = context.desk.object
        let rows = Ration.fit(findings.prefix(12), bytes: 2_000) { finding in
            let place: Markup? =
                finding.pointer.isEmpty ? nil : "\(Shown.code(Shown.clipped(finding.pointer, bytes: 120))) "
            return
                "<li>\(place)<span lang=\"en\" dir=\"auto\">\(Shown.marked(Shown.clipped(finding.sentence, bytes: 240)))</span></li>"
        }
        return """
            <section id="findings"><details><summary>\(words.findings) <span class="count">\(findings.count)</span></summary>\
            <p class="quiet">\(words.findingsLead(findings.count))</p><ul>\(rows)</ul></details></section>
            """
    }
}
