import Foundation
import NIOHTTP1
import NIOSSL
import Synchronization
import TestSupport
import Testing

@testable import Outside

/// Links that strangers wrote down, at a server of this machine and over a played network.
@Suite struct LinkVisitorTests {
    private func find(
        _ links: [String], reach: Reach = .anywhere, pause: Duration = .zero, patience: Duration = .seconds(500)
    ) async throws -> [String: LinkFinding] {
        var found: [String: LinkFinding] = [:]
        let visitor = LinkVisitor(
            agent: "concord/test (checks links)", reach: reach, pause: pause, patience: patience)
        try await visitor.visit(links) { link, finding in
            found[link] = finding
            return true
        }
        return found
    }

    /// What a server of this machine answers to these requests, by path and method.
    private func server(_ statuses: [String: String], connections: Int = 40) throws -> LoopbackServer {
        try LoopbackServer(connections: connections) { request, send in
            let method = String(request.prefix { $0 != " " })
            let path = LoopbackServer.path(request)
            let status = statuses["\(method) \(path)"] ?? statuses[path] ?? "200 OK"
            let parts = status.components(separatedBy: " → ")
            _ = send(LoopbackServer.answer([], status: parts[0], parts.count > 1 ? ["Location: \(parts[1])"] : []))
        }
    }

    @Test func `a status says whether something stands there, that it does not, or nothing`() async throws {
        let statuses = [
            "/200": "200 OK", "/204": "204 No Content", "/404": "404 Not Found", "/410": "410 Gone",
            "/401": "401 Unauthorized", "/403": "403 Forbidden", "/429": "429 Too Many", "/500": "500 Broken",
            "/503": "503 Later", "/300": "300 Choose",
        ]
        let server = try server(statuses)
        let base = server.address.dropLast()
        let found = try await find(statuses.keys.sorted().map { base + $0 })
        for (path, finding) in [
            ("/200", LinkFinding.answers), ("/204", .answers), ("/404", .missing), ("/410", .missing),
            ("/401", .undecided), ("/403", .undecided), ("/429", .undecided), ("/500", .undecided),
            ("/503", .undecided),
            ("/300", .undecided),
        ] { #expect(found[base + path] == finding, "\(path)") }
    }

    @Test func `the head alone is asked for, by name; all of it where the head is refused`() async throws {
        let server = try server(["HEAD /a": "405 Not Allowed", "HEAD /b": "404 Not Found", "GET /c": "404 Not Found"])
        let base = server.address
        let found = try await find([base + "a", base + "b", base + "c", base + "d#part", base + "é?q=ü"])
        #expect(Set(found.values) == [.answers])
        let lines = server.received.map { $0.prefix { !$0.isNewline } }
        #expect(
            lines == [
                "HEAD /a HTTP/1.1", "GET /a HTTP/1.1", "HEAD /b HTTP/1.1", "GET /b HTTP/1.1", "HEAD /c HTTP/1.1",
                "HEAD /d HTTP/1.1", "HEAD /%C3%A9?q=%C3%BC HTTP/1.1",
            ])
        for request in server.received {
            #expect(request.contains("User-Agent: concord/test (checks links)\r\n"))
            #expect(!request.contains("Cookie") && !request.contains("Referer"))
        }
    }

