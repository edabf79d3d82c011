import Foundation
import Ledger
import Testing

@testable import Exchange

/// What an input is, by its first bytes.
@Suite struct InputFormTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let form: InputForm
        let text: String
        var testDescription: String { "\(form.rawValue): \(text.prefix(60))" }

        init(_ form: InputForm, _ text: String) { (self.form, self.text) = (form, text) }
    }

    private static let uuid = "5f0c7c1e-0b0a-4c36-9d2b-6f0a7c0b8a11"

    static let cases = [
        Case(.stix, #"{"type":"bundle","id":"bundle--\#(uuid)","objects":[]}"#),
        Case(.stix, #"{"objects":[{"type":"tool"}]}"#), Case(.stix, #"{"more":false}"#), Case(.stix, "{}"),
        Case(.stix, #"  {"type":"tool","id":"tool--\#(uuid)"}"#), Case(.stix, #"[{"type":"tool"}]"#),
        Case(.stix, "\u{FEFF}{\"type\":\"tool\"}"), Case(.stix, #"{"no": "end""#),
        Case(.mispEvents, #"{"Event":{"info":"a"}}"#), Case(.mispEvents, #"{"response":[{"Event":{"uuid":"a"}}]}"#),
        Case(.mispEvents, #"[{"Event":{}}]"#), Case(.mispEvents, #"{"response": {"Event": {}}}"#),
        Case(.mispEvents, #"{"uuid":"\#(uuid)","info":"quay","date":"2024-05-01","Attribute":[]}"#),
        Case(.mispEvents, #"{"analysis":"2","Attribute":[{"type":"ip-dst"}],"info":"a","uuid":"\#(uuid)"}"#),
        Case(
            .mispAttributes, #"{"response":{"Attribute":[{"category":"Other","type":"ip-dst","value":"192.0.2.1"}]}}"#),
        Case(.mispAttributes, #"[{"category":"Other","to_ids":true,"type":"ip-dst","value":"192.0.2.1"}]"#),
        Case(.mispManifest, #"{"\#(uuid)":{"info":"a","timestamp":"1"}}"#),
        Case(.mispWarninglist, #"{"name":"a","version":1,"type":"string","list":["a"],"matching_attributes":[]}"#),
        Case(.csaf, #"{"document":{"category":"csaf_base","csaf_version":"2.0","title":"a"}}"#),
        Case(.csaf, #"{"canonical_url":"https://port.example/","metadata_version":"2.0"}"#),
        Case(.csaf, #"{"feed":{"id":"a","entry":[]}}"#),
        Case(.idea, #"{"Format":"IDEA0","ID":"\#(uuid)"}"#),
        Case(.idea, #"{"ID":"a","DetectTime":"2024-05-01T00:00:00Z","Category":["Recon.Scanning"]}"#),
        Case(.json, #"{"results":[]}"#), Case(.json, "[1,2,3]"),
        Case(.stix1, #"<stix:STIX_Package xmlns:stix="http://stix.mitre.org/stix-1">"#),
        Case(.iodef, #"<?xml version="1.0"?><IODEF-Document xmlns="urn:ietf:params:xml:ns:iodef-2.0">"#),
        Case(.xml, #"<?xml version="1.0"?><a/>"#), Case(.html, "<!DOCTYPE html>\n<html>"),
        Case(.html, "\n<HTML lang=en><body>"),
        Case(.shadowserver, "\"timestamp\",\"severity\",\"ip\",\"port\"\n\"2024-05-01 00:00:00\",low,192.0.2.1,23\n"),
        Case(.csv, "value,comment\r\n192.0.2.1,quay\r\n"), Case(.text, "192.0.2.1\n192.0.2.2\n"),
        Case(.text, "hello, harbour"), Case(.pdf, "%PDF-1.7\n"), Case(.archive, "Rar!\u{1A}\u{7}"),
        Case(.gitPointer, "version https://git-lfs.github.com/spec/v1\noid sha256:00\n"), Case(.empty, ""),
        Case(.empty, " \n\t"), Case(.empty, "\u{FEFF}"),
    ]

    @Test(arguments: cases) func `is known by its beginning`(_ given: Case) {
        #expect(InputForm(Array(given.text.utf8), isEnd: true) == given.form)
    }

    static let binaries: [([UInt8], InputForm)] = [
        ([0x1F, 0x8B, 8, 0], .gzip), (Array("PK\u{3}\u{4}".utf8), .zip), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compressed), (Array("BZh9".utf8), .compressed),
        ([0xFE, 0xFF, 0, 0x7B], .utf16), ([0xFF, 0xFE, 0x7B, 0], .utf16), ([0x7B, 0, 0x22, 0], .utf16),
        ([0, 0x7B, 0, 0x22], .utf16), ([1, 2, 0, 0, 0, 5], .binary), ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], .utf32),
        ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x7B], .utf32), ([0x7B, 0, 0, 0, 0x22, 0, 0, 0], .utf32),
        ([0, 0, 0, 0x7B, 0, 0, 0, 0x22], .utf32), ([0x7B, 0, 0, 0, 0, 0, 0, 0], .binary),
    ]

    @Test(arguments: binaries) func `is known by its signature`(_ bytes: [UInt8], _ form: InputForm) {
        #expect(InputForm(bytes, isEnd: true) == form)
    }

    @Test func `a manifest that is a pipe is passed over, and not waited for`() throws {
        let folder = NSTemporaryDirectory() + "concord-input-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(mkfifo(folder + "/manifest.json", 0o600) == 0)
        try Data("{}".utf8).write(to: URL(filePath: folder + "/a.json"))
        guard case .files(let files, let passedOver) = try InputFolder.content(of: folder) else {
            Issue.record("it is no folder of files")
            return
        }
        #expect(files == [folder + "/a.json"] && passedOver == ["manifest.json"])
    }

    @Test func `every form says what it is and what to do`() {
        for form in InputForm.allCases {
            #expect(!form.name.isEmpty && form.remedy.hasSuffix("."))
            #expect(form.isRead || (try? form.check("a")) == nil)
        }
    }

    @Test func `a long beginning is cut off, and what it does not show is not said`() {
        let long = Array((#"{"a":""# + String(repeating: "x", count: InputForm.lookedAt) + #"","Event":{}}"#).utf8)
        #expect(InputForm(long, isEnd: true) == .stix)
    }
}

/// An input that is unpacked, decoded and completed.
@Suite struct ForeignInputTests {
    private static let text = #"{"objects":[{"type":"tool","name":"Käse 🧀"}]}"#

    /// The bytes in pieces of this size.
    struct Pieces: ByteSource {
        var bytes: [UInt8]
        let size: Int

        mutating func next() -> [UInt8]? {
            guard !bytes.isEmpty else { return nil }
            defer { bytes.removeFirst(min(size, bytes.count)) }
            return Array(bytes.prefix(size))
        }
    }

    private func read(_ bytes: [UInt8], pieces: Int = 7) async throws -> String {
        var input = try await ForeignInput(Pieces(bytes: bytes, size: pieces))
        return String(decoding: try await input.all(most: 1 << 20), as: UTF8.self)
    }

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    /// gzip of the text, in one stored block (RFC 1951 §3.2.4; RFC 1952 §2.3).
    static func gzip(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var crc: UInt32 = ~0
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        func little(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
        }
        let length = UInt32(bytes.count)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1] + little(length, 2) + little(~length, 2) + bytes
            + little(~crc, 4) + little(length, 4)
    }

    @Test(arguments: [1, 2, 7, 1 << 20]) func `gzip is unpacked`(_ pieces: Int) async throws {
        let packed = Self.gzip(Self.text)
        #expect(try await read(packed, pieces: pieces) == Self.text)
        // Members may follow each other (RFC 1952 §2.2).
        #expect(try await read(packed + Self.gzip(" "), pieces: pieces) == Self.text + " ")
    }

    @Test func `gzip that is cut off or damaged says so`() async throws {
        let packed = Self.gzip(String(repeating: Self.text, count: 99))
        await #expect(throws: ExchangeError.self) { try await read(Array(packed.dropLast(9))) }
        var damaged = packed
        damaged[40] ^= 0xFF
        await #expect(throws: ExchangeError.self) { try await read(damaged) }
        await #expect(throws: ExchangeError.self) { try await read(packed + [7, 7, 7]) }
    }

    @Test func `what comes out is bounded`() async throws {
        var source = Gunzip(Pieces(bytes: Self.gzip(Self.text), size: 9), most: 20)
        let error = await #expect(throws: ExchangeError.self) { while try await source.next() != nil {} }
        #expect(error?.code == .tooLarge)
        var other = Gunzip(Pieces(bytes: Self.gzip(Self.text), size: 9), most: Self.text.utf8.count)
        while try await other.next() != nil {}
    }

    @Test(arguments: [1, 2, 3, 1 << 20]) func `UTF-16 becomes UTF-8`(_ pieces: Int) async throws {
        for isLittle in [true, false] {
            let plain = Self.utf16(Self.text, isLittle: isLittle)
            #expect(try await read(plain, pieces: pieces) == Self.text)
            #expect(try await read((isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) + plain, pieces: pieces) == Self.text)
        }
        await #expect(throws: ExchangeError.self) { try await read([0xFF, 0xFE, 0x7B, 0, 0x00, 0xDC]) }
        await #expect(throws: ExchangeError.self) { try await read([0xFF, 0xFE, 0x7B, 0, 0x22]) }
    }

    @Test func `a list of objects gets an envelope`() async throws {
        #expect(
            try await read(Array("\u{FEFF} [{\"type\":\"tool\"}]".utf8)) == #"{"objects": [{"type":"tool"}]}"#)
        #expect(try await read(Array(#"[{"Event":{}}]"#.utf8)) == #"[{"Event":{}}]"#)
    }
}
