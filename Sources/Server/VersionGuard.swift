import NIOCore
import NIOHTTP1

/// What older clients and lists of words in `Connection` ask for, told to those above in the one form that they know.
///
/// They speak HTTP/1.1, and end a connection where the request says `Connection: close`.
final class VersionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The requests whose answers have not been sent.
    private var open = CircularBuffer<(isOld: Bool, isLast: Bool)>()
    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(var head) = Self.unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let isOld = head.version == .http1_0
        guard isOld || head.headers["Host"].contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
            // RFC 9112 §3.2; answered like what can't be read.
            isRefused = true
            return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
        }
        // RFC 9112 §9.3; whoever speaks HTTP/1.0 gets no connection that stays.
        let isLast = isOld || head.headers[canonicalForm: "Connection"].contains { $0.lowercased() == "close" }
        open.append((isOld, isLast))
        if isLast { head.headers.replaceOrAdd(name: "Connection", value: "close") }
        // RFC 9110 §10.1.1.
        if isOld { head.headers.remove(name: "Expect") }
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch Self.unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            if open.first?.isLast == true { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            // What has no length ends with the connection, and not in chunks.
            if open.first?.isOld == true { head.version = .http1_0 }
            context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            _ = open.popFirst()
            context.write(data, promise: promise)
        case .head, .body: context.write(data, promise: promise)
        }
    }
}
