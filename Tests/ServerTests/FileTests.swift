import Foundation
import Testing
import Web

@testable import Server

/// Forms that bring a file, over a real socket.
@Suite(.serialized) struct FileTests {
    private func bring(_ size: Int, _ port: Int, isKnown: Bool, type: String = "multipart/form-data; boundary=B")
        async throws -> String
    {
        let body =
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nfirst\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
            + String(repeating: "x", count: size) + "\r\n--B--\r\n"
        let known = isKnown ? "Authorization: Bearer known\r\n" : ""
        let stranger = try Stranger(port)
        await stranger.say(
            "POST /audit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\(known)Content-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        return await stranger.hearAll() ?? ""
    }

    @Test func `it is read piece by piece, of those who are known alone, and up to its bound`() async throws {
        try await Serving().run { port in
            let whole = try await bring(600_000, port, isKnown: true)
            #expect(whole.hasPrefix("HTTP/1.1 200 ") && whole.hasSuffix("first 600000"), "\(whole.suffix(80))")
            #expect(try await bring(0, port, isKnown: true).hasSuffix("first 0"))
            #expect(try await bring(9_000, port, isKnown: false).hasPrefix("HTTP/1.1 401 "))
            let tooLong = try await bring(1_100_000, port, isKnown: true)
            #expect(tooLong.isEmpty || tooLong.hasPrefix("HTTP/1.1 413 "), "\(tooLong.prefix(80))")
            #expect(
                try await bring(10, port, isKnown: true, type: "multipart/form-data").hasPrefix("HTTP/1.1 400 "))
            // It goes on for others.
            #expect(try await bring(10, port, isKnown: true).hasSuffix("first 10"))
        }
    }
}
