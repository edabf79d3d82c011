package import NIOHTTP1

/// Asks other servers over HTTP, with bounds on time and size; TLS is verified.
///
/// Redirects are not followed: a server that moved has a new address, and somebody should enter it. Credentials go to
/// the scheme, host and port they were entered for, whatever address an answer names.
package struct PeerClient: Sendable {
    private let transport: PeerTransport
    private let credentials: PeerCredentials
    /// Where the credentials may go.
    private let origin: String?

    /// The longest that one answer may take, however busily it trickles.
    static let patience = Duration.seconds(600)

    /// An answer that was read whole.
    package struct Reply: Sendable {
        package let status: Int
        package let headers: HTTPHeaders
        package let body: [UInt8]

        package func header(_ name: String) -> String? { headers.first(name: name) }
    }

    init(_ transport: PeerTransport, _ credentials: PeerCredentials = .none, for address: PeerAddress? = nil) throws {
        try address?.check(credentials)
        self.transport = transport
        self.credentials = credentials
        origin = address?.origin
    }

    /// Uses a client that tells nobody who it is for as long as `body` runs.
    ///
    /// - Parameter authority: a file with the certificates (PEM) to trust instead of the system's.
    package static func with<Result>(
        authority: String? = nil, _ body: (PeerClient) async throws -> Result
    ) async throws -> Result {
        try await PeerTransport.network(authority: authority) { try await body(PeerClient($0)) }
    }

    /// Uses a client that says who it is to one server for as long as `body` runs.
    ///
    /// - Throws: `badSource` where the address is none, or a secret would travel in the clear.
    package static func with<Result>(
        _ credentials: PeerCredentials, for address: String, authority: String? = nil,
        _ body: (PeerClient) async throws -> Result
    ) async throws -> Result {
        let address = try PeerAddress(address)
        return try await PeerTransport.network(authority: authority) {
            try await body(PeerClient($0, credentials, for: address))
        }
    }

    /// Asks for what stands at an address.
    ///
    /// - Parameter limit: the most bytes of an answer.
    /// - Throws: `unreachable`, `untrusted`, `tooLarge`; an answer with an error status is an answer.
    package func get(_ address: String, accept: String = "*/*", limit: Int) async throws -> Reply {
        try await whole(PeerRequest(place: PeerAddress(request: address)), accept: accept, limit: limit)
    }

    /// Sends something to an address.
    package func post(_ address: String, _ bytes: [UInt8], type: String, accept: String, limit: Int) async throws
        -> Reply
    {
        let headers = HTTPHeaders([("Content-Type", type)])
        let request = PeerRequest(
            method: .POST, place: try PeerAddress(request: address), headers: headers, body: bytes)
        return try await whole(request, accept: accept, limit: limit)
    }

    /// Asks for what stands at an address and hands its body over piece by piece.
    ///
    /// - Parameters:
    ///   - limit: the most bytes of the body, after it was decompressed.
    ///   - begin: sees status and headers; what it throws ends the reading, and what it returns receives the pieces.
    func read(
        _ address: String, accept: String, limit: Int,
        begin: (_ status: Int, _ headers: HTTPHeaders) async throws -> Void,
        take: (_ piece: [UInt8]) async throws -> Void
    ) async throws {
        var inner: (any Error)?
        // An error of whoever takes the pieces is theirs, and none of the network's.
        func own(_ body: () async throws -> Void) async throws {
            do { try await body() } catch {
                inner = error
                throw error
            }
        }
        do {
            let answer = try await ask(PeerRequest(place: PeerAddress(request: address)), accept: accept)
            try await own { try await begin(answer.status, answer.headers) }
            let end = ContinuousClock.now + Self.patience
            var count = 0
            try await answer.body { piece in
                count += piece.count
                try await own {
                    guard count <= limit else {
                        throw ExchangeError(
                            .tooLarge, "\(ExchangeError.excerpt(address)) answers with more than \(limit) bytes")
                    }
                    guard ContinuousClock.now < end else {
                        throw ExchangeError(
                            .unreachable, "\(ExchangeError.excerpt(address)) takes too long to answer in full")
                    }
                    try await take(piece)
                }
            }
        } catch {
            if let inner { throw inner }
            if error is ExchangeError || error is CancellationError { throw error }
            if Task.isCancelled { throw CancellationError() }
            throw ExchangeError(reaching: address, error)
        }
    }

    private func whole(_ request: PeerRequest, accept: String, limit: Int) async throws -> Reply {
        var body: [UInt8] = []
        do {
            let answer = try await ask(request, accept: accept)
            let end = ContinuousClock.now + Self.patience
            try await answer.body { piece in
                guard body.count + piece.count <= limit else {
                    throw ExchangeError(
                        .tooLarge, "\(ExchangeError.excerpt(request.address)) answers with more than \(limit) bytes")
                }
                guard ContinuousClock.now < end else {
                    throw ExchangeError(
                        .unreachable, "\(ExchangeError.excerpt(request.address)) takes too long to answer in full")
                }
                body += piece
            }
            return Reply(status: answer.status, headers: answer.headers, body: body)
        } catch {
            if error is ExchangeError || error is CancellationError { throw error }
            if Task.isCancelled { throw CancellationError() }
            throw ExchangeError(reaching: request.address, error)
        }
    }

    private func ask(_ request: PeerRequest, accept: String) async throws -> PeerAnswer {
        var request = request
        request.headers.add(name: "Accept", value: accept)
        request.headers.add(name: "User-Agent", value: "concord")
        if let header = credentials.header, request.place.origin == origin {
            request.headers.add(name: "Authorization", value: header)
        }
        return try await transport.send(request)
    }
}
