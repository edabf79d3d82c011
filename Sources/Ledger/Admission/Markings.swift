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
        var own: TLP?
        for reference in object.markingRefs {
            switch try look(up: reference, in: session) {
            case .none: return .unseen(reference)
            case .some(.none): continue
            case .some(.some(let tlp)): own = max(own ?? tlp, tlp)
            }
        }
        let effective = own ?? defaultMarking
        var strictest = effective
        for reference in object.granularMarkingRefs {
            switch try look(up: reference, in: session) {
            case .none: return .unseen(reference)
            case .some(.none): continue
            case .some(.some(let tlp)): strictest = max(strictest, tlp)
            }
        }
        return .known(effective: effective, strictest: strictest)
    }

    /// A definition that now stands here. One that nobody has mapped counts as RED; a statement never restricts.
    mutating func learn(_ object: STIXObject, number: Int, in session: Session) throws {
        guard let definition = object.markingDefinition else { return }
        let tlp: TLP? =
            switch definition {
            case .tlp(let tlp): tlp
            case .statement: nil
            case .other: .red
            }
        try session.run(
            "INSERT INTO marking (object, tlp) VALUES (\(number), \(tlp.sql)) ON CONFLICT (object) DO UPDATE SET tlp = \(tlp.sql)")
        known[object.id] = .some(tlp)
    }

    private mutating func look(up id: String, in session: Session) throws -> TLP?? {
        if let tlp = TLP(markingID: id) { return .some(tlp) }
        if let found = known[id] { return found }
        let found: TLP?? = try session.first(
            "SELECT m.tlp FROM marking m JOIN object o ON o.number = m.object WHERE o.id = \(id)"
        ) { try $0.get(0, as: TLP?.self) }
        if let found { known[id] = found }
        return found
    }
}
