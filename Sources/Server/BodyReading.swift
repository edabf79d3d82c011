import Hummingbird
import NIOCore
import Synchronization
import Web

/// What all requests together may hold.
struct Budgets: Sendable {
    let requests: Budget
    let openForms: Budget
    let forms: Budget
    let bodies: Budget
    let answers: Budget

    init(_ limits: ServerLimits) {
        requests = Budget(limits.requests)
        openForms = Budget(limits.openForms)
        forms = Budget(limits.forms)
        bodies = Budget(limits.bodies)
        answers = Budget(limits.answers)
    }
}

/// Reads the body of one request, and gives back what it took of the budgets when the request is answered.
final class BodyReading: Sendable {
    private let request: Request
    private let party: Party
    private let connection: Connection?
    private let budgets: Budgets
    private let visitor: @Sendable (WebRequest) async -> Visitor?
    private let lease = Mutex<Budget.Lease?>(nil)

    init(
        request: Request, party: Party, connection: Connection?, budgets: Budgets,
        visitor: @escaping @Sendable (WebRequest) async -> Visitor?
    ) {
        self.request = request
        self.party = party
        self.connection = connection
        self.budgets = budgets
        self.visitor = visitor
    }

    /// What the sender says that the body will be.
    private var length: Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// Nothing of the body is held any more.
    func end() { lease.withLock(\.self)?.end() }

    /// The form that a page is sent.
    ///
    /// One that is short is read from everybody: connections bound how many there are. What is longer counts, and is read from
    /// those who are signed in, and from everybody where the endpoint is there for that.
    ///
    /// Throws `Problem`, or what went wrong with the connection.
    func form(for endpoint: Endpoint, asked: WebRequest) async throws -> WebForm {
        var longest = WebForm.short
        var bytes: [UInt8] = []
        if let length, length > longest { longest = try await longer(for: endpoint, asked: asked, counting: 0) }
        guard length ?? 0 <= longest else { throw Problem.tooLarge }
        connection?.awaitBody()
        for try await buffer in request.body {
            if bytes.count + buffer.readableBytes > longest, longest == WebForm.short {
                longest = try await longer(for: endpoint, asked: asked, counting: bytes.count)
            }
            guard bytes.count + buffer.readableBytes <= longest else { throw Problem.tooLarge }
            try lease.withLock(\.self)?.take(buffer.readableBytes)
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return try WebForm(body: bytes)
    }

    /// How long the form may be after all.
    private func longer(for endpoint: Endpoint, asked: WebRequest, counting taken: Int) async throws -> Int {
        let isKnown = await visitor(asked) != nil
        let longest = isKnown ? WebForm.longest : endpoint.longestOpenForm
        guard longest > WebForm.short else { throw Problem.tooLarge }
        let budget = isKnown ? budgets.forms : budgets.openForms
        let taken = try budget.lease(taken, for: party, by: connection)
        lease.withLock { $0 = taken }
        return longest
    }

    /// The body that a protocol is sent, or a form with a file, piece by piece.
    func stream(atMost most: Int) -> BodyStream {
        let reader = BodyReader(request.body)
        return BodyStream(length: length, most: most) { [self] in
            connection?.awaitBody()
            guard let buffer = try await reader.next() else { return nil }
            if lease.withLock({ $0 == nil }) {
                let taken = try budgets.bodies.lease(0, for: party, by: connection)
                lease.withLock { $0 = taken }
            }
            try lease.withLock(\.self)?.take(buffer.readableBytes)
            return Array(buffer: buffer)
        }
    }
}

/// Reads a body piece by piece, for whoever asks.
private actor BodyReader {
    private var iterator: RequestBody.AsyncIterator

    init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

    func next() async throws -> ByteBuffer? {
        var current = iterator
        let piece = try await current.next(isolation: self)
        iterator = current
        return piece
    }
}
