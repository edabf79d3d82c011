import Crypto
import STIX
import Testing

/// Input that wants to harm: every limit, and every trick that readers disagree about.
@Suite struct HostileInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let object: [UInt8]
        let code: Finding.Code
        var limits = ScanLimits.standard

        init(_ name: String, _ object: String, _ code: Finding.Code, limits: ScanLimits = .standard) {
            self.init(name, Array(object.utf8), code, limits: limits)
        }

        init(_ name: String, _ object: [UInt8], _ code: Finding.Code, limits: ScanLimits = .standard) {
            self.name = name
            self.object = object
            self.code = code
            self.limits = limits
        }

        var testDescription: String { name }
    }

    static func bytes(_ head: String, _ middle: [UInt8]) -> [UInt8] {
        Array(Sample.tool("\"\(head)\":\"").utf8.dropLast()) + middle + Array("\"}".utf8)
    }

    static let cases = [
        Case("a property that comes twice", Sample.tool(#""name":"b""#), .duplicateProperty),
        Case("an id that comes again in escapes", Sample.tool(##""\u0069d":"tool--x""##), .duplicateProperty),
        Case("a nested property that comes twice", Sample.tool(#""x_a":[{"b":1,"\u0062":2}]"#), .duplicateProperty),
        Case(
            "one of many properties that comes twice",
            Sample.tool((0..<200).map { #""x_\#($0)":1"# }.joined(separator: ",") + #","x_77":2"#), .duplicateProperty),
        Case("an overlong slash", bytes("x_a", [0xC0, 0xAF]), .invalidUTF8),
        Case("an overlong euro sign", bytes("x_a", [0xF0, 0x82, 0x82, 0xAC]), .invalidUTF8),
        Case("an overlong character of three bytes", bytes("x_a", [0xE0, 0x80, 0xAF]), .invalidUTF8),
        Case("a surrogate in UTF-8", bytes("x_a", [0xED, 0xA0, 0x80]), .invalidUTF8),
        Case("a character beyond Unicode", bytes("x_a", [0xF4, 0x90, 0x80, 0x80]), .invalidUTF8),
        Case("a continuation byte alone", bytes("x_a", [0x80]), .invalidUTF8),
        Case("a character that is cut off", bytes("x_a", [0xE2, 0x82]), .invalidUTF8),
        Case("a byte that is never in UTF-8", bytes("x_a", [0xFF]), .invalidUTF8),
        Case("a high surrogate alone", Sample.tool(#""x_a":"\ud800""#), .loneSurrogate),
        Case("a high surrogate before a letter", Sample.tool(#""x_a":"\ud800abcdefgh""#), .loneSurrogate),
        Case("a low surrogate alone", Sample.tool(#""x_a":"\udc00 ""#), .loneSurrogate),
        Case("two high surrogates", Sample.tool(#""x_a":"\ud800\ud800""#), .loneSurrogate),
        Case("a line end in a string", Sample.tool("\"x_a\":\"a\nb\""), .invalidJSON),
        Case("NUL in a string", bytes("x_a", [0x00]), .invalidJSON),
        Case("an escape that JSON has not", Sample.tool(#""x_a":"\x41""#), .invalidJSON),
        Case("an escape with too few digits", Sample.tool(#""x_a":"\u12g4""#), .invalidJSON),
        Case("a number that no double can hold", Sample.tool(#""x_a":1e999"#), .numberOutOfRange),
        Case("such a number with a minus", Sample.tool(#""x_a":-1e999"#), .numberOutOfRange),
        Case(
            "such a number in digits", Sample.tool("\"x_a\":1" + String(repeating: "0", count: 400)),
            .numberOutOfRange),
        Case("NaN", Sample.tool(#""x_a":NaN"#), .invalidJSON),
        Case("Infinity", Sample.tool(#""x_a":Infinity"#), .invalidJSON),
        Case("a number that begins with 0", Sample.tool(#""x_a":01"#), .invalidJSON),
        Case("a number that begins with a point", Sample.tool(#""x_a":.5"#), .invalidJSON),
        Case("a number that ends with a point", Sample.tool(#""x_a":5."#), .invalidJSON),
        Case("a number with a plus", Sample.tool(#""x_a":+1"#), .invalidJSON),
        Case("a hexadecimal number", Sample.tool(#""x_a":0x10"#), .invalidJSON),
        Case("a word with a capital", Sample.tool(#""x_a":True"#), .invalidJSON),
        Case("single quotes", Sample.tool("'x_a':1"), .invalidJSON),
        Case("a comma behind the last property", Sample.tool(#""x_a":1,"#), .invalidJSON),
        Case("a comma behind the last element", Sample.tool(#""x_a":[1,]"#), .invalidJSON),
        Case("a comment", Sample.tool(#""x_a":1/* no */"#), .invalidJSON),
        Case("a property without a value", Sample.tool(#""x_a":"#), .invalidJSON),
        Case("a property without a colon", Sample.tool(#""x_a" 1"#), .invalidJSON),
        Case("a vertical tab between tokens", Sample.tool("\u{0B}\"x_a\":1"), .invalidJSON),
        Case(
            "lists 64 deep",
            Sample.tool(#""x_a":"# + String(repeating: "[", count: 64) + "1" + String(repeating: "]", count: 64)),
            .tooDeep),
        Case(
            "objects 100,000 deep",
            Sample.tool(
                #""x_a":"# + String(repeating: #"{"a":"#, count: 100_000) + "1" + String(repeating: "}", count: 100_000)
            ),
            .tooDeep),
        Case(
            "more properties than the limit",
            Sample.tool((0..<200).map { "\"x_\($0)\":1" }.joined(separator: ",")), .tooManyProperties,
            limits: ScanLimits(properties: 200)),
        Case(
            "more nested properties than the limit",
            Sample.tool("\"x_a\":{" + (0..<20).map { "\"x_\($0)\":1" }.joined(separator: ",") + "}"),
            .tooManyProperties, limits: ScanLimits(properties: 15)),
        Case(
            "more values than the limit",
            Sample.tool("\"x_a\":[" + (0..<200).map { "\($0)" }.joined(separator: ",") + "]"), .tooManyValues,
            limits: ScanLimits(values: 100)),
        Case(
            "an object longer than the limit", Sample.tool("\"x_a\":\"" + String(repeating: "a", count: 900) + "\""),
            .tooLarge, limits: ScanLimits(objectBytes: 1000)),
    ]

    @Test(arguments: cases) func `is refused, and the next object is read`(_ given: Case) throws {
        let input = Array("{\"objects\":[".utf8) + given.object + Array(",\(Sample.tool())]}".utf8)
        let whole = Scan(input, limits: given.limits)
        #expect(whole.refused.map(\.finding.code) == [given.code])
        #expect(whole.objects.count == 1)
        #expect(whole.error == nil)
        let refused = try #require(whole.refused.first)
        #expect(refused.offset == 12)
        #expect(refused.length == given.object.count)
        #expect(refused.sha256 == SHA256.hash(data: given.object))
        #expect(refused.bytes == (given.code == .tooLarge ? nil : given.object))
        #expect((12...(12 + refused.length)).contains(refused.finding.offset))
        let parts = Scan(input, limits: given.limits, chunk: { 113 })
        #expect(parts == whole)
    }

    @Test func `63 lists within an object are still read`() {
        let nested = String(repeating: "[", count: 63) + "1" + String(repeating: "]", count: 63)
        #expect(Scan(Sample.tool("\"x_a\":" + nested)).codes == [])
    }

    @Test func `an object of exactly the greatest length is read`() {
        let object = Sample.tool()
        #expect(Scan(object, limits: ScanLimits(objectBytes: object.utf8.count)).objects.count == 1)
        #expect(Scan(object, limits: ScanLimits(objectBytes: object.utf8.count - 1)).codes == [.tooLarge])
    }

    @Test func `a refused object keeps its id where it can be read`() {
        let scan = Scan(Sample.tool(#""x_a":1e999"#))
        #expect(scan.refused.first?.id == "tool--\(Sample.uuid)")
    }

    @Test func `findings stop at their limit and say so`() {
        let lists = (0..<50).map { _ in "[]" }.joined(separator: ",")
        let scan = Scan(Sample.tool("\"x_a\":[\(lists)]"), limits: ScanLimits(findings: 10))
        #expect(scan.codes == Array(repeating: .emptyList, count: 9) + [.findingsOmitted])
    }

    @Test func `members around the objects are bounded`() {
        let filler = "\"x_a\":\"" + String(repeating: "a", count: 2000) + "\""
        let limits = ScanLimits(objectBytes: 1000)
        #expect(Scan("{\(filler),\"objects\":[]}", limits: limits, chunk: { 100 }).error?.code == .tooLarge)
        #expect(Scan("{\"objects\":[],\(filler)}", limits: limits, chunk: { 100 }).error?.code == .tooLarge)
    }

    @Test func `many names that share their ends are still told apart`() {
        let names = (0..<5000).map { "\"abcdefgh\($0 + 10_000)abcdefgh\":1" }.joined(separator: ",")
        #expect(Scan(Sample.tool("\"x_a\":{\(names)}")).codes == [])
    }

    @Test func `NUL and noncharacters are admitted with a finding`() {
        #expect(Scan(Sample.tool(#""x_a":"\u0000""#)).codes == [.noncharacter])
        #expect(Scan(Sample.tool("\"x_a\":\"\u{FFFE}\"")).codes == [.noncharacter])
    }

    @Test func `a name of megabytes is not repeated with every reference and finding`() throws {
        let long = String(repeating: "n", count: 1_000_000)
        let pairs = (0..<300).map { _ in #"{"a_ref":"\#(Sample.marking)","b_ref":"\#(Sample.marking)","c":[]}"# }
        let nested = (0..<10).map { _ in "{\"\(String(repeating: "k", count: 200))\":" }.joined()
        let end = String(repeating: "}", count: 10)
        let scan = Scan(Sample.tool("\"x_\(long)\":\(nested)[\(pairs.joined(separator: ","))]\(end)"))
        let object = try #require(scan.objects.first)
        #expect(object.references.count == 600)
        #expect(object.references.allSatisfy { $0.property.utf8.count < 1000 })
        #expect(object.findings.allSatisfy { $0.pointer.utf8.count < 5000 })
    }

    @Test func `tens of thousands of granular markings are read in time`() {
        let markings = (0..<20_000).map { index in
            let number = String(index + 100_000)
            return
                #"{"selectors":["name"],"marking_ref":"marking-definition--8e2e2d2b-17d4-4cbf-938f-98ee46\#(number)"}"#
        }
        let scan = Scan(Sample.tool("\"granular_markings\":[\(markings.joined(separator: ","))]"))
        #expect(scan.objects.first?.granularMarkingRefs.count == 20_000)
        #expect(scan.codes == [])
    }
}
