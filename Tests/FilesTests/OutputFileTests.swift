import Foundation
import Testing

@testable import Files

/// What a result is written to.
@Suite(.timeLimit(.minutes(15))) struct OutputFileTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/concord-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    @Test func `a file has its name when it is whole, and what lies beside it is nobody's draft`() throws {
        for name in ["out", "out.part"] { try Data("mine".utf8).write(to: URL(filePath: folder + "/" + name)) }
        let file = try OutputFile(folder + "/out")
        try file.write(Array("first, ".utf8))
        #expect(try text("out") == "mine")
        try file.write(Array("second".utf8))
        try file.finish()
        #expect(try text("out") == "first, second" && file.written == 13)
        #expect(try text("out.part") == "mine")
        #expect(files == ["out", "out.part"])
    }

    @Test func `what is not finished leaves nothing`() throws {
        do { try OutputFile(folder + "/out").write([1]) }
        #expect(files == [])
    }

    @Test func `a pipe is written into and stays one`() async throws {
        let path = folder + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // A thread of its own, which no task waits for: both ends wait for each other.
        let (pieces, read) = AsyncStream.makeStream(of: [UInt8].self)
        Thread.detachNewThread {
            if let bytes = try? OpenedFile(path, .fileOrStream).contents(atMost: 100) { read.yield(bytes) }
            read.finish()
        }
        try OutputFile.write(Array("through".utf8), to: path)
        var all: [UInt8] = []
        for await piece in pieces { all += piece }
        #expect(all == Array("through".utf8))
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        #expect(files == ["pipe"])
    }

    @Test func `a device is written into and stays one`() throws {
        try OutputFile.write([1, 2, 3], to: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func `a link stays one, and what it names is replaced`() throws {
        try Data("old".utf8).write(to: URL(filePath: folder + "/file"))
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "file")
        try OutputFile.write(Array("new".utf8), to: folder + "/link")
        #expect(try text("file") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "file")
    }

    @Test func `what can't be written says why`() throws {
        #expect(#expect(throws: FileError.self) { try OutputFile(folder) }?.code == .notAFile)
        let error = #expect(throws: FileError.self) { try OutputFile(folder + "/none/out") }
        #expect(error?.sentence == "couldn't write \(folder)/none/out: No such file or directory")
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let full = #expect(throws: FileError.self) { try OutputFile.write([1], to: "/dev/full") }
        #expect(full?.sentence == "couldn't write /dev/full: No space left on device")
    }
}
