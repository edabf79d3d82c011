package import Ledger
package import Web

/// A collection: what it holds, for whom, and its log.
package struct CollectionModel: Sendable, Hashable {
    package let summary: CollectionSummary
    /// By count, the largest first.
    package let types: [TypeCount]
    /// The last entries of its log, the newest first; about twenty.
    package let changes: [EntryRow]
    /// Nothing before the first signed checkpoint: a mirror begins without one.
    package let log: LogHead?
    /// Of a mirror: how far it is.
    package let mirror: MirrorStatus?
    /// What must happen before anything is published there.
    package var review: Review?
    /// Whether the reader may say what must.
    package var mayAdminister = false

    package init(
        summary: CollectionSummary, types: [TypeCount], changes: [EntryRow], log: LogHead?, mirror: MirrorStatus? = nil
    ) {
        self.summary = summary
        self.types = types
        self.changes = changes
        self.log = log
        self.mirror = mirror
    }
}

/// How far the copy of a peer's log is proven.
package struct MirrorStatus: Sendable, Hashable {
    /// Entries that are here.
    package let copied: Int
    /// Entries up to which a signed checkpoint has proven all of it.
    package let verified: Int
    package let at: Moment?
    /// Entries of which the peer gave not all, without an entry that says why.
    package let unexplained: Int
    package let erasedHere: Int
    /// What contradicts the log; nothing while all is well.
    package let alarm: String?

    package init(copied: Int, verified: Int, at: Moment?, unexplained: Int, erasedHere: Int, alarm: String?) {
        self.copied = copied
        self.verified = verified
        self.at = at
        self.unexplained = unexplained
        self.erasedHere = erasedHere
        self.alarm = alarm
    }
}

/// One entry of a log, as a row.
package struct EntryRow: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case placed(ListedObject)
        case withdrawn(ObjectName, reason: String)
        /// What was erased cannot be named.
        case erased
        /// Its object is in the log of a peer, and not here.
        case absent
        case configured
    }

    /// Its number in the log, from 0.
    package let number: Int
    package let added: Moment
    package let kind: Kind
    /// Whose hand it was; nil where nobody's is known, or the reader may not know.
    package let hand: HandName?

    package init(number: Int, added: Moment, kind: Kind, hand: HandName? = nil) {
        self.number = number
        self.added = added
        self.kind = kind
        self.hand = hand
    }
}

/// What a signed checkpoint says of a log.
package struct LogHead: Sendable, Hashable {
    package let collection: CollectionName
    package let origin: String
    /// Number of entries.
    package let size: Int
    /// The root hash in base64, as it stands in the checkpoint.
    package let root: String
    package let signed: Moment
    /// The key that signs, as a C2SP verifier key.
    package let key: String

    package init(collection: CollectionName, origin: String, size: Int, root: String, signed: Moment, key: String) {
        self.collection = collection
        self.origin = origin
        self.size = size
        self.root = root
        self.signed = signed
        self.key = key
    }
}
