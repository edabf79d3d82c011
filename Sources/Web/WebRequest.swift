/// What an endpoint may know of a request.
package struct WebRequest: Sendable {
    /// The path as it came.
    package let path: String
    /// Values of the path's placeholders, each of the form its placeholder asks for.
    package let parameters: [String: String]
    /// The query, bounded.
    package let query: WebQuery
    /// The language to answer in: the reader's choice, else what the browser asks for, else English.
    package let language: Language
    /// `Accept`, if sent.
    package let accept: String?
    /// `Content-Type`, if sent.
    package let contentType: String?
    /// `Content-Encoding`, if sent.
    package let contentEncoding: String?
    /// `If-None-Match`, if sent.
    package let ifNoneMatch: String?
    /// `Range`, if sent with a request that reads.
    package let range: String?
    /// `If-Range`, if sent.
    package let ifRange: String?
    /// Whether the reader is a program that wants JSON.
    package let wantsJSON: Bool
    /// What the request says of who sends it; nothing here has been believed yet.
    package let credentials: Credentials
    /// What a form sent; empty for a request that only reads.
    package private(set) var form: WebForm
    /// The file that came with the form, where the endpoint takes one.
    package private(set) var file: BroughtFile?
    /// What is sent to a protocol; nil for pages, and for a request that only reads.
    package let body: BodyStream?

    /// A request from its parts; headers as sent, in full.
    ///
    /// Throws ``Problem/badRequest(parameter:)`` on a bad query.
    package init(
        path: String,
        parameters: [String: String] = [:],
        query: String = "",
        accept: String? = nil,
        contentType: String? = nil,
        contentEncoding: String? = nil,
        acceptLanguage: String? = nil,
        cookie: String? = nil,
        ifNoneMatch: String? = nil,
        range: String? = nil,
        ifRange: String? = nil,
        credentials: Credentials? = nil,
        form: WebForm = WebForm(),
        body: BodyStream? = nil
    ) throws(Problem) {
        self.path = path
        self.accept = accept
        self.contentType = contentType
        self.contentEncoding = contentEncoding
        self.body = body
        self.parameters = parameters
        self.query = try WebQuery(text: query)
        self.language = Language.chosen(cookie: cookie) ?? Language.negotiated(acceptLanguage) ?? .english
        self.ifNoneMatch = ifNoneMatch
        self.range = range
        self.ifRange = ifRange
        self.wantsJSON = WebRequest.wantsJSON(path: path, accept: accept)
        self.credentials = credentials ?? Credentials(cookie: cookie)
        self.form = form
    }

    /// The same with the fields of the form that its body holds, and the file behind them.
    func readingFile() async throws -> WebRequest {
        guard let body else { return self }
        guard let reader = MultipartReader(body, contentType: contentType) else {
            throw Problem.badRequest(parameter: "boundary")
        }
        var other = self
        (other.form, other.file) = try await reader.form()
        return other
    }

    /// The value of a placeholder.
    ///
    /// Throws ``Problem/notFound`` where the path has none.
    package func value(_ placeholder: PathTemplate.Placeholder) throws(Problem) -> String {
        guard let value = parameters[placeholder.rawValue] else { throw .notFound }
        return value
    }

    /// Whether the reader has what this entity tag stands for (RFC 9110 §13.1.2).
    func isKnown(_ etag: String) -> Bool {
        guard let ifNoneMatch else { return false }
        let known = ifNoneMatch.split(separator: ",").map { tag in
            String(tag.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return known.contains("*") || known.contains(etag) || known.contains("W/\(etag)")
    }

    /// This page's own address without the choice of language: path and query, always relative to this site.
    package var here: String {
        let rest = query.without("lang").text
        return rest.isEmpty ? path : "\(path)?\(rest)"
    }

    /// Whether an error should be told as a problem document rather than as a page.
    package static func wantsJSON(path: String, accept: String?) -> Bool {
        if path.hasSuffix(".json") { return true }
        guard let accept, !accept.contains("text/html") else { return false }
        return accept.contains("json")
    }
}
