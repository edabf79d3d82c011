import HTML

/// What the top of every page offers, which depends on who is signed in.
struct PageHeader {
    let context: PageContext

    private var words: WebWords { context.words }

    /// The main ways, and the way in or to one's account.
    var links: Markup {
        let ways: [Markup] = context.gateway.menu.filter { $0.isOffered(to: context.visitor) }
            .sorted { $0.rank < $1.rank }.map { entry in
                let count = context.visitor.map(entry.count) ?? 0
                let waiting: Markup? = count > 0 ? " <b>\(context.language.number(count))</b>" : nil
                return "<a href=\"\(entry.href)\">\(entry.word(context.language))\(waiting)</a>"
            }
        return ways.joined() + account
    }

    private var account: Markup {
        guard let visitor = context.visitor else { return "<a href=\"\(signIn)\">\(words.signIn)</a>" }
        return """
            <a class="who" href="\(Address.account.href)" title="\(words.account)">\(Shown.name(visitor.name, bytes: 60))</a>
            """
    }

    /// Where to sign in, with the way back to this page.
    var signIn: String {
        let isDoor =
            context.here == Address.home.href || ["/sign-in", "/invitations"].contains { context.here.hasPrefix($0) }
        return Address.signIn.href(with: isDoor ? [] : [("next", context.here)])
    }

    /// What nobody may overlook: that everything is invented, and that an operator looks as somebody else.
    var banners: Markup {
        var banners = Markup()
        if context.gateway.isDemo { banners += "<p class=\"banner\">\(words.demo)</p>\n" }
        if let seen = context.visitor?.seeingAs {
            let form = context.form(
                to: .seeAs, class: "banner",
                """
                <p>\(words.seeingAs(seen))</p><input type="hidden" name="audience" value="">\
                <input type="hidden" name="next" value="\(context.here)"><button>\(words.backToYourself)</button>
                """)
            banners += form + "\n"
        }
        return banners
    }
}
