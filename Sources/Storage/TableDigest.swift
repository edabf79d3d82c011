import Crypto

/// What a table holds, in whatever order: the number of its rows and the sum of their hashes.
package struct TableDigest: Equatable {
    private var rows = 0
    private var sum: UInt128 = 0

    fileprivate mutating func add(_ row: [UInt8]) {
        rows += 1
        sum &+= SHA256.hash(data: row).prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }
}

extension Session {
    /// What a table holds now.
    ///
    /// - Parameter columns: those that say something.
    package func digest(of table: String, columns: String = "*") throws -> TableDigest {
        var digest = TableDigest()
        try walk(SQL(text: "SELECT \(columns) FROM \(table)")) { row in
            digest.add(try row.bytes)
            return true
        }
        return digest
    }
}
