import Files
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// How a request reaches another server and its answer comes back; tests put a script in its place.
struct PeerTransport: Sendable {
    let send: @Sendable (PeerRequest) async throws -> PeerAnswer
}

struct PeerRequest: Sendable {
    var method = HTTPMethod.GET
    var place: PeerAddress
    /// How far the connection may lead.
    var reach = Reach.internet
    var headers = HTTPHeaders()
    var body: [UInt8]?

    var address: String { place.description }
}

/// The head of an answer, and a way to read its body piece by piece, once.
struct PeerAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: @Sendable (_ take: (_ piece: [UInt8]) async throws -> Void) async throws -> Void
    /// Lets go of the connection where nobody reads the body.
    var close: @Sendable () -> Void = {}
}

extension PeerTransport {
    /// No list of authorities is longer.
    private static let longestAuthority = 16 << 20

    /// Sends over the network for as long as `body` runs.
    ///
    /// - Parameters:
    ///   - authority: a file with the certificates (PEM) to trust instead of the system's.
    ///   - pace: how fast an answer must come.
    static func network<Result>(
        authority: String?, pace: Pace = Pace(), _ body: (PeerTransport) async throws -> Result
    ) async throws -> Result {
        // A file that can't be read is told at once; the system's certificates are read when somebody speaks TLS.
        let network = PeerNetwork(tls: authority == nil ? nil : try await context(authority), pace: pace)
        defer { network.close() }
        return try await body(PeerTransport { try await network.send($0) })
    }

    static func context(_ authority: String?) async throws -> NIOSSLContext {
        // Certificates are read from files.
        try await NIOThreadPool.singleton.runIfActive {
            var tls = TLSConfiguration.makeClientConfiguration()
            if let authority {
                do {
                    let bytes = try OpenedFile(authority).contents(atMost: longestAuthority)
                    tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(bytes))
                } catch {
                    throw OutsideError(.badAddress, "couldn't read certificates (PEM) from \(authority)")
                }
            }
            return try NIOSSLContext(configuration: tls)
        }
    }
}

/// The connections of one visit.
private final class PeerNetwork: Sendable {
    private let tls: Mutex<NIOSSLContext?>
    private let pace: Pace
    /// Those that can take another request, by origin.
    private let idle = Mutex<[String: [PeerConnection]]>([:])

    /// The longest wait for the whole head of an answer, and for the next bytes of its body.
    private static let patienceForHead = Duration.seconds(120)
    private static let patienceForMore = Duration.seconds(60)

    init(tls: NIOSSLContext?, pace: Pace) {
        self.tls = Mutex(tls)
        self.pace = pace
    }

    private func context() async throws -> NIOSSLContext {
        if let made = tls.withLock({ $0 }) { return made }
        let made = try await PeerTransport.context(nil)
        tls.withLock { $0 = made }
        return made
    }

    func close() {
        idle.withLock { idle in
            for connection in idle.values.joined() { connection.close() }
            idle = [:]
        }
    }

    func send(_ request: PeerRequest) async throws -> PeerAnswer {
        // What was closed meanwhile has answered nothing, and asking again for what is only read changes nothing.
        if request.method == .GET, let old = idle.withLock({ $0[request.place.origin]?.popLast() }),
            let answer = try await exchange(request, over: old, isFresh: false)
        {
            return answer
        }
        let new = try await PeerConnection.open(
            host: request.place.host, port: request.place.port,
            tls: request.place.isEncrypted ? try await context() : nil, reach: request.reach)
        guard let answer = try await exchange(request, over: new, isFresh: true) else { throw BrokenOff() }
        return answer
    }

    /// The other end closed the connection before the end of its answer.
    struct BrokenOff: Error {}

    /// Nil where a connection that was open before is not any more.
    private func exchange(
        _ request: PeerRequest, over connection: PeerConnection, isFresh: Bool
    ) async throws -> PeerAnswer? {
        var reader = AnswerReader()
        do {
            connection.send(request.bytes)
            let clock = ContinuousClock()
            let end = clock.now + Self.patienceForHead
            while true {
                if case .head(let head) = try reader.next() { return answer(head, reader, connection, request) }
                let left = end - clock.now
                guard left > .zero else { throw PeerConnection.Silence() }
                guard let bytes = try await connection.receive(within: min(left, Self.patienceForMore)) else {
                    throw BrokenOff()
                }
                reader.feed(bytes)
            }
        } catch {
            connection.close()
            if !isFresh, !reader.hasBegun, !Task.isCancelled, !(error is PeerConnection.Silence) { return nil }
            throw error
        }
    }

    private func answer(
        _ head: AnswerReader.Head, _ reader: AnswerReader, _ connection: PeerConnection, _ request: PeerRequest
    ) -> PeerAnswer {
        let body: @Sendable ((_ piece: [UInt8]) async throws -> Void) async throws -> Void = { [self] take in
            do {
                let packing = try Packing(head)
                var reader = reader
                var pace = pace
                while true {
                    let event = try reader.next()
                    if case .body(let piece) = event {
                        try await packing.unpack(piece, take)
                    } else if case .end = event {
                        break
                    } else if let bytes = try await receive(connection, &pace) {
                        reader.feed(bytes)
                    } else if reader.close() {
                        break
                    } else {
                        throw BrokenOff()
                    }
                }
                try packing.finish()
                guard reader.isReusable else { return connection.close() }
                idle.withLock { $0[request.place.origin, default: []].append(connection) }
            } catch {
                connection.close()
                throw error
            }
        }
        return PeerAnswer(
            status: head.status, headers: HTTPHeaders(head.fields), body: body, close: { connection.close() })
    }

    private func receive(_ connection: PeerConnection, _ pace: inout Pace) async throws -> [UInt8]? {
        let start = ContinuousClock.now
        let bytes = try await connection.receive(within: Self.patienceForMore)
        try pace.note(bytes?.count ?? 0, after: .now - start)
        return bytes
    }
}

/// How the content of an answer is packed (RFC 9110 §8.4).
private final class Packing {
    private var inflater: Inflater?

    /// - Throws: `AnswerReader.Malformed` where it is packed in a way that was not asked for.
    init(_ head: AnswerReader.Head) throws {
        let codings = head.fields.filter { $0.name.lowercased() == "content-encoding" }
            .flatMap { $0.value.lowercased().split(separator: ",").map { $0.filter { $0 != " " } } }
            .filter { $0 != "identity" && !$0.isEmpty }
        switch codings {
        case []: inflater = nil
        case ["gzip"], ["x-gzip"]: inflater = Inflater(.gzip)
        case ["deflate"]: inflater = Inflater(.deflate)
        default:
            throw AnswerReader.Malformed(
                sentence: "it is packed as \(OutsideError.excerpt(codings.joined(separator: ", "), most: 40))")
        }
    }

    func unpack(_ piece: [UInt8], _ take: (_ piece: [UInt8]) async throws -> Void) async throws {
        guard inflater != nil else { return try await take(piece) }
        inflater?.feed(piece)
        while let piece = try inflater?.next() { try await take(piece) }
    }

    func finish() throws { try inflater?.finish() }
}

extension PeerRequest {
    /// As it goes over the line (RFC 9112 §3); its parts hold no line breaks.
    fileprivate var bytes: [UInt8] {
        var text = "\(method.rawValue) \(place.target) HTTP/1.1\r\nHost: \(place.authority)\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        text += "Accept-Encoding: gzip, deflate\r\n"
        if let body { text += "Content-Length: \(body.count)\r\n" }
        return Array((text + "\r\n").utf8) + (body ?? [])
    }
}
