import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Web

/// Finds the endpoint for a request and sends its answer.
struct Responder: HTTPResponder {
    typealias Context = ConnectionContext

    let routes: Routes
    let gateway: Gateway
    let isBehindProxy: Bool
    let visitor: @Sendable (WebRequest) async -> Visitor?

    func respond(to request: Request, context: Context) async throws -> Response {
        let answer = await answer(to: request, from: remote(of: request, context)) { error in
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
        }
        return response(answer, isHead: request.method == .head)
    }

    private func answer(to request: Request, from remote: String, report: @Sendable (any Error) -> Void) async -> Answer
    {
        let spoken = routes.interface(of: request.uri.path)
        let path = spoken?.path ?? request.uri.path
        let method: Endpoint.Method? =
            request.method == .head ? .get : Endpoint.Method(rawValue: request.method.rawValue)
        let (found, isKnown) = routes.find(path, method)
        let problem: Problem = isKnown ? .wrongMethod : .notFound
        if found == nil, let spoken { return spoken.interface.refusal(problem) }
        do {
            let web = try WebRequest(
                path: path, parameters: found?.values ?? [:], query: request.uri.query ?? "",
                accept: request.headers[.accept], contentType: request.headers[.contentType],
                acceptLanguage: request.headers[.acceptLanguage],
                cookie: request.headers[.cookie], ifNoneMatch: request.headers[.ifNoneMatch],
                credentials: credentials(of: request, from: remote, toInterface: spoken != nil),
                form: found != nil && method == .post && spoken == nil ? await form(of: request) : WebForm(),
                body: method == .get ? nil : spoken.map { body(of: request, for: $0.interface) })
            guard let (endpoint, _) = found else {
                return await problem.answer(to: web, in: gateway, visitor: visitor(web))
            }
            return await endpoint.answer(to: web, in: gateway, report: report, visitor: visitor)
        } catch {
            if let spoken { return spoken.interface.refusal(error) }
            // What could not even be read has no language chosen and nobody signed in.
            let problem = error as? Problem
            if problem == nil { report(error) }
            return (problem ?? .failure).answer(
                language: Language.negotiated(request.headers[.acceptLanguage]) ?? .english,
                wantsJSON: WebRequest.wantsJSON(path: path, accept: request.headers[.accept]), in: gateway)
        }
    }

    /// The address that a request came from: the other end, or what the proxy there says (the last in its list, which is
    /// the one it saw itself).
    private func remote(of request: Request, _ context: Context) -> String {
        guard isBehindProxy, let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return context.remote }
        return String(last.filter { $0 != " " }.prefix(64))
    }

    private func credentials(of request: Request, from remote: String, toInterface: Bool) -> Credentials {
        Credentials(
            cookie: request.headers[.cookie], authorization: request.headers[.authorization], remote: remote,
            fetchSite: HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] },
            origin: request.headers[.origin], host: request.head.authority, secure: gateway.isSecure,
            toInterface: toInterface)
    }

    private func body(of request: Request, for interface: Interface) -> BodyStream {
        let reader = BodyReader(request.body)
        return BodyStream(
            length: request.headers[.contentLength].flatMap { Int($0) }, most: interface.longestBody,
            piece: { try await reader.next().map { Array(buffer: $0) } })
    }

    private func form(of request: Request) async throws -> WebForm {
        do {
            return try WebForm(body: Array(buffer: try await request.body.collect(upTo: WebForm.longest)))
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        }
    }

    private func response(_ answer: Answer, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for header in Answer.alwaysSent + answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.keeping.header
        if let etag = answer.etag { headers[.eTag] = etag }
        if let stream = answer.stream, !isHead {
            let body = ResponseBody { writer in
                try await stream.write { try await writer.write(ByteBuffer(bytes: $0)) }
                try await writer.finish(nil)
            }
            return Response(status: .init(code: answer.status), headers: headers, body: body)
        }
        if answer.stream == nil, answer.status != 304 { headers[.contentLength] = String(answer.body.count) }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: isHead || answer.body.isEmpty
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

/// Reads a body piece by piece, for whoever asks.
private actor BodyReader {
    private var iterator: RequestBody.AsyncIterator

    init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

    func next() async throws -> ByteBuffer? {
        var current = iterator
        let piece = try await current.next(isolation: self)
        iterator = current
        return piece
    }
}

/// A request's context that knows the other end of its connection.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end; empty where there is none.
    let remote: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remote = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
