import NIOSSL

/// A connection with a mail server; tests put a script in its place.
struct SMTPLink: Sendable {
    let send: @Sendable ([UInt8]) -> Void
    /// What comes next, within a time; nil where the other end has closed.
    let receive: @Sendable (Duration) async throws -> [UInt8]?
    /// Everything is encrypted from here on.
    let encrypt: @Sendable () async throws -> Void
    let close: @Sendable () -> Void

    /// Connects to a server as an operator has said.
    ///
    /// - Throws: what a connection throws.
    static func open(_ host: String, _ port: Int, isEncrypted: Bool, server: MailServer) async throws -> SMTPLink {
        let context: NIOSSLContext? =
            server.isUnencrypted ? nil : try await PeerTransport.context(server.authority)
        let connection = try await PeerConnection.open(
            host: host, port: port, tls: isEncrypted ? context : nil, reach: server.reach)
        return SMTPLink(
            send: { connection.send($0) }, receive: { try await connection.receive(within: $0) },
            encrypt: {
                guard let context else { return }
                try await connection.startTLS(context, host: host)
            }, close: { connection.close() })
    }
}

/// Questions and answers, one after the other, each with an end in time.
struct SMTPDialogue {
    private let link: SMTPLink
    private var reader = SMTPReplyReader()

    /// The other end closed the connection.
    struct BrokenOff: Error {}

    init(_ link: SMTPLink) { self.link = link }

    /// Whether something came that nobody asked for.
    var hasMore: Bool { reader.hasMore }

    /// - Throws: `BrokenOff`, `PeerConnection.Silence`, `SMTPReplyReader.Malformed`.
    mutating func answer(within patience: Duration) async throws -> SMTPReply {
        // However busily it trickles.
        let end = ContinuousClock.now + patience
        while true {
            if let reply = try reader.next() { return reply }
            let left = end - ContinuousClock.now
            guard left > .zero else { throw PeerConnection.Silence() }
            guard let bytes = try await link.receive(left) else { throw BrokenOff() }
            reader.feed(bytes)
        }
    }

    mutating func ask(_ line: String, within patience: Duration) async throws -> SMTPReply {
        link.send(Array((line + "\r\n").utf8))
        return try await answer(within: patience)
    }

    mutating func send(_ bytes: [UInt8], within patience: Duration) async throws -> SMTPReply {
        link.send(bytes)
        return try await answer(within: patience)
    }

    func say(_ line: String) { link.send(Array((line + "\r\n").utf8)) }

    func encrypt() async throws { try await link.encrypt() }
}
