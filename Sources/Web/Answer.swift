import HTML

/// What an endpoint answers; the room Server sends it.
package struct Answer: Sendable, Hashable {
    /// How long others may keep an answer.
    package enum Keeping: Sendable, Hashable {
        /// Ask each time whether it has changed; answered with 304 where the ETag is the same.
        case revalidated
        /// The same, but made for one person: only their own browser may keep it.
        case own
        /// Never changes under this address.
        case forever
        /// May be a few seconds old.
        case seconds(Int)
        /// Not to be kept at all.
        case never

        /// The value of `Cache-Control`.
        package var header: String {
            switch self {
            case .revalidated: "no-cache"
            case .own: "private, no-cache"
            case .forever: "public, max-age=31536000, immutable"
            case .seconds(let seconds): "public, max-age=\(seconds)"
            case .never: "no-store"
            }
        }
    }

    /// One header field.
    package struct Header: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var status: Int
    package var contentType: String
    package var body: [UInt8]
    package var keeping: Keeping
    /// Further headers.
    ///
    /// Cache-Control, ETag, Content-Type and those of ``Answer/alwaysSent`` are not among them.
    package var headers: [Header]
    /// The quoted entity tag, where there is one.
    package var etag: String?
    /// Replaces `body` where the answer is made while it is sent.
    package var stream: AnswerStream?

    package init(
        status: Int = 200,
        contentType: String,
        body: [UInt8],
        keeping: Keeping = .revalidated,
        headers: [Header] = [],
        etag: String? = nil
    ) {
        self.status = status
        self.contentType = contentType
        self.body = body
        self.keeping = keeping
        self.headers = headers
        self.etag = etag
    }

    /// Headers of every answer: nothing is loaded from elsewhere, no script runs, no frame shows the site.
    package static let alwaysSent = [
        Header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'"),
        Header("X-Content-Type-Options", "nosniff"),
        // Not `no-referrer`: browsers would then send `Origin: null` with our own forms (Fetch §3.2).
        Header("Referrer-Policy", "same-origin"),
        Header("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}

extension Answer {
    /// A page for people.
    ///
    /// It depends on the reader's language, and says so to caches.
    package static func page(_ page: Page, in context: PageContext, status: Int = 200) -> Answer {
        let body = Array(page.html(in: context).markup.utf8)
        return Answer(
            status: status,
            contentType: "text/html; charset=utf-8",
            body: body,
            keeping: status != 200 ? .never : context.visitor == nil ? .revalidated : .own,
            headers: [
                Header("Vary", "Accept-Language, Cookie"), Header("Content-Language", context.language.rawValue),
            ],
            etag: status == 200 ? Fingerprint.etag(of: body) : nil)
    }

    /// The exact bytes of an object.
    package static func json(_ body: [UInt8], type: String = "application/json") -> Answer {
        Answer(contentType: type, body: body, etag: Fingerprint.etag(of: body))
    }

    /// A file whose address changes with its content.
    package static func asset(_ text: String, type: String) -> Answer {
        Answer(contentType: type, body: Array(text.utf8), keeping: .forever)
    }

    /// Sends whoever asks to the address that this one became, for good.
    package static func moved(to path: String) -> Answer {
        var answer = redirect(to: path)
        answer.status = 301
        return answer
    }

    /// Sends the reader on within this site.
    ///
    /// The path must come from ``Address`` or ``WebRequest/here``.
    package static func redirect(to path: String, headers: [Header] = []) -> Answer {
        let isLocal = path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\")
        return Answer(
            status: 303, contentType: "text/plain; charset=utf-8", body: [], keeping: .never,
            headers: [Header("Location", isLocal ? path : "/")] + headers)
    }
}

extension Answer {
    /// This answer, which nothing keeps: it holds a secret.
    package var once: Answer {
        var answer = self
        answer.keeping = .never
        answer.etag = nil
        return answer
    }
}
