import Hall
import Kinds
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
        // What it becomes follows from its kind.
        case .record, .translation: break
        }
    }

    /// The words of an object in another language, or their next version.
    init(_ typed: TypedTranslation, of original: TypedTranslation.Original, on ground: Ground) {
        self.ground = ground
        var begun: Composer
        if let predecessor = ground.predecessor, let next = Composer(changing: predecessor, marking: ground.marking) {
            begun = next
            begun.set("modified", ground.now)
        } else {
            begun = Composer(
                "language-content", uuid: ground.uuid(), by: ground.author, created: ground.now,
                marking: ground.marking)
        }
        main = begun.id
        objects = [
            Translation.written(
                typed.texts, of: original.json, version: Timestamp(typed.version) ?? original.holding.version,
                kind: original.kind, in: typed.language, on: begun)
        ]
    }

    /// An object of a kind, or the next version of one.
    init(_ reading: RecordReading, language: String, on ground: Ground) {
        self.ground = ground
        var begun: Composer
        if let predecessor = ground.predecessor, let next = Composer(changing: predecessor, marking: ground.marking) {
            begun = next
            begun.set("modified", ground.now)
        } else {
            begun = Composer(
                reading.kind.noun.type, uuid: ground.uuid(), by: ground.author, created: ground.now,
                marking: ground.marking)
        }
        main = begun.id
        objects = [RecordObject.written(reading, language: language, on: begun)]
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
        guard let predecessor = ground.predecessor,
            var next = Composer(changing: predecessor, marking: ground.marking), !next.id.isEmpty
        else {
            main = add(type, own)
            if !draft.remark.isEmpty, let last = objects.indices.last, var said = Composer(changing: objects[last]) {
                draft.remark.said(in: &said)
                objects[last] = said.object
            }
            return
        }
        draft.remark.said(in: &next)
        main = next.id
        next.set("modified", ground.now)
        for property in own {
            // What the form does not ask stays as it was: when it was first said, since when it counts.
            if property.name == "published" && draft.published == nil { continue }
            if property.name == "valid_from" && draft.validFrom == nil { continue }
            next.set(property.name, property.value)
        }
        objects.append(next.object)
    }

    private mutating func add(_ type: String, _ properties: [Property]) -> String {
        var new = Composer(
            type, uuid: ground.uuid(), by: ground.author, created: ground.now, marking: ground.marking)
        for property in properties { new.set(property.name, property.value) }
        objects.append(new.object)
        return new.id
    }

    private func text(_ text: String) -> JSON? { text.isEmpty ? nil : .string(text) }
    private func list(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .array(texts.map(JSON.string)) }
    private func time(_ time: Timestamp) -> JSON { .time(time) }
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
