import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Web

/// Keeps one connection within its bounds: malformed heads, slow bodies and readers, refusals, and the end of the server.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Somebody begins to read the body of the request.
    struct BodyIsAwaited: Sendable {}

    /// What becomes of the connection.
    private enum Course {
        case open
        /// Nothing more is read; it ends with the answer that is under way.
        case endsWithAnswer
        /// The answer is sent; the rest of the body is let pass, so that no reset destroys the answer on its way (RFC 9112 §9.6).
        case lingers
    }

    private let connections: Connections
    /// Nil where it was not let in.
    private var connection: Connection?
    private let limits: ServerLimits
    private var course = Course.open
    private var timer: Scheduled<Void>?
    /// Requests whose answers are not sent.
    private var requests = 0
    private var isBodyDue = false
    /// Whether the other end sends the body only when it hears that it is wanted.
    private var expectsWord = false
    private var isReadWanted = false
    private var hasAnswerBegun = false
    /// Bytes of bodies, as they came and as they were handed to the channel; and those that came after their answer.
    private var (received, sent, unread) = (0, 0, 0)
    private var sender: Pace
    private var reader: Pace

    init(_ connections: Connections, _ limits: ServerLimits) {
        self.connections = connections
        self.limits = limits
        sender = Pace(limits.pace)
        reader = Pace(limits.pace)
    }

    func channelActive(context: ChannelHandlerContext) {
        // Only now is it known whose it is.
        connection = connections.admit(context.channel)
        if connection == nil {
            refuse(.serviceUnavailable, context, retryAfter: 5)
        } else {
            tickLater(context)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        for lease in connection?.leaving(isOver: true) ?? [] { lease.end() }
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    // MARK: What comes in

    func read(context: ChannelHandlerContext) {
        isReadWanted = true
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReadWanted = false
        let part = Self.unwrapInboundIn(data)
        guard course == .open else { return drop(part, context) }
        switch part {
        case .head(let head):
            guard Self.isSound(head) else { return refuse(.badRequest, context) }
            requests += 1
            isBodyDue = true
            expectsWord = head.headerFields[.expect]?.lowercased() == "100-continue"
            (received, unread) = (0, 0)
            sender = Pace(limits.pace)
            connection?.note(.working)
        case .body(let buffer):
            expectsWord = false
            received += buffer.readableBytes
            // The answer has been sent, and yet it goes on.
            if requests == 0 {
                unread += buffer.readableBytes
                guard unread <= ServerLimits.unread else { return context.close(promise: nil) }
            }
        case .end: isBodyDue = false
        }
        context.fireChannelRead(data)
    }

    /// Whether the length of the body is told once and in a way that everybody between reads alike (RFC 9112 §6.3).
    static func isSound(_ head: HTTPRequest) -> Bool {
        let codings = head.headerFields[values: .transferEncoding]
        let lengths = head.headerFields[values: .contentLength]
        // The first `Host` is the authority; a second one leaves open whose site is meant.
        if let host = HTTPField.Name("Host"), !head.headerFields[values: host].isEmpty { return false }
        if codings.isEmpty { return lengths.isEmpty || lengths.count == 1 && lengths[0].allSatisfy(\.isASCIIDigit) }
        return lengths.isEmpty && codings.count == 1 && codings[0].lowercased() == "chunked"
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What could not be read is answered already.
        guard course == .open else { return }
        context.fireErrorCaught(error)
    }

    private func drop(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head: break
        case .body(let buffer):
            unread += buffer.readableBytes
            if unread > ServerLimits.unread { context.close(promise: nil) }
        case .end:
            isBodyDue = false
            if course == .lingers { context.close(promise: nil) }
        }
    }

    // MARK: What goes out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch Self.unwrapOutboundIn(data) {
        case .head(let head):
            hasAnswerBegun = true
            sent = 0
            reader = Pace(limits.pace)
            if head.headerFields[.connection]?.lowercased() == "close" { course = .endsWithAnswer }
        case .body(let buffer): sent += buffer.readableBytes
        case .end:
            hasAnswerBegun = false
            requests = max(0, requests - 1)
            if requests == 0 { connection?.note(.idle) }
            let written = promise ?? context.eventLoop.makePromise(of: Void.self)
            let leases = connection?.leaving() ?? []
            written.futureResult.whenComplete { _ in for lease in leases { lease.end() } }
            if course == .endsWithAnswer { return writeLast(data, written, context) }
            return context.write(data, promise: written)
        }
        context.write(data, promise: promise)
    }

    /// Answers without a body, and ends.
    private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext, retryAfter: Int? = nil) {
        course = .endsWithAnswer
        // An answer is under way: it ends the connection.
        guard requests == 0 else { return }
        var fields: HTTPFields = [.connection: "close", .contentLength: "0"]
        if let retryAfter { fields[.retryAfter] = String(retryAfter) }
        context.write(
            Self.wrapOutboundOut(.head(HTTPResponse(status: status, headerFields: fields))), promise: nil)
        isBodyDue = true
        writeLast(Self.wrapOutboundOut(.end(nil)), nil, context)
    }

    /// Writes the end of the last answer, and ends the connection once that is out.
    private func writeLast(_ data: NIOAny, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [self] _ in
            course = .lingers
            guard isBodyDue, context.channel.isActive else { return context.close(promise: nil) }
            context.close(mode: .output, promise: nil)
            closeLater(limits.lingering, context)
        }
        context.writeAndFlush(data, promise: written)
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is BodyIsAwaited else { return context.triggerUserOutboundEvent(event, promise: promise) }
        if course == .open, expectsWord, isBodyDue, requests == 1, !hasAnswerBegun {
            expectsWord = false
            context.writeAndFlush(Self.wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
        }
        promise?.succeed()
    }

    // MARK: Time

    private func tickLater(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { [self] in
            tick(context)
            if context.channel.isActive { tickLater(context) }
        }
    }

    private func closeLater(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }

    private func tick(_ context: ChannelHandlerContext) {
        let held = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        if held > 0 {
            reader.waitedOneSecond(moved: sent - held)
            connection?.note(.other, pace: reader)
            if reader.isTooSlow { connection?.abort() }
        } else if isBodyDue, isReadWanted {
            sender.waitedOneSecond(moved: received)
            connection?.note(.other, pace: sender)
            guard sender.isTooSlow else { return }
            if requests > 0, !hasAnswerBegun {
                // Whoever reads the body hears of it, and answers.
                context.fireErrorCaught(Problem.tooSlow)
                isBodyDue = false
            } else {
                context.close(promise: nil)
            }
        } else {
            connection?.note(requests > 0 ? .working : .idle)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { closeLater(limits.farewell, context) }
        context.fireUserInboundEventTriggered(event)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
