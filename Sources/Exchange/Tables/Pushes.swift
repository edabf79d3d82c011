import Ledger
import STIX
import Storage

/// How much of each collection outside servers have been given.
struct Pushes: LedgerTable {
    let ledger: GatewayLedger

    /// Where the next push begins: behind what was given, or at the start where the log began anew or more may leave now.
    func next(of collection: LogCollection, to address: String, upTo: TLP) async throws -> Int {
        try await read { session in
            try session.value(
                """
                SELECT next FROM push WHERE collection = \(collection.id) AND address = \(address)
                AND epoch = \(collection.epoch) AND up_to >= \(upTo)
                """) ?? 0
        }
    }

    func keep(_ next: Int, of collection: LogCollection, to address: String, upTo: TLP) async throws {
        let now = ledger.surroundings.now().microseconds
        try await write { session in
            try session.run(
                """
                INSERT INTO push (collection, address, epoch, next, up_to, pushed)
                VALUES (\(collection.id), \(address), \(collection.epoch), \(next), \(upTo), \(now))
                ON CONFLICT (collection, address) DO UPDATE SET epoch = excluded.epoch, next = excluded.next,
                    up_to = excluded.up_to, pushed = excluded.pushed
                """)
        }
    }
}
