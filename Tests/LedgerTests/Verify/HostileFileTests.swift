import Crypto
import Files
import Foundation
import MerkleLog
import Testing
import TestSupport

@testable import Ledger

/// Files that want to harm whoever verifies them.
@Suite struct HostileFileTests {
    static func header(_ name: String, length: String, mode: String = "0000644", wrongSum: Bool = false) -> [UInt8] {
        var header = Array(Tar.member(name, []).prefix(512))
        header.replaceSubrange(100..<107, with: mode.utf8)
        header.replaceSubrange(124..<136, with: (length + String(repeating: "\u{0}", count: 12)).utf8.prefix(12))
        header.replaceSubrange(148..<156, with: "        ".utf8)
        let sum = header.reduce(0) { $0 + Int($1) } + (wrongSum ? 1 : 0)
        header.replaceSubrange(148..<156, with: (String(sum, radix: 8) + "\u{0}\u{0}\u{0}\u{0}").utf8.prefix(8))
        return header
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "not tar at all", bytes: Array(String(repeating: "not a tar file ", count: 100).utf8)),
        Case(name: "a sum that is wrong", bytes: header("checkpoint", length: "0", wrongSum: true)),
        Case(name: "a length beyond the end", bytes: header("checkpoint", length: "77777777777")),
        Case(name: "a length below zero", bytes: header("checkpoint", length: "-1")),
        Case(name: "a length below zero of many blocks", bytes: header("checkpoint", length: "-7777777777")),
        Case(name: "a length that is no number", bytes: header("checkpoint", length: "9z")),
        Case(name: "no length", bytes: header("checkpoint", length: "")),
        Case(name: "a length with a sign", bytes: header("checkpoint", length: "+0")),
        Case(name: "a length that goes on behind a blank", bytes: header("checkpoint", length: "0 7")),
        Case(name: "a length to the base 256", bytes: header("checkpoint", length: "\u{7F}0")),
        Case(name: "a right to run as its owner", bytes: header("checkpoint", length: "0", mode: "0004755")),
        Case(name: "rights that are no number", bytes: header("checkpoint", length: "0", mode: "+000644")),
    ]

    static func open(_ bytes: [UInt8]) throws -> ExportedLog {
        let path = try TemporaryFolder().path + "/hostile.tar"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try ExportedLog(OpenedFile(path))
    }

    @Test(arguments: cases) func `a file that is no archive is refused`(_ given: Case) throws {
        let error = #expect(throws: LedgerError.self) { try Self.open(given.bytes) }
        #expect(error?.code == .badExport)
    }

    @Test(arguments: [
        "./checkpoint", "../checkpoint", "/checkpoint", "checkpoint/", "other", "tile/0/000.p/5/../../x", "tile/0/0",
        "tile/entries/0", "tile/records/0", "Checkpoint", "",
    ])
    func `a file holds nothing that another program would unpack and nobody verified`(_ name: String) async throws {
        let log = try await SampleLog.shared.value
        let more = Array(log.export.dropLast(Tar.end.count)) + Tar.member(name, "not verified".bytes) + Tar.end
        let error = #expect(throws: LedgerError.self) { try Self.open(more) }
        #expect(error?.code == .badExport)
    }

    @Test func `a header with blanks as padding is one`() throws {
        _ = try Self.open(Self.header("checkpoint", length: "      0 ", mode: "   644 ") + Tar.end)
    }

    @Test(arguments: [512, 1024, 20 * 512 + 1]) func `nothing follows the end of an archive`(_ offset: Int) async throws
    {
        let log = try await SampleLog.shared.value
        let whole = Array(log.export.dropLast(Tar.end.count))
        _ = try Self.open(whole + [UInt8](repeating: 0, count: 20 * 512))
        for more in [Tar.member("checkpoint", "another".bytes), [1]] {
            let error = #expect(throws: LedgerError.self) {
                try Self.open(whole + [UInt8](repeating: 0, count: offset) + more)
            }
            #expect(error?.sentence.contains("follows the end") == true)
        }
    }

    @Test(arguments: [
        "tile/0/000.p/5", "tile/0/002.p/94", "tile/0/003", "tile/1/001.p/1", "tile/2/000.p/1",
        "tile/entries/002.p/92", "tile/records/x001/000",
    ])
    func `a piece that a log of this size has no use for is named`(_ name: String) async throws {
        let log = try await SampleLog.shared.value
        let more = Array(log.export.dropLast(Tar.end.count)) + Tar.member(name, "not verified".bytes) + Tar.end
        let result = try await LogVerifier(key: log.key).verify(Self.open(more))
        #expect(result.problems.map(\.kind) == [.stranger])
        #expect(result.problems.first?.sentence.hasPrefix(name + " ") == true)
    }

    @Test func `a few blocks that claim to be a gigabyte are not read`() async throws {
        let log = try await SampleLog.shared.value
        let path = try TemporaryFolder().path + "/sparse.tar"
        let header = Self.header("tile/records/002.p/9", length: "10000000000")
        try Data(log.export.dropLast(Tar.end.count) + header).write(to: URL(filePath: path))
        #expect(truncate(path, off_t(log.export.count + (1 << 30) + 512)) == 0)
        let error = #expect(throws: LedgerError.self) { try ExportedLog(OpenedFile(path)) }
        #expect(error?.sentence.contains("sparse") == true)
    }

    @Test func `an empty file holds no checkpoint`() async throws {
        for bytes in [[], Tar.end] {
            await #expect(throws: LedgerError.self) { try await LogVerifier().verify(Self.open(bytes)) }
        }
    }

    @Test func `a checkpoint of megabytes is not read`() async throws {
        let bytes = Tar.member("checkpoint", [UInt8](repeating: 65, count: 17 << 20)) + Tar.end
        await #expect(throws: LedgerError.self) { try await LogVerifier().verify(Self.open(bytes)) }
    }

    @Test(arguments: ["", "\n\n", "a\n5\nb\n\n— x y\n", String(repeating: "a", count: 200_000)])
    func `a checkpoint that is none is a problem of its own`(_ text: String) async throws {
        let result = try await LogVerifier().verify(Self.open(Tar.member("checkpoint", text.bytes) + Tar.end))
        #expect(result.problems.map(\.kind) == [.badCheckpoint])
    }

    @Test(arguments: [1, 1_000_000, Int.max]) func `a size that the file does not hold stops at the first gap`(
        _ size: Int
    ) async throws {
        let gateway = try await TestGateway(desk: false)
        let signer = try NoteSigner(name: "example", key: .init())
        let checkpoint = try Checkpoint(origin: "example", size: size, root: gateway.checkpoint().root)
        let note = try SignedNote(text: checkpoint.text, signers: [signer]).encoded
        let result = try await LogVerifier().verify(Self.open(Tar.member("checkpoint", note.bytes) + Tar.end))
        #expect(result.problems.map(\.kind) == [.unreadable])
        #expect(result.problems.first?.position == 0)
    }

    @Test func `records that make no sense are named by their bundle and cost little`() async throws {
        let log = try await SampleLog.shared.value
        let cases: [[UInt8]] = [
            [UInt8](repeating: UInt8(ascii: "{"), count: 2 << 20),
            Array(String(repeating: "{}\n", count: 500_000).utf8),
            Array(#"{"body":99999999999999,"record":{},"salt":""}"#.utf8) + [10],
            Array(#"{"body":-5,"record":{},"salt":""}"#.utf8) + [10],
            Array(#"{"body":1e9,"record":{},"salt":""}"#.utf8) + [10],
            Array(String(repeating: "[", count: 100_000).utf8) + [10], [0xFF, 0xFE, 10],
            Array((#"{"record":""# + String(repeating: "x", count: 3 << 20) + "\"}\n").utf8), [],
        ]
        for records in cases {
            var file = ExportFile(log.export)
            file["tile/records/001"] = records
            let result = try await LogVerifier(key: log.key).verify(file.open(in: log.folder))
            let first = try #require(result.problems.first)
            #expect([.unreadable, .missingRecord, .badRecord].contains(first.kind))
            #expect(first.position == 256)
            #expect(result.problems.count <= 100)
        }
    }

    @Test func `a bundle of a million empty entries is not kept`() throws {
        let bundle = try #require(EntryBundle(index: 0, width: 256))
        #expect(try bundle.entries(in: [UInt8](repeating: 0, count: 2_000_000)).count == 257)
        #expect(try EntryRecord.parse(Array(String(repeating: "{}\n", count: 100_000).utf8)).count == 257)
    }
}
