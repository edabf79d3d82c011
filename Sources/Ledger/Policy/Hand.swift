import Storage

/// Whose hand did something in a log: kept beside it, for the eyes of those who may know; no log and no export tells it.
package enum Hand: Sendable, Hashable {
    /// Somebody with an account here, by its UUID.
    case account(String)
    /// Whoever ran a command on the data directory, by their name on the machine.
    case machine(user: String)

    /// UUID of the account; nil for a command.
    var account: String? {
        if case .account(let id) = self { id } else { nil }
    }
}

extension Person {
    package var hand: Hand { .account(account) }
}

extension Session {
    /// Keeps whose hand made these entries of a collection; those of one transaction are one row.
    func note(_ hand: Hand, at positions: Range<Int>, of collection: Int) throws {
        guard !positions.isEmpty else { return }
        let user: String? = if case .machine(let user) = hand { user } else { nil }
        try run(
            """
            INSERT INTO hand (collection, first, next, account, operator)
            VALUES (\(collection), \(positions.lowerBound), \(positions.upperBound), \(hand.account.sql), \(user.sql))
            ON CONFLICT (collection, first) DO UPDATE SET
                next = excluded.next, account = excluded.account, operator = excluded.operator
            """)
    }

    /// Whose hand made an entry; nil where nobody's is known.
    func hand(at position: Int, of collection: Int) throws -> Hand? {
        let found = try first(
            """
            SELECT next, account, operator FROM hand WHERE collection = \(collection) AND first <= \(position)
            ORDER BY first DESC LIMIT 1
            """
        ) { (try $0.get(0, as: Int.self), try $0.get(1, as: String?.self), try $0.get(2, as: String?.self)) }
        guard let (next, account, user) = found, position < next else { return nil }
        return account.map(Hand.account) ?? user.map(Hand.machine)
    }
}
