import STIX
import Testing

/// STIX 2.0 read as STIX 2.1: each case by hand from the two standards.
@Suite struct Version20Tests {
    /// What one object of 2.0 becomes: the objects in canonical form, and the notes.
    struct Reading {
        var objects: [JSON] = []
        var findings: [String] = []
        var refused: [Finding] = []
        var original: Version20.Original?

        var notes: [String] { original?.notes.map { "\($0.place) \($0.kind.rawValue)" } ?? [] }
        /// The object itself, which comes last.
        var main: JSON { objects.last ?? .null }

        init(_ text: String) {
            for scanned in Scan.all(text) {
                let (read, original) = Version20.read(scanned)
                if let original { self.original = original }
                for scanned in read {
                    switch scanned {
                    case .object(let object):
                        objects.append((try? JSON.parse(object.bytes)) ?? .null)
                        findings += object.findings.map { "\($0.code.rawValue) \($0.pointer)" }
                    case .refused(let refused): self.refused.append(refused.finding)
                    }
                }
            }
        }
    }

    private static let head = """
        "created":"2019-05-01T00:00:00.000Z","modified":"2019-05-01T00:00:00.000Z"
        """

    static func object(_ type: String, _ more: String) -> String {
        #"{"type":"\#(type)","id":"\#(type)--\#(Sample.uuid)",\#(head),\#(more)}"#
    }

