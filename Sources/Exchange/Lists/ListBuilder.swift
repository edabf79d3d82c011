import Ledger
import STIX

/// The values of a list, as they are gathered from indicators one after the other.
struct ListBuilder: Sendable {
    struct Line: Sendable {
        let value: String
        /// The same in its canonical form.
        let observed: ObservableValue
        let until: Timestamp?
        let confidence: Int?
        let indicator: String
        let marking: TLP
    }

    private(set) var lines: [Line] = []
    /// How many indicators or values are left out, and why; what is neither listed nor counted here is of another kind.
    private(set) var leftOut: [LeftOut: Int] = [:]
    /// Whether there were more than a list holds.
    private(set) var isCut = false

    private let kind: PlainList.Kind
    private let confidence: Int
    private let now: Timestamp
    private let needles: [[UInt8]]?
    private var known: Set<String> = []

    /// A list holds no more values.
    static let most = 1_000_000
    /// A longer indicator is nobody's: it counts as left out.
    static let longest = 1 << 20

    init(_ list: PlainList, at now: Timestamp) {
        (kind, confidence, self.now) = (list.kind, list.confidence, now)
        needles = list.kind.needles?.map { Array($0.utf8) }
    }

    mutating func add(_ bytes: [UInt8]?, _ marking: TLP) {
        guard let bytes else { return leaveOut(.tooLong) }
        guard mayMatter(bytes), let object = try? STIX.JSON.parse(bytes), isCurrent(object) else { return }
        // What is no whole number says nothing of confidence, and must not end the process.
        let stated = object["confidence"]?.number.flatMap { Int(exactly: $0.value.rounded()) }
        guard confidence == 0 || stated ?? -1 >= confidence else { return }
        guard object["pattern_type"]?.string == "stix" else { return leaveOut(.otherLanguage) }
        let version: Pattern.Version = object["pattern_version"]?.string == "2.0" ? .two0 : .two1
        guard let text = object["pattern"]?.string, let pattern = try? Pattern.parse(text, version) else {
            return leaveOut(.unreadable)
        }
        let named = NamedValues(pattern)
        var reason: LeftOut?
        if named.unnamed.contains(kind.observed) { reason = .unnamed }
        for value in named.values where value.value.kind == kind.observed {
            switch value.manner {
            case .alone: list(value, of: object, confidence: stated, marking)
            case .together: reason = .together
            case .elsewhere: reason = reason ?? .elsewhere
            }
        }
        if let reason { leaveOut(reason) }
    }

    private mutating func list(
        _ named: NamedValues.Value, of object: STIX.JSON, confidence: Int?, _ marking: TLP
    ) {
        guard let text = kind.value(named) else { return leaveOut(.tooWide) }
        guard !known.contains(text) else { return }
        guard lines.count < Self.most else {
            isCut = true
            return
        }
        known.insert(text)
        lines.append(
            Line(
                value: text, observed: named.value,
                until: object["valid_until"]?.string.flatMap { Timestamp.foreign($0) },
                confidence: confidence, indicator: object["id"]?.string ?? "", marking: marking))
    }

    private mutating func leaveOut(_ reason: LeftOut) { leftOut[reason, default: 0] += 1 }

    /// Takes out what is likely to be harmless, and counts it.
    ///
    /// - Parameter find: why values are, for those that are.
    mutating func subtract(_ find: ([ObservableValue]) async throws -> [ObservableValue: Harmless]) async throws {
        var kept: [Line] = []
        kept.reserveCapacity(lines.count)
        for start in stride(from: 0, to: lines.count, by: 2_000) {
            let part = lines[start..<min(start + 2_000, lines.count)]
            let harmless = try await find(part.map(\.observed))
            for line in part {
                switch harmless[line.observed] {
                case nil: kept.append(line)
                case .constituency: leaveOut(.constituency)
                case .specialUse(let use): leaveOut(.specialUse(use))
                case .knownGood(let lists): leaveOut(.knownGood(lists.first ?? ""))
                }
            }
        }
        lines = kept
    }

    /// Looked at before it is read, because many indicators are of another kind; an escape may hide what is looked for.
    private func mayMatter(_ bytes: [UInt8]) -> Bool {
        guard let needles else { return true }
        return needles.contains { bytes.contains($0) } || Self.escapes.contains { bytes.contains($0) }
            || !bytes.contains(Self.language)
    }

    private static let escapes = [Array(#"\u"#.utf8), Array(#"\/"#.utf8)]
    private static let language = Array(#""stix""#.utf8)

    /// Not revoked, and valid at this moment; what can't be read as a moment is not.
    private func isCurrent(_ object: STIX.JSON) -> Bool {
        guard object["revoked"]?.bool != true,
            let from = object["valid_from"]?.string.flatMap({ Timestamp.foreign($0) }),
            from <= now
        else { return false }
        guard let until = object["valid_until"] else { return true }
        return until.string.flatMap { Timestamp.foreign($0) }.map { now < $0 } ?? false
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
