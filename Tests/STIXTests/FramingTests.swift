import STIX
import Testing

/// How objects are found in the input.
@Suite struct FramingTests {
    /// An input, and what is to be found in it.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let input: String
        var objects = 0
        var refused: [Finding.Code] = []
        var error: StreamError.Code?

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "an empty input has no objects", input: ""),
        Case(name: "white space has no objects", input: " \n\t\r\n"),
        Case(name: "a bundle of two objects", input: Sample.bundle([Sample.tool(), Sample.tool()]), objects: 2),
        Case(name: "a bundle with an empty list", input: Sample.bundle([])),
        Case(name: "a bundle without a list", input: #"{"type":"bundle","id":"bundle--\#(Sample.uuid)"}"#),
        Case(name: "an envelope", input: #"{"more":false,"objects":[\#(Sample.tool())]}"#, objects: 1),
        Case(name: "an empty envelope", input: "{}"),
        Case(name: "an envelope that says that there is more", input: #"{"more":true,"next":"x"}"#),
        Case(name: "a single object", input: Sample.tool(), objects: 1),
        Case(name: "objects one per line", input: "\(Sample.tool())\n\(Sample.tool())\r\n", objects: 2),
        Case(name: "objects without anything between", input: Sample.tool() + Sample.tool(), objects: 2),
        Case(name: "a bundle and an object", input: Sample.bundle([Sample.tool()]) + Sample.tool(), objects: 2),
        Case(
            name: "members behind the list", input: Sample.bundle([Sample.tool()], tail: #","x_a":[{"b":"]}"}]"#),
            objects: 1),
        Case(
            name: "a list whose name is written in escapes",
            input: #"{"\u006f\u0062jects":[\#(Sample.tool())]}"#, objects: 1),
        Case(
            name: "the word objects as a value is no list",
            input: Sample.tool(#""x_a":"objects","x_b":["objects"]"#), objects: 1),
        Case(
            name: "an inner list of objects does not make a container",
            input: Sample.tool(#""x_a":{"objects":["a"]}"#), objects: 1),
        Case(
            name: "one bad object does not stop the others",
            input: Sample.bundle([Sample.tool(), #"{"type":"tool","type":"tool"}"#, Sample.tool()]), objects: 2,
            refused: [.duplicateProperty]),
        Case(
            name: "what is no object is refused where it stands",
            input: Sample.bundle([Sample.tool(), "1", "\"a]b\\\"\"", "[{\"a\":1}]", "null", Sample.tool()]),
            objects: 2, refused: [.notAnObject, .notAnObject, .notAnObject, .notAnObject]),
        Case(
            name: "a bundle in a bundle", input: Sample.bundle([Sample.bundle([])]), refused: [.nestedBundle]),
        Case(
            name: "brackets that do not match are refused as one object",
            input: Sample.bundle([#"{"a":[}}"#, Sample.tool()]), objects: 1, refused: [.invalidJSON]),
        Case(name: "a byte order mark", input: "\u{FEFF}" + Sample.bundle([Sample.tool()]), objects: 1),
        Case(name: "a byte order mark twice", input: "\u{FEFF}\u{FEFF}" + Sample.tool(), error: .notJSON),
        Case(name: "a byte order mark behind white space", input: " \u{FEFF}" + Sample.tool(), error: .notJSON),
        Case(name: "another character with the same beginning", input: "\u{FEFE}" + Sample.tool(), error: .notJSON),
        Case(name: "a list at the top", input: "[\(Sample.tool())]", error: .notAnObject),
        Case(name: "a word at the top", input: "hello", error: .notAnObject),
        Case(name: "something else at the top", input: "<xml>", error: .notJSON),
        Case(name: "words behind an object", input: Sample.tool() + " tail", objects: 1, error: .trailingGarbage),
        Case(
            name: "a comma between objects", input: Sample.tool() + "," + Sample.tool(), objects: 1,
            error: .trailingGarbage),
        Case(name: "an object that does not end", input: String(Sample.tool().dropLast()), error: .truncated),
        Case(
            name: "a bundle that does not end", input: String(Sample.bundle([Sample.tool()]).dropLast()), objects: 1,
            error: .truncated),
        Case(
            name: "an element that does not end", input: Sample.bundle([Sample.tool(), "12"]).dropLast(2) + "",
            objects: 1, error: .truncated),
        Case(
            name: "a comma behind the last object", input: Sample.bundle([Sample.tool(), ""]), objects: 1,
            error: .notJSON),
        Case(
            name: "two commas", input: Sample.bundle([Sample.tool(), "", Sample.tool()]), objects: 1, error: .notJSON),
        Case(
            name: "no comma between objects", input: Sample.bundle([Sample.tool() + Sample.tool()]), objects: 1,
            error: .notJSON),
        Case(
            name: "a bundle with two lists", input: Sample.bundle([Sample.tool()], tail: #","objects":[]"#), objects: 1,
            error: .notJSON),
        Case(
            name: "a bundle that says STIX 2.0: each object says itself what it is",
            input: Sample.bundle(
                [Sample.tool(), Sample.object("tool", version: nil)], head: #""spec_version":"2.0","#), objects: 1,
            refused: [.stix20]),
        Case(
            name: "a bundle of STIX 2.0 that says so at its end",
            input: Sample.bundle(
                [Sample.object("tool", version: nil), Sample.tool()], tail: #","spec_version":"2.0""#), objects: 1,
            refused: [.stix20]),
        Case(
            name: "an object that poses as a bundle",
            input: #"{"type":"report","objects":[\#(Sample.tool())]}"#, error: .notABundle),
        Case(
            name: "broken members before the list", input: #"{"type":bundle,"objects":[\#(Sample.tool())]}"#,
            error: .notJSON),
    ]

    @Test(arguments: cases) func `finds objects, whatever the chunks`(_ given: Case) {
        let whole = Scan(given.input)
        #expect(whole.objects.count == given.objects)
        #expect(whole.refused.map(\.finding.code) == given.refused)
        #expect(whole.error?.code == given.error)
        for object in whole.objects {
            let range = object.offset..<(object.offset + object.bytes.count)
            #expect(Array(Array(given.input.utf8)[range]) == object.bytes)
        }
        for size in [1, 2, 3, 7, 64, 300] {
            let parts = Scan(given.input, chunk: { size })
            #expect(parts.lines == whole.lines, "chunks of \(size)")
            #expect(parts.error?.code == whole.error?.code, "chunks of \(size)")
        }
    }

    @Test func `every place to cut a bundle gives the same result`() {
        let broken = #"{"type":"tool","name":"\ud800"}"#
        let input = Sample.bundle(
            [Sample.tool(#""description":"näh \u00e4 \ud83d\ude00 \\\" 漢字 😀""#), broken, "[1]", Sample.tool()],
            tail: #","x_a":true"#)
        let whole = Scan(input)
        for cut in 1..<input.utf8.count {
            var sizes = [cut]
            let parts = Scan(input, chunk: { sizes.popLast() ?? Int.max })
            #expect(parts == whole, "cut at \(cut)")
        }
        #expect(whole.refused.map(\.finding.code) == [.loneSurrogate, .notAnObject])
    }

    @Test func `random chunks give the same result`() {
        var dice = Dice(state: 7)
        var objects: [String] = []
        for index in 0..<60 {
            let text = String(repeating: "a\\n\\\"{[", count: Int.random(in: 0...40, using: &dice))
            objects.append(Sample.tool(#""description":"\#(text)","x_n":\#(index)"#))
        }
        let input = Sample.bundle(objects)
        let whole = Scan(input)
        #expect(whole.objects.count == 60)
        for _ in 0..<20 {
            let parts = Scan(input, chunk: { Int.random(in: 1...700, using: &dice) })
            #expect(parts == whole)
        }
    }

    @Test func `a scanner that has thrown or finished is closed`() throws {
        var scanner = ObjectScanner()
        try scanner.feed(Array(Sample.tool().utf8)) { _ in }
        try scanner.finish { _ in }
        #expect(throws: StreamError.self) { try scanner.feed([0x20]) { _ in } }
        #expect(throws: StreamError.self) { try scanner.finish { _ in } }
    }

    @Test func `what the caller throws comes through`() {
        struct Stop: Error {}
        var scanner = ObjectScanner()
        #expect(throws: Stop.self) { try scanner.feed(Array(Sample.tool().utf8)) { _ in throw Stop() } }
    }
}
