import Storage
import Testing

@testable import Ledger

@Suite("Law 1: bodies are stored once, as the exact bytes") struct Law01Bodies {
    @Test func `the exact bytes are kept`() async throws {
        let gateway = try await TestGateway()
        let odd =
            "{ \"name\":\t\"\\u0061\\/b\",\r\n\"x_number\": 1.50e1 ,"
            + Make.tool(1).dropFirst().replacing(#""name":"tool","#, with: "")
        try await gateway.admit(odd)
        #expect(try await gateway.bodies(of: Make.id("tool", 1)) == [odd.bytes])
        let bundle = try await gateway.bundle()
        #expect(bundle.contains(odd))
    }

    @Test func `a body stands once in each collection that holds it`() async throws {
        let gateway = try await TestGateway()
        for collection in ["public", "desk"] {
            try await gateway.admit(Make.tool(1), Make.address("192.0.2.1"), into: collection)
        }
        #expect(try gateway.ledger.count("SELECT count(*) FROM body") == 4)
        #expect(try gateway.ledger.count("SELECT count(*) FROM entry WHERE kind = 1") == 4)
    }

    @Test(arguments: [
        (Make.tool(1, "\"x_a\":[1,{\"b\":null}],"), "another order of members"),
        (Make.address("192.0.2.1", "\"x_a\":\"é\","), "escapes"),
    ])
    func `the same content written differently adds nothing`(_ object: String, _ how: String) async throws {
        let gateway = try await TestGateway()
        try await gateway.admit(object)
        let entries = try gateway.ledger.entryCount
        var rewritten = object.replacing("\"x_a\"", with: "\n  \"x\\u005fa\"").replacing("é", with: "\\u00e9")
        // The first member goes to the end.
        let first = rewritten.prefix { $0 != "," }.dropFirst()
        rewritten = "{" + rewritten.dropFirst(first.count + 2).dropLast() + ",\(first)}"
        #expect(rewritten != object)
        let report = try await gateway.admit(rewritten)
        #expect(report.known == 1)
        #expect(report.quarantinedCount == 0)
        #expect(try gateway.ledger.entryCount == entries)
        #expect(try gateway.ledger.count("SELECT count(*) FROM body") == 1)
    }
}

extension TestGateway {
    func bundle(_ name: String = "public") async throws -> String {
        let pieces = Pieces()
        _ = try await ledger.exportBundle(name) { pieces.add($0) }
        return String(decoding: pieces.bytes, as: UTF8.self)
    }
}
