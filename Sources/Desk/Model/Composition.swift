import Ledger
import STIX

/// The objects that a draft becomes.
struct Composition: Sendable {
    /// What is known around a draft when it becomes objects.
    struct Ground: Sendable {
        /// The date of this version.
        let now: Timestamp
        let uuid: @Sendable () -> String
        /// The identity of the organisation that says so.
        let author: String
        let marking: TLP
        /// Vulnerabilities that stand where the audience reads them, by their CVE number.
        let weaknesses: [String: String]
        /// The object that is corrected, as it stands.
        let predecessor: JSON?
    }

    /// Everything that is placed, in the order in which it is placed.
    private(set) var objects: [JSON] = []
    /// Identifier of the object that people are led to afterwards.
    private(set) var main = ""
    private let ground: Ground

    init(_ draft: DraftReading, kind: DraftKind, on ground: Ground) {
        self.ground = ground
        switch kind {
        case .advisory: advise(draft)
        case .indicators: indicate(draft)
        case .note: note(draft)
        case .opinion:
            finish(
                "opinion",
                [
                    ("opinion", draft.opinion.map { .string($0.rawValue) }), ("explanation", text(draft.text)),
                    ("object_refs", list(draft.about)),
                ], draft)
        case .sighting: sight(draft)
        }
    }

    private typealias Property = (name: String, value: JSON?)

    private mutating func advise(_ draft: DraftReading) {
        let weaknesses = draft.weaknesses.map { number in
            ground.weaknesses[number]
                ?? add(
                    "vulnerability",
                    [
                        ("name", .string(number)),
                        (
                            "external_references",
                            .array([.object([.text("source_name", "cve"), .text("external_id", number)])])
                        ),
                    ])
        }
        let indicators = draft.patterns.map { add("indicator", indicator($0, name: $0.value, draft)) }
        let about = (draft.about + weaknesses + indicators).unique
        finish(
            "report",
            [
                ("name", .string(draft.title)), ("description", text(draft.text)),
                ("report_types", list(draft.reportTypes)),
                ("published", time(draft.published ?? ground.now)),
                // A report is never about nothing (STIX 2.1 §4.16.1): at least it is about who says so.
                ("object_refs", list(about.isEmpty ? [ground.author] : about)),
                ("external_references", sources(draft)),
            ], draft)
    }

    private mutating func indicate(_ draft: DraftReading) {
        guard draft.patterns.count > 1 else {
            guard let only = draft.patterns.first else { return }
            let name = draft.title.isEmpty ? only.value : draft.title
            return finish("indicator", indicator(only, name: name, draft, isMain: true), draft)
        }
        let indicators = draft.patterns.map { add("indicator", indicator($0, name: $0.value, draft)) }
        finish(
            "grouping",
            [
                ("name", .string(draft.title)), ("description", text(draft.text)),
                ("context", .string("suspicious-activity")), ("object_refs", list((indicators + draft.about).unique)),
                ("external_references", sources(draft)),
            ], draft)
    }

    private func indicator(_ pattern: IndicatorPattern, name: String, _ draft: DraftReading, isMain: Bool = false)
        -> [Property]
    {
        [
            ("name", .string(name)), ("description", isMain ? text(draft.text) : nil),
            ("pattern", .string(pattern.pattern)), ("pattern_type", .string("stix")),
            ("valid_from", time(draft.validFrom ?? ground.now)),
            ("labels", isMain ? nil : list(draft.labels)),
            ("external_references", isMain ? sources(draft) : nil),
        ]
    }

    private mutating func note(_ draft: DraftReading) {
        finish(
            "note",
            [
                ("abstract", text(draft.title)), ("content", text(draft.text)), ("object_refs", list(draft.about)),
            ], draft)
    }

    private mutating func sight(_ draft: DraftReading) {
        guard let seen = draft.about.first else { return }
        guard ObservableTypes.holds(seen) else {
            return finish(
                "sighting",
                [
                    ("sighting_of_ref", .string(seen)), ("description", text(draft.text)),
                    ("count", number(draft.count)), ("first_seen", draft.first.map(time)),
                    ("last_seen", draft.last.map(time)), ("where_sighted_refs", list([ground.author])),
                ], draft)
        }
        // A sighting is of a claim; of a bare value one says that it was observed (STIX 2.1 §5.2).
        let first = draft.first ?? draft.last ?? ground.now
        finish(
            "observed-data",
            [
                ("first_observed", time(first)), ("last_observed", time(draft.last ?? first)),
                ("number_observed", number(draft.count ?? 1)), ("object_refs", list([seen])),
            ], draft)
        if !draft.text.isEmpty {
            _ = add("note", [("content", .string(draft.text)), ("object_refs", list([main, seen]))])
        }
    }

