package import Ledger
package import Web

/// The pages of the gateway, and the logs beside them.
package struct DeskDomain: Sendable {
    let reader: Reader
    let gateway: Gateway

    package init(reader: Reader, gateway: Gateway) {
        self.reader = reader
        self.gateway = gateway
    }

    /// Every route of the desk; each stands in a file of its own.
    package var endpoints: [Endpoint] {
        [
            home, about, types, type, search, collection, collectionType, export, object, relations, version, raw,
            rawVersion,
            log, checkpoint, tile,
        ]
    }

    /// A page for this request.
    func answer(_ request: WebRequest, _ page: (PageContext) -> Page) -> Answer {
        let context = PageContext(gateway: gateway, request: request)
        return .page(page(context), in: context)
    }

    /// The collection that the path names.
    func readable(_ request: WebRequest) async throws -> LogCollection {
        guard let collection = try await reader.collection(request.value(.collection)) else { throw Problem.notFound }
        return collection
    }
}
