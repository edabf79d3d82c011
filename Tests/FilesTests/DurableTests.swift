import Foundation
import Testing

@testable import Files

@Suite struct DurableTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/concord-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    @Test func `a file is replaced as a whole, and nothing is left beside it`() throws {
        for text in ["first, and longer", "second"] {
            try Durable.replace(folder + "/note", with: text)
            #expect(try String(contentsOfFile: folder + "/note", encoding: .utf8) == text)
        }
        #expect(files == ["note"])
    }

    @Test func `a draft gets its name`() throws {
        try Durable.make(folder + "/draft")
        try Durable.move(folder + "/draft", to: folder + "/name")
        #expect(files == ["name"])
        let error = #expect(throws: FileError.self) { try Durable.move(folder + "/draft", to: folder + "/other") }
        #expect(error?.code == .unwritable)
    }

    @Test func `what is there is never taken for a draft of ours`() throws {
        try Durable.make(folder + "/mine")
        #expect(#expect(throws: FileError.self) { try Durable.make(folder + "/mine") }?.code == .alreadyExists)
    }

    @Test func `one at a time holds a lock, and leaves it with its end`() throws {
        let path = folder + "/lock"
        var first = try ProcessLock(path)
        #expect(first != nil)
        #expect(try ProcessLock(path) == nil)
        first = nil
        #expect(try ProcessLock(path) != nil)
    }

    @Test func `whoever does not get a lock closes nothing of others`() async throws {
        let path = folder + "/lock"
        let held = try ProcessLock(path)
        async let lost = Self.filesLost(opening: 20_000)
        for _ in 0..<20_000 { #expect(try ProcessLock(path) == nil) }
        #expect(await lost == 0)
        withExtendedLifetime(held) {}
    }

    /// How many of so many files somebody else closed, each opened for a moment.
    private static func filesLost(opening count: Int) async -> Int {
        (0..<count).count { _ in
            let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
            for _ in 0..<20 where fcntl(file, F_GETFD) < 0 { return true }
            return close(file) < 0
        }
    }
}
