import Testing

@testable import Exchange

/// What of MISP a document is, by its beginning.
@Suite struct MISPShapeTests {
    private static let uuid = "5f0e2a11-1b1c-4c55-9a3e-0a1b2c3d4e5f"
    private static let bare = #"{"uuid":"\#(uuid)","info":"Invented","date":"2026-01-05","Orgc":{},"Attribute":[]}"#
    private static let attribute = #"{"type":"domain","category":"Other","value":"bad.example"}"#

    @Test(
        arguments: [
            (#"{"Event":{"uuid":"\#(uuid)"}}"#, .event), (" \r\n{ \"Event\" :\t{", .event),
            (#"{"comment":"first","Event":{"info":"x"}}"#, .event), (bare, .bareEvent),
            (#"{"Attribute":[\#(attribute)"#, .bareEvent), (#"{"Orgc":{"type":"x"},"date":"","info":""}"#, .bareEvent),
            (#"{"response":[{"Event":{"uuid":"#, .searchResult), (#"{"response":[\#(bare)]}"#, .searchResult),
            (#"{"response":{"Event":{}}}"#, .searchResult), (#"{"response":[]}"#, .searchResult),
            (#"[{"Event":{}}]"#, .events), ("[\(bare),\(bare)]", .events),
            (#"{"response":{"Attribute":[\#(attribute)]}}"#, .attributes),
            (#"{"\#(uuid)":{"info":"x","timestamp":"1","Orgc":{}}}"#, .manifest),
        ] as [(String, MISPShape)])
    func `each shape is known by its beginning`(_ text: String, _ shape: MISPShape) {
        #expect(MISPShape.recognise(text.utf8) == shape)
        #expect(MISPShape.recognise([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == shape)
        #expect(shape.holdsEvents == (shape.advice == nil))
    }

    @Test(arguments: [
        "", " ", "{}", "[]", "{", "[", "[[", "null", "<html>", "{\"Event", "{\"Event\":[]}", "{\"a\":1}",
        #"{"type":"bundle","id":"bundle--\#(uuid)","objects":[]}"#, #"{"type":"indicator","name":"info"}"#,
        #"{"objects":[{"Event":{}}]}"#, #"{"response":"yes"}"#, #"{"response":{"status":1}}"#,
        #"{"\#(uuid)":{"x":1}}"#, #"{"document":{"category":"csaf_vex","title":"info"}}"#,
        #"{"info":"x","date":"2026-01-05"}"#, #"{"Attribute":[{"name":"x"}]}"#, "{\"info\\", "{\"a\":}", "{:}", "\u{0}",
    ])
    func `what is none is known as none`(_ text: String) {
        #expect(MISPShape.recognise(text.utf8) == nil)
    }

    @Test func `however it is cut off, nothing else is made of it`() {
        let text = Array(#"{"response":[{"Event":{"uuid":"\#(Self.uuid)","info":"a \" b","Attribute":[]}}]}"#.utf8)
        for count in 0...text.count {
            let shape = MISPShape.recognise(text[..<count])
            #expect(shape == nil || shape == .searchResult)
        }
    }

    @Test(arguments: ["[", "{\"response\":", "[[{\"response\":", "{\"response\":["])
    func `what nests without end takes neither the stack nor the time`(_ piece: String) {
        #expect(MISPShape.recognise(String(repeating: piece, count: 60_000).utf8) == nil)
    }
}
