import Synchronization
import Testing

@testable import Web

/// Files and parts of them, by RFC 9110 §13 and §14.
@Suite struct FileAnswerTests {
    @Test(
        arguments: [
            (nil, 10, ByteRange.whole), ("bytes=0-4", 10, .part(0..<5)), ("bytes=5-", 10, .part(5..<10)),
            ("bytes=-3", 10, .part(7..<10)), ("bytes=-30", 10, .part(0..<10)), ("bytes=9-9", 10, .part(9..<10)),
            ("bytes=4-1000", 10, .part(4..<10)), ("BYTES=1-2", 10, .part(1..<3)), ("bytes= 1 - 2", 10, .part(1..<3)),
            ("bytes=10-", 10, .unsatisfiable), ("bytes=10-12", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable),
            ("bytes=0-", 0, .unsatisfiable), ("bytes=-5", 0, .unsatisfiable),
            ("bytes=99999999999999999999-", 10, .unsatisfiable), ("bytes=0-99999999999999999999", 10, .part(0..<10)),
            ("bytes=-99999999999999999999", 10, .part(0..<10)),
            // What is no range of bytes, or several, is answered with the whole.
            ("bytes=4-3", 10, .whole), ("bytes=", 10, .whole), ("bytes=-", 10, .whole), ("bytes", 10, .whole),
            ("lines=0-4", 10, .whole), ("bytes=0-1,3-4", 10, .whole), ("bytes=a-4", 10, .whole),
            ("bytes=0x1-4", 10, .whole),
            ("bytes=+1-4", 10, .whole), ("bytes=1--4", 10, .whole), ("=0-4", 10, .whole), ("", 10, .whole),
        ] as [(String?, Int, ByteRange)])
    func `a range is the part that it asks for`(_ header: String?, _ size: Int, _ expected: ByteRange) {
        #expect(ByteRange(header, of: size) == expected)
    }

    private static let content = Array("0123456789".utf8)

    private func ask(
        range: String? = nil, ifRange: String? = nil, ifNoneMatch: String? = nil, name: String = "report.pdf"
    ) async throws -> (answer: Answer, sent: [UInt8]) {
        let request = try WebRequest(path: "/about", ifNoneMatch: ifNoneMatch, range: range, ifRange: ifRange)
        let endpoint = Endpoint("/about", says: "A file.") { request in
            let file = SentFile(size: Self.content.count, fingerprint: "abcd", name: name) { range, send in
                for index in range { try await send([Self.content[index]]) }
            }
            return .file(file, for: request, keeping: .own)
        }
        let answer = await endpoint.answer(to: request, in: .mock)
        let sent = Mutex<[UInt8]>([])
        try await answer.stream?.write { piece in sent.withLock { $0 += piece } }
        let all = sent.withLock(\.self)
        if let stream = answer.stream { #expect(stream.length == all.count) }
        return (answer, all)
    }

    private func header(_ name: String, _ answer: Answer) -> String? { answer.headers.first { $0.name == name }?.value }

    @Test func `the whole is 200, with a strong entity tag, to be saved and not shown`() async throws {
        let (answer, sent) = try await ask()
        #expect(answer.status == 200 && sent == Self.content && answer.etag == "\"abcd\"")
        #expect(header("Accept-Ranges", answer) == "bytes" && header("Content-Range", answer) == nil)
        #expect(answer.contentType == "application/octet-stream")
        #expect(
            header("Content-Disposition", answer) == "attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf")
        #expect(Answer.alwaysSent.contains(.init("X-Content-Type-Options", "nosniff")))
    }

    @Test func `a part is 206 and says which`() async throws {
        let (answer, sent) = try await ask(range: "bytes=2-4")
        #expect(answer.status == 206 && sent == Array("234".utf8))
        #expect(header("Content-Range", answer) == "bytes 2-4/10" && answer.etag == "\"abcd\"")
    }

    @Test func `what can't be satisfied is 416 and says how long it is`() async throws {
        let (answer, sent) = try await ask(range: "bytes=10-")
        #expect(answer.status == 416 && sent.isEmpty && answer.stream == nil && answer.etag == nil)
        #expect(header("Content-Range", answer) == "bytes */10")
    }

    @Test(arguments: [
        ("\"abcd\"", 206), ("\"other\"", 200), ("W/\"abcd\"", 200), ("Tue, 01 Dec 2026 10:00:00 GMT", 200),
    ])
    func `a part is given where what the reader has is the same, strongly compared`(_ ifRange: String, _ status: Int)
        async throws
    {
        #expect(try await ask(range: "bytes=2-4", ifRange: ifRange).answer.status == status)
        // A part that can't be satisfied of something else is no error either.
        #expect(try await ask(range: "bytes=20-", ifRange: ifRange).answer.status == (status == 206 ? 416 : 200))
    }

    @Test func `what the reader has is not sent again, whatever part is asked for`() async throws {
        for range in [nil, "bytes=2-4", "bytes=20-"] {
            let (answer, sent) = try await ask(range: range, ifNoneMatch: "\"abcd\"")
            #expect(answer.status == 304 && sent.isEmpty && answer.stream == nil)
        }
        #expect(try await ask(range: "bytes=2-4", ifNoneMatch: "\"x\"").answer.status == 206)
    }

    @Test(arguments: [
        ("a b.txt", "a_b.txt", "a%20b.txt"), ("../../etc/passwd", "_.._etc_passwd", "_.._etc_passwd"),
        (".htaccess", "htaccess", "htaccess"), ("x\r\nSet-Cookie: a=b", "xSet-Cookie__a_b", "xSet-Cookie_%20a%3Db"),
        ("تقرير.pdf", "_____.pdf", "%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf"), ("a\"b", "a_b", "a%22b"),
        ("", "file", "file"),
        ("...", "file", "file"), ("exe\u{202E}fdp.txt", "exefdp.txt", "exefdp.txt"),
    ])
    func `a name begins no header, leads nowhere and turns nothing round`(
        _ name: String, _ ascii: String, _ full: String
    )
        async throws
    {
        let (answer, _) = try await ask(name: name)
        #expect(
            header("Content-Disposition", answer) == "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(full)")
    }
}
