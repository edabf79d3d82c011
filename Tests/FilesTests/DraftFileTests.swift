import Foundation
import Testing

@testable import Files

/// Files while their bytes come in, and files that are destroyed.
@Suite struct DraftFileTests {
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "/concord-drafts-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    @Test func `a draft goes with whoever writes it, and stays once it has a place`() throws {
        do {
            let draft = try DraftFile(folder + "/a")
            try draft.write([1, 2])
            #expect(files == ["a"])
        }
        #expect(files == [])
        do {
            let draft = try DraftFile(folder + "/a")
            try draft.write([1, 2])
            try draft.flush()
            try draft.place(at: folder + "/b")
        }
        #expect(files == ["b"])
        #expect(try Data(contentsOf: URL(filePath: folder + "/b")) == Data([1, 2]))
    }

    @Test func `only what nobody writes any more is removed`() throws {
        let draft = try DraftFile(folder + "/mine")
        try Data("left".utf8).write(to: URL(filePath: folder + "/left"))
        DraftFile.removeLeft(in: folder)
        #expect(files == ["mine"])
        let taken = #expect(throws: FileError.self) { try DraftFile(folder + "/mine") }
        #expect(taken?.code == .alreadyExists)
        withExtendedLifetime(draft) {}
        DraftFile.removeLeft(in: folder + "/nowhere")
    }

    @Test func `what is shredded is gone, also for who has it open`() throws {
        let path = folder + "/secret"
        let content = [UInt8](repeating: 9, count: (1 << 20) + 17)
        try Data(content).write(to: URL(filePath: path))
        let opened = try OpenedFile(path)
        #expect(try opened.bytes(at: 0, count: 2) == [9, 9] && !opened.isGivenUp)
        try Durable.shred(path)
        #expect(files == [])
        #expect(opened.isGivenUp)
        #expect(try opened.bytes(at: 0, count: 2) == [])
        try Durable.shred(path)
    }

    @Test func `an empty file, and one that was half destroyed, are shredded too`() throws {
        for name in ["empty", "half"] { try Data().write(to: URL(filePath: "\(folder)/\(name)")) }
        #expect(chmod(folder + "/half", 0o200) == 0)
        for name in ["empty", "half"] { try Durable.shred("\(folder)/\(name)") }
        #expect(files == [])
    }

    @Test func `a folder is not shredded`() throws {
        try FileManager.default.createDirectory(atPath: folder + "/sub", withIntermediateDirectories: true)
        let error = #expect(throws: FileError.self) { try Durable.shred(folder + "/sub") }
        #expect(error?.code == .unwritable)
    }
}
