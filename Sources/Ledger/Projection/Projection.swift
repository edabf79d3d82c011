package import STIX
package import Storage

/// What a room keeps of the objects that readers see now, and can make again from them (law 12).
///
/// It is told in the transaction that shows or hides an object, whichever way that came about: admission, a withdrawal, an
/// erasure, a decision, a mirror. What it has is of one collection, so that a reader's question touches nothing of another one.
package protocol Projection: SendableMetatype {
    /// Its tables, which hold nothing else.
    static var tables: [String] { get }
    /// Raised where what it keeps of an object changes: it is then made anew when the gateway is opened.
    static var version: Int { get }
    /// Whether objects of this type matter to it; it hears of no others.
    static func wants(_ type: String) -> Bool
    /// Takes everything out of its tables, before all is shown anew.
    static func empty(in session: Session) throws

    init(collection: Int, in session: Session) throws
    /// Readers see this version of an object from now on.
    mutating func show(_ shown: ShownObject, objects: ObjectNumbers) throws
    /// Readers see it no longer: another version follows, or it was withdrawn or erased. Its body is still here.
    mutating func hide(_ shown: ShownObject) throws
    /// The last that it is told in a transaction.
    mutating func finish() throws
}

extension Projection {
    package static var version: Int { 1 }
    package static func wants(_ type: String) -> Bool { true }

    package static func empty(in session: Session) throws {
        for table in tables { try session.run(SQL(text: "DELETE FROM \(table)")) }
    }

    package mutating func finish() throws {}
}

/// A version of an object, as the readers of a collection see it.
package struct ShownObject {
    /// The number of its version line, which is that of the entry it shows.
    package var line: Int { entry.number }
    /// The number of the object's identifier.
    package let object: Int
    package var stix: STIXObject { candidate.object }
    /// When it was added to the collection.
    package var added: Timestamp { Timestamp(clamping: entry.added) }
    let candidate: Candidate
    let entry: ShownEntry
}
