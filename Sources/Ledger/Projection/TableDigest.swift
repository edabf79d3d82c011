import Crypto
import Storage

/// What a table holds, in whatever order: the number of its rows and the sum of their hashes.
struct TableDigest: Equatable {
    private var rows = 0
    private var sum: UInt128 = 0

    fileprivate mutating func add(_ row: [UInt8]) {
        rows += 1
        sum &+= SHA256.hash(data: row).prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }
}

extension Session {
    /// - Parameter columns: those that say something.
    func digest(of table: String, columns: String = "*") throws -> TableDigest {
        var digest = TableDigest()
        try statement("SELECT \(columns) FROM \(table)").each([]) { row in
            digest.add(row.bytes)
            return true
        }
        return digest
    }
}
