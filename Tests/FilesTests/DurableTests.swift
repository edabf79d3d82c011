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
}
