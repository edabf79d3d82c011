import Foundation
import FoundationNetworking
import HTML
import Testing
import Web

@testable import Server

/// The server over a real socket, asked by Foundation's client.
@Suite struct ServerTests {
    private static let endpoints = [
        Endpoint(.home, says: "A page.") { request in
            .page(
                Page(title: "Home", main: "<h1>Home</h1>"), in: PageContext(gateway: .mock, request: request))
        },
        Endpoint("/objects/\(.id).json", says: "Bytes that are made while they are sent.") { _ in
            var answer = Answer(contentType: "application/octet-stream", body: [])
            answer.stream = AnswerStream { send in
                for piece in 0..<100 { try await send([UInt8](repeating: UInt8(piece), count: 1_000)) }
            }
            return answer
        },
        Endpoint("/check", says: "A file.") { request in
            let file = SentFile(size: 200_000, fingerprint: "abcd", name: "f") { range, send in
                for start in stride(from: range.lowerBound, to: range.upperBound, by: 1_000) {
                    try await send((start..<min(start + 1_000, range.upperBound)).map { UInt8(truncatingIfNeeded: $0) })
                }
            }
            return .file(file, for: request, keeping: .own)
        },
        Endpoint("/about", says: "Fails.") { _ in throw CancellationError() },
        Endpoint("/types", says: "Where the request came from.") { request in
            Answer(contentType: "text/plain", body: Array(request.credentials.remote.utf8))
        },
    ]

