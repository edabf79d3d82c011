import NIOCore
import NIOPosix
import NIOSSL
import STIX

/// One connection with another server: bytes go out at once, and come in when they are asked for.
struct PeerConnection: Sendable {
    private let channel: any Channel
    private let inbox: NIOLoopBound<Inbox>

    /// The other end said nothing for longer than it may.
    struct Silence: Error {}

    /// The place is one where nothing may be sent.
    struct Inner: Error {
        let use: SpecialUse
    }

    private static let patience = TimeAmount.seconds(10)

    /// Connects; over TLS where a context is given, which verifies who answers.
    ///
    /// - Throws: `Inner` where every address of the host is out of reach.
    static func open(host: String, port: Int, tls: NIOSSLContext?, reach: Reach) async throws -> PeerConnection {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let resolver = CheckedResolver(reach, loop: loop)
        let bootstrap = ClientBootstrap(group: loop)
            .resolver(resolver)
            .connectTimeout(patience)
            .channelOption(.autoRead, value: false)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(handler(tls, for: host)) }
                    try channel.pipeline.syncOperations.addHandler(Inbox())
                }
            }
        let connected = bootstrap.connect(host: host, port: port).flatMapThrowing { channel in
            PeerConnection(
                channel: channel,
                inbox: NIOLoopBound(
                    try channel.pipeline.syncOperations.handler(type: Inbox.self), eventLoop: channel.eventLoop))
        }
        do {
            return try await connected.value { $0.close() }
        } catch {
            if let use = resolver.refused { throw Inner(use: use) }
            throw error
        }
    }

    /// From here on everything is encrypted, and whoever answers is verified.
    ///
    /// The caller has made sure that nothing came behind the answer that allowed it: it would be read as if it had come encrypted.
    func startTLS(_ tls: NIOSSLContext, host: String) async throws {
        try await channel.eventLoop.submit { [channel] in
            try channel.pipeline.syncOperations.addHandler(Self.handler(tls, for: host), position: .first)
        }.get()
    }

    /// A certificate for an address is compared with the address that was connected to.
    private static func handler(_ tls: NIOSSLContext, for host: String) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: tls, serverHostname: IPPrefix(host) == nil ? host : nil)
    }

    func send(_ bytes: [UInt8]) {
        // A failure closes the connection, which whoever waits for the answer is told.
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// What has come, or comes next; nil where the other end has closed.
    ///
    /// - Throws: `Silence` after so long a time, else what broke the connection.
    func receive(within time: Duration) async throws -> [UInt8]? {
        let promise = channel.eventLoop.makePromise(of: [UInt8]?.self)
        channel.eventLoop.execute { inbox.value.wait(promise, within: TimeAmount(time)) }
        return try await withTaskCancellationHandler {
            try await promise.futureResult.get()
        } onCancel: {
            channel.eventLoop.execute { inbox.value.fail(CancellationError()) }
        }
    }

    func close() { channel.close(promise: nil) }
}

/// Keeps what has come until somebody asks, and reads from the network only when somebody does.
private final class Inbox: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var received: [UInt8] = []
    /// How the connection ended; nil while it is open.
    private var ending: Result<Void, any Error>?
    private var waiting: EventLoopPromise<[UInt8]?>?
    private var timer: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) {
        channelInactive(context: context)
        self.context = nil
    }

    func wait(_ promise: EventLoopPromise<[UInt8]?>, within time: TimeAmount) {
        waiting = promise
        deliver()
        guard waiting != nil, let context else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: time) { bound.value.fail(PeerConnection.Silence()) }
        context.read()
    }

    func fail(_ error: any Error) {
        if ending == nil { ending = .failure(error) }
        deliver()
        context?.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        deliver()
        // What came was for the layer below: a handshake goes on.
        if waiting != nil, ending == nil { context.read() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if ending == nil { ending = .success(()) }
        deliver()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(error) }

    private func deliver() {
        guard let promise = waiting, !received.isEmpty || ending != nil else { return }
        waiting = nil
        timer?.cancel()
        timer = nil
        if !received.isEmpty {
            promise.succeed(received)
            received = []
        } else {
            promise.completeWith((ending ?? .success(())).map { nil })
        }
    }
}

extension EventLoopFuture where Value: Sendable {
    /// The value, or `CancellationError` as soon as the task is cancelled; what comes after that is handed to `late`.
    fileprivate func value(late: @escaping @Sendable (Value) -> Void) async throws -> Value {
        let promise = eventLoop.makePromise(of: Value.self)
        let once = NIOLoopBoundBox.makeBoxSendingValue(false, eventLoop: eventLoop)
        return try await withTaskCancellationHandler {
            hop(to: eventLoop).whenComplete { result in
                guard !once.value else {
                    if case .success(let value) = result { late(value) }
                    return
                }
                once.value = true
                promise.completeWith(result)
            }
            return try await promise.futureResult.get()
        } onCancel: {
            eventLoop.execute {
                guard !once.value else { return }
                once.value = true
                promise.fail(CancellationError())
            }
        }
    }
}
