import Hall
import Kinds
import Ledger
import STIX
import Storage

/// Who looks, and what may differ without their noticing.
enum Looker: String, CaseIterable, Sendable {
    /// Nobody who is signed in.
    case anybody
    /// A reader of Beta, which is alone in a group that hides its members.
    case reader
    /// A member of Alpha, which shares a group with the desk.
    case member
    case analyst
    case administrator

    var account: String? {
        switch self {
        case .anybody: nil
        case .reader: "Bo"
        case .member: "Al"
        case .analyst: "Ana"
        case .administrator: "Root"
        }
    }

    /// The collections that the looker reads.
    var reads: Set<String> {
        switch self {
        case .anybody: ["public"]
        case .reader: ["public", "all", "h", "org-b"]
        case .member: ["public", "all", "g", "org-a", "named"]
        case .analyst, .administrator: ["public", "all", "desk", "g"]
        }
    }
}

/// What happens in an experiment, made from a seed: a cast that everybody knows, then a history of which one looker may see
/// a part.
struct Plan: Sendable {
    struct Event: Sendable {
        let step: Step
        /// Whether only the second world takes it.
        let isHidden: Bool
    }

    static let collections = ["public", "desk", "all", "g", "h", "org-a", "org-b", "named"]

    static let cast: [Step] = [
        .organisation("Alpha", domain: "alpha.example", network: "203.0.113.0/28"),
        .organisation("Beta", domain: "beta.example", network: "198.51.100.0/25"),
        .group("G", hidesMembers: false), .group("H", hidesMembers: true),
        .joins(organisation: "Alpha", group: "G"), .joins(organisation: "CSIRT Valdoria", group: "G"),
        .joins(organisation: "Beta", group: "H"),
        .account("Root", .administrator, organisation: "CSIRT Valdoria"),
        .account("Ana", .analyst, organisation: "CSIRT Valdoria"), .account("Al", .member, organisation: "Alpha"),
        .account("Bo", .reader, organisation: "Beta"),
        .collection("all", audience: "signed-in", defaultMarking: nil),
        .collection("g", audience: "group:G", defaultMarking: .green),
        .collection("h", audience: "group:H", defaultMarking: nil),
        .collection("org-a", audience: "organisation:Alpha", defaultMarking: .clear),
        .collection("org-b", audience: "organisation:Beta", defaultMarking: .green),
        .collection("named", audience: "persons:Al", defaultMarking: .clear),
        .says(Things.alike.map(Things.alike), collection: "public", source: "feed"),
        .says([Things.alike(Things.alike[0])], collection: "g", source: "feed"),
        .shows(kind: Things.kind), .watches(account: "Root"), .watches(account: "Ana"), .watches(account: "Al"),
        .watches(account: "Bo"),
    ]

    let events: [Event]

    init(seed: UInt64, looker: Looker, length: Int = 36) {
        var dice = Dice(seed)
        var events: [Event] = []
        for number in 0..<length {
            let collection = Self.collections.randomElement(using: &dice) ?? "public"
            let isHidden = !looker.reads.contains(collection)
            // Objects that stand nowhere where the looker reads may be erased behind their back.
            let range = isHidden ? 0..<Things.all : 0..<Things.seen
            switch Int.random(in: 0..<15, using: &dice) {
            case 0...6:
                let count = Int.random(in: 1...6, using: &dice)
                let objects = (0..<count).map { _ in
                    Things.object(Int.random(in: range, using: &dice), using: &dice)
                }
                let source = ["feed", "file", "organisation:x"].randomElement(using: &dice) ?? "feed"
                events.append(.init(step: .says(objects, collection: collection, source: source), isHidden: isHidden))
            case 7:
                let id = Things.id(Int.random(in: range, using: &dice))
                events.append(.init(step: .withdraws(id, collection: collection), isHidden: isHidden))
            case 8:
                let decision: QuarantineDecision = Bool.random(using: &dice) ? .accept : .dismiss
                events.append(.init(step: .decides(collection: collection, decision), isHidden: isHidden))
            case 9:
                events.append(.init(step: .undoesLastImport(collection: collection), isHidden: isHidden))
            case 10:
                let id = Things.id(Int.random(in: Things.seen..<Things.all, using: &dice))
                events.append(.init(step: .erases(id), isHidden: true))
            case 11...13:
                // Seen and hidden collections get the same contents, and objects that name what is only elsewhere.
                let file = Int.random(in: 0..<Things.files, using: &dice)
                let number = Int.random(in: isHidden ? 0..<Things.files : 0..<(Things.files - 1), using: &dice)
                let object = Int.random(in: 0..<5, using: &dice) == 0 ? nil : number
                let names = Things.file(file, named: number)
                events.append(
                    Bool.random(using: &dice)
                        ? .init(
                            step: .brings(file: file, object: object, collection: collection), isHidden: isHidden)
                        : .init(step: .says([names], collection: collection, source: "file"), isHidden: isHidden))
            default:
                events += Self.comings(number, looker, using: &dice)
            }
        }
        self.events = events
    }

