import Testing

@testable import STIX

@Suite struct ComposerTests {
    private static let author = "identity--1b0e0d52-93b8-4f0e-8a7c-2f1d6be45c02"
    private static let uuid = "7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c20"
    private static let now = Timestamp(clamping: 1_767_225_600_123_456)

    private func text(_ composer: Composer) throws -> String { String(decoding: try composer.bytes(), as: UTF8.self) }

    private func tool() -> Composer {
        var tool = Composer("tool", uuid: Self.uuid, by: Self.author, created: Self.now, marking: .green)
        tool.set("name", "Sieve")
        return tool
    }

    @Test func `what is written here is whole, marked, to the millisecond, and clean`() throws {
        #expect(
            try text(tool()) == """
                {"created":"2026-01-01T00:00:00.123Z","created_by_ref":"\(Self.author)","id":"tool--\(Self.uuid)",\
                "modified":"2026-01-01T00:00:00.123Z","name":"Sieve","object_marking_refs":["\(TLP.green.markingID)"],\
                "spec_version":"2.1","type":"tool"}
                """)
        var seen: [Scanned] = []
        var scanner = ObjectScanner()
        try scanner.feed(tool().bytes()) { seen.append($0) }
        try scanner.finish { seen.append($0) }
        guard case .object(let object)? = seen.first else { throw JSON.CanonicalError.numberOutOfRange }
        #expect(seen.count == 1 && object.findings.isEmpty && object.type == "tool")
    }

    @Test func `a text or list without content is left out, and takes away what stood there`() throws {
        var tool = tool()
        let before = try tool.bytes()
        tool.set("description", "")
        tool.set("labels", [String]())
        tool.set("kill_chain_phases", nil)
        #expect(try tool.bytes() == before)
        tool.set("description", "a sieve")
        tool.set("labels", ["a", "b"])
        #expect(tool.object["labels"] == .array([.string("a"), .string("b")]))
        tool.set("description", "")
        tool.set("labels", [String]())
        #expect(try tool.bytes() == before)
    }

    @Test func `a property is set once, where it stands`() {
        var tool = tool()
        let names = tool.object.members?.map(\.name)
        tool.set("name", "Strainer")
        tool.set("modified", Timestamp(clamping: Self.now.microseconds + 2_000_999))
        #expect(tool.object.members?.map(\.name) == names)
        #expect(tool.object["name"]?.string == "Strainer")
        #expect(tool.object["modified"]?.string == "2026-01-01T00:00:02.124Z")
        tool.set("count", 3)
        #expect(tool.object["count"]?.number?.text == "3")
    }

    @Test func `the next version keeps what is not said again, and its statements`() throws {
        let statement = "marking-definition--7a8b9c0d-1e2f-4a3b-8c4d-5e6f7a8b9c21"
        let before = try JSON.parse(
            Array(
                #"""
                {"type":"tool","id":"tool--\#(Self.uuid)","x_future":{"b":1,"a":[2]},"name":"Sieve",
                "object_marking_refs":["\#(statement)","\#(TLP.amber.markingID)"],"created":"2020-01-01T00:00:00.000Z"}
                """#.utf8))
        var next = try #require(Composer(changing: before, marking: .green))
        next.set("modified", Self.now)
        #expect(next.id == "tool--\(Self.uuid)")
        #expect(next.object["x_future"] == before["x_future"] && next.object["created"] == before["created"])
        #expect(next.object["object_marking_refs"] == .array([.string(TLP.green.markingID), .string(statement)]))
        // Without a marking of its own it is as it was.
        #expect(Composer(changing: before)?.object == before)
        #expect(Composer(changing: .array([])) == nil)
    }

    @Test func `an extension is said once, with its kind, and not at all where it says nothing`() throws {
        let (one, other) = ("extension-definition--\(Self.uuid)", "extension-definition--x")
        var tool = tool()
        tool.extend(one, [])
        #expect(tool.object["extensions"] == nil)
        tool.extend(one, [.text("hours", "day")])
        tool.extend(other, [.list("keys", ["k"])])
        tool.extend(one, [.text("hours", "night")])
        let said = tool.object["extensions"]
        #expect(said?.members?.count == 2 && said?[one]?["hours"]?.string == "night")
        #expect(said?[one]?["extension_type"]?.string == "property-extension")
        tool.extend(one, [])
        tool.extend(other, [])
        #expect(tool.object["extensions"] == nil)
    }
}
