import Web

/// The endpoints, found by the first segment of a path: a site of a hundred templates must not try them all for each request.
struct Routes: Sendable {
    private var bySegment: [Substring: [Endpoint]] = [:]
    /// Those whose first segment is not the same for all their paths.
    private var others: [Endpoint] = []
    private var interfaces: [Interface] = []

    init(_ endpoints: [Endpoint]) {
        for endpoint in endpoints {
            if let segment = endpoint.path.firstSegment {
                bySegment[segment, default: []].append(endpoint)
            } else {
                others.append(endpoint)
            }
            if let interface = endpoint.interface, !interfaces.contains(where: { $0.prefix == interface.prefix }) {
                interfaces.append(interface)
            }
        }
    }

    /// The protocol that a path belongs to, and the path as that writes it.
    func interface(of path: String) -> (interface: Interface, path: String)? {
        for interface in interfaces {
            if let path = interface.path(path) { return (interface, path) }
        }
        return nil
    }

    /// A path as a log may have it: of an address that is a secret only its form, for whoever reads a log must not learn it.
    func named(_ path: String) -> String {
        let segment = path.dropFirst().prefix { $0 != "/" }
        let found = ((bySegment[segment] ?? []) + others).first {
            $0.path.placeholders.contains(.secret) && $0.path.match(path) != nil
        }
        return found?.path.description ?? path
    }

    /// The endpoint of a path and method with the path's values, and whether the path fits any at all.
    func find(_ path: String, _ method: Endpoint.Method?) -> (
        found: (endpoint: Endpoint, values: [String: String])?, isKnown: Bool
    ) {
        var isKnown = false
        let segment = path.dropFirst().prefix { $0 != "/" }
        for endpoint in (bySegment[segment] ?? []) + others {
            // Where one endpoint fits, another of the same path differs by method alone.
            if isKnown, endpoint.method != method { continue }
            guard let values = endpoint.path.match(path) else { continue }
            if endpoint.method == method { return ((endpoint, values), true) }
            isKnown = true
        }
        return (nil, isKnown)
    }
}