    /// People and groups come and go.
    ///
    /// Who runs the gateway sees that; others don't.
    private static func comings(_ number: Int, _ looker: Looker, using dice: inout Dice) -> [Event] {
        let isHidden = looker != .analyst && looker != .administrator
        let steps: [Step] = [
            .organisation("Org \(number)", domain: "o\(number).example", network: "192.0.2.\(number)/32"),
            .account("Person \(number)", .member, organisation: "Alpha"), .group("Group \(number)", hidesMembers: true),
            .joins(organisation: "Alpha", group: "H"), .leaves(organisation: "Alpha", group: "H"),
        ]
        // For a member of H its membership counts; for everybody else it doesn't.
        let choices = looker == .reader ? Array(steps.prefix(3)) : steps
        // Alpha in H reads what H is told: a member of Alpha would see that.
        let allowed = looker == .member ? Array(steps.prefix(3)) : choices
        return allowed.randomElement(using: &dice).map { [Event(step: $0, isHidden: isHidden)] } ?? []
    }
}

/// The objects of the experiments: few identifiers and few words, so that what is seen and what is hidden meet everywhere.
enum Things {
    /// Objects below this number may stand anywhere.
    static let seen = 18
    /// Those from `seen` on stand only where the looker does not read.
    static let all = 24

    private static let types = [
        "indicator", "malware", "relationship", "sighting", "note", "report", "identity", "marking-definition",
        "vulnerability", "opinion", "concord-record", "concord-step",
    ]

    /// The kind that records are of; the worlds show it to people.
    static let kind = "initiative"

    static func type(_ number: Int) -> String { types[number % types.count] }

