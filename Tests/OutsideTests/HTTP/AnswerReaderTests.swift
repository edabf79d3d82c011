import Foundation
import Testing

@testable import Outside

@Suite struct AnswerReaderTests {
    /// What an answer says: status, body and whether the connection can be used again.
    struct Answer: Equatable {
        var status = 0
        var fields: [String] = []
        var body: [UInt8] = []
        var isReusable = false
    }

    /// Reads bytes that come in pieces of so many, and then the end of the connection.
    static func read(_ bytes: [UInt8], by step: Int = .max) throws -> Answer {
        struct CutOff: Error {}
        var reader = AnswerReader()
        var answer = Answer()
        var rest = bytes[...]
        while true {
            switch try reader.next() {
            case .head(let head):
                answer.status = head.status
                answer.fields = head.fields.map { "\($0.name)=\($0.value)" }
            case .body(let piece):
                #expect(!piece.isEmpty)
                answer.body += piece
            case .end:
                answer.isReusable = rest.isEmpty && reader.isReusable
                return answer
            case nil:
                guard !rest.isEmpty else {
                    guard reader.close() else { throw CutOff() }
                    return answer
                }
                reader.feed(Array(rest.prefix(step)))
                rest = rest.dropFirst(step)
            }
        }
    }

    static func lines(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    static let good: [(name: String, bytes: [UInt8], answer: Answer)] = [
        (
            "a length", lines("HTTP/1.1 200 OK", "Content-Length: 5", "X: a b", "", "hello"),
            Answer(status: 200, fields: ["Content-Length=5", "X=a b"], body: Array("hello".utf8), isReusable: true)
        ),
        (
            "no reason", lines("HTTP/1.1 404", "content-length:0", "", ""),
            Answer(status: 404, fields: ["content-length=0"], isReusable: true)
        ),
        (
            "to the end of the connection", lines("HTTP/1.1 200 OK", "", "hello"),
            Answer(status: 200, body: Array("hello".utf8))
        ),
        (
            "HTTP/1.0", lines("HTTP/1.0 200 OK", "Content-Length: 2", "", "ok"),
            Answer(status: 200, fields: ["Content-Length=2"], body: Array("ok".utf8))
        ),
        (
            "chunks with extensions and trailers",
            lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "3;x=y", "hel", "02", "lo", "0", "Y: z", "", ""),
            Answer(status: 200, fields: ["Transfer-Encoding=chunked"], body: Array("hello".utf8), isReusable: true)
        ),
        (
            "a length beside chunks",
            lines("HTTP/1.1 200 OK", "Content-Length: 1", "Transfer-Encoding: chunked", "", "2", "ok", "0", "", ""),
            Answer(
                status: 200, fields: ["Content-Length=1", "Transfer-Encoding=chunked"], body: Array("ok".utf8),
                isReusable: false)
        ),
        (
            "interim answers",
            lines("HTTP/1.1 100 Continue", "", "HTTP/1.1 103 Early Hints", "Link: x", "", "HTTP/1.1 204 No", "", ""),
            Answer(status: 204, isReusable: true)
        ),
        (
            "nothing but a head although a length is stated", lines("HTTP/1.1 304 Not", "Content-Length: 9", "", ""),
            Answer(status: 304, fields: ["Content-Length=9"], isReusable: true)
        ),
        (
            "a field over two lines", lines("HTTP/1.1 200 OK", "X: a", "  b", "Content-Length: 0", "", ""),
            Answer(status: 200, fields: ["X=a b", "Content-Length=0"], isReusable: true)
        ),
        (
            "lone line feeds", Array("HTTP/1.1 200 OK\nContent-Length: 1\n\nx".utf8),
            Answer(status: 200, fields: ["Content-Length=1"], body: Array("x".utf8), isReusable: true)
        ),
        (
            "the same length twice", lines("HTTP/1.1 200 OK", "Content-Length: 1, 1", "Content-Length: 1", "", "x"),
            Answer(status: 200, fields: ["Content-Length=1, 1", "Content-Length=1"], body: [120], isReusable: true)
        ),
        (
            "close", lines("HTTP/1.1 200 OK", "Connection: Keep-Alive, Close", "Content-Length: 1", "", "x"),
            Answer(
                status: 200, fields: ["Connection=Keep-Alive, Close", "Content-Length=1"], body: [120],
                isReusable: false)
        ),
        (
            "more than was asked for", lines("HTTP/1.1 200 OK", "Content-Length: 1", "", "xy"),
            Answer(status: 200, fields: ["Content-Length=1"], body: [120], isReusable: false)
        ),
    ]

