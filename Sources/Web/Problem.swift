import HTML

/// Why a request got no answer.
///
/// What is hidden and what is absent look the same: both are ``notFound``, with the same words.
package enum Problem: Error, Sendable, Hashable {
    /// Nothing here that this reader may see.
    case notFound
    /// The address is not understood; which of its parameters.
    case badRequest(parameter: String)
    /// This address answers other methods only.
    case wrongMethod
    /// Nobody is signed in, and this needs somebody.
    case signInNeeded
    /// The reader may see this, but their role may not do it; or the form came from another site.
    case forbidden
    /// Too much at once.
    case tooLarge
    /// Too many attempts; after how many seconds to come again.
    case tooMany(seconds: Int)
    /// What was sent came too slowly to wait for it.
    case tooSlow
    /// We have too much to do; after how many seconds to come again.
    case busy(seconds: Int)
    /// We failed; the reader did nothing wrong.
    case failure

    package var status: Int {
        switch self {
        case .notFound: 404
        case .badRequest: 400
        case .wrongMethod: 405
        case .signInNeeded: 401
        case .forbidden: 403
        case .tooLarge: 413
        case .tooMany: 429
        case .tooSlow: 408
        case .busy: 503
        case .failure: 500
        }
    }

    /// The whole answer: a problem document (RFC 9457) for programs, a page for people.
    ///
    /// - Parameters:
    ///   - visitor: who is signed in, so that the page has their header.
    ///   - leadsBack: whether the request can be made again after signing in.
    package func answer(
        to request: WebRequest, in gateway: Gateway, visitor: Visitor? = nil, leadsBack: Bool = false
    ) -> Answer {
        answer(
            language: request.language, wantsJSON: request.wantsJSON, in: gateway, visitor: visitor,
            wanted: self == .signInNeeded && leadsBack ? request.here : nil)
    }

    /// The answer where the request could not even be read, or nothing answers its path.
    ///
    /// - Parameter wanted: where to go after signing in.
    package func answer(
        language: Language, wantsJSON: Bool, in gateway: Gateway, visitor: Visitor? = nil, wanted: String? = nil
    ) -> Answer {
        var answer: Answer
        if wantsJSON {
            answer = Answer(
                status: status, contentType: "application/problem+json", body: Array(document(in: language).utf8),
                keeping: .never, headers: [Answer.Header("Content-Language", language.rawValue)])
        } else {
            // The page offers no link to itself: a path that is not understood is not repeated.
            let context = PageContext(
                gateway: gateway, language: language, visitor: visitor, here: wanted ?? Address.home.href)
            answer = .page(page(in: context), in: context, status: status)
        }
        switch self {
        case .tooMany(let seconds), .busy(let seconds):
            answer.headers.append(Answer.Header("Retry-After", String(seconds)))
        // RFC 9110 §15.5.2 asks for a challenge; Bearer is how programs sign in (RFC 6750).
        case .signInNeeded: answer.headers.append(Answer.Header("WWW-Authenticate", "Bearer"))
        default: break
        }
        return answer
    }

    /// The page that tells people.
    package func page(in context: PageContext) -> Page {
        let words = context.words.problems
        let (title, detail) = words(self)
        var parameter = Markup()
        if case .badRequest(let name) = self { parameter = "<p><code dir=\"ltr\">\(name)</code></p>" }
        let signIn: Markup? =
            self == .signInNeeded
            ? "<p class=\"actions\"><a href=\"\(PageHeader(context: context).signIn)\">\(context.words.signIn)</a></p>"
            : nil
        let main: Markup = """
            <article class="problem"><p class="kicker">\(status)</p><h1>\(title)</h1><p class="lead">\(detail)</p>\
            \(parameter)\(signIn)<p><a href="\(Address.home.href)">\(context.words.backHome)</a></p></article>
            """
        return Page(title: title, main: main)
    }

    /// The problem document.
    func document(in language: Language) -> String {
        let (title, detail) = WebWords.in(language).problems(self)
        var members = [("title", title), ("detail", detail)]
        if case .badRequest(let name) = self { members.append(("parameter", name)) }
        let texts = members.map { "\"\($0.0)\":\(Problem.quoted($0.1))" }
        return "{\"type\":\"about:blank\",\"status\":\(status),\(texts.joined(separator: ","))}\n"
    }

    /// A text as a JSON string.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// An error of a room that knows nothing of pages, and has a better answer than that we failed.
package protocol TellsProblem: Error {
    /// Nil where it has none.
    var problem: Problem? { get }
}
