import STIX
import Storage

/// What the markings of an object amount to (law 7).
struct Markings {
    /// Marking definitions seen here by id; `.some(nil)`: known, and does not restrict.
    private var known: [String: TLP?] = [:]

    enum Verdict: Equatable {
        /// `effective` stands in the record; `strictest` counts the object's marked parts too.
        case known(effective: TLP, strictest: TLP)
        /// A marking definition that has not arrived.
        case unseen(String)
    }

    mutating func judge(_ object: STIXObject, default defaultMarking: TLP, in session: Session) throws -> Verdict {
        let unreadable = try Self.unreadable(object)
        var own: TLP? = unreadable.own ? .red : nil
        for reference in object.markingRefs {
            switch try look(up: reference, in: session) {
            case .none: return .unseen(reference)
            case .some(.none): continue
            case .some(.some(let tlp)): own = max(own ?? tlp, tlp)
            }
        }
        let effective = own ?? defaultMarking
        var strictest = unreadable.parts ? .red : effective
        for reference in object.granularMarkingRefs {
            switch try look(up: reference, in: session) {
            case .none: return .unseen(reference)
            case .some(.none): continue
            case .some(.some(let tlp)): strictest = max(strictest, tlp)
            }
        }
        return .known(effective: effective, strictest: strictest)
    }

    /// A definition that now stands here.
    ///
    /// One that nobody has mapped counts as RED; a statement never restricts.
    mutating func learn(_ object: STIXObject, number: Int, in session: Session) throws {
        guard let definition = object.markingDefinition else { return }
        let tlp: TLP? =
            switch definition {
            case .tlp(let tlp): tlp
            case .statement: nil
            case .other: .red
            }
        // Of two definitions of one marking the stricter counts, whichever came last and in which collection.
        let before = try look(up: object.id, in: session) ?? tlp
        let stricter = [before, tlp].compactMap(\.self).max()
        try session.run(
            """
            INSERT INTO marking (object, tlp) VALUES (\(number), \(stricter.sql))
            ON CONFLICT (object) DO UPDATE SET tlp = excluded.tlp
            """)
        known[object.id] = .some(stricter)
    }

    /// After an erasure: the marking says what the definitions that are left say.
    static func relearn(_ object: Int, in session: Session) throws {
        guard try session.value("SELECT 1 FROM marking WHERE object = \(object)", as: Int.self) != nil else { return }
        try session.run("DELETE FROM marking WHERE object = \(object)")
        let bodies = try session.rows(
            "SELECT DISTINCT b.number, b.bytes FROM entry e JOIN body b ON b.number = e.body WHERE e.object = \(object)"
        ) { try $0.get(1, as: [UInt8].self) }
        var markings = Markings()
        for bytes in bodies {
            if let definition = try STIXObject(stored: bytes) {
                try markings.learn(definition, number: object, in: session)
            }
        }
    }

    /// Whether the object says that it is marked in a way that can't be read: that is a marking nobody has mapped.
    private static func unreadable(_ object: STIXObject) throws -> (own: Bool, parts: Bool) {
        guard !object.findings.isEmpty else { return (false, false) }
        func found(below pointer: String) -> Bool {
            object.findings.contains {
                $0.pointer.hasPrefix(pointer) && [.badReference, .wrongKind, .badGranularMarking].contains($0.code)
            }
        }
        if found(below: "/object_marking_refs") { return (true, true) }
        if found(below: "/granular_markings") { return (false, true) }
        guard object.findings.contains(where: { $0.code == .findingsOmitted }) else { return (false, false) }
        // Nothing was noted of what comes behind the last finding.
        let json = try JSON.parse(object.bytes)
        func isReadable(_ reference: JSON?) -> Bool { reference?.string.map(STIXIdentifier.isValid) ?? false }
        let own = json["object_marking_refs"].map { $0.array?.allSatisfy(isReadable) ?? false } ?? true
        let parts = json["granular_markings"].map {
            $0.array?.allSatisfy { $0["marking_ref"].map(isReadable) ?? ($0["lang"] != nil) } ?? false
        }
        return (!own, !own || !(parts ?? true))
    }

    private mutating func look(up id: String, in session: Session) throws -> TLP?? {
        if let tlp = TLP(markingID: id) { return .some(tlp) }
        if let found = known[id] { return found }
        let found: TLP?? = try session.first(
            "SELECT m.tlp FROM marking m JOIN object o ON o.number = m.object WHERE \(SQL.isObject(id))"
        ) { try $0.get(0, as: TLP?.self) }
        if let found { known[id] = found }
        return found
    }
}
