import Foundation
import STIX
import Testing

@testable import Exchange

/// Files and folders of events, in every shape that they come in.
@Suite struct MISPSourceTests {
    private final class Folder {
        let path = NSTemporaryDirectory() + "misp-\(UUID().uuidString)"

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func put(_ name: String, _ text: String) throws -> String {
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
            return "\(path)/\(name)"
        }
    }

    private final class Heard: @unchecked Sendable {
        var events: [String] = []
        var broken: [(file: String, sentence: String)] = []
        var lost = 0

        func take(_ told: MISPSource.Told) {
            switch told {
            case .converted(let event, _): events.append(event)
            case .broken(let file, let sentence): broken.append((file, sentence))
            case .lost: lost += 1
            }
        }
    }

    /// Everything that a source gives.
    private static func read(_ path: String) throws -> (objects: Int, heard: Heard) {
        let heard = Heard()
        var source = try MISPSource(path) { heard.take($0) }
        var scanner = ObjectScanner()
        var count = 0
        func look(_ scanned: Scanned) { count += 1 }
        while let piece = try source.next() { try scanner.feed(piece, look) }
        try scanner.finish(look)
        return (count, heard)
    }

    private static func event(_ number: Int) -> String {
        MISPTests.event("\"Attribute\":[\(MISPTests.attribute(number, "domain", "bad\(number).example"))]")
            .replacing(MISPTests.uuid, with: MISPFeedTests.uuid(number))
    }

    @Test(arguments: [
        event(1), "{\"Event\":\(event(1))}", "[\(event(1))]", "[{\"Event\":\(event(1))}]",
        "{\"response\":[{\"Event\":\(event(1))}]}", "{\"response\":{\"Event\":\(event(1))}}", "\u{FEFF}\(event(1))",
    ])
    func `an event is read in every shape`(_ text: String) throws {
        let folder = try Folder()
        let file = try folder.put("event.txt", text)
        #expect(MISPShape.recognise(text.utf8)?.holdsEvents == true)
        let (objects, heard) = try Self.read(file)
        #expect(objects == 3 && heard.events == [MISPFeedTests.uuid(1)] && heard.broken.isEmpty)
    }

    @Test func `of many events in a file the broken ones are told, and the others read`() throws {
        let folder = try Folder()
        let file = try folder.put(
            "x",
            "{\"response\":[{\"Event\":\(Self.event(1))},{\"Event\":{\"info\":\"no uuid\"}},{\"Event\":\(Self.event(2))}]}"
        )
        let (objects, heard) = try Self.read(file)
        #expect(objects == 6 && heard.events.count == 2 && heard.broken.count == 1)
    }

    @Test(arguments: [
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","Attribute":[{"value":"a"},{"value":tru}]}}"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","Attribute":[{"value":"a"}{}]}}"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","info":"y"}}"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","Attribute":[{"a":1,"a":2}]}}"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x"}} more"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","Attribute":[{"value":"a"}"#,
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","Tag":["#
            + String(repeating: "[", count: 100) + "]}}",
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","a":["#
            + String(repeating: "0,", count: 500_001) + "0]}}",
        #"{"Event":{"uuid":"5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f","info":"x","a":{"b":["#
            + String(repeating: "0,", count: 200_001) + "0]}}}",
    ])
    func `nothing of an event is made that can't be read to its end`(_ text: String) throws {
        let folder = try Folder()
        let (objects, heard) = try Self.read(try folder.put("x.json", text))
        #expect(objects == 0 && heard.broken.count == 1 && heard.events.isEmpty)
        #expect(heard.broken.allSatisfy { $0.sentence.utf8.count < 300 })
    }

    @Test func `a manifest and a list of attributes are told what to do instead`() throws {
        let folder = try Folder()
        let manifest = try folder.put(
            "m", #"{"\#(MISPFeedTests.uuid(1))":{"info":"x","timestamp":"1","Orgc":{"name":"O"}}}"#)
        let attributes = try folder.put(
            "a", #"{"response":{"Attribute":[{"type":"domain","value":"bad.example","uuid":"x"}]}}"#)
        for (file, word) in [(manifest, "folder"), (attributes, "restSearch")] {
            let heard = try Self.read(file).heard
            #expect(heard.broken.count == 1 && heard.broken[0].sentence.contains(word))
        }
    }

    @Test func `of a folder with a feed everything is read or told: missing events, folders, pipes`() throws {
        let folder = try Folder()
        for number in 1...2 {
            _ = try folder.put("\(MISPFeedTests.uuid(number)).json", "{\"Event\":\(Self.event(number))}")
        }
        let names = (1...3).map { "\"\(MISPFeedTests.uuid($0))\":{\"info\":\"x\",\"timestamp\":\"1\"}" }
        _ = try folder.put("manifest.json", "{\(names.joined(separator: ","))}")
        try FileManager.default.createDirectory(atPath: folder.path + "/inner.json", withIntermediateDirectories: false)
        #expect(mkfifo(folder.path + "/pipe.json", 0o600) == 0)
        let (objects, heard) = try Self.read(folder.path)
        #expect(objects == 6 && heard.events.count == 2)
        let broken = heard.broken.map { ($0.file as NSString).lastPathComponent }
        #expect(Set(broken) == ["\(MISPFeedTests.uuid(3)).json", "inner.json", "pipe.json"])
        // A manifest that can't be read says so, and the events are read.
        _ = try folder.put("manifest.json", "{\"a\":")
        #expect(try Self.read(folder.path).heard.broken.count == 3)
    }

    @Test func `a great event comes in small pieces, and its report holds groupings`() throws {
        let attributes = (1...20_100).map { number in
            #"{"type":"text","value":"\#(number)","timestamp":"1767700000"}"#
        }
        let text = MISPTests.event("\"Attribute\":[\(attributes.joined(separator: ","))]")
        let document = try MISPDocument(Array(text.utf8))
        let made = try MISPConversion(document.events[0], of: document.text, .init(), MISPAccount { _ in })
        var longest = 0
        var last: [UInt8] = []
        while let piece = made.next() {
            longest = max(longest, piece.count)
            last = piece
        }
        // Notes, the author, two groupings, and the report that holds these.
        #expect(made.objectCount == 20_100 + 1 + 2 + 1)
        #expect(longest < 4 << 20)
        let report = try #require(last.split(separator: 0x0A).last)
        #expect(try STIX.JSON.parse(Array(report))["object_refs"]?.array?.count == 2)
    }
}
