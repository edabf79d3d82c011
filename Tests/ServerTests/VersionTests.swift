import Foundation
import Testing
import Web

@testable import Server

/// What HTTP/1.0 and HTTP/1.1 ask of a server, over a real socket.
@Suite(.serialized) struct VersionTests {
    @Test(arguments: ["", "X: y\r\n", "Host:\r\n", "Host:  \r\n"])
    func `who does not say whose site is meant is refused`(_ fields: String) async throws {
        try await Serving().run { port in
            let stranger = try Stranger(port)
            await stranger.say("GET / HTTP/1.1\r\n\(fields)\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n")
            let said = try #require(await stranger.hearAll())
            #expect(said.hasPrefix("HTTP/1.1 400 ") && said.components(separatedBy: "HTTP/1.1").count == 2, "\(said)")
        }
    }

    @Test(arguments: ["/", "/types", "/about"]) func `who speaks HTTP/1.0 hears the end, and no chunks`(_ path: String)
        async throws
    {
        try await Serving().run { port in
            let stranger = try Stranger(port, receives: 1 << 20)
            await stranger.say("GET \(path) HTTP/1.0\r\n\r\n")
            let said = try #require(await stranger.hearAll())
            let parts = said.components(separatedBy: "\r\n\r\n")
            #expect(parts[0].hasPrefix("HTTP/1.0 200 ") && parts[0].contains("Connection: close"), "\(parts[0])")
            #expect(!parts[0].lowercased().contains("transfer-encoding"))
            #expect(parts[1].utf8.count == ["/": 4, "/types": 8 << 20, "/about": 400 << 16][path])
        }
    }

    @Test(arguments: ["close", "Close", "TE, close", "TE\r\nConnection: close", "close,x"])
    func `a connection ends where its words say so`(_ words: String) async throws {
        try await Serving().run { port in
            let stranger = try Stranger(port)
            await stranger.say("GET / HTTP/1.1\r\nHost: x\r\nConnection: \(words)\r\n\r\n")
            let said = try #require(await stranger.hearAll())
            #expect(said.hasSuffix("home") && said.contains("Connection: close"))
        }
    }

    @Test func `whoever waits for a word before the body hears it where the body is wanted`() async throws {
        try await Serving().run { port in
            for (path, length, begins) in [
                ("/check", 100_000, "HTTP/1.1 100 Continue\r\n\r\n"), ("/sign-in", 100_000, "HTTP/1.1 413 "),
                ("/nowhere", 10, "HTTP/1.1 404 "),
            ] {
                let stranger = try Stranger(port)
                await stranger.say(
                    "POST \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-Continue\r\nContent-Length: \(length)\r\n\r\n"
                )
                let said = try #require(await stranger.hear())
                #expect(said.hasPrefix(begins), "\(said)")
                guard length > 10, path == "/check" else { continue }
                await stranger.say("text=" + String(repeating: "a", count: length - 5))
                let answer = try #require(await stranger.hearAll())
                #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("\(length - 5)"), "\(answer)")
            }
            // Who sends it at once needs no word.
            let stranger = try Stranger(port)
            await stranger.say(
                "POST /check HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\ntext=abc")
            #expect(try #require(await stranger.hearAll()).hasPrefix("HTTP/1.1 200 "))
        }
    }
}
