import Synchronization
import Web

/// Something that there is only so much of: bytes held, requests under way.
///
/// Where all of it is taken, whoever is slowest gives way; where nobody is slow, a newcomer is asked to come again.
final class Budget: Sendable {
    struct Bounds: Sendable {
        let total: Int
        /// Of one remote address; this machine may have all: a proxy that does not say for whom it asks is many people.
        let one: Int
    }

    /// What somebody has of it, until they say so or forget it.
    final class Lease: Sendable {
        private let budget: Budget
        fileprivate let party: Party
        fileprivate let connection: Connection?

        fileprivate init(_ budget: Budget, _ party: Party, _ connection: Connection?) {
            (self.budget, self.party, self.connection) = (budget, party, connection)
        }

        /// Throws ``Problem/busy(seconds:)`` where there is no more, or it had to give way.
        func take(_ amount: Int) throws(Problem) { try budget.take(amount, for: self) }

        func end() { budget.end(self) }

        deinit { budget.end(self) }
    }

    fileprivate struct State {
        var all = 0
        var parties: [Party: Int] = [:]
        var leases: [ObjectIdentifier: (connection: Connection?, party: Party, amount: Int)] = [:]
    }

    private let bounds: Bounds
    private let state = Mutex(State())

    init(_ bounds: Bounds) { self.bounds = bounds }

    /// Seconds after which to come again: most of what is under way is over by then.
    private static let pause = 5

    /// Throws ``Problem/busy(seconds:)``.
    ///
    /// - Parameter connection: closed where it is the slowest and others need what it has.
    func lease(_ amount: Int, for party: Party, by connection: Connection? = nil) throws(Problem) -> Lease {
        let lease = Lease(self, party, connection)
        state.withLock { $0.leases[ObjectIdentifier(lease)] = (connection, party, 0) }
        try take(amount, for: lease)
        return lease
    }

    /// How much of it is taken.
    var taken: Int { state.withLock(\.all) }

    private func take(_ amount: Int, for lease: Lease) throws(Problem) {
        let id = ObjectIdentifier(lease)
        let (isTaken, leaving) = state.withLock { state -> (Bool, [Connection]) in
            var leaving: [Connection] = []
            // Who may have all of it is asked of the total alone: there the slow ones give way.
            let share = lease.party.isLoopback ? Int.max : bounds.one
            guard state.leases[id] != nil, (state.parties[lease.party] ?? 0) + amount <= share else {
                return (false, leaving)
            }
            while state.all + amount > bounds.total {
                guard let slowest = slowest(in: state, but: id) else { return (false, leaving) }
                if let connection = state.leases[slowest]?.connection { leaving.append(connection) }
                state.release(slowest)
            }
            state.leases[id]?.amount += amount
            state.parties[lease.party, default: 0] += amount
            state.all += amount
            return (true, leaving)
        }
        for connection in leaving { connection.close() }
        guard isTaken else { throw .busy(seconds: Self.pause) }
    }

    private func slowest(in state: State, but own: ObjectIdentifier) -> ObjectIdentifier? {
        state.leases.lazy.filter { $0.key != own && $0.value.amount > 0 }
            .compactMap { id, held in held.connection?.slowness.map { (id, $0) } }.max { $0.1 < $1.1 }?.0
    }

    private func end(_ lease: Lease) { state.withLock { $0.release(ObjectIdentifier(lease)) } }
}

extension Budget.State {
    fileprivate mutating func release(_ id: ObjectIdentifier) {
        guard let held = leases.removeValue(forKey: id) else { return }
        all -= held.amount
        let left = (parties[held.party] ?? 0) - held.amount
        parties[held.party] = left > 0 ? left : nil
    }
}
