import STIX
import Storage

/// Law 4 at the door of one collection: whether an identifier is kept for somebody else.
struct Reservations {
    private var parties: Parties

    /// What is known there is known to every reader of the collection, so a refusal tells nobody anything new.
    init(_ collection: LogCollection, in session: Session) throws {
        let audiences = collection.audience.wider.map(\.description)
        let wider = try session.rows("SELECT number FROM collection WHERE audience IN (\(list: audiences))") {
            try $0.get(0, as: Int.self)
        }
        parties = try Parties(among: wider, in: session)
    }

    /// Why this source can't say the object there; nil where it can.
    ///
    /// - Parameter line: the line of the object in that collection.
    mutating func objection(to object: STIXObject, from source: Source, line: Line?, in session: Session) throws -> (
        Quarantine.Code, String
    )? {
        guard let holder = try parties.holder(of: object.id) else { return nil }
        guard source == .organisation(holder.party) else {
            return (.reserved, "only the organisation that the identifier belongs to says something under it")
        }
        guard let line, line.source != holder.source else { return nil }
        return (
            .takenLine,
            "somebody else began the versions of this identifier here, which belongs to the organisation that says this"
        )
    }
}
