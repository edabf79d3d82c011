/// The names used so far in the JSON objects that are open, to notice one that comes twice.
///
/// Few names are compared one with another by fingerprint; many are sorted when their object closes, so that no choice of
/// names makes this slow.
struct UsedNames {
    /// Where a name stands: in the input, or among the decoded names when `start` is negative.
    struct Place {
        var start: Int32
        var count: Int32
        /// Where it was written, for findings.
        var position: Int32
    }

    /// From this number on names are sorted.
    private static let few = 24

    private var fingerprints: [UInt64] = []
    private var places: [Place] = []
    /// Names that were written with escapes, resolved.
    private var decoded: [UInt8] = []

    /// How many names are open: the mark that `close` needs.
    var mark: Int { fingerprints.count }

    mutating func removeAll() {
        fingerprints.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        decoded.removeAll(keepingCapacity: true)
    }

    /// Adds a name to the object that was opened at this mark; returns false when it was there already.
    @inline(__always)
    mutating func add(
        _ text: JSONText, fingerprint: UInt64, since mark: Int, in cursor: JSONCursor
    ) -> Bool {
        var place = Place(start: Int32(text.start), count: Int32(text.count), position: Int32(text.start))
        if text.hasEscapes {
            let start = decoded.count
            cursor.decode(text, into: &decoded)
            place.start = Int32(-1 - start)
            place.count = Int32(decoded.count - start)
        }
        if fingerprints.count - mark < UsedNames.few {
            for index in mark..<fingerprints.count where fingerprints[index] == fingerprint {
                if same(places[index], place, cursor) { return false }
            }
        }
        fingerprints.append(fingerprint)
        places.append(place)
        return true
    }

    /// Closes the object that was opened at this mark; returns where a name comes again, or nil.
    @inline(__always)
    mutating func close(since mark: Int, in cursor: JSONCursor) -> Int? {
        var duplicate: Int?
        if fingerprints.count - mark > UsedNames.few { duplicate = sortedDuplicate(since: mark, cursor) }
        fingerprints.removeSubrange(mark...)
        places.removeSubrange(mark...)
        return duplicate
    }

    private func sortedDuplicate(since mark: Int, _ cursor: JSONCursor) -> Int? {
        var order = Array(mark..<fingerprints.count)
        // The position makes the order total: of two equal names the later one is reported.
        order.sort { left, right in
            if fingerprints[left] != fingerprints[right] { return fingerprints[left] < fingerprints[right] }
            return precedes(left, right, cursor)
        }
        var first: Int?
        for (left, right) in zip(order, order.dropFirst())
        where fingerprints[left] == fingerprints[right] && same(places[left], places[right], cursor) {
            let position = Int(max(places[left].position, places[right].position))
            first = min(first ?? position, position)
        }
        return first
    }

    private func precedes(_ left: Int, _ right: Int, _ cursor: JSONCursor) -> Bool {
        withBytes(places[left], cursor) { one in
            withBytes(places[right], cursor) { other in
                if one.lexicographicallyPrecedes(other) { return true }
                return sameBytes(one, other) && places[left].position < places[right].position
            }
        }
    }

    private func same(_ left: Place, _ right: Place, _ cursor: JSONCursor) -> Bool {
        withBytes(left, cursor) { one in withBytes(right, cursor) { sameBytes(one, $0) } }
    }

    private func withBytes<Result>(
        _ place: Place, _ cursor: JSONCursor, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if place.start >= 0 {
            let start = Int(place.start)
            return body(UnsafeBufferPointer(rebasing: cursor.bytes[start..<(start + Int(place.count))]))
        }
        let start = -1 - Int(place.start)
        return decoded.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start..<(start + Int(place.count))]))
        }
    }
}
