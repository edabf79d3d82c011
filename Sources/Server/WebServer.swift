import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Web

/// Turns endpoint values into a running HTTP server; nothing below imports Hummingbird.
package struct WebServer: Sendable {
    package let endpoints: [Endpoint]
    package let gateway: Gateway
    /// Where it listens; port 0 takes a free one.
    package let host: String
    package let port: Int
    /// Whether a proxy stands before it, whose word for where a request came from is believed.
    package let isBehindProxy: Bool
    /// Who is signed in, for the header of pages that tell a problem, and for how long a form may be.
    let visitor: @Sendable (WebRequest) async -> Visitor?
    var limits = ServerLimits()

    package init(
        endpoints: [Endpoint], gateway: Gateway, host: String, port: Int, isBehindProxy: Bool = false,
        visitor: @escaping @Sendable (WebRequest) async -> Visitor? = { _ in nil }
    ) {
        self.isBehindProxy = isBehindProxy
        self.visitor = visitor
        self.endpoints = endpoints
        self.gateway = gateway
        self.host = host
        self.port = port
    }

    /// After being asked to end, connections are closed after three seconds; then what works on an answer is cancelled, and
    /// what does not hear of that either is left behind.
    private static let cancelling = 3.5
    private static let overdue = 4.5

    /// Serves until the process is asked to end (SIGINT, SIGTERM).
    ///
    /// - Parameters:
    ///   - listening: receives the port once connections are taken.
    ///   - overdue: something could not be ended in time; who runs the process ends it.
    package func run(
        listening: @escaping @Sendable (_ port: Int) async -> Void, overdue: @escaping @Sendable () -> Void = {}
    ) async throws {
        let limits = limits.within(descriptors: ServerLimits.raisedDescriptors())
        var logger = Logger(label: "concord")
        logger.logLevel = .warning
        let connections = Connections(limits.connections, isBehindProxy: isBehindProxy)
        let (endings, ending) = AsyncStream.makeStream(of: Void.self)
        let application = Application(
            responder: Responder(
                routes: Routes(endpoints), gateway: gateway, isBehindProxy: isBehindProxy, visitor: visitor,
                connections: connections, budgets: Budgets(limits)),
            server: HTTPServerBuilder { GuardedHTTP1(responder: $0, connections: connections, limits: limits) },
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                try? await channel.eventLoop.submit {
                    let guarding = AcceptGuard {
                        ending.yield()
                        ending.finish()
                    }
                    try channel.pipeline.syncOperations.addHandler(guarding, position: .first)
                }.get()
                await listening(channel.localAddress?.port ?? port)
            },
            logger: logger)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                do { try await application.runService() } catch is CancellationError {}
                return true
            }
            group.addTask {
                for await _ in endings {
                    // Not a task: those that should end may hold all threads that tasks have.
                    Thread.detachNewThread {
                        Thread.sleep(forTimeInterval: Self.overdue)
                        overdue()
                    }
                    try await Task.sleep(for: .seconds(Self.cancelling))
                }
                return false
            }
            while let isOver = try await group.next() {
                // Over, or overdue: in both cases the other of them has nothing to wait for.
                group.cancelAll()
                if isOver { break }
            }
            ending.finish()
        }
    }
}
