import Crypto
import Storage

/// How the database finds an identifier: by the first eight bytes of its SHA-256.
///
/// Identifiers arrive in random order, so their index is the one that every batch writes all over; as eight bytes instead
/// of fifty it stays small. Keys may collide, so every look-up compares the identifier too.
enum ObjectKey {
    static func of(_ id: String) -> Int64 {
        var key: UInt64 = 0
        var index = 0
        for byte in SHA256.hash(data: Array(id.utf8)) {
            key = key << 8 | UInt64(byte)
            index += 1
            if index == 8 { break }
        }
        return Int64(bitPattern: key)
    }
}

extension SQL {
    /// The condition that a row of `object`, under an alias, has this identifier.
    static func isObject(_ id: String, as alias: String = "o") -> SQL {
        "\(SQL(text: alias)).key = \(ObjectKey.of(id)) AND \(SQL(text: alias)).id = \(id)"
    }

    /// The numbers that an identifier has in some collections.
    static func numbers(of id: String, in collections: [Int]) -> SQL {
        "(SELECT o.number FROM object o WHERE \(isObject(id)) AND o.collection IN (\(list: collections)))"
    }

    /// The condition that a row of `object`, under the alias `o`, has one of these identifiers.
    static func isObject(among ids: [String]) -> SQL {
        "o.key IN (\(list: ids.map(ObjectKey.of))) AND o.id IN (\(list: ids))"
    }
}
