import STIX
import Testing

/// The keyed fields that are picked from an object.
@Suite struct STIXObjectTests {
    static let one = "11111111-1111-4111-8111-111111111111"
    static let two = "22222222-2222-4222-8222-222222222222"

    func read(_ text: String) throws -> STIXObject { try #require(Scan(text).objects.first) }

    @Test func `an indicator`() throws {
        let object = try read(
            Sample.object(
                "indicator",
                #"""
                "name":"Poison \"Ivy\" \u00e9","description":"seen\nin 3 places","created_by_ref":"identity--\#(Self.one)",
                "revoked":true,"labels":["botnet"],"valid_from":"2024-01-01T00:00:00Z","pattern_type":"stix",
                "pattern":"[file:hashes.'SHA-256' = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' AND file:name = 'it\\'s'] START t'2024-01-01T00:00:00Z' STOP t'2025-01-01T00:00:00Z'",
                "external_references":[{"source_name":"cve","external_id":"CVE-2021-44228","hashes":{"MD5":"d41d8cd98f00b204e9800998ecf8427e"}}],
                "object_marking_refs":["\#(Sample.marking)"],
                "granular_markings":[{"selectors":["name","external_references.[0].external_id"],"marking_ref":"\#(TLP.red.markingID)"}]
                """#))
        #expect(object.findings == [])
        #expect(object.name == "Poison \"Ivy\" é")
        #expect(object.createdByRef == "identity--\(Self.one)")
        #expect(object.revoked)
        #expect(object.markingRefs == [Sample.marking])
        #expect(object.hasGranularMarkings)
        #expect(object.granularMarkingRefs == [TLP.red.markingID])
        #expect(object.references == [])
        #expect(object.created?.description == "2024-04-06T20:03:48.000Z")
        #expect(
            Set(object.searchable) == [
                SearchableText(kind: .name, text: "Poison \"Ivy\" é"), SearchableText(kind: .name, text: "botnet"),
                SearchableText(kind: .prose, text: "seen\nin 3 places"),
                SearchableText(kind: .externalID, text: "CVE-2021-44228"),
                SearchableText(kind: .value, text: "d41d8cd98f00b204e9800998ecf8427e"),
                SearchableText(kind: .local, text: String(repeating: "aa", count: 32)),
                SearchableText(kind: .local, text: "it's"),
                SearchableText(
                    kind: .pattern,
                    text:
                        "[file:hashes.'SHA-256' = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' AND file:name = 'it\\'s'] "
                        + "START t'2024-01-01T00:00:00Z' STOP t'2025-01-01T00:00:00Z'"),
            ])
    }

    @Test func `references at any depth`() throws {
        let object = try read(
            Sample.object(
                "relationship",
                #"""
                "relationship_type":"drops","source_ref":"tool--\#(Self.one)","target_ref":"malware--\#(Self.two)",
                "x_by_ref":"identity--\#(Self.one)","x_parts":[{"object_ref":"tool--\#(Self.one)"},{"object_ref":"tool--\#(Self.two)"}],
                "x_more":{"a":{"b_refs":["tool--\#(Self.one)"]}}
                """#))
        #expect(object.findings == [])
        #expect(object.relationshipType == "drops")
        #expect(object.name == "drops")
        #expect(
            object.references == [
                Reference(property: "source_ref", target: "tool--\(Self.one)"),
                Reference(property: "target_ref", target: "malware--\(Self.two)"),
                Reference(property: "x_by_ref", target: "identity--\(Self.one)"),
                Reference(property: "x_parts/object_ref", target: "tool--\(Self.one)"),
                Reference(property: "x_parts/object_ref", target: "tool--\(Self.two)"),
                Reference(property: "x_more/a/b_refs", target: "tool--\(Self.one)"),
            ])
    }

    @Test func `local keys of the deprecated container of observed data are no references`() throws {
        let object = try read(
            Sample.object(
                "observed-data",
                #"""
                "first_observed":"2024-01-01T00:00:00Z","last_observed":"2024-01-01T00:00:00Z","number_observed":1,
                "objects":{"0":{"type":"file","hashes":{"MD5":"d41d8cd98f00b204e9800998ecf8427e"}},"1":{"type":"directory","path":"/","contains_refs":["0"]}}
                """#))
        #expect(object.findings.map(\.code) == [.deprecatedProperty])
        #expect(object.references == [])
        #expect(
            Set(object.searchable) == [SearchableText(kind: .value, text: "d41d8cd98f00b204e9800998ecf8427e")])
    }

    static let markings: [(String, MarkingDefinition)] = [
        (
            #""id":"\#(TLP.red.markingID)","name":"TLP:RED","extensions":{"\#(TLP.extensionID)":{"extension_type":"property-extension","tlp_2_0":"red"}}"#,
            .tlp(.red)
        ),
        (
            #""id":"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9","definition_type":"tlp","definition":{"tlp":"white"}"#,
            .tlp(.clear)
        ),
        (
            #""id":"marking-definition--\#(one)","definition_type":"statement","definition":{"statement":"© us"}"#,
            .statement("© us")
        ),
        (#""id":"marking-definition--\#(one)","definition_type":"tlp","definition":{"tlp":"white"}"#, .other("tlp")),
        (#""id":"marking-definition--\#(one)","definition_type":"iep","definition":{"a":"b"}"#, .other("iep")),
    ]

    @Test(arguments: markings) func `marking definitions`(_ members: String, _ marking: MarkingDefinition) throws {
        let object = try read(
            #"{"type":"marking-definition","spec_version":"2.1","created":"2022-10-01T00:00:00.000Z",\#(members)}"#)
        #expect(object.markingDefinition == marking)
        // A level that is not by its identifier, and a kind that is no extension, are findings.
        let codes: [Finding.Code] =
            switch marking {
            case .other("tlp"): [.nonstandardTLP]
            case .other: [.notInVocabulary]
            default: []
            }
        #expect(object.findings.map(\.code) == codes)
    }

    @Test func `a marking definition that contradicts its identifier`() throws {
        let object = try read(
            #"{"type":"marking-definition","spec_version":"2.1","created":"2022-10-01T00:00:00.000Z","id":"\#(TLP.clear.markingID)","definition_type":"tlp","definition":{"tlp":"red"}}"#
        )
        #expect(object.markingDefinition == .tlp(.clear))
        #expect(object.findings.map(\.code) == [.contradictoryMarking])
    }

    static let names: [(String, String?)] = [
        (#"{"type":"ipv4-addr","id":"ipv4-addr--\#(one)","value":"198.51.100.3"}"#, "198.51.100.3"),
        (#"{"type":"autonomous-system","id":"autonomous-system--\#(one)","number":64500}"#, "64500"),
        (#"{"type":"email-message","id":"email-message--\#(one)","is_multipart":false,"subject":"Hello"}"#, "Hello"),
        (Sample.object("note", #""content":"First line\nsecond","object_refs":["tool--\#(one)"]"#), "First line"),
        (Sample.object("location", #""country":"zz","city":"Exampleville""#), "Exampleville"),
        (Sample.object("sighting", #""sighting_of_ref":"tool--\#(one)""#), nil),
        (Sample.object("x-own", #""name":"Own""#), "Own"),
    ]

    @Test(arguments: names) func `the name to show`(_ text: String, _ name: String?) throws {
        #expect(try read(text).name == name)
    }
}
