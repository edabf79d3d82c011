import Hall
import Ledger
import Web

extension Visit<ExchangeDomain> {
    /// What TAXII asks of each request before it is answered.
    ///
    /// - Throws: 401 for credentials that nobody has, 406, 429.
    func keepsToTAXII() throws {
        try exchange.limits.count(party)
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
            post(.taxiiObjects, of: Self.taxii, "Add objects to a collection.") { visit in
                try visit.keepsToTAXII()
                try visit.request.query.check([])
                return try await visit.addObjects()
            },
            filtered(.taxiiObject, "An object by its identifier.") { try await $0.object() },
            delete(.taxiiObject, of: Self.taxii, "Withdraw an object from a collection.") { visit in
                try visit.keepsToTAXII()
                return try await visit.deleteObject()
            },
            filtered(.taxiiVersions, "The versions of an object.") { try await $0.versions() },
        ]
    }

    /// An endpoint whose query is read, and judged, by its `Filter`.
    private func filtered(
        _ kind: Address.Kind, _ says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        get(kind, of: Self.taxii, says) { visit in
            try visit.keepsToTAXII()
            return try await answer(visit)
        }
    }

    /// An endpoint that takes no query.
    private func plain(
        _ kind: Address.Kind, _ says: String,
        _ answer: @escaping @Sendable (Visit<Self>) async throws -> Answer
    ) -> Endpoint {
        filtered(kind, says) { visit in
            try visit.request.query.check([])
            return try await answer(visit)
        }
    }
}
