import Foundation
import Testing

@testable import Files

/// Everything that a name can stand for.
@Suite(.timeLimit(.minutes(15))) struct OpenedFileTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/concord-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func file(_ content: String) throws -> String {
        let path = folder + "/file"
        try Data(content.utf8).write(to: URL(filePath: path))
        return path
    }

    /// A named pipe into which somebody writes, and the program that does.
    private func pipe(_ content: String) throws -> (path: String, writer: Task<Void, Never>) {
        let path = folder + "/pipe"
        guard mkfifo(path, 0o600) == 0 else { throw FileError(.unwritable, "no pipe") }
        let writer = Task.detached {
            // Byte by byte, as a slow program would.
            let descriptor = open(path, O_WRONLY)
            for byte in content.utf8 { _ = withUnsafeBytes(of: byte) { write(descriptor, $0.baseAddress, 1) } }
            close(descriptor)
        }
        return (path, writer)
    }

    private static func all(_ file: OpenedFile, by count: Int) throws -> String {
        var bytes: [UInt8] = []
        while let more = try file.next(atMost: count) { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [1, 3, 1_000]) func `a file is read from its first byte, also after a look ahead`(_ count: Int)
        throws
    {
        let opened = try OpenedFile(file("0123456789"))
        #expect(opened.size == 10)
        #expect(try opened.peek(4) == Array("0123".utf8))
        #expect(try opened.peek(2) == Array("01".utf8))
        #expect(try Self.all(opened, by: count) == "0123456789")
        #expect(try opened.next() == nil)
    }

    @Test(arguments: [1, 7, 1_000]) func `a pipe is read from its first byte, also after a look ahead`(_ count: Int)
        async throws
    {
        let text = String((0..<2_000).map { "\($0 % 10)" }.joined())
        let (path, writer) = try pipe(text)
        let read = Task.detached {
            let opened = try OpenedFile(path, .fileOrStream)
            let start = try opened.peek(512)
            return (opened.size, String(decoding: start, as: UTF8.self), try Self.all(opened, by: count))
        }
        let (size, start, all) = try await read.value
        await writer.value
        #expect(size == nil && start == String(text.prefix(512)) && all == text)
    }

    @Test func `where a file is needed, a pipe is refused at once, though nobody writes to it`() throws {
        let path = folder + "/silent"
        #expect(mkfifo(path, 0o600) == 0)
        let error = #expect(throws: FileError.self) { try OpenedFile(path) }
        #expect(error?.code == .notAFile)
        #expect(#expect(throws: FileError.self) { try OpenedFile("/dev/zero") }?.code == .notAFile)
    }

    @Test(arguments: [OpenedFile.Kind.file, .fileOrStream]) func `a folder is no file`(_ kind: OpenedFile.Kind) {
        #expect(#expect(throws: FileError.self) { try OpenedFile(folder, kind) }?.code == .notAFile)
    }

    @Test func `what is not there is said to be not there`() throws {
        #expect(#expect(throws: FileError.self) { try OpenedFile(folder + "/none") }?.code == .notFound)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/none")
        #expect(#expect(throws: FileError.self) { try OpenedFile(folder + "/link") }?.code == .notFound)
    }

    @Test func `what was opened stays what it was, whatever the name stands for by then`() throws {
        let path = try file("first")
        let opened = try OpenedFile(path)
        try FileManager.default.removeItem(atPath: path)
        try Data("second".utf8).write(to: URL(filePath: path))
        #expect(try Self.all(opened, by: 2) == "first")
    }

    @Test(arguments: [(9, false), (10, true), (11, true)]) func `no more is read than allowed`(
        _ most: Int, _ fits: Bool
    ) throws {
        let opened = try OpenedFile(file("0123456789"))
        if fits {
            #expect(try opened.contents(atMost: most).count == 10)
        } else {
            #expect(#expect(throws: FileError.self) { try opened.contents(atMost: most) }?.code == .tooLarge)
        }
    }

    @Test func `a place of a file is read wherever it has been read to`() throws {
        let opened = try OpenedFile(file("0123456789"))
        _ = try opened.next(atMost: 5)
        #expect(try opened.bytes(at: 2, count: 3) == Array("234".utf8))
        #expect(try opened.bytes(at: 8, count: 5) == Array("89".utf8))
        #expect(try opened.next(atMost: 2) == Array("56".utf8))
    }

    @Test func `a size that was claimed and never written is a hole`() throws {
        let path = try file(String(repeating: "x", count: 100_000))
        #expect(try !OpenedFile(path).hasHole)
        #expect(truncate(path, 1 << 30) == 0)
        #expect(try OpenedFile(path).hasHole)
    }

    @Test func `what Foundation says of a file is a sentence with its path and the cause`() throws {
        let path = try file("no folder")
        let error = #expect(throws: (any Error).self) {
            try FileManager.default.createDirectory(atPath: path + "/signed", withIntermediateDirectories: true)
        }
        let told = FileError(foundation: try #require(error))
        #expect(told?.sentence == "couldn't read or write \(path)/signed: Not a directory")
        #expect(FileError(foundation: CancellationError()) == nil)
    }
}
