/// Why the ledger refused.
package struct LedgerError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case unknownCollection = "unknown-collection"
        case unknownImport = "unknown-import"
        case unknownNotice = "unknown-notice"
        /// An operator can't decide this otherwise: the marking forbids it, or nothing was kept to decide about.
        case undecidable
        case unknownObject = "unknown-object"
        case unknownGateway = "unknown-gateway"
        /// No name for a source, or one under which this gateway itself speaks.
        case badSource = "bad-source"
        case aliasTaken = "alias-taken"
        case badAlias = "bad-alias"
        case readOnly = "read-only"
        case aboveCeiling = "above-ceiling"
        case damagedRecord = "damaged-record"
        case damagedLog = "damaged-log"
        case forked = "forked"
        case behindSigned = "behind-signed"
        /// A log that is followed is shorter than what was verified before.
        case rolledBack = "rolled-back"
        /// Something of a log that is followed is not what its signed checkpoint says.
        case unproven
        case badExport = "bad-export"
        case needsReason = "needs-reason"
        case notPlaced = "not-placed"
        /// What is read changes in a way that the reading can't follow; it can be begun again.
        case changing
        /// What was to be changed is no longer what its author saw.
        case changedMeanwhile = "changed-meanwhile"
        /// No room is left for a file.
        case overQuota = "over-quota"
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }
}
