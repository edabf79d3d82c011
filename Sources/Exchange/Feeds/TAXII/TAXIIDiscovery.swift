package import Outside
package import STIX

/// A collection on another server (TAXII 2.1 §5.2.1).
package struct RemoteCollection: Sendable, Equatable {
    package let address: String
    package let id: String
    package let title: String
    package let canRead: Bool
    package let canWrite: Bool

    init?(_ json: JSON, at address: String) {
        guard let id = json["id"]?.string, let canRead = json["can_read"]?.bool else { return nil }
        self.address = address
        self.id = id
        title = ExchangeError.excerpt(json["title"]?.string ?? id)
        self.canRead = canRead
        canWrite = json["can_write"]?.bool ?? false
    }
}

/// What a server has, whether one gives its own address, an API root's or a collection's (TAXII 2.1 §4 and §5).
package struct TAXIIDiscovery: Sendable {
    package private(set) var collections: [RemoteCollection] = []
    /// API roots that it names on other servers: nothing is asked there, and no credentials go there.
    package private(set) var elsewhere: [String] = []
    /// Whether the address was a collection's own.
    package private(set) var isCollection = false

    private static let mostRoots = 16
    private static let mostCollections = 1_000

    /// Looks what is at an address.
    ///
    /// - Throws: why nothing of TAXII 2.1 could be found there.
    package static func look(at address: String, _ client: PeerClient, now: Timestamp) async throws -> TAXIIDiscovery {
        let start = try PeerAddress(address)
        var found = TAXIIDiscovery()
        let json: JSON
        do {
            json = try await client.resource(start.appending(), now: now)
        } catch  where [.refused, .malformed].contains(ExchangeError(visiting: error).code) {
            // §4.1: the discovery resource of a server stands at a known path.
            let known = start.site + "/taxii2/"
            guard start.appending() != known, let discovery = try? await client.resource(known, now: now),
                discovery["api_roots"] != nil
            else { throw error }
            try await found.add(discovery, at: try PeerAddress(known), client, now)
            return found
        }
        try await found.add(json, at: start, client, now)
        return found
    }

    private mutating func add(_ json: JSON, at address: PeerAddress, _ client: PeerClient, _ now: Timestamp)
        async throws
    {
        if let collection = RemoteCollection(json, at: address.appending()) {
            collections = [collection]
            isCollection = true
        } else if let list = json["collections"]?.array {
            for entry in list.prefix(Self.mostCollections) {
                guard let id = entry["id"]?.string, Self.isPathSegment(id) else { continue }
                RemoteCollection(entry, at: address.appending("\(id)/")).map { collections.append($0) }
            }
        } else if let roots = json["api_roots"]?.array {
            for text in roots.prefix(Self.mostRoots).compactMap(\.string) {
                let whole = text.hasPrefix("/") ? address.site + text : text
                guard let root = try? PeerAddress(whole), root.origin == address.origin else {
                    elsewhere.append(ExchangeError.excerpt(text))
                    continue
                }
                // One API root that fails does not hide the others.
                // What is no list of collections could name API roots again, without end.
                guard let list = try? await client.resource(root.appending("collections/"), now: now),
                    list["collections"]?.array != nil
                else { continue }
                try await add(list, at: try PeerAddress(root.appending("collections/")), client, now)
            }
        } else if json["versions"] != nil || json["max_content_length"] != nil {
            let list = try await client.resource(address.appending("collections/"), now: now)
            guard list["collections"]?.array != nil || list.members?.isEmpty == true else {
                throw ExchangeError(.malformed, "\(address) gives no list of its collections")
            }
            try await add(list, at: try PeerAddress(address.appending("collections/")), client, now)
        } else if json.members?.isEmpty != true {
            throw ExchangeError(.malformed, "\(address) is no TAXII 2.1 server, API root or collection")
        }
    }

    private static func isPathSegment(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D || $0 == 0x5F
            }
    }
}
