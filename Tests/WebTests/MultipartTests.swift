import Foundation
import Synchronization
import Testing

@testable import Web

/// `multipart/form-data` as RFC 7578 and RFC 2046 §5.1 have it, cut anywhere, and broken.
@Suite struct MultipartTests {
    private static let type = "multipart/form-data; boundary=\"b=1 2\""

    private static func part(_ head: String, _ content: String) -> String {
        "--b=1 2\r\n\(head)\r\n\r\n\(content)\r\n"
    }
    private static let fields =
        part("Content-Disposition: form-data; name=\"form-token\"", "t0k3n")
        + part("content-disposition: form-data; name=note", "two\r\nlines é")
        + part("Content-Disposition: form-data; name=\"empty\"", "")
    private static let whole =
        fields
        + part(
            "Content-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\"; c.txt\"\r\nContent-Type: text/plain; charset=utf-8",
            "one\r\n--b=1 \r\n-- not the end") + "--b=1 2--\r\nepilogue"

    private static func stream(_ bytes: [UInt8], by size: Int, most: Int = 1 << 20) -> BodyStream {
        let rest = Mutex(bytes[...])
        return BodyStream(length: nil, most: most) {
            rest.withLock { rest in
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
        }
    }

    private static func read(_ text: String, by size: Int = 4_096, type: String = type) async throws -> (
        WebForm, BroughtFile?, String?
    ) {
        let reader = try #require(MultipartReader(stream(Array(text.utf8), by: size), contentType: type))
        let (form, file) = try await reader.form()
        var bytes: [UInt8] = []
        while let more = try await file?.next() { bytes += more }
        return (form, file, file == nil ? nil : String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [1, 2, 3, 7, 64, 4_096]) func `wherever it is cut, it says the same`(_ size: Int) async throws {
        let (form, file, content) = try await Self.read(Self.whole, by: size)
        #expect(form["form-token"] == "t0k3n" && form["note"] == "two\nlines é" && form["empty"] == "")
        #expect(file?.name == "a \"b\"; c.txt" && file?.mediaType == "text/plain; charset=utf-8")
        #expect(content == "one\r\n--b=1 \r\n-- not the end")
    }

    @Test func `a preamble is nobody's, and no choice is no file`() async throws {
        let none = Self.part(
            "Content-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream", ""
        )
        let (form, file, _) = try await Self.read("preamble\r\n" + Self.fields + none + "--b=1 2--")
        #expect(file == nil && form["file"] == nil && form["note"] != nil)
        let (_, empty, content) = try await Self.read(
            Self.part("Content-Disposition: form-data; name=\"file\"; filename=\"x\"", "") + "--b=1 2--")
        #expect(empty?.name == "x" && content == "")
    }

    @Test func `what breaks off, or comes behind the file, is told`() async throws {
        for count in stride(from: 0, to: Self.whole.utf8.count - 12, by: 7) {
            let cut = String(decoding: Array(Self.whole.utf8.prefix(count)), as: UTF8.self)
            await #expect(throws: Problem.self, "\(count)") { try await Self.read(cut) }
        }
        let more = Self.whole.replacing(
            "--b=1 2--", with: Self.part("Content-Disposition: form-data; name=\"late\"", "x") + "--b=1 2--")
        await #expect(throws: Problem.badRequest(parameter: "file")) { try await Self.read(more) }
    }

    @Test func `fields, headers and boundaries are bounded`() async throws {
        let long = Self.part("Content-Disposition: form-data; name=\"a\"", String(repeating: "x", count: 70_000))
        await #expect(throws: Problem.tooLarge) { try await Self.read(long + "--b=1 2--") }
        let head = Self.part(
            "Content-Disposition: form-data; name=\"a\"\r\nX: " + String(repeating: "x", count: 9_000), "")
        await #expect(throws: Problem.tooLarge) { try await Self.read(head + "--b=1 2--") }
        let many = String(repeating: Self.part("Content-Disposition: form-data; name=\"a\"", "1"), count: 300)
        await #expect(throws: Problem.tooLarge) { try await Self.read(many + "--b=1 2--") }
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a \"",
            "multipart/form-data; boundary=é", "multipart/mixed; boundary=a", "text/plain",
            "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
        ] {
            #expect(MultipartReader(Self.stream([], by: 1), contentType: type) == nil, "\(type)")
        }
        let nameless = Self.part("Content-Disposition: form-data", "1")
        await #expect(throws: Problem.self) { try await Self.read(nameless + "--b=1 2--") }
        await #expect(throws: Problem.self) { try await Self.read(Self.part("nonsense", "1") + "--b=1 2--") }
    }

    @Test func `a body longer than may be is given up where it is`() async throws {
        let text =
            Self.part(
                "Content-Disposition: form-data; name=\"file\"; filename=\"x\"", String(repeating: "a", count: 9_000))
            + "--b=1 2--"
        let reader = try #require(
            MultipartReader(Self.stream(Array(text.utf8), by: 500, most: 4_000), contentType: Self.type))
        let (_, file) = try await reader.form()
        await #expect(throws: Problem.tooLarge) { while try await file?.next() != nil {} }
    }
}
