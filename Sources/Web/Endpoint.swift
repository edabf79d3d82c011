/// A route as a value: what it answers, in one sentence, and how.
///
/// Domains hand over endpoints; the composition lists them; the room Server turns them into routes. An endpoint answers
/// everything itself (``answer(to:in:)``), errors included, so a test needs no server.
package struct Endpoint: Sendable {
    package enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    package typealias Handler = @Sendable (WebRequest) async throws -> Answer

    package let method: Method
    /// The kind of address it answers; its template is the route.
    package let kind: Address.Kind
    /// What it is for, in one sentence, for the manual of the interface.
    package let says: String
    /// The protocol it is part of; nil for pages.
    package let interface: Interface?
    /// The longest form that somebody may send who is not signed in; whoever is may send ``WebForm/longest``.
    package let longestOpenForm: Int
    /// The longest body of a form that brings a file, of somebody who is signed in; nil where none is taken.
    package let longestFile: Int?
    private let handler: Handler

    package init(
        _ kind: Address.Kind, method: Method = .get, of interface: Interface? = nil,
        longestOpenForm: Int = WebForm.short, longestFile: Int? = nil, says: String,
        handler: @escaping Handler
    ) {
        self.method = method
        self.kind = kind
        self.interface = interface
        self.longestOpenForm = longestOpenForm
        self.longestFile = longestFile
        self.says = says
        self.handler = handler
    }

    /// The same, answered within something that the composition knows and this room doesn't.
    package func within(
        _ around: @escaping @Sendable (@escaping @Sendable () async throws -> Answer) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            kind, method: method, of: interface, longestOpenForm: longestOpenForm, longestFile: longestFile, says: says
        ) { [handler] request in
            try await around { try await handler(request) }
        }
    }

    /// The path this endpoint answers.
    package var path: PathTemplate { kind.template }

    /// The whole answer: choice of language, handler, problems as documents or pages, 304 where nothing changed.
    ///
    /// An error that is not a ``Problem`` is told to the reader as a plain 500; `report` gets it for the operator's log.
    ///
    /// - Parameter visitor: asked for the header of a page that tells a problem.
    package func answer(
        to request: WebRequest,
        in gateway: Gateway,
        report: @Sendable (any Error) -> Void = { _ in },
        visitor: @Sendable (WebRequest) async -> Visitor? = { _ in nil }
    ) async -> Answer {
        if let interface { return await answer(to: request, through: interface, report: report) }
        if method == .get, let choice = LanguageChoice.answer(to: request) { return choice }
        do {
            let request = longestFile == nil ? request : try await request.readingFile()
            if method != .get { try FormToken.check(request) }
            return try await handler(request).unlessKnown(to: request)
        } catch let problem as Problem {
            return await problem.answer(to: request, in: gateway, visitor: visitor(request), leadsBack: method == .get)
        } catch {
            report(error)
            let problem = (error as? any TellsProblem)?.problem ?? .failure
            return await problem.answer(to: request, in: gateway, visitor: visitor(request))
        }
    }

    private func answer(
        to request: WebRequest, through interface: Interface, report: @Sendable (any Error) -> Void
    ) async -> Answer {
        do {
            // A browser that remembers a password sends it along like a cookie.
            if method != .get, request.credentials.isSameSite == false { throw Problem.forbidden }
            return try await handler(request).unlessKnown(to: request)
        } catch {
            let answer = interface.refusal((error as? any TellsProblem)?.problem ?? error)
            if answer.status >= 500 { report(error) }
            return answer
        }
    }
}

extension Answer {
    /// This answer, or 304 without a body where the reader has it already.
    func unlessKnown(to request: WebRequest) -> Answer {
        guard status == 200, let etag, request.isKnown(etag) else { return self }
        var same = self
        same.status = 304
        same.body = []
        same.stream = nil
        return same
    }
}