    @Test func `redirects are followed, so many and no more`() async throws {
        let server = try server([
            "/a": "301 Moved → /b", "/b": "302 Found → c", "/loop": "302 Found → /loop", "/gone": "302 Found → /404",
            "/404": "404 Not Found", "/mail": "302 Found → mailto:a@b.example", "/none": "302 Found",
        ])
        let base = server.address.dropLast()
        let found = try await find(["/a", "/loop", "/gone", "/mail", "/none"].map { base + $0 })
        #expect(
            ["/a", "/loop", "/gone", "/mail", "/none"].map { found[base + $0] } == [
                .answers, .undecided, .missing, .undecided, .undecided,
            ])
        #expect(server.received.count { LoopbackServer.path($0) == "/loop" } == 6)
    }

    @Test func `of a huge body nothing is read`() async throws {
        let sent = Mutex(0)
        let server = try LoopbackServer(connections: 2) { request, send in
            guard request.hasPrefix("GET") else { return _ = send(LoopbackServer.answer([], status: "501 What")) }
            _ = send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8))
            let piece = Array("10000\r\n".utf8) + [UInt8](repeating: 65, count: 65_536) + Array("\r\n".utf8)
            for _ in 0..<4_096 where send(piece) { sent.withLock { $0 += 65_536 } }
        }
        #expect(try await find([server.address])[server.address] == .answers)
        // What the kernels of both ends hold, of 268 MB.
        #expect(sent.withLock(\.self) < 32 << 20)
    }

    @Test func `a host that never answers is given up, and the next one is asked`() async throws {
        // It would hold the connection for ten minutes.
        let silent = try LoopbackServer(connections: 1) { _, _ in Thread.sleep(forTimeInterval: 600) }
        #expect(try await find([silent.address], patience: .seconds(1))[silent.address] == .undecided)
        let transport = PeerTransport { request in
            if request.place.host == "silent.example" { try await Task.sleep(for: .seconds(600)) }
            return PeerAnswer(status: 200, headers: [:]) { _ in }
        }
        let road = LinkRoad(transport, agent: "", reach: .internet, pause: .zero, patience: .seconds(500))
        #expect(try await road.look("https://silent.example/", patience: .seconds(1)) == .undecided)
        #expect(try await road.look("https://good.example/") == .answers)
    }

    @Test func `nobody who listens, and nobody who proves who they are, is certain`() async throws {
        let address: String = try {
            let gone = try LoopbackServer(connections: 0) { _, _ in }
            return gone.address
        }()
        // It speaks, but not TLS.
        let plain = try server([:])
        let secure = plain.address.replacing("http:", with: "https:")
        // Its socket is closed by its own thread, a moment later.
        var found = LinkFinding.undecided
        for _ in 0..<50 where found != .refused {
            found = try await find([address])[address] ?? .undecided
        }
        #expect(found == .refused)
        #expect(try await find([secure])[secure] == .untrusted)
        #expect(LinkFinding(NIOSSLError.uncleanShutdown) == .undecided)
        #expect(LinkFinding.allCases.filter(\.isNowhere) == [.missing, .unknownName, .refused, .untrusted])
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/", "http://[::1]/",
        "http://169.254.169.254/latest/meta-data", "http://[fd00::1]/", "http://2130706433/",
    ]) func `this machine and inner networks are not visited`(_ link: String) async throws {
        #expect(try await find([link], reach: .internet)[link] == .unvisited)
    }

    @Test(arguments: ["ftp://a.example/", "https://u:p@a.example/", "https://", "mailto:a@b.example", "x"])
    func `what is no address is not visited`(_ link: String) async throws {
        #expect(try await find([link])[link] == .unvisited)
    }

    @Test func `a redirect into an inner network is not followed`() async throws {
        let asked = Mutex<[String]>([])
        let transport = PeerTransport { request in
            asked.withLock { $0.append(request.address) }
            return PeerAnswer(status: 302, headers: ["Location": "http://169.254.169.254/"]) { _ in }
        }
        let road = LinkRoad(
            transport, agent: "", reach: .internet, pause: .zero, patience: .seconds(30))
        #expect(try await road.look("https://a.example/") == .unvisited)
        #expect(asked.withLock(\.self) == ["https://a.example/"])
    }

    @Test func `each connection is let go, and a host is left alone between two questions`() async throws {
        let closed = Mutex(0)
        let transport = PeerTransport { request in
            PeerAnswer(status: 200, headers: [:], body: { _ in }, close: { closed.withLock { $0 += 1 } })
        }
        let road = LinkRoad(
            transport, agent: "", reach: .internet, pause: .seconds(3_600), patience: .seconds(500))
        for link in ["https://a.example/1", "https://b.example/"] {
            #expect(try await road.look(link) == .answers)
        }
        let impatient = try await road.look("https://a.example/2", patience: .milliseconds(50))
        #expect(impatient == .undecided, "it waits for longer than anybody is patient")
        #expect(closed.withLock(\.self) == 2)
    }
}