    /// Two records that look alike; everybody reads both, and the first stands in a group too.
    static let alike = [34, 46]

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "\(type(number))--00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
    }

    /// Contents of files, and objects that name one.
    static let files = 4

    static func content(_ number: Int) -> [UInt8] { Array("the content of file \(number)".utf8) }

    static func fileID(_ number: Int) -> String { "file--00000000-0000-4000-8000-00000000000\(number)" }

    static func file(_ number: Int, named object: Int) -> String {
        """
        {"type":"file","spec_version":"2.1","id":"\(fileID(object))",\
        "hashes":{"SHA-256":"\(BlobHash(of: content(number)))"},"name":"file \(number)"}
        """
    }

    static let words = ["heron", "latch", "parcel", "bank", "forged", "tower"]
    static let values = ["203.0.113.5", "198.51.100.9", "login.alpha.example", "beta.example", "CVE-2026-10001"]

    private static func time(_ version: Int) -> String { "2025-06-01T00:00:0\(version).000Z" }

    static func alike(_ number: Int) -> String {
        record(
            number,
            #""name":"record \#(number)","objectives":"x","countries":["XV"],"work_areas":["legal"],"begins":"2026-01-01","ends":"2026-09-01","links":["https://gone.example/\#(number)"]"#,
            [
                #""type":"concord-record""#, #""spec_version":"2.1""#, #""id":"\#(id(number))""#,
                #""created":"\#(time(0))""#, #""modified":"\#(time(0))""#, #""name":"record \#(number)""#,
            ])
    }

    /// An object of the kind with these values, behind its other members.
    private static func record(_ number: Int, _ values: String, _ members: [String]) -> String {
        let kind = KindShelf.core.kinds.first { $0.name == Self.kind }?.id ?? ""
        let extensions =
            #""extensions":{"\#(KnownExtension.record.definition.id)":{"extension_type":"new-sdo"},"\#(KnownExtension.kindValues.definition.id)":{"extension_type":"property-extension","kind_ref":"\#(kind)","values":{\#(values)}}}"#
        return "{\((members + [extensions]).joined(separator: ","))}"
    }

    /// An object in one of a few versions and contents, referring to others at random.
    static func object(_ number: Int, using dice: inout Dice) -> String {
        let version = Int.random(in: 0..<4, using: &dice)
        let word = words.randomElement(using: &dice) ?? ""
        let value = values.randomElement(using: &dice) ?? ""
        func other(_ wanted: String? = nil) -> String {
            let numbers = (0..<all).filter { wanted == nil || type($0) == wanted }
            return id(numbers.randomElement(using: &dice) ?? 0)
        }
        var members = [
            #""type":"\#(type(number))""#, #""spec_version":"2.1""#, #""id":"\#(id(number))""#,
            #""created":"\#(time(0))""#,
        ]
        let isMarking = type(number) == "marking-definition"
        if !isMarking {
            members.append(#""modified":"\#(time(version))""#)
            if Int.random(in: 0..<3, using: &dice) == 0 { members.append(#""created_by_ref":"\#(other("identity"))""#) }
            var markings: [String] = []
            if Bool.random(using: &dice) {
                markings.append((TLP.allCases.randomElement(using: &dice) ?? .clear).markingID)
            }
            if Int.random(in: 0..<4, using: &dice) == 0 { markings.append(other("marking-definition")) }
            if !markings.isEmpty {
                members.append(#""object_marking_refs":[\#(markings.map { "\"\($0)\"" }.joined(separator: ","))]"#)
            }
        }
        switch type(number) {
        case "indicator":
            members += [
                #""name":"\#(word)""#, #""pattern":"[ipv4-addr:value = '\#(value)']""#, #""pattern_type":"stix""#,
                #""valid_from":"\#(time(0))""#,
            ]
        case "relationship":
            members += [
                #""relationship_type":"related-to""#, #""source_ref":"\#(other())""#, #""target_ref":"\#(other())""#,
            ]
        case "sighting": members.append(#""sighting_of_ref":"\#(other("indicator"))""#)
        case "note": members += [#""content":"\#(word) \#(value)""#, #""object_refs":["\#(other())"]"#]
        case "concord-record":
            let kind = KindShelf.core.kinds.first { $0.name == Self.kind }?.id ?? ""
            let country = ["TN", "FR", "XV"].randomElement(using: &dice) ?? ""
            let area = ["legal", "technical", "capacity"].randomElement(using: &dice) ?? ""
            let values =
                #"{"name":"\#(word)","objectives":"\#(word) \#(value)","countries":["\#(country)"],"work_areas":["\#(area)"],"begins":"2026-0\#(version + 1)-01","ends":"2026-09-01","partner_refs":["\#(other("identity"))"],"links":["https://\#(word).example/","https://gone.example/\#(word)"]}"#
            members += [
                #""name":"\#(word)""#, #""description":"\#(word) \#(value)""#,
                #""extensions":{"\#(KnownExtension.record.definition.id)":{"extension_type":"new-sdo"},"\#(KnownExtension.kindValues.definition.id)":{"extension_type":"property-extension","kind_ref":"\#(kind)","values":\#(values)}}"#,
            ]
        case "concord-step":
            members += [
                #""object_ref":"\#(other("concord-record"))""#, #""step":"begin""#, #""from_state":"proposed""#,
                #""seen_refs":["\#(other("concord-step"))"]"#, #""reason":"\#(word) \#(value)""#,
                #""extensions":{"\#(KnownExtension.step.definition.id)":{"extension_type":"new-sdo"}}"#,
            ]
        case "opinion": members += [#""opinion":"agree""#, #""object_refs":["\#(other())"]"#]
        case "report":
            members += [#""name":"\#(word) report""#, #""published":"\#(time(0))""#, #""object_refs":["\#(other())"]"#]
        case "identity": members += [#""name":"\#(word) ltd""#, #""identity_class":"organization""#]
        case "marking-definition":
            members += [#""definition_type":"statement""#, #""definition":{"statement":"\#(word)"}"#]
        case "malware": members += [#""name":"\#(word)""#, #""is_family":true"#, #""description":"seen at \#(value)""#]
        default: members.append(#""name":"\#(value)""#)
        }
        return "{\(members.joined(separator: ","))}"
    }
}
