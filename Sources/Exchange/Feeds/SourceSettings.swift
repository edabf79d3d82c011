package import STIX
import Storage

/// Another server that objects come from: what it is, where they go, and how far they are believed.
package struct SourceSettings: Sendable, Hashable {
    /// By which protocol it is asked.
    package enum Kind: String, Sendable, CaseIterable, SQLValue {
        /// A TAXII 2.1 collection.
        case taxii
        /// Another gateway's collection, log and all (law 10).
        case mirror
        /// A folder with a MISP feed.
        case misp
    }

    /// How far a source was right in the past: the Admiralty scale's letters.
    package enum Reliability: String, Sendable, CaseIterable, SQLValue {
        case completelyReliable = "A"
        case usuallyReliable = "B"
        case fairlyReliable = "C"
        case notUsuallyReliable = "D"
        case unreliable = "E"
        case cannotBeJudged = "F"
    }

    /// UUID.
    package let id: String
    /// The name under which the ledger knows what it says; unique.
    package let name: String
    package let kind: Kind
    package let address: String
    package let credentials: PeerCredentials
    /// A file with the certificates to trust for it; nil for the system's.
    package let authority: String?
    /// UUID of the collection its objects go to.
    package let collection: String
    /// What an object of it without a TLP counts as; nil for the collection's ceiling.
    package let defaultMarking: TLP?
    package let reliability: Reliability
    /// Seconds between two polls.
    package let interval: Int
}
