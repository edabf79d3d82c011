package import Ledger
package import Outside
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
    /// Whether it may stand on this machine or in an inner network.
    package let reach: Reach
    /// A file with the certificates to trust for it; nil for the system's.
    package let authority: String?
    /// UUID of the collection its objects go to.
    package let collection: String
    /// What an object of it without a TLP counts as; nil for the collection's ceiling.
    package let defaultMarking: TLP?
    package let reliability: Reliability
    /// What other content under a version means that it has sent before.
    package let corrections: Corrections
    /// Seconds between two polls.
    package let interval: Int
}

extension SourceSettings {
    /// As often as a server may be asked, and as seldom.
    package static let intervals = 60...604_800

    /// - Throws: `badSource` where the name is none, or another's word in the log.
    static func check(name: String) throws {
        guard (1...100).contains(name.utf8.count), name.first != " ", name.last != " ",
            name.unicodeScalars.allSatisfy({ $0.value >= 32 && !(127...159 ~= $0.value) })
        else { throw ExchangeError(.badSource, "a source has a name of up to 100 characters") }
        // Version lines belong to a name (law 4): under these the gateway's own people speak.
        guard (try? Source(named: name)) != nil, name.lowercased() != "desk" else {
            throw ExchangeError(.badSource, "\(name) is the name under which this gateway's own people speak")
        }
    }
}
