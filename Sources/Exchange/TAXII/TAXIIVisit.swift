import Ledger
import Web

/// One request to the TAXII server: who asks, and the reader they read through.
///
/// Each endpoint is a method of it; so none can read past the program that asks.
struct TAXIIVisit: Sendable {
    let request: WebRequest
    let exchange: ExchangeDomain
    /// Nil for the public.
    let person: Person?
    let reader: Reader

    /// - Throws: 401 for credentials that nobody has, 406, 429.
    init(_ request: WebRequest, to exchange: ExchangeDomain) async throws {
        self.request = request
        self.exchange = exchange
        person = try await exchange.whoAsks(request)
        reader = Reader(exchange.ledger, for: person?.viewer ?? .everyone)
        try exchange.limits.count(person.map { .account($0.account) } ?? request.credentials.party)
        if person == nil, request.credentials.isAuthorization {
            throw TAXIIError(.unauthenticated, "These credentials are nobody's here.")
        }
        guard TAXIIMediaType.isAccepted(by: request.accept) else {
            throw TAXIIError(.notAcceptable, "This server answers \(TAXIIMediaType.taxii) and nothing else.")
        }
    }

    /// The collection that the path names.
    func collection() async throws -> LogCollection {
        guard let found = try await reader.collection(request.value(.name)) else { throw nothing }
        return found
    }

    /// The answer where there is nothing that this program may see.
    ///
    /// A stranger is asked who they are, whether or not that would help; whoever has said it is told that there is nothing.
    var nothing: TAXIIError {
        person == nil ? TAXIIError(.unauthenticated, "There is nothing here for everyone.") : .notFound
    }

    /// Who asks, where it must be somebody.
    func signedIn() throws -> Person {
        guard let person else { throw TAXIIError(.unauthenticated, "Only whom this gateway knows may do this.") }
        return person
    }
}

extension ExchangeDomain {
    /// TAXII 2.1: what it takes, and how it says that something went wrong.
    static let taxii = Interface(prefix: Address.taxii.href, longestBody: 64 << 20) { TAXIIError($0).answer }

    /// Every endpoint of TAXII 2.1 (§1.2).
    var taxiiEndpoints: [Endpoint] {
        [
            plain(.taxii, "TAXII server discovery.") { $0.discovery() },
            plain(.taxiiRoot, "The TAXII API root.") { $0.root() },
            plain(.taxiiStatus, "What became of a TAXII request to add objects.") { try await $0.status() },
            plain(.taxiiCollections, "The collections that the program may read.") { try await $0.collections() },
            plain(.taxiiCollection, "One collection.") { try await $0.collectionResource() },
            filtered(.taxiiManifest, "What stands in a collection, without the objects.") { try await $0.manifest() },
            filtered(.taxiiObjects, "The objects of a collection, page by page.") { try await $0.objects() },
            plain(.taxiiObjects, method: .post, "Add objects to a collection.") { try await $0.addObjects() },
            filtered(.taxiiObject, "An object by its identifier.") { try await $0.object() },
            filtered(.taxiiObject, method: .delete, "Withdraw an object from a collection.") {
                try await $0.deleteObject()
            },
            filtered(.taxiiVersions, "The versions of an object.") { try await $0.versions() },
        ]
    }

    /// An endpoint whose query is read, and judged, by its `Filter`.
    private func filtered(
        _ kind: Address.Kind, method: Endpoint.Method = .get, _ says: String,
        _ answer: @escaping @Sendable (TAXIIVisit) async throws -> Answer
    ) -> Endpoint {
        Endpoint(kind, method: method, of: Self.taxii, says: says) { try await answer(TAXIIVisit($0, to: self)) }
    }

    /// An endpoint that takes no query.
    private func plain(
        _ kind: Address.Kind, method: Endpoint.Method = .get, _ says: String,
        _ answer: @escaping @Sendable (TAXIIVisit) async throws -> Answer
    ) -> Endpoint {
        filtered(kind, method: method, says) { visit in
            try visit.request.query.check([])
            return try await answer(visit)
        }
    }
}
