package import STIX

/// What somebody looks for: words, an identifier or a value; of which type, where, by whom, how marked and when added.
package struct SearchQuestion: Sendable, Hashable {
    package var text: String
    package var type: String?
    /// UUID of a collection.
    package var collection: String?
    /// Name of a source.
    package var source: String?
    package var marking: TLP?
    package var period: Period?

    /// When it was added to its collection, in UTC.
    package enum Period: Sendable, Hashable {
        case year(Int)
        case month(CalendarMonth)
    }

    package init(
        _ text: String, type: String? = nil, collection: String? = nil, source: String? = nil, marking: TLP? = nil,
        period: Period? = nil
    ) {
        self.text = text
        self.type = type
        self.collection = collection
        self.source = source
        self.marking = marking
        self.period = period
    }

    /// Whether it asks for anything; for everything at once there are lists.
    package var isEmpty: Bool {
        text.allSatisfy(\.isWhitespace) && type == nil && collection == nil && source == nil && marking == nil
            && period == nil
    }
}

extension SearchQuestion.Period: LosslessStringConvertible {
    /// `2026` or `2026-11`.
    package var description: String {
        switch self {
        case .year(let year): Self.digits(year, 4)
        case .month(let month): "\(Self.digits(month.year, 4))-\(Self.digits(month.month, 2))"
        }
    }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = parts.first.flatMap({ Self.number($0, 4) }), year > 0 else { return nil }
        switch parts.count {
        case 1: self = .year(year)
        case 2:
            guard let month = Self.number(parts[1], 2), (1...12).contains(month) else { return nil }
            self = .month(CalendarMonth(year: year, month: month))
        default: return nil
        }
    }

    private static func number(_ text: String, _ digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        String(repeating: "0", count: max(0, count - String(number).utf8.count)) + String(number)
    }

    /// The moments in it.
    var moments: Range<Timestamp>? {
        let (first, next): (CalendarMonth, CalendarMonth) =
            switch self {
            case .year(let year): (CalendarMonth(year: year, month: 1), CalendarMonth(year: year + 1, month: 1))
            case .month(let month):
                (
                    month,
                    month.month == 12
                        ? CalendarMonth(year: month.year + 1, month: 1)
                        : CalendarMonth(year: month.year, month: month.month + 1)
                )
            }
        guard let start = Timestamp("\(Self.month(first).description)-01T00:00:00.000Z") else { return nil }
        return start..<(Timestamp("\(Self.month(next).description)-01T00:00:00.000Z") ?? Timestamp(clamping: .max))
    }
}

/// Where a page of results ends: the entry of its last row, and how exactly that row answered.
///
/// It names an entry that the reader has seen: a count of rows would move with each arrival, and a place in the index would
/// tell how much the reader may not see.
package struct SearchCursor: Sendable, Hashable, LosslessStringConvertible {
    let tier: Int
    /// UUID of the collection.
    let collection: String
    let position: Int

    init(tier: Int, collection: String, position: Int) {
        self.tier = tier
        self.collection = collection
        self.position = position
    }

    package var description: String { "\(tier).\(collection).\(position)" }

    package init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let tier = Int(parts[0]), 0..<3 ~= tier, let position = Int(parts[2]), position >= 0
        else { return nil }
        (self.tier, collection, self.position) = (tier, parts[1], position)
    }
}