    private func serving(isBehindProxy: Bool = false, _ body: (URL) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, port) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                let server = WebServer(
                    endpoints: Self.endpoints, gateway: .mock, host: "127.0.0.1", port: 0, isBehindProxy: isBehindProxy
                ) { request in
                    guard request.credentials.bearer == "known" else { return nil }
                    return Visitor(
                        name: "Ravi Menon", organisation: "Harbour Bank", acts: [], formToken: "")
                }
                try await server.run { port.yield($0) }
            }
            var iterator = ports.makeAsyncIterator()
            let taken = try #require(await iterator.next())
            try await body(try #require(URL(string: "http://127.0.0.1:\(taken)")))
            group.cancelAll()
        }
    }

    private func ask(_ base: URL, _ path: String, method: String = "GET", _ headers: [String: String] = [:])
        async throws
        -> (HTTPURLResponse, Data)
    {
        var request = URLRequest(url: try #require(URL(string: base.absoluteString + path)))
        request.httpMethod = method
        request.cachePolicy = .reloadIgnoringLocalCacheData
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        return (try #require(response as? HTTPURLResponse), data)
    }

    @Test func `pages, bytes, refusals and their headers`() async throws {
        try await serving { base in
            let (page, body) = try await ask(base, "/")
            #expect(page.statusCode == 200)
            #expect(String(decoding: body, as: UTF8.self).contains("<h1>Home</h1>"))
            #expect(page.value(forHTTPHeaderField: "Cache-Control") == "no-cache")

            let etag = try #require(page.value(forHTTPHeaderField: "ETag"))
            let (same, nothing) = try await ask(base, "/", ["If-None-Match": etag])
            #expect(same.statusCode == 304)
            #expect(nothing.isEmpty)

            let (head, empty) = try await ask(base, "/", method: "HEAD")
            #expect(head.statusCode == 200)
            #expect(empty.isEmpty)
            #expect(head.value(forHTTPHeaderField: "Content-Length") == String(body.count))

            let (streamed, bytes) = try await ask(base, "/objects/tool--00000000-0000-4000-8000-000000000000.json")
            #expect(streamed.statusCode == 200)
            #expect(bytes.count == 100_000)
            #expect(bytes.last == 99)

            for path in ["/", "/absent", "/about", "/search?\(String(repeating: "a", count: 3_000))"] {
                let (answer, _) = try await ask(base, path)
                for header in Answer.alwaysSent {
                    #expect(answer.value(forHTTPHeaderField: header.name) == header.value, "\(path)")
                }
            }
        }
    }

    @Test(arguments: [
        ("GET", "/absent", 404), ("POST", "/", 405), ("DELETE", "/", 405), ("GET", "/about", 500),
        ("GET", "/?" + String(repeating: "a", count: 3_000), 400), ("GET", "/objects/not-an-id", 404),
        ("GET", "/../etc/passwd", 404),
    ]) func `what can't be answered says so`(method: String, path: String, status: Int) async throws {
        try await serving { base in
            let (page, _) = try await ask(base, path, method: method)
            #expect(page.statusCode == status)
            let (document, body) = try await ask(base, path, method: method, ["Accept": "application/json"])
            #expect(document.statusCode == status)
            #expect(document.value(forHTTPHeaderField: "Content-Type") == "application/problem+json")
            let problem = try JSONSerialization.jsonObject(with: body) as? [String: Any]
            #expect(problem?["status"] as? Int == status)
        }
    }

    @Test func `the language is that which the reader asks for`() async throws {
        try await serving { base in
            let (_, body) = try await ask(base, "/", ["Accept-Language": "ar"])
            #expect(String(decoding: body, as: UTF8.self).contains("dir=\"rtl\""))
        }
    }

    @Test(arguments: ["/absent", "/about", "/objects/x"])
    func `a page that tells a problem has the header of who is signed in`(path: String) async throws {
        try await serving { base in
            let (_, page) = try await ask(base, path, ["Authorization": "Bearer known"])
            #expect(String(decoding: page, as: UTF8.self).contains("<bdi>Ravi Menon</bdi>"))
            let (_, other) = try await ask(base, path)
            #expect(String(decoding: other, as: UTF8.self).contains("/sign-in"))
        }
    }

    @Test
    func `only where a proxy stands before it is its word for the remote address believed`() async throws {
        let headers = ["X-Forwarded-For": "203.0.113.9, 198.51.100.7"]
        try await serving { base in
            let told = try await ask(base, "/types", headers).1
            #expect(String(decoding: told, as: UTF8.self) == "127.0.0.1")
        }
        try await serving(isBehindProxy: true) { base in
            let told = try await ask(base, "/types", headers).1
            #expect(String(decoding: told, as: UTF8.self) == "198.51.100.7")
            let direct = try await ask(base, "/types").1
            #expect(String(decoding: direct, as: UTF8.self) == "127.0.0.1")
        }
    }

    @Test func `a file says its length, gives parts, and its head has none`() async throws {
        try await serving { base in
            let (whole, bytes) = try await ask(base, "/check")
            #expect(whole.statusCode == 200 && bytes.count == 200_000)
            #expect(whole.value(forHTTPHeaderField: "Content-Length") == "200000")
            #expect(whole.value(forHTTPHeaderField: "X-Content-Type-Options") == "nosniff")
            let (part, some) = try await ask(base, "/check", ["Range": "bytes=100-1100"])
            #expect(part.statusCode == 206 && some.count == 1_001 && some.first == 100)
            #expect(part.value(forHTTPHeaderField: "Content-Length") == "1001")
            #expect(part.value(forHTTPHeaderField: "Content-Range") == "bytes 100-1100/200000")
            let (none, nothing) = try await ask(base, "/check", ["Range": "bytes=200000-"])
            #expect(none.statusCode == 416 && nothing.isEmpty)
            let (head, empty) = try await ask(base, "/check", method: "HEAD", ["Range": "bytes=100-1100"])
            #expect(head.statusCode == 200 && empty.isEmpty)
            #expect(head.value(forHTTPHeaderField: "Content-Length") == "200000")
            let (same, no) = try await ask(base, "/check", ["If-None-Match": "\"abcd\"", "Range": "bytes=1-2"])
            #expect(same.statusCode == 304 && no.isEmpty)
        }
    }
}
