import AsyncHTTPClient
import NIOCore
import NIOFoundationCompat
package import NIOHTTP1
import NIOSSL

/// Asks other servers over HTTP, with bounds on time and size; TLS is verified.
///
/// Redirects are not followed: a server that moved has a new address, and somebody should enter it.
package struct PeerClient: Sendable {
    private let client: HTTPClient
    private let credentials: PeerCredentials

    /// An answer that was read whole.
    package struct Reply: Sendable {
        package let status: Int
        package let headers: HTTPHeaders
        package let body: [UInt8]

        package func header(_ name: String) -> String? { headers.first(name: name) }
    }

    /// Uses a client for as long as `body` runs.
    ///
    /// - Parameter authority: a file with the certificates (PEM) to trust instead of the system's.
    package static func with<Result>(
        _ credentials: PeerCredentials = .none, authority: String? = nil, _ body: (PeerClient) async throws -> Result
    ) async throws -> Result {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let authority { tls.trustRoots = .file(authority) }
        let configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(60)))
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let result = try await body(PeerClient(client: client, credentials: credentials))
            try await client.shutdown()
            return result
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    /// Asks for what stands at an address.
    ///
    /// - Parameter limit: the most bytes of an answer.
    /// - Throws: `unreachable`, `tooLarge`; an answer with an error status is an answer.
    package func get(_ address: String, accept: String = "*/*", limit: Int) async throws -> Reply {
        try await ask(HTTPClientRequest(url: address), accept: accept, limit: limit)
    }

    /// Sends something to an address.
    package func post(_ address: String, _ bytes: [UInt8], type: String, accept: String, limit: Int) async throws
        -> Reply
    {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: type)
        request.body = .bytes(bytes)
        return try await ask(request, accept: accept, limit: limit)
    }

    private func ask(_ request: HTTPClientRequest, accept: String, limit: Int) async throws -> Reply {
        var request = request
        request.headers.add(name: "Accept", value: accept)
        request.headers.add(name: "User-Agent", value: "concord")
        if let header = credentials.header { request.headers.add(name: "Authorization", value: header) }
        do {
            let response = try await client.execute(request, timeout: .seconds(300))
            let body = try await response.body.collect(upTo: limit)
            return Reply(
                status: Int(response.status.code), headers: response.headers, body: Array(buffer: body))
        } catch is NIOTooManyBytesError {
            throw ExchangeError(.tooLarge, "\(request.url) answers with more than \(limit) bytes")
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw ExchangeError(.unreachable, "couldn't reach \(request.url): \(error)")
        }
    }
}
