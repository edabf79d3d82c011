package import HTML

/// The files that pages need: one stylesheet and one icon.
///
/// Both are text in the program.
package enum Assets {
    /// Where the stylesheet stands; its name changes with its content.
    package static let stylesheetAddress = Address.stylesheet(
        hash: String(Fingerprint.of(Stylesheet.text.utf8).prefix(12)))

    /// The stylesheet's text.
    package static var stylesheet: String { Stylesheet.text }

    /// The endpoints of these files.
    package static let endpoints = [
        Endpoint(.stylesheet, says: "The stylesheet of all pages.") { request in
            guard request.path == stylesheetAddress.href else { throw Problem.notFound }
            return .asset(Stylesheet.text, type: "text/css; charset=utf-8")
        },
        Endpoint(.icon, says: "The icon of the site.") { _ in
            var answer = Answer.asset(icon, type: "image/svg+xml")
            answer.keeping = .seconds(86_400)
            return answer
        },
    ]

    /// The sign of a gateway: two leaves under one root.
    package static let mark: Markup = """
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5 5 19M12 5l7 14"/>\
        <circle cx="12" cy="5" r="3"/><rect x="2" y="16" width="6" height="6"/>\
        <rect x="16" y="16" width="6" height="6"/></svg>
        """

    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#f7f5ef"/>\
        <path d="M12 6 6.5 17M12 6l5.5 11" fill="none" stroke="#1d4e57" stroke-width="1.5"/>\
        <g fill="#1d4e57"><circle cx="12" cy="6" r="2.6"/><path d="M4 15h5v5H4zm11 0h5v5h-5z"/></g></svg>
        """
}
