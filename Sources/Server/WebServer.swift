import Hummingbird
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
    /// Who is signed in, for the header of pages that tell a problem.
    let visitor: @Sendable (WebRequest) async -> Visitor?

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

    /// A connection that says nothing for so long is closed.
    private static let patience = TimeAmount.seconds(30)

    /// Serves until the process is asked to end (SIGINT, SIGTERM).
    ///
    /// - Parameter listening: receives the port once connections are taken.
    package func run(listening: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        var logger = Logger(label: "concord")
        logger.logLevel = .warning
        let application = Application(
            responder: Responder(
                routes: Routes(endpoints), gateway: gateway, isBehindProxy: isBehindProxy, visitor: visitor),
            server: .http1(configuration: .init(idleTimeout: Self.patience)),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in await listening(channel.localAddress?.port ?? port) },
            logger: logger)
        try await application.runService()
    }
}
