import Foundation
import NIOHTTP1
import Synchronization
import TestSupport
import Testing

@testable import Outside

@Suite struct PeerClientTests {
    @Test(arguments: [
        "ftp://taxii.example/", "taxii.example", "https://", "https://user@taxii.example/",
        "https://u:p@taxii.example/",
        "https://taxii.example/#x", "https://taxii.example/?x=1", "https://taxii.example/\\@evil.example/",
        "https://taxii.example/ x", "",
        "http://127.0.0.1:65536/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/api/", "http://127.0.0.1:-1/",
        "http://127.0.0.1:18446744073709551617/", "http://127.0.0.1:/", "http://127.0.0.1:80x/", "http://a:1:2/",
        "http://[::1/", "http://[::1]x/", "http://[example]/", "http://[fe80::1%25lo]/", "http://%31/", "http://a%00b/",
        "http:///path", "http://:80/", "https://" + String(repeating: "a", count: 254) + "/",
        "https://täxii.example/", "https://taxii.example/" + String(repeating: "x", count: 3_000),
    ]) func `an address is refused`(_ text: String) {
        #expect(throws: OutsideError.self) { try PeerAddress(text) }
    }

    @Test(arguments: [
        ("https://taxii.example", "https://taxii.example:443", "taxii.example", "/"),
        ("HTTP://Taxii.Example:8080/a?b=c", "http://taxii.example:8080", "taxii.example", "/a?b=c"),
        ("https://taxii.example?x", "https://taxii.example:443", "taxii.example", "/?x"),
        ("http://[2001:DB8::1]:65535/x", "http://[2001:db8::1]:65535", "2001:db8::1", "/x"),
        ("http://127.0.0.1:1/", "http://127.0.0.1:1", "127.0.0.1", "/"),
    ]) func `an address is read once, and so in one way`(
        _ text: String, _ origin: String, _ host: String, _ target: String
    ) throws {
        let address = try PeerAddress(request: text)
        #expect(address.origin == origin && address.host == host && address.target == target)
        #expect(address.description == text)
    }

    @Test func `a refused address does not repeat its password`() {
        #expect(
            throws: OutsideError(
                .badAddress,
                "an address must not hold a name or password: other programs log it; use --user and --password-file")
        ) {
            try PeerAddress("https://amina:s3cret@taxii.example/")
        }
    }

    @Test(arguments: [
        ("https://taxii.example/", true), ("http://taxii.example/", false), ("http://127.0.0.1:9/", true),
        ("http://localhost:9/", true), ("http://127.0.0.1.evil.example/", false), ("http://[::1]:9/", true),
    ]) func `secrets travel encrypted, or not at all`(_ text: String, _ may: Bool) throws {
        let address = try PeerAddress(text)
        let says = Result { try address.check(.bearer("k")) }
        #expect(((try? says.get()) != nil) == may)
        try address.check(.none)
    }

    @Test func `credentials go to the scheme, host and port they were entered for`() async throws {
        let seen = Mutex<[String: String]>([:])
        let transport = PeerTransport { request in
            seen.withLock { $0[request.address] = request.headers.first(name: "Authorization") ?? "none" }
            return PeerAnswer(status: 200, headers: [:]) { _ in }
        }
        let client = try PeerClient(
            transport, .bearer("k7"), for: PeerAddress("https://taxii.example/api/collections/x/"))
        let others = [
            "https://taxii.example:8443/", "http://taxii.example/", "https://evil.example/",
            "https://taxii.example.evil.example/",
        ]
        let own = ["https://taxii.example/other/", "https://TAXII.example:443/"]
        for address in others + own { _ = try await client.get(address, limit: 10) }
        let found = seen.withLock { $0 }
        for address in others { #expect(found[address] == "none", "\(address)") }
        for address in own { #expect(found[address] == "Bearer k7", "\(address)") }
    }

    @Test func `what can't stand in a header is no secret`() {
        for (user, password, token) in [
            ("a:b", "p", nil), ("a", "p\r\nX: y", nil), ("a", nil, nil), (nil, nil, "t t"), ("a", "p", "t"),
            ("a", "", nil),
        ] as [(String?, String?, String?)] {
            #expect(throws: OutsideError.self) { try PeerCredentials(user: user, password: password, token: token) }
        }
    }
}

/// The same over real connections.
@Suite struct PeerTransportTests {
    private func get(_ answer: [UInt8], limit: Int = 1_000) async throws -> PeerClient.Reply {
        let server = try LoopbackServer(answering: [answer])
        // A machine that has much to do is no slow server.
        let patient = Pace(least: 1, interval: .seconds(600))
        return try await PeerTransport.network(authority: nil, pace: patient) {
            let client = try PeerClient($0, for: PeerAddress(server.address), reach: .anywhere)
            return try await client.get(server.address, limit: limit)
        }
    }

    private func response(_ status: String, _ headers: [String] = [], _ body: [UInt8]) -> [UInt8] {
        Array(([status] + headers + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8) + body
    }

    @Test func `an answer is read whole, also a compressed one`() async throws {
        let plain = try await get(response("HTTP/1.1 200 OK", ["Content-Length: 5"], Array("hello".utf8)))
        #expect(plain.status == 200)
        #expect(plain.body == Array("hello".utf8))
        // gzip of "hello".
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJBwCGphA2BQAAAA=="))
        let unpacked = try await get(
            response("HTTP/1.1 200 OK", ["Content-Encoding: gzip", "Content-Length: \(packed.count)"], Array(packed)))
        #expect(unpacked.body == Array("hello".utf8))
    }

    @Test func `a redirect is not followed`() async throws {
        let reply = try await get(
            response("HTTP/1.1 302 Found", ["Location: http://127.0.0.1:1/", "Content-Length: 0"], []))
        #expect(reply.status == 302)
    }

    @Test func `an answer that is cut off is no answer`() async throws {
        await #expect {
            try await get(response("HTTP/1.1 200 OK", ["Content-Length: 50"], Array("hello".utf8)))
        } throws: {
            ($0 as? OutsideError)?.code == .unreachable
        }
    }

    @Test func `an answer larger than it may be is left`() async throws {
        await #expect { try await get(response("HTTP/1.1 200 OK", [], Array(repeating: 65, count: 5_000))) } throws: {
            ($0 as? OutsideError)?.code == .tooLarge
        }
    }

    @Test func `what is no HTTP is told`() async throws {
        await #expect { try await get(Array("SSH-2.0-OpenSSH_9.2\r\n\r\n".utf8)) } throws: {
            ($0 as? OutsideError)?.code == .malformed
        }
    }

    @Test func `nobody there`() async throws {
        let place = "http://127.0.0.1:1/"
        await #expect {
            try await PeerClient.with(for: place, reach: .anywhere) { try await $0.get(place, limit: 10) }
        } throws: {
            $0 as? OutsideError
                == OutsideError(.unreachable, "couldn't reach http://127.0.0.1:1/: nobody listens there")
        }
    }

    @Test func `TLS where none is spoken`() async throws {
        let server = try LoopbackServer(answering: [response("HTTP/1.1 200 OK", [], [])])
        let address = server.address.replacing("http:", with: "https:")
        await #expect {
            try await PeerClient.with(for: address, reach: .anywhere) { try await $0.get(address, limit: 10) }
        } throws: {
            ($0 as? OutsideError)?.code == .untrusted
        }
    }
}
