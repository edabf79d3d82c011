import STIX

extension Timestamp {
    /// A time from the database.
    init(stored microseconds: Int64) throws {
        guard let time = Timestamp(microseconds: microseconds) else {
            throw LedgerError(.damagedLog, "the database holds a time outside the years 1 to 9999")
        }
        self = time
    }
}
