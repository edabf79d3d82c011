import Ledger
import STIX

/// The values of a list, as they are gathered from indicators one after the other.
struct ListBuilder: Sendable {
    struct Line: Sendable {
        let value: String
        let until: Timestamp?
        let confidence: Int?
        let indicator: String
        let marking: TLP
    }

    private(set) var lines: [Line] = []
    /// Current indicators that name such a value, but not so that it may be blocked by itself.
    private(set) var leftOut = 0
    /// Whether there were more than a list holds.
    private(set) var isCut = false

    private let kind: PlainList.Kind
    private let confidence: Int
    private let now: Timestamp
    private let needles: [[UInt8]]
    private var known: Set<String> = []

    /// A list holds no more values.
    static let most = 1_000_000
    /// A longer indicator is nobody's: it counts as left out.
    static let longest = 1 << 20

    init(_ list: PlainList, at now: Timestamp) {
        (kind, confidence, self.now) = (list.kind, list.confidence, now)
        needles = list.kind.paths.map { Array(($0.split(separator: ":").first ?? "")[...].utf8) }
    }

    mutating func add(_ bytes: [UInt8]?, _ marking: TLP) {
        guard let bytes else {
            leftOut += 1
            return
        }
        // Before it is read: most indicators are of another kind.
        guard needles.contains(where: { bytes.contains($0) }), let object = try? STIX.JSON.parse(bytes),
            isCurrent(object),
            object["pattern_type"]?.string == "stix", let text = object["pattern"]?.string
        else { return }
        let stated = object["confidence"]?.number.map { Int($0.value) }
        guard confidence == 0 || stated ?? -1 >= confidence else { return }
        guard let pattern = PlainPattern(text) else {
            if kind.paths.contains(where: { text.replacing("'", with: "").contains($0) }) { leftOut += 1 }
            return
        }
        let until = object["valid_until"]?.string.flatMap { Timestamp($0) }
        var isWhole = true
        for comparison in pattern.comparisons where kind.paths.contains(comparison.path) {
            guard let value = kind.value(comparison.value) else {
                isWhole = false
                continue
            }
            guard lines.count < Self.most else {
                isCut = true
                return
            }
            guard known.insert(value).inserted else { continue }
            lines.append(
                Line(
                    value: value, until: until, confidence: stated, indicator: object["id"]?.string ?? "",
                    marking: marking))
        }
        if !isWhole { leftOut += 1 }
    }

    /// Not revoked, and valid at this moment; what can't be read as a moment is not.
    private func isCurrent(_ object: STIX.JSON) -> Bool {
        guard object["revoked"]?.bool != true, let from = object["valid_from"]?.string.flatMap({ Timestamp($0) }),
            from <= now
        else { return false }
        guard let until = object["valid_until"] else { return true }
        return until.string.flatMap { Timestamp($0) }.map { now < $0 } ?? false
    }

    /// The strictest marking of what is listed; that of the list where it is empty.
    func marking(else ceiling: TLP) -> TLP { lines.map(\.marking).max() ?? ceiling }
}

extension [UInt8] {
    /// Whether the bytes stand in it one after the other.
    fileprivate func contains(_ needle: [UInt8]) -> Bool {
        guard let first = needle.first, count >= needle.count else { return false }
        return withUnsafeBufferPointer { bytes in
            var index = 0
            let last = bytes.count - needle.count
            while index <= last {
                if bytes[index] == first {
                    var length = 1
                    while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
                    if length == needle.count { return true }
                }
                index += 1
            }
            return false
        }
    }
}
