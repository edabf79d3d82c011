import STIX
import Testing

/// What is refused, and what is admitted with findings.
@Suite struct FindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let object: String
        let codes: [Finding.Code]
        var pointer = ""

        init(_ name: String, _ object: String, _ codes: Finding.Code..., at pointer: String = "") {
            self.name = name
            self.object = object
            self.codes = codes
            self.pointer = pointer
        }

        var testDescription: String { name }
    }

    static let uuid = Sample.uuid
    static let id = "identity--\(uuid)"

    static let refusals = [
        Case("no type", #"{"id":"tool--\#(uuid)"}"#, .missingType),
        Case("a type that is a number", #"{"type":1,"id":"tool--\#(uuid)"}"#, .badType),
        Case("a type with a capital", Sample.object("Tool"), .badType),
        Case("a type with an underscore", Sample.object("x_tool"), .badType),
        Case("a type with two hyphens", Sample.object("x--tool"), .badType),
        Case("a type of two letters", Sample.object("ab"), .badType),
        Case("no id", #"{"type":"tool","spec_version":"2.1"}"#, .missingID),
        Case("an id that is a number", #"{"type":"tool","id":1}"#, .badID),
        Case("an id without a UUID", #"{"type":"tool","id":"tool--1"}"#, .badID),
        Case("an id with a UUID in braces", #"{"type":"tool","id":"tool--{\#(uuid.dropLast(2))}"}"#, .badID),
        Case("an id with one hyphen", #"{"type":"tool","id":"tool-\#(uuid)"}"#, .badID),
        Case(
            "an id of another type", #"{"type":"tool","spec_version":"2.1","id":"malware--\#(uuid)"}"#, .idTypeMismatch),
        Case("STIX 2.0 by its word", Sample.object("tool", #""name":"a""#, version: "2.0"), .stix20),
        Case("STIX 2.0 by its silence", Sample.object("tool", #""name":"a""#, version: nil), .stix20),
        Case("a relationship without spec_version", Sample.object("relationship", version: nil), .stix20),
        Case("an own type with versions but no spec_version", Sample.object("x-own", version: nil), .stix20),
        Case(
            "an unreadable modified", Sample.tool().replacing("\"modified\":\"2024", with: "\"modified\":\"24"),
            .badVersion),
        Case(
            "a modified with half an offset",
            Sample.tool().replacing("48.000Z\",\"name", with: "48.000+01\",\"name"), .badVersion),
        Case(
            "an unreadable created without modified",
            #"{"type":"tool","spec_version":"2.1","id":"tool--\#(uuid)","created":"now","name":"a"}"#, .badVersion),
    ]

    @Test(arguments: refusals) func `is refused`(_ given: Case) {
        let scan = Scan(given.object)
        #expect(scan.objects.isEmpty)
        #expect(scan.refused.map(\.finding.code) == given.codes)
        #expect(scan.refused.first?.finding.sentence.hasSuffix(".") == true)
    }

    static let admitted = [
        Case(
            "an observable without spec_version", #"{"type":"url","id":"url--\#(uuid)","value":"https://www.example/"}"#
        ),
        Case("a custom type", Sample.object("x-own", #""x_a":1"#)),
        Case("an own type that an extension declares", Sample.object("concord-record", extensionOf("new-sdo"))),
        Case(
            "an own observable that an extension declares, without spec_version",
            #"{"type":"own-sco","id":"own-sco--\#(uuid)",\#(extensionOf("new-sco"))}"#),
        Case("an own type that nothing declares", Sample.object("concord-song"), .unknownType, at: "/type"),
        Case(
            "another spec_version", Sample.object("tool", #""name":"a""#, version: "2.2"), .unknownSpecVersion,
            at: "/spec_version"),
        Case(
            "an id with capitals", Sample.tool().replacing(uuid, with: uuid.uppercased()), .nonstandardUUID, at: "/id"),
        Case("an id of version 0", Sample.tool().replacing("-4cbf-", with: "-0cbf-"), .nonstandardUUID, at: "/id"),
        Case(
            "an id of another variant", Sample.tool().replacing("-938f-", with: "-f38f-"), .nonstandardUUID, at: "/id"),
        Case(
            "modified before created", Sample.tool().replacing("\"modified\":\"2024", with: "\"modified\":\"2023"),
            .modifiedBeforeCreated, at: "/modified"),
        Case(
            "an unreadable created beside a readable modified",
            Sample.tool().replacing("\"created\":\"2024", with: "\"created\":\"24"), .badTimestamp, at: "/created"),
        Case(
            "a modified with an offset",
            Sample.tool().replacing("48.000Z\",\"name", with: "48.000+00:00\",\"name"), .badTimestamp,
            at: "/modified"),
        Case(
            "a time to the second", Sample.tool().replacing(".000Z\",\"name", with: "Z\",\"name"), .missingMilliseconds,
            at: "/modified"),
        Case(
            "a time with nine digits",
            Sample.tool().replacing(".000Z\",\"name", with: ".000000001Z\",\"name"), .timestampPrecision,
            at: "/modified"),
        Case("a property of another type", Sample.tool(#""pattern":"a""#), .unknownProperty, at: "/pattern"),
        Case("a property that nobody knows", Sample.tool(#""own":"a""#), .unknownProperty, at: "/own"),
        Case("a custom property", Sample.tool(#""x_own":"a""#)),
        Case(
            "a property that an extension adds",
            Sample.tool(#""own":"a","# + extensionOf("toplevel-property-extension"))),
        Case("a property name with a capital", Sample.tool(#""x_Own":"a""#), .badPropertyName, at: "/x_Own"),
        Case("a property name of two letters", Sample.tool(#""ab":"a""#), .badPropertyName, at: "/ab"),
        Case("an empty list", Sample.tool(#""labels":[]"#), .emptyList, at: "/labels"),
        Case("an empty list deep inside", Sample.tool(#""x_a":[{"b":1},{"b/~":[]}]"#), .emptyList, at: "/x_a/1/b~1~0"),
        Case("an empty object", Sample.tool(#""x_a":{}"#), .emptyDictionary, at: "/x_a"),
        Case("null", Sample.tool(#""description":null"#), .nullValue, at: "/description"),
        Case("an integer beyond 2^53", Sample.tool(#""x_a":9007199254740992"#), .valueOutOfRange, at: "/x_a"),
        Case("the greatest integer", Sample.tool(#""x_a":9007199254740991"#)),
        Case("confidence above 100", Sample.tool(#""confidence":101"#), .valueOutOfRange, at: "/confidence"),
        Case("confidence with a fraction", Sample.tool(#""confidence":1.5"#), .wrongKind, at: "/confidence"),
        Case("revoked as a word", Sample.tool(#""revoked":"true""#), .wrongKind, at: "/revoked"),
        Case(
            "a creator that is no identity", Sample.tool(#""created_by_ref":"tool--\#(uuid)""#), .badReference,
            at: "/created_by_ref"),
        Case(
            "a creator that is no identifier", Sample.tool(#""created_by_ref":"me""#), .badReference,
            at: "/created_by_ref"),
        Case(
            "a marking that is none", Sample.tool(#""object_marking_refs":["\#(id)"]"#), .badReference,
            at: "/object_marking_refs/0"),
        Case(
            "markings without a list", Sample.tool(#""object_marking_refs":"\#(id)""#), .wrongKind,
            at: "/object_marking_refs"),
        Case("a reference that is none", Sample.tool(#""x_a":[{"b_ref":"x"}]"#), .badReference, at: "/x_a/0/b_ref"),
        Case("references without a list", Sample.tool(#""x_refs":"\#(id)""#), .badReference, at: "/x_refs"),
        Case("a reference that is a number", Sample.tool(#""x_refs":["\#(id)",1]"#), .badReference, at: "/x_refs/1"),
        Case(
            "an external reference without a source", Sample.tool(#""external_references":[{"url":"a"}]"#),
            .badExternalReference, at: "/external_references/0"),
        Case(
            "an external reference to nothing", Sample.tool(#""external_references":[{"source_name":"a"}]"#),
            .badExternalReference, at: "/external_references/0"),
        Case(
            "a kill chain phase without a phase", Sample.tool(#""kill_chain_phases":[{"kill_chain_name":"a"}]"#),
            .badKillChainPhase, at: "/kill_chain_phases/0"),
        Case(
            "a granular marking with both a marking and a language",
            Sample.tool(
                #""granular_markings":[{"selectors":["name"],"marking_ref":"\#(Sample.marking)","lang":"en"}]"#),
            .badGranularMarking, at: "/granular_markings/0"),
        Case(
            "a selector with a slash",
            Sample.tool(#""granular_markings":[{"selectors":["a/b"],"marking_ref":"\#(Sample.marking)"}]"#),
            .badSelector, at: "/granular_markings/0/selectors/0"),
        Case(
            "an extension of an unknown name", Sample.tool(#""extensions":{"own-ext":{"a":1}}"#), .unknownExtension,
            at: "/extensions/own-ext"),
        Case(
            "an extension without its kind", Sample.tool(#""extensions":{"extension-definition--\#(uuid)":{"a":1}}"#),
            .badExtension, at: "/extensions/extension-definition--\(uuid)"),
        Case(
            "an extension of an unknown kind", Sample.tool(extensionOf("new-thing")), .badExtension,
            at: "/extensions/extension-definition--\(uuid)/extension_type"),
        Case(
            "a malware family without a name", Sample.object("malware", #""is_family":true"#), .missingProperty),
        Case(
            "an indicator that ends when it begins",
            Sample.object(
                "indicator",
                #""pattern":"a","pattern_type":"yara","valid_from":"2024-01-01T00:00:00Z","valid_until":"2024-01-01T00:00:00Z""#
            ),
            .timeOrder, at: "/valid_until"),
        Case(
            "a place with only half of its coordinates", Sample.object("location", #""latitude":1"#), .missingProperty),
        Case(
            "a place beyond the pole", Sample.object("location", #""latitude":91,"longitude":1"#), .valueOutOfRange,
            at: "/latitude"),
    ]

    static func extensionOf(_ kind: String) -> String {
        #""extensions":{"extension-definition--\#(uuid)":{"extension_type":"\#(kind)"}}"#
    }

    @Test(arguments: admitted) func `is admitted with these findings`(_ given: Case) throws {
        let scan = Scan(given.object)
        #expect(scan.refused.isEmpty)
        let object = try #require(scan.objects.first)
        #expect(object.findings.map(\.code) == given.codes)
        for finding in object.findings {
            #expect(finding.pointer == given.pointer)
            #expect(finding.severity == finding.code.severity)
            #expect((0...given.object.utf8.count).contains(finding.offset))
            #expect(finding.sentence.hasSuffix("."))
        }
    }

    @Test func `the offset of a finding is counted in the whole input`() throws {
        let input = Sample.bundle([Sample.tool(), Sample.tool(#""labels":[]"#)])
        let finding = try #require(Scan(input).objects.last?.findings.first)
        #expect(Array(Array(input.utf8)[finding.offset...].prefix(2)) == Array("[]".utf8))
    }
}
