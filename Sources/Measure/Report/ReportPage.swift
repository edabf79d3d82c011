import HTML

/// A page that stands alone: no script, no font, no picture from elsewhere.
struct ReportPage {
    let kind: String
    let title: String
    let lead: String
    let sections: [Section]
    /// What the page was made from and by.
    let origin: Markup

    struct Section {
        let id: String
        let title: String
        let body: Markup
        /// Whether it begins on a new sheet of paper.
        var isChapter = false
    }

    var html: Markup {
        let contents = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" as Markup }
        let parts = sections.map { section -> Markup in
            let name: Markup? = section.isChapter ? " class=\"chapter\"" : nil
            return """
                <section id="\(section.id)"\(name)>
                <h2>\(section.title)</h2>
                \(section.body)</section>

                """
        }
        return """
            <!doctype html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <title>\(title)</title>
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <style>\(ReportStyle.css)</style>
            </head>
            <body>
            <header>
            <p class="kind">\(kind)</p>
            <h1><bdi>\(title)</bdi></h1>
            <p class="lead">\(lead)</p>
            </header>
            <nav aria-label="Contents"><ul class="contents">
            \(contents)</ul></nav>
            <main>
            \(parts)</main>
            <footer>
            \(origin)</footer>
            </body>
            </html>

            """
    }
}
