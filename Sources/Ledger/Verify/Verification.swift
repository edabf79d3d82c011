package import MerkleLog

/// What a verifier found out about a log, and how much it can claim.
package struct Verification: Sendable {
    package var origin = ""
    package var size = 0
    package var root: TreeHash?
    package var claim = Claim.selfConsistent
    package var withdrawn = 0
    package var erased = 0
    package var bodies = 0
    /// Entries of which a mirror lacks something and says so.
    package var missing = 0
    package var bodyBytes = 0
    /// Files that came with it.
    package var blobs = 0
    /// SHA-256 of those that objects in it name and that did not come with it, in their order: never brought, or lost on the way.
    package var lackingBlobs: [String] = []
    /// In order of position; empty when all is well.
    package var problems: [Problem] = []

    /// What the absence of problems means.
    package enum Claim: Sendable, Equatable {
        /// The parts fit each other; somebody may still have made all of them anew.
        case selfConsistent
        /// And the holder of this key, which the verifier was given, signed it.
        case signed(vkey: String)
        /// And it continues the checkpoint the verifier was given.
        case continues(size: Int)
        case signedAndContinues(vkey: String, size: Int)
    }

    package struct Problem: Sendable, Equatable {
        package enum Kind: String, Sendable, Codable {
            case altered
            case deleted
            case inserted
            case reordered
            case truncated
            case rewritten
            case badSignature = "bad-signature"
            case badCheckpoint = "bad-checkpoint"
            case badLeaf = "bad-leaf"
            case badDate = "bad-date"
            case badRecord = "bad-record"
            case badBody = "bad-body"
            case missingBody = "missing-body"
            case missingRecord = "missing-record"
            case bodyNotErased = "body-not-erased"
            case unreadable
            /// A hash tile that is not made of the entries, or is not there.
            case badTile = "bad-tile"
            /// A piece that the log has no use for.
            case stranger
            /// A file that is not what it is called after.
            case badBlob = "bad-blob"
        }
        package let kind: Kind
        /// The first bad entry, where one can be named.
        package let position: Int?
        package let sentence: String
    }
}
