import HTML
import Web

extension NoticeWaysModel {
    /// By which ways somebody is told, when, and of what.
    func page(in context: PageContext) -> Page {
        let words = NoticeWords.in(context.language)
        return Page(
            title: words.waysTitle,
            main: """
                <header class="head"><p class="kicker"><a href="\(Address.notices.href)">\(words.title)</a></p>
                <h1>\(words.waysTitle)</h1><p class="lead">\(words.waysLead)</p>\(said(words))</header>
                <div class="columns"><div>\(wayList(words, context))\(hours(words, context))</div>
                <aside class="register">\(watched(words, context))</aside></div>
                """)
    }

    private func said(_ words: NoticeWords) -> Markup? {
        switch outcome {
        case nil: nil
        case .done: "<p class=\"notice\" role=\"status\">\(words.done)</p>"
        case .failed(let code): "<p class=\"notice\" role=\"alert\">\(words.error(code))</p>"
        }
    }

    private func wayList(_ words: NoticeWords, _ context: PageContext) -> Markup {
        let rows: [Markup] = ways.map { way in
            let state: Markup =
                way.isAgreed
                ? way.told.map { "\(words.told) \($0.minute(in: context.language))" } ?? "\(words.notYet)"
                : "<span class=\"flag\">\(words.notAgreed)</span>"
            let problem: Markup? = way.problem.map {
                "<p class=\"line\"><span class=\"flag\" lang=\"en\" dir=\"auto\">\(Shown.marked(Shown.clipped($0, bytes: 400)))</span></p>"
            }
            func button(_ act: String, _ label: String) -> Markup {
                """
                <button class="plain" name="do" value="\(act)" aria-label="\(label): \(Shown.bare(way.place))">\(label)</button>
                """
            }
            let trying: Markup? = way.isAgreed ? button("try", words.tryIt) : nil
            return """
                <li><p class="title"><span>\(words.kind(way.kind))\(context.language.comma)\(Shown.code(way.place))</span></p>\
                <p class="meta"><span>\(words.extent(way.least))</span> <span>\(state)</span></p>\(problem)\
                \(context.form(to: .noticeWay(way.id), class: "actions inline", "\(trying)\(button("remove", words.remove))"))</li>

                """
        }
        let list: Markup = rows.isEmpty ? "<p>\(words.noWay)</p>" : "<ul class=\"rows\">\(rows)</ul>"
        let least = Urgency.allCases.map { ($0.word, words.extent($0)) }
        let fields: Markup = """
            \(context.input(
                "place", label: words.place, value: typed?.place ?? "", direction: "ltr",
                more: " required inputmode=\"email\" autocapitalize=\"off\""))\
            <p class="hint">\(words.placeHint)</p>\
            \(context.select("least", label: words.least, least, chosen: (typed?.least ?? .digest).word))\
            <p class="actions"><button>\(words.add)</button></p>
            """
        let isOpen: Markup? = rows.isEmpty || !(typed?.place ?? "").isEmpty ? " open" : nil
        return """
            <section id="ways"><h2>\(words.ways)</h2>\(list)
            <details\(isOpen)><summary>\(words.add)</summary>\(context.form(to: .noticeWays, class: "sheet", fields))</details>
            </section>
            """
    }

    private func hours(_ words: NoticeWords, _ context: PageContext) -> Markup {
        let quiet = settings.hours.quiet
        func time(_ name: String, _ label: String, _ value: String, isRequired: Bool) -> Markup {
            let required: Markup? = isRequired ? " required" : nil
            return """
                <div><label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" type="time" value="\(value)"\(required)></div>
                """
        }
        let choices: [Markup] = kinds.map {
            let checked: Markup? = $0.isChosen ? " checked" : nil
            return """
                <label class="choice"><input type="checkbox" name="muted" value="\($0.value)"\(checked)> \($0.title)</label>
                """
        }
        let fields: Markup = """
            \(context.select(
                "language", label: words.language, Language.allCases.map { ($0.rawValue, $0.ownName) },
                chosen: settings.language.rawValue))\
            \(context.input("zone", label: words.zone, value: typed?.zone ?? settings.hours.zone, direction: "ltr"))\
            <p class="hint">\(words.zoneHint)</p>\
            <div class="row">\(time("quiet-from", words.quietFrom, typed?.quietFrom ?? quiet.map { TimeOfDay.text($0.from) } ?? "", isRequired: false))\
            \(time("quiet-until", words.quietUntil, typed?.quietUntil ?? quiet.map { TimeOfDay.text($0.until) } ?? "", isRequired: false))\
            \(time("digest", words.digestAt, typed?.digest ?? TimeOfDay.text(settings.hours.digest), isRequired: true))</div>\
            <p class="hint">\(words.quietHint)</p>\
            <fieldset><legend>\(words.muted)</legend><p class="hint">\(words.mutedHint)</p>\(choices)</fieldset>\
            <p class="actions"><button>\(words.save)</button></p>
            """
        return """
            <section id="hours"><h2>\(words.hours)</h2>\(context.form(to: .noticeSettings, class: "sheet", fields))</section>
            """
    }

    private func watched(_ words: NoticeWords, _ context: PageContext) -> Markup {
        let choices: [Markup] = collections.map {
            let checked: Markup? = $0.isChosen ? " checked" : nil
            return """
                <label class="choice"><input type="checkbox" name="collection" value="\($0.value)"\(checked)> \(Shown.name($0.title))</label>
                """
        }
        return """
            <section id="watch"><h2>\(words.watch)</h2><p>\(words.watchLead)</p>
            \(context.form(to: .noticeWatch, "\(choices)<p class=\"actions\"><button>\(words.save)</button></p>"))</section>
            """
    }
}

extension WebhookSecretModel {
    /// The only page that shows it.
    func page(in context: PageContext) -> Page {
        let words = NoticeWords.in(context.language)
        return Page(
            title: words.secretTitle,
            main: """
                <header class="head"><h1>\(words.secretTitle)</h1><p class="lead">\(words.secretLead)</p></header>
                <p class="narrow">\(Shown.code(place))</p><p class="narrow"><code class="secret" dir="ltr">\(secret)</code></p>
                <p class="actions"><a href="\(Address.noticeWays.href)">\(words.waysTitle)</a></p>
                """)
    }
}

extension NoticeLettersModel {
    /// For whoever has the secret of a letter.
    func page(in context: PageContext) -> Page {
        let words = NoticeWords.in(context.language)
        func form(_ act: String, _ label: String, isPlain: Bool) -> Markup {
            let name: Markup? = isPlain ? " class=\"plain\"" : nil
            return context.form(
                to: place, class: "actions", "<button\(name) name=\"do\" value=\"\(act)\">\(label)</button>")
        }
        let title: String
        let lead: String
        let forms: Markup?
        switch state {
        case .asked:
            (title, lead) = (words.askedTitle, words.askedLead(context.gateway.name))
            forms = "\(form("agree", words.agree, isPlain: false))\(form("stop", words.refuse, isPlain: true))"
        case .agreed:
            (title, lead) = (words.agreedTitle, words.agreedLead(context.gateway.name))
            forms = form("stop", words.stop, isPlain: false)
        case .ended: (title, lead, forms) = (words.endedTitle, words.endedLead, nil)
        }
        return Page(
            title: title,
            main: """
                <header class="head"><h1>\(title)</h1><p class="lead">\(lead)</p></header>
                \(forms)
                """)
    }
}
