import Foundation
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// HTTP/1.1 on one connection, as `HTTP1Channel` of Hummingbird sets it up, within bounds: small buffers, small heads, and a
/// guard over the connection.
struct GuardedHTTP1: ServerChildChannel, HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let connections: Connections
    let limits: ServerLimits

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            // A connection that is closed already takes no options, and fails below.
            try? channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: ServerLimits.socketBuffer)
            try? channel.syncOptions?.setOption(.socketOption(.so_rcvbuf), value: ServerLimits.socketBuffer)
            #if os(Linux)
                // What was handed to the kernel is not kept for long where nobody takes it, after the end of the connection too.
                try? channel.syncOptions?.setOption(.userTimeout, value: ServerLimits.untaken)
            #endif
            // So much can be under way to whoever reads it: a read at a time, and no more of them than two wait.
            try? channel.syncOptions?.setOption(
                .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: ServerLimits.piece))
            try? channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
            var decoder = NIOHTTPDecoderLimitConfiguration()
            decoder.maxHeaderFieldSize = ServerLimits.head
            decoder.maxHeaderListSize = ServerLimits.head
            decoder.maxHeaderFieldCount = ServerLimits.headerFields
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoder)
            try pipeline.addHandler(VersionGuard())
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try pipeline.addHandler(ConnectionGuard(connections, limits))
            try pipeline.addHandler(
                HTTPConnectionStateHandler(idleTimeout: Duration(limits.patience), logger: logger))
            return try Value(
                wrappingChannelSynchronously: channel,
                configuration: .init(
                    backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2), isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async { await handleHTTP(asyncChannel: value, logger: logger) }
}

#if os(Linux)
    extension ChannelOption where Self == ChannelOptions.Types.SocketOption {
        /// `TCP_USER_TIMEOUT` (RFC 5482), in milliseconds.
        fileprivate static var userTimeout: Self { Self(level: .tcp, name: .init(rawValue: CInt(TCP_USER_TIMEOUT))) }
    }
#endif

/// What happens where connections are taken: that no file could be opened for one ends nothing, and the end of the server.
final class AcceptGuard: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    private let ending: @Sendable () -> Void
    private var isPaused = false
    private var isReadWanted = false

    /// - Parameter ending: the server is asked to end.
    init(ending: @escaping @Sendable () -> Void) { self.ending = ending }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // accept(2) failed for want of descriptors or memory: whoever comes waits until somebody has left.
        guard !isPaused else { return }
        isPaused = true
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(200)) { [self] in
            isPaused = false
            if isReadWanted { read(context: context) }
        }
    }

    func read(context: ChannelHandlerContext) {
        isReadWanted = isPaused
        if !isPaused { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { ending() }
        context.fireUserInboundEventTriggered(event)
    }
}