    @Test(arguments: good.indices) func `an answer is read, however it arrives`(_ index: Int) throws {
        let example = Self.good[index]
        #expect(try Self.read(example.bytes) == example.answer, "\(example.name)")
        for step in 1...9 {
            var answer = try Self.read(example.bytes, by: step)
            // What comes behind may not have come yet.
            answer.isReusable = example.answer.isReusable
            #expect(answer == example.answer, "\(example.name), \(step) bytes at a time")
        }
    }

    static let bad: [[UInt8]] = [
        lines("HTTP/1.1 000 X", "", ""), lines("HTTP/1.1 001 X", "", ""), lines("HTTP/1.1 099 X", "", ""),
        lines("HTTP/1.1 600 X", "", ""), lines("HTTP/1.1 999 X", "", ""), lines("HTTP/1.1 101 Switching", "", ""),
        lines("HTTP/1.1 -20 X", "", ""), lines("HTTP/1.1 2000 X", "", ""), lines("HTTP/1.1 20", "", ""),
        lines("HTTP/1.1  200 X", "", ""), lines("HTTP/2.0 200 X", "", ""), lines("HTTP/11 200 X", "", ""),
        lines("SSH-2.0-OpenSSH", "", ""), lines("", "HTTP/1.1 200 OK", "", ""), lines("ICY 200 OK", "", ""),
        lines("HTTP/1.1 200 OK", ": x", "", ""), lines("HTTP/1.1 200 OK", "no colon", "", ""),
        lines("HTTP/1.1 200 OK", "A : x", "", ""), lines("HTTP/1.1 200 OK", " x: y", "", ""),
        lines("HTTP/1.1 200 OK", "A: \u{0}", "", ""), lines("HTTP/1.1 200 OK", "A: x\ry", "", ""),
        lines("HTTP/1.1 200 OK", "Ä: x", "", ""),
        lines("HTTP/1.1 200 OK", "Content-Length: -1", "", ""), lines("HTTP/1.1 200 OK", "Content-Length: +1", "", "x"),
        lines("HTTP/1.1 200 OK", "Content-Length: 1x", "", ""),
        lines("HTTP/1.1 200 OK", "Content-Length: 99999999999999999999", "", ""),
        lines("HTTP/1.1 200 OK", "Content-Length: 1, 2", "", "x"),
        lines("HTTP/1.1 200 OK", "Content-Length: 1", "Content-Length: 2", "", "x"),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: gzip, chunked", "", "0", "", ""),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: xchunked", "", "0", "", ""),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "-1", "x"),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "ffffffffffffffff", "x"),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "7fffffffffffffff", "x"),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "", "x"),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "2", "okay", "0", "", ""),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", String(repeating: "0", count: 2_000)),
        lines("HTTP/1.1 200 OK", "X: " + String(repeating: "x", count: 70_000), "", ""),
        Array(repeating: 65, count: 70_000),
        lines("HTTP/1.1 200 OK") + Array(String(repeating: "\r\nX: y", count: 300).utf8) + lines("", "", ""),
        // Interim answers without end.
        Array(String(repeating: "HTTP/1.1 100 C\r\nContent-Encoding: gzip\r\n\r\n", count: 3_000).utf8),
        lines("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "0", "")
            + Array(String(repeating: "X: y\r\n", count: 20_000).utf8),
    ]

    @Test(arguments: bad.indices) func `what is no answer is refused`(_ index: Int) {
        for step in [Self.bad[index].count < 3_000 ? 1 : 997, .max] {
            #expect(
                throws: AnswerReader.Malformed.self, "\(String(decoding: Self.bad[index].prefix(60), as: UTF8.self))"
            ) {
                try Self.read(Self.bad[index], by: step)
            }
        }
    }

    @Test func `an answer that is cut off is none`() {
        for example in Self.good where example.name != "to the end of the connection" {
            let whole = example.name == "more than was asked for" ? example.bytes.dropLast(2) : example.bytes.dropLast()
            #expect(throws: (any Error).self, "\(example.name)") { try Self.read(Array(whole)) }
        }
    }
}
