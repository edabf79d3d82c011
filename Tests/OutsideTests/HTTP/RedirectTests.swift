import Foundation
import NIOHTTP1
import Synchronization
import Testing

@testable import Outside

/// Redirects: followed only where a caller asks for it, so many and no more, and without what is not for the other place.
@Suite struct RedirectTests {
    /// A transport in which each address leads on to another, and what was asked of it.
    private final class Site: Sendable {
        let ways: [String: String]
        let asked = Mutex<[(address: String, secret: String?, reach: Reach)]>([])

        init(_ ways: [String: String]) { self.ways = ways }

        var transport: PeerTransport {
            PeerTransport { [self] request in
                asked.withLock {
                    $0.append((request.address, request.headers.first(name: "Authorization"), request.reach))
                }
                guard let next = ways[request.address] else {
                    return PeerAnswer(status: 200, headers: [:]) { try await $0(Array("here".utf8)) }
                }
                return PeerAnswer(status: 302, headers: ["Location": next]) { try await $0(Array("there".utf8)) }
            }
        }
    }

    private func get(_ site: Site, _ address: String, redirects: Int) async throws -> PeerClient.Reply {
        let client = try PeerClient(
            site.transport, .bearer("k7"), for: PeerAddress("https://a.example/"), reach: .anywhere)
        return try await client.get(address, limit: 100, redirects: redirects)
    }

    @Test func `by default none is followed`() async throws {
        let site = Site(["https://a.example/": "https://a.example/new"])
        let client = try PeerClient(site.transport)
        #expect(try await client.get("https://a.example/", limit: 100).status == 302)
        #expect(site.asked.withLock(\.count) == 1)
    }

    @Test func `as many as were asked for, and what leads on then is the answer`() async throws {
        let site = Site(["https://a.example/0": "/1", "https://a.example/1": "2", "https://a.example/2": "3?x=y#z"])
        let reply = try await get(site, "https://a.example/0", redirects: 3)
        #expect(reply.status == 200 && reply.body == Array("here".utf8))
        #expect(site.asked.withLock { $0.map(\.address) }.last == "https://a.example/3?x=y")
        #expect(try await get(site, "https://a.example/0", redirects: 2).status == 302)
        let loop = Site(["https://a.example/": "https://a.example/"])
        #expect(try await get(loop, "https://a.example/", redirects: 5).status == 302)
        #expect(loop.asked.withLock(\.count) == 6)
    }

    @Test func `neither credentials nor what was allowed follow to another origin`() async throws {
        let site = Site(["https://a.example/": "https://b.example/", "https://b.example/": "https://a.example/back"])
        _ = try await get(site, "https://a.example/", redirects: 5)
        let asked = site.asked.withLock(\.self)
        #expect(asked.map(\.secret) == ["Bearer k7", nil, "Bearer k7"])
        #expect(asked.map(\.reach) == [.anywhere, .internet, .anywhere])
    }

    @Test(arguments: [
        "http://a.example/", "ftp://a.example/", "https://u:p@a.example/", "https://a.example:0/", "\\\\x", "",
    ])
    func `what leads out of TLS, or to no address, is not followed`(_ next: String) async throws {
        let site = Site(["https://a.example/": next])
        let reply = try await get(site, "https://a.example/", redirects: next.isEmpty ? 1 : 5)
        #expect(reply.status == 302)
    }

    /// RFC 3986 §5.4, as far as it is about `http`.
    @Test(arguments: [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p"),
        ("g#s", "http://a/b/c/g"), (";x", "http://a/b/c/;x"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("./../g", "http://a/b/g"), ("g/../h", "http://a/b/c/h"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("https://z:8443/q", "https://z:8443/q"),
    ]) func `an address is resolved against the one before`(_ reference: String, _ result: String) throws {
        #expect(try PeerAddress(request: "http://a/b/c/d;p?q").resolving(reference).description == result)
    }
}
