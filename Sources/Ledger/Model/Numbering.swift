import Storage

/// How entries, lines, objects and bodies are numbered: within their collection, in numbers that are unique everywhere.
///
/// The upper bits of a number are those of its collection, the lower ones count within it. So no two collections share a counter,
/// rows of one stand together in every index, and all of a table can be divided by collection. An entry is numbered by its
/// position, a line like the entry that it shows, a body like the entry that brought it.
enum Numbering {
    /// Bits that count within a collection: 68,719,476,736 of each, for 134,217,728 collections.
    static let bits = 36
    private static let each = 1 << bits

    /// - Precondition: `count` is not negative. What is beyond the last is counted as the last.
    static func number(_ count: Int, in collection: Int) -> Int { collection << bits | min(count, each - 1) }

    /// All numbers of a collection.
    static func all(of collection: Int) -> ClosedRange<Int> {
        number(0, in: collection)...number(each - 1, in: collection)
    }

    /// The collection that a number is of.
    static func collection(of number: Int) -> Int { number >> bits }

    /// The number of the entry at a position, out of two columns.
    static func sql(_ collection: String, _ position: String) -> SQL {
        SQL(text: "(\(collection) * \(each) + \(position))")
    }
}

extension SQL {
    /// The condition that a row of `entry`, under an alias, stands at a position of a collection's log.
    static func isEntry(_ alias: String = "e", at position: Int, of collection: Int) -> SQL {
        "\(SQL(text: alias)).collection = \(collection) AND \(SQL(text: alias)).number = \(Numbering.number(position, in: collection))"
    }

    /// The condition that it stands somewhere in a part of the log.
    static func isEntry(_ alias: String = "e", in positions: Range<Int>, of collection: Int) -> SQL {
        """
        \(SQL(text: alias)).collection = \(collection) AND \(SQL(text: alias)).number >= \(Numbering.number(max(0, positions.lowerBound), in: collection))
        AND \(SQL(text: alias)).number <= \(Numbering.number(max(0, positions.upperBound), in: collection) - 1)
        """
    }

    /// The condition that it is the one at the position that a row of another table names, under the alias `other`.
    static func isEntry(_ alias: String = "e", namedBy other: String, _ position: String = "position") -> SQL {
        """
        \(SQL(text: alias)).collection = \(SQL(text: other)).collection
        AND \(SQL(text: alias)).number = \(Numbering.sql("\(other).collection", "\(other).\(position)"))
        """
    }
}
