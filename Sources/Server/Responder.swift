import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Web

/// Finds the endpoint for a request and sends its answer.
struct Responder: HTTPResponder {
    typealias Context = ConnectionContext

    let routes: Routes
    let gateway: Gateway
    let isBehindProxy: Bool
    let visitor: @Sendable (WebRequest) async -> Visitor?
    let connections: Connections
    let budgets: Budgets

    /// - Throws: `HTTPParserError` where the request is no HTTP; Hummingbird answers that with 400 and ends the connection.
    func respond(to request: Request, context: Context) async throws -> Response {
        let remote = remote(of: request, context)
        let (party, connection) = (Party.remote(remote), connections[context.channel])
        let isHead = request.method == .head
        guard let place = try? budgets.requests.lease(1, for: party, by: connection) else {
            return response(refusal(.busy(seconds: 1), of: request), isHead: isHead)
        }
        var isKept = false
        defer { if !isKept { place.end() } }
        let reading = BodyReading(
            request: request, party: party, connection: connection, budgets: budgets, visitor: visitor)
        defer { reading.end() }
        let report: @Sendable (any Error) -> Void = { [logger = context.logger, routes] error in
            // The server ends, and with it what was under way.
            guard !(error is CancellationError) else { return }
            logger.error("\(request.method) \(routes.named(request.uri.path)): \(error)")
        }
        let answer = try await answer(to: request, from: remote, reading: reading, report: report)
        let size = answer.stream.map { min($0.length ?? .max, ServerLimits.stream) } ?? answer.body.count
        guard !isHead, size > ServerLimits.smallAnswer else {
            return response(answer, isHead: isHead, report: report)
        }
        guard let held = try? budgets.answers.lease(size, for: party, by: connection) else {
            return response(refusal(.busy(seconds: 5), of: request), isHead: isHead)
        }
        // Until the reader has taken it all; a connection that is gone already keeps nothing.
        isKept = connection != nil
        connection?.keep([place, held])
        return response(answer, isHead: isHead, report: report)
    }

    private func answer(
        to request: Request, from remote: String, reading: BodyReading, report: @Sendable (any Error) -> Void
    ) async throws -> Answer {
        let spoken = routes.interface(of: request.uri.path)
        let path = spoken?.path ?? request.uri.path
        let method: Endpoint.Method? =
            request.method == .head ? .get : Endpoint.Method(rawValue: request.method.rawValue)
        let (found, isKnown) = routes.find(path, method)
        let problem: Problem = isKnown ? .wrongMethod : .notFound
        if found == nil, let spoken { return spoken.interface.refusal(problem) }
        do {
            func web(form: WebForm = WebForm(), file: BodyStream? = nil) throws -> WebRequest {
                try WebRequest(
                    path: path, parameters: found?.values ?? [:], query: request.uri.query ?? "",
                    accept: request.headers[.accept], contentType: request.headers[.contentType],
                    contentEncoding: request.headers[.contentEncoding],
                    acceptLanguage: request.headers[.acceptLanguage],
                    cookie: request.headers[.cookie], ifNoneMatch: request.headers[.ifNoneMatch],
                    // HEAD has no parts (RFC 9110 §14.2).
                    range: request.method == .get ? request.headers[.range] : nil,
                    ifRange: request.headers[.ifRange],
                    credentials: credentials(of: request, from: remote, toInterface: spoken != nil), form: form,
                    body: method == .get
                        ? nil : file ?? spoken.map { reading.stream(atMost: $0.interface.longestBody) })
            }
            var asked = try web()
            guard let (endpoint, _) = found else {
                return await problem.answer(to: asked, in: gateway, visitor: visitor(asked))
            }
            if method == .post, let most = endpoint.longestFile, MultipartReader.reads(request.headers[.contentType]) {
                // Strangers bring no files; nothing of theirs is read.
                guard await visitor(asked) != nil else { throw Problem.signInNeeded }
                asked = try web(file: reading.stream(atMost: most))
            } else if method == .post, spoken == nil {
                asked = try web(form: await reading.form(for: endpoint, asked: asked))
            }
            return await endpoint.answer(to: asked, in: gateway, report: report, visitor: visitor)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            if let spoken { return spoken.interface.refusal(error) }
            let problem = error as? Problem
            // A connection that is closed while it sends is nobody's fault here.
            if problem == nil, !(error is ChannelError) { report(error) }
            return refusal(problem ?? .failure, of: request)
        }
    }

    /// What can't be read, or is too much, has no language chosen and nobody signed in.
    private func refusal(_ problem: Problem, of request: Request) -> Answer {
        if let spoken = routes.interface(of: request.uri.path) { return spoken.interface.refusal(problem) }
        return problem.answer(
            language: Language.negotiated(request.headers[.acceptLanguage]) ?? .english,
            wantsJSON: WebRequest.wantsJSON(path: request.uri.path, accept: request.headers[.accept]), in: gateway)
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

    /// - Parameter report: of a body that breaks off for our own sake, whose status is sent by then.
    private func response(
        _ answer: Answer, isHead: Bool, report: @Sendable @escaping (any Error) -> Void = { _ in }
    ) -> Response {
        var headers = HTTPFields()
        for header in Answer.alwaysSent + answer.headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            headers.append(HTTPField(name: name, value: header.value))
        }
        headers[.contentType] = answer.contentType
        headers[.cacheControl] = answer.keeping.header
        if let etag = answer.etag { headers[.eTag] = etag }
        // The rest of the body is not waited for.
        if [408, 413, 503].contains(answer.status) { headers[.connection] = "close" }
        // What is made while it is sent may be of a length that is known.
        let length = answer.stream.map(\.length) ?? answer.body.count
        if let length, answer.status != 304 { headers[.contentLength] = String(length) }
        let status = HTTPResponse.Status(code: answer.status)
        guard !isHead, length != 0, answer.status != 304 else { return Response(status: status, headers: headers) }
        if let stream = answer.stream {
            let body = ResponseBody(contentLength: length) { writer in
                var isGone = false
                do {
                    try await stream.write { piece in
                        do { try await writer.write(ByteBuffer(bytes: piece)) } catch {
                            isGone = true
                            throw error
                        }
                    }
                } catch {
                    // Whoever hangs up is no news.
                    if !isGone { report(error) }
                    throw error
                }
                try await writer.finish(nil)
            }
            return Response(status: status, headers: headers, body: body)
        }
        let body = ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        return Response(status: status, headers: headers, body: body)
    }
}

/// A request's context that knows the other end of its connection.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// The address of the other end; empty where there is none.
    var remote: String { channel.remoteAddress?.ipAddress ?? "" }
}
