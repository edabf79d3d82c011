package import NIOHTTP1

/// Asks other servers over HTTP, with bounds on time and size; TLS is verified.
///
/// Redirects are not followed unless a caller asks for that: a server that moved has a new address, and somebody should enter it.
/// Credentials go to the scheme, host and port they were entered for, whatever address an answer names, and so far does what an
/// operator has allowed of inner networks.
package struct PeerClient: Sendable {
    private let transport: PeerTransport
    private let credentials: PeerCredentials
    /// Where the credentials may go.
    private let origin: String?
    /// How far a connection to that origin may lead; to any other it leads into the internet alone.
    private let reach: Reach

    /// The longest that one answer may take, however busily it trickles.
    static let patience = Duration.seconds(600)

    /// An answer that was read whole.
    package struct Reply: Sendable {
        package let status: Int
        package let headers: HTTPHeaders
        package let body: [UInt8]

        package func header(_ name: String) -> String? { headers.first(name: name) }
    }

    init(
        _ transport: PeerTransport, _ credentials: PeerCredentials = .none, for address: PeerAddress? = nil,
        reach: Reach = .internet
    ) throws {
        try address?.check(credentials)
        self.reach = reach
        self.transport = transport
        self.credentials = credentials
        origin = address?.origin
    }

    /// Uses a client that says who it is to one server for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - reach: whether the address may lead into inner networks, because an operator has said so of it.
    ///   - authority: a file with the certificates (PEM) to trust instead of the system's.
    /// - Throws: `badAddress` where the address is none, or a secret would travel in the clear; `innerNetwork`.
    package static func with<Result>(
        _ credentials: PeerCredentials = .none, for address: String, reach: Reach = .internet, authority: String? = nil,
        _ body: (PeerClient) async throws -> Result
    ) async throws -> Result {
        let address = try PeerAddress(address)
        try address.check(reach)
        return try await PeerTransport.network(authority: authority) {
            try await body(PeerClient($0, credentials, for: address, reach: reach))
        }
    }

    /// Asks for what stands at an address.
    ///
    /// - Parameters:
    ///   - limit: the most bytes of an answer.
    ///   - redirects: how many are followed; what leads on beyond them, or out of TLS, is the answer.
    /// - Throws: `unreachable`, `untrusted`, `innerNetwork`, `tooLarge`; an answer with an error status is an answer.
    package func get(
        _ address: String, accept: String = "*/*", limit: Int, redirects: Int = 0
    ) async throws -> Reply {
        try await whole(
            PeerRequest(place: PeerAddress(request: address)), accept: accept, limit: limit, redirects: redirects)
    }

    /// Sends something to an address.
    ///
    /// - Parameter headers: what is said beside the type.
    package func post(
        _ address: String, _ bytes: [UInt8], type: String, accept: String, limit: Int,
        headers more: [(name: String, value: String)] = []
    ) async throws -> Reply {
        let headers = HTTPHeaders([("Content-Type", type)] + more.map { ($0.name, $0.value) })
        let request = PeerRequest(
            method: .POST, place: try PeerAddress(request: address), headers: headers, body: bytes)
        return try await whole(request, accept: accept, limit: limit)
    }

    /// Asks for what stands at an address and hands its body over piece by piece.
    ///
    /// - Parameters:
    ///   - limit: the most bytes of the body, after it was decompressed.
    ///   - begin: sees status and headers; what it throws ends the reading, and what it returns receives the pieces.
    package func read(
        _ address: String, accept: String, limit: Int, redirects: Int = 0,
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
            let answer = try await ask(
                PeerRequest(place: PeerAddress(request: address)), accept: accept, redirects: redirects)
            try await own { try await begin(answer.status, answer.headers) }
            let end = ContinuousClock.now + Self.patience
            var count = 0
            try await answer.body { piece in
                count += piece.count
                try await own {
                    guard count <= limit else {
                        throw OutsideError(
                            .tooLarge, "\(OutsideError.excerpt(address)) answers with more than \(limit) bytes")
                    }
                    guard ContinuousClock.now < end else {
                        throw OutsideError(
                            .unreachable, "\(OutsideError.excerpt(address)) takes too long to answer in full")
                    }
                    try await take(piece)
                }
            }
        } catch {
            if let inner { throw inner }
            if error is OutsideError || error is CancellationError { throw error }
            if Task.isCancelled { throw CancellationError() }
            throw OutsideError(reaching: address, error)
        }
    }

    private func whole(
        _ request: PeerRequest, accept: String, limit: Int, redirects: Int = 0
    ) async throws -> Reply {
        var body: [UInt8] = []
        do {
            let answer = try await ask(request, accept: accept, redirects: redirects)
            let end = ContinuousClock.now + Self.patience
            try await answer.body { piece in
                guard body.count + piece.count <= limit else {
                    throw OutsideError(
                        .tooLarge, "\(OutsideError.excerpt(request.address)) answers with more than \(limit) bytes")
                }
                guard ContinuousClock.now < end else {
                    throw OutsideError(
                        .unreachable, "\(OutsideError.excerpt(request.address)) takes too long to answer in full")
                }
                body += piece
            }
            return Reply(status: answer.status, headers: answer.headers, body: body)
        } catch {
            if error is OutsideError || error is CancellationError { throw error }
            if Task.isCancelled { throw CancellationError() }
            throw OutsideError(reaching: request.address, error)
        }
    }

    private func ask(_ request: PeerRequest, accept: String, redirects: Int) async throws -> PeerAnswer {
        var request = request
        request.headers.add(name: "Accept", value: accept)
        request.headers.add(name: "User-Agent", value: "concord")
        var left = redirects
        while true {
            var sent = request
            // Each step of the way is measured anew: it may have left the origin, or come back.
            if request.place.origin == origin {
                sent.reach = reach
                if let header = credentials.header { sent.headers.add(name: "Authorization", value: header) }
            }
            let answer = try await transport.send(sent)
            guard left > 0, request.method == .GET, let next = answer.leadsOn(from: request.place) else {
                return answer
            }
            left -= 1
            try await answer.passOver()
            request.place = next
        }
    }
}

extension PeerAnswer {
    private static let redirects: Set<Int> = [301, 302, 303, 307, 308]
    private static let longestPassed = 64 << 10

    /// Where a redirect leads (RFC 9110 §15.4); nil where it is none, names no address, or leads out of TLS.
    fileprivate func leadsOn(from place: PeerAddress) -> PeerAddress? {
        guard Self.redirects.contains(status), let text = headers.first(name: "Location"),
            let next = try? place.resolving(text), next.isEncrypted || !place.isEncrypted
        else { return nil }
        return next
    }

    /// Takes what stands in an answer that nobody reads, so that its connection can be used again.
    fileprivate func passOver() async throws {
        var count = 0
        try await body { piece in
            count += piece.count
            guard count <= Self.longestPassed else {
                throw OutsideError(.tooLarge, "it leads elsewhere with more than \(Self.longestPassed) bytes")
            }
        }
    }
}