    /// The object that the draft is about: a new one, or the next version of its predecessor.
    private mutating func finish(_ type: String, _ properties: [Property], _ draft: DraftReading) {
        let own = properties + [("labels", list(draft.labels))]
        guard let predecessor = ground.predecessor, let members = predecessor.members,
            let id = predecessor.text("id")
        else {
            main = add(type, own)
            return
        }
        main = id
        let statements = predecessor.texts("object_marking_refs").filter { TLP(markingID: $0) == nil }
        var changes: [String: JSON?] = Dictionary(own.map { ($0.name, $0.value) }) { _, last in last }
        // What the form does not ask stays as it was: when it was first said, by whom, since when it counts.
        changes["modified"] = time(ground.now)
        changes["object_marking_refs"] = list([ground.marking.markingID] + statements)
        if draft.published == nil { changes["published"] = nil }
        if draft.validFrom == nil { changes["valid_from"] = nil }
        var left: [JSON.Member] = []
        for member in members {
            guard let change = changes.removeValue(forKey: member.name) else {
                left.append(member)
                continue
            }
            if let change { left.append(.init(name: member.name, value: change)) }
        }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            if let value { left.append(.init(name: name, value: value)) }
        }
        objects.append(.object(left))
    }

    private mutating func add(_ type: String, _ properties: [Property]) -> String {
        let id = "\(type)--\(ground.uuid())"
        var members: [JSON.Member] = [
            .text("type", type), .text("spec_version", "2.1"), .text("id", id),
            .text("created_by_ref", ground.author), .init(name: "created", value: time(ground.now)),
            .init(name: "modified", value: time(ground.now)),
        ]
        for property in properties {
            if let value = property.value { members.append(.init(name: property.name, value: value)) }
        }
        members.append(.init(name: "object_marking_refs", value: list([ground.marking.markingID]) ?? .null))
        objects.append(.object(members))
        return id
    }

    /// The public face of an organisation that has none yet.
    static func identity(_ id: String, name: String, now: Timestamp) -> JSON {
        let time = now.inMilliseconds.description
        return .object([
            .text("type", "identity"), .text("spec_version", "2.1"), .text("id", id), .text("created_by_ref", id),
            .text("created", time), .text("modified", time), .text("name", name),
            .text("identity_class", "organization"),
            .init(name: "object_marking_refs", value: .array([.string(TLP.clear.markingID)])),
        ])
    }

    private func text(_ text: String) -> JSON? { text.isEmpty ? nil : .string(text) }
    private func list(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .array(texts.map(JSON.string)) }
    private func time(_ time: Timestamp) -> JSON { .string(time.inMilliseconds.description) }
    private func number(_ number: Int?) -> JSON? { number.flatMap { JSON.Number(Double($0)) }.map(JSON.number) }

    private func sources(_ draft: DraftReading) -> JSON? {
        // The form asks for names and addresses; what else a source of the predecessor says stays with it.
        let before = ground.predecessor?["external_references"]?.array ?? []
        let kept = before.filter { old in
            guard let address = old.text("url") else { return true }
            return draft.references.contains { $0.address == address }
        }
        let known = kept.compactMap { $0.text("url") }
        let new = draft.references.filter { !known.contains($0.address) }.map { source in
            JSON.object([.text("source_name", source.name), .text("url", source.address)])
        }
        return kept.isEmpty && new.isEmpty ? nil : .array(kept + new)
    }
}

/// The types of bare values (STIX 2.1 §6), whose identifiers come from what they hold.
enum ObservableTypes {
    /// Whether it is one of them.
    static func hold(_ type: String) -> Bool { ObjectType.named(type)?.category == .observable }

    /// Whether an identifier is that of an observable.
    static func holds(_ id: String) -> Bool { STIXIdentifier.split(id).map { hold(String($0.type)) } ?? false }
}