    static func json(_ text: String) -> JSON { (try? JSON.parse(Array(text.utf8))) ?? .null }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let object: String
        /// Properties that the object has afterwards, and those that it must not have.
        let has: String
        var lacks: [String] = []
        var notes: [String] = []
    }

    static let cases = [
        Case(
            testDescription: "labels of the vocabulary are indicator types, others stay labels",
            object: object(
                "indicator",
                #""labels":["malicious-activity","port-scan"],"pattern":"[a-b:c = 1]","valid_from":"2019-05-01T00:00:00Z""#
            ),
            has:
                #"{"indicator_types":["malicious-activity"],"labels":["port-scan"],"pattern_type":"stix","spec_version":"2.1"}"#
        ),
        Case(
            testDescription: "labels of which none is in the vocabulary stay",
            object: object("threat-actor", #""name":"a","labels":["Very Bad"]"#), has: #"{"labels":["Very Bad"]}"#,
            lacks: ["threat_actor_types"]),
        Case(
            testDescription: "an indicator without valid_from is valid from its creation",
            object: object("indicator", #""labels":["benign"],"pattern":"[file:name = 'a']""#),
            has: #"{"valid_from":"2019-05-01T00:00:00.000Z","indicator_types":["benign"]}"#, lacks: ["labels"],
            notes: ["indicator.valid_from supplied"]),
        Case(
            testDescription: "malware with a name is a family",
            object: object("malware", #""name":"Poison","labels":["trojan","worm"]"#),
            has: #"{"is_family":true,"malware_types":["trojan","worm"]}"#, notes: ["malware.is_family supplied"]),
        Case(
            testDescription: "malware that is called by a hash is an instance",
            object: object("malware", #""name":"0cc175b9c0f1b6a831c399e269772661","labels":["worm"]"#),
            has: #"{"is_family":false}"#, notes: ["malware.is_family supplied"]),
        Case(
            testDescription: "is_family stays where it is said",
            object: object("malware", #""name":"a","is_family":false"#),
            has: #"{"is_family":false}"#),
        Case(
            testDescription: "labels of an identity are its roles",
            object: object("identity", #""name":"a","identity_class":"individual","labels":["CEO"]"#),
            has: #"{"roles":["CEO"]}"#, lacks: ["labels"]),
        Case(
            testDescription: "labels of a report are its types",
            object: object(
                "report",
                #""name":"a","labels":["campaign"],"published":"2019-05-01T00:00:00Z","object_refs":["tool--\#(Sample.uuid)"]"#
            ),
            has: #"{"report_types":["campaign"]}"#, lacks: ["labels"]),
        Case(
            testDescription: "custom properties and types stay",
            object: object("x-port-visit", #""x_quay":"4","labels":["a"]"#),
            has: #"{"x_quay":"4","labels":["a"],"spec_version":"2.1"}"#),
        Case(
            testDescription: "a relationship needs no more than its version",
            object: object(
                "relationship",
                #""relationship_type":"uses","source_ref":"malware--\#(Sample.uuid)","target_ref":"tool--\#(Sample.uuid)""#
            ),
            has: #"{"relationship_type":"uses","spec_version":"2.1"}"#),
        Case(
            testDescription: "a property of the same name as the one that labels would become keeps its place",
            object: object("tool", #""name":"a","labels":["exploitation"],"tool_types":["remote-access"]"#),
            has: #"{"tool_types":["remote-access"],"labels":["exploitation"]}"#),
        Case(
            testDescription: "what marks the labels marks the whole, since they have moved",
            object: object(
                "tool",
                #""name":"a","labels":["exploitation"],"granular_markings":[{"marking_ref":"\#(Sample.marking)","selectors":["labels.[0]","name"]}]"#
            ),
            has:
                #"{"object_marking_refs":["\#(Sample.marking)"],"granular_markings":[{"marking_ref":"\#(Sample.marking)","selectors":["name"]}]}"#,
            notes: ["tool.labels marked-whole"]),
    ]

    @Test(arguments: cases) func `becomes STIX 2.1`(_ given: Case) throws {
        let reading = Reading(given.object)
        #expect(reading.objects.count == 1)
        for member in Self.json(given.has).members ?? [] {
            #expect(reading.main[member.name] == member.value, "\(member.name)")
        }
        for name in given.lacks { #expect(reading.main[name] == nil, "\(name)") }
        #expect(reading.notes == given.notes)
        // The bytes that arrived are named by their hash.
        let reference = reading.main["external_references"]?.array?.last
        #expect(reference?["source_name"]?.string == Version20.sourceName)
        #expect(reading.original?.bytes == Array(given.object.utf8))
        let body = try reading.main.canonical()
        #expect(Version20.originals(namedBy: body) == [reading.original.map { Array($0.sha256) }])
        #expect(Reading(given.object).objects == reading.objects)
    }

    struct PatternCase: Sendable {
        let old: String
        let new: String

        init(_ old: String, _ new: String) { (self.old, self.new) = (old, new) }
    }

    @Test(arguments: [
        PatternCase("[file:name = 'a']", "[file:name = 'a']"),
        PatternCase(
            "[file:name = 'START'] START '2019-01-01T00:00:00Z' STOP '2019-02-01T00:00:00Z'",
            "[file:name = 'START'] START t'2019-01-01T00:00:00Z' STOP t'2019-02-01T00:00:00Z'"),
        PatternCase(
            "[a:b = 1] START t'2019-01-01T00:00:00Z' STOP t'2019-02-01T00:00:00Z'",
            "[a:b = 1] START t'2019-01-01T00:00:00Z' STOP t'2019-02-01T00:00:00Z'"),
        PatternCase(
            "[process:name = 'a.exe' AND process:binary_ref.name = 'b' AND process:created > t'2019-01-01T00:00:00Z']",
            "[process:image_ref.name = 'a.exe' AND process:image_ref.name = 'b' AND process:created_time > t'2019-01-01T00:00:00Z']"
        ),
        PatternCase("[file:hashes.ssdeep = '3:a:b']", "[file:hashes.SSDEEP = '3:a:b']"),
        PatternCase("[file:hashes.'ssdeep' LIKE 'ssdeep']", "[file:hashes.'SSDEEP' LIKE 'ssdeep']"),
        PatternCase(
            "[windows-registry-key:modified > t'2019-01-01T00:00:00Z']",
            "[windows-registry-key:modified_time > t'2019-01-01T00:00:00Z']"),
        PatternCase("[file:is_encrypted = true]", "[file:x_stix20_is_encrypted = true]"),
        PatternCase(
            "[process:arguments[0] = '-a'] /* process:name */",
            "[process:x_stix20_arguments[0] = '-a'] /* process:name */"),
        PatternCase("[file:name = 'broken", "[file:name = 'broken"),
    ]) func `patterns are written in the grammar and names of 2.1`(_ given: PatternCase) throws {
        let pattern = try String(decoding: JSON.string(given.old).canonical(), as: UTF8.self)
        let reading = Reading(
            Self.object("indicator", #""labels":["benign"],"valid_from":"2019-05-01T00:00:00Z","pattern":\#(pattern)"#))
        #expect(reading.main["pattern"]?.string == given.new)
        #expect(reading.notes == (given.old == given.new ? [] : ["indicator.pattern pattern-rewritten"]))
    }

    @Test func `objects of 2.1 are left alone`() {
        for text in [Sample.tool(), #"{"type":"url","id":"url--\#(Sample.uuid)","value":"http://port.example/"}"#] {
            let reading = Reading(text)
            #expect(reading.original == nil)
            #expect(reading.objects == [Self.json(text)])
        }
    }

    @Test func `the four TLP markings are the ones of the standard, and others name their original`() {
        let white = """
            {"type":"marking-definition","id":"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",\
            "created":"2017-01-20T00:00:00.000Z","definition_type":"tlp","definition":{"tlp":"white"}
            """
        let reading = Reading(white + "}")
        #expect(
            reading.main
                == Self.json(
                    String(
                        decoding: (try? Self.json(
                            white + #","spec_version":"2.1","name":"TLP:WHITE"}"#
                        ).canonical()) ?? [], as: UTF8.self)))
        #expect(reading.findings == [])
        // One that says something else than its identifier is not made right.
        let other = Reading(white.replacing(#""white"}"#, with: #""red"}"#) + "}")
        #expect(other.main["name"] == nil)
        #expect(other.findings.contains { $0.hasPrefix("contradictory-marking") })
        let statement = Reading(
            #"{"type":"marking-definition","id":"marking-definition--\#(Sample.uuid)","created":"2019-01-20T00:00:00.000Z","definition_type":"statement","definition":{"statement":"© Harbour"}}"#
        )
        #expect(statement.main["external_references"]?[0]?["source_name"]?.string == Version20.sourceName)
    }

    @Test func `what can't be read as 2.1 either stays refused with its reason`() {
        let reading = Reading(Self.object("tool", #""name":"a""#).replacing("2019-05", with: "2019-13"))
        #expect(reading.refused.map(\.code) == [.badVersion])
        #expect(reading.original == nil)
        #expect(Reading(#"{"type":"tool","id":"tool--1","name":"a"}"#).refused.map(\.code) == [.badID])
    }
}

extension Scan {
    /// What the scanner delivers, as it delivers it.
    static func all(_ text: String) -> [Scanned] {
        var found: [Scanned] = []
        var scanner = ObjectScanner()
        try? scanner.feed(Array(text.utf8)) { found.append($0) }
        return found
    }
}
