package import STIX
package import Storage

/// Hears that a log grows, in the transaction in which it does: what it writes is durable with the entries, or neither is.
///
/// It hears of everything that appends: admissions, withdrawals, erasures, decisions, rules of a collection, a mirror that
/// copies its peer. It notes that something is to be done; it does nothing itself.
package protocol GrowthListener: SendableMetatype {
    /// - Parameter size: how many entries the log has now.
    static func grew(_ collection: LogCollection, to size: Int, at now: Timestamp, in session: Session) throws
    /// Something that came for a collection waits for a decision.
    static func held(for collection: LogCollection, at now: Timestamp, in session: Session) throws
}

extension GrowthListener {
    package static func grew(_ collection: LogCollection, to size: Int, at now: Timestamp, in session: Session) {}
    package static func held(for collection: LogCollection, at now: Timestamp, in session: Session) {}
}

extension GatewayLedger {
    /// Tells the listeners of other rooms.
    func tellGrowth(of collection: LogCollection, to size: Int, in session: Session) throws {
        guard !listeners.isEmpty else { return }
        let now = surroundings.now()
        for listener in listeners { try listener.grew(collection, to: size, at: now, in: session) }
    }

    /// Tells them that something waits in quarantine.
    func tellHeld(for collection: LogCollection, in session: Session) throws {
        let now = surroundings.now()
        for listener in listeners { try listener.held(for: collection, at: now, in: session) }
    }
}
