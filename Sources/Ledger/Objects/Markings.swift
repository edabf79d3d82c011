import STIX
import Storage

/// What the markings of an object amount to in one collection (law 7).
///
/// A definition counts where every reader of the collection can read it: what it says of an object must not tell that
/// something stands where they may not look (law 3).
struct Markings {
    private let collection: Int
    /// The numbers of the collections whose definitions count, this one among them.
    private let wider: [Int]
    /// Marking definitions that count by id; `.some(nil)`: known, and does not restrict.
    private var known: [String: TLP?] = [:]

    init(_ collection: LogCollection, in session: Session) throws {
        self.collection = collection.number
        let audiences = collection.audience.wider.map(\.description)
        wider = try session.rows("SELECT number FROM collection WHERE audience IN (\(list: audiences))") {
            try $0.get(0, as: Int.self)
        }
    }

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
        // Of two definitions of one marking the stricter counts, whichever came last.
        let before: TLP?? = try session.value(
            "SELECT tlp FROM marking WHERE collection = \(collection) AND object = \(number)", as: TLP?.self)
        let stricter = [before ?? nil, tlp].compactMap(\.self).max()
        try session.run(
            """
            INSERT INTO marking (collection, object, tlp) VALUES (\(collection), \(number), \(stricter.sql))
            ON CONFLICT (collection, object) DO UPDATE SET tlp = excluded.tlp
            """)
        known[object.id] = nil
    }

    /// After an erasure: the marking says what the definitions that are left say.
    static func relearn(_ object: Int, in collection: Int, _ session: Session) throws {
        let known: Int? = try session.value(
            "SELECT 1 FROM marking WHERE collection = \(collection) AND object = \(object)")
        guard known != nil else { return }
        try session.run("DELETE FROM marking WHERE collection = \(collection) AND object = \(object)")
        let bodies = try session.rows(
            """
            SELECT DISTINCT \(LogCollection.columns), b.bytes
            FROM entry e JOIN body b ON b.collection = e.collection AND b.number = e.body
            JOIN collection c ON c.number = e.collection WHERE e.collection = \(collection) AND e.object = \(object)
            """
        ) { (try LogCollection($0), try $0.get(LogCollection.width, as: [UInt8].self)) }
        for (collection, bytes) in bodies {
            guard let definition = try STIXObject(stored: bytes) else { continue }
            var markings = try Markings(collection, in: session)
            try markings.learn(definition, number: object, in: session)
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

    /// What a marking amounts to: nil where it is unseen, `.some(nil)` where it does not restrict.
    mutating func look(up id: String, in session: Session) throws -> TLP?? {
        if let tlp = TLP(markingID: id) { return .some(tlp) }
        if let found = known[id] { return found }
        let found = try session.rows(
            """
            SELECT m.tlp FROM object o JOIN marking m ON m.collection = o.collection AND m.object = o.number
            WHERE \(SQL.isObject(id)) AND o.collection IN (\(list: wider))
            """
        ) { try $0.get(0, as: TLP?.self) }
        guard !found.isEmpty else { return nil }
        let strictest = found.compactMap(\.self).max()
        known[id] = .some(strictest)
        return .some(strictest)
    }
}
