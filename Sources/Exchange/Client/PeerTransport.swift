import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// How a request reaches another server and its answer comes back; tests put a script in its place.
struct PeerTransport: Sendable {
    let send: @Sendable (PeerRequest) async throws -> PeerAnswer
}

struct PeerRequest: Sendable {
    var method = HTTPMethod.GET
    let address: String
    var headers = HTTPHeaders()
    var body: [UInt8]?
}

/// The head of an answer, and a way to read its body piece by piece, once.
struct PeerAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: @Sendable (_ take: (_ piece: [UInt8]) async throws -> Void) async throws -> Void
}

extension PeerTransport {
    /// What a compressed answer may grow to.
    private static let longest = 4 << 30

    /// Sends over the network for as long as `body` runs.
    ///
    /// - Parameter authority: a file with the certificates (PEM) to trust instead of the system's.
    static func network<Result>(
        authority: String?, _ body: (PeerTransport) async throws -> Result
    ) async throws -> Result {
        var tls = TLSConfiguration.makeClientConfiguration()
        if let authority {
            do {
                tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(authority))
            } catch {
                throw ExchangeError(.badSource, "couldn't read certificates (PEM) from \(authority)")
            }
        }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(60)),
            decompression: .enabled(limit: .size(longest)))
        // One answer at a time is asked for; what a server has open of us stays small.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let result = try await body(PeerTransport { try await client.send($0) })
            try await client.shutdown()
            return result
        } catch {
            try? await client.shutdown()
            throw error
        }
    }
}

extension HTTPClient {
    fileprivate func send(_ request: PeerRequest) async throws -> PeerAnswer {
        var sent = HTTPClientRequest(url: request.address)
        sent.method = request.method
        sent.headers = request.headers
        sent.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        if let body = request.body { sent.body = .bytes(body) }
        let response = try await execute(sent, timeout: .seconds(120))
        return PeerAnswer(status: Int(response.status.code), headers: response.headers) { take in
            for try await buffer in response.body { try await take(Array(buffer: buffer)) }
        }
    }
}
