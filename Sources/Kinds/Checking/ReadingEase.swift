import Foundation
public import STIX

/// How long a text is and how hard to read, measured by its words and sentences alone.
///
/// LIX (C.-H. Björnsson, 1968): words per sentence, and of 100 words those with more than six letters. It needs no dictionary, so it
/// says the same in every language that puts spaces between words and is written in letters of either case.
public struct ReadingEase: Sendable, Hashable {
    /// What Björnsson's steps mean to a reader.
    public enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Below 30: as books for children.
        case veryEasy
        /// Below 40: as novels and magazines.
        case easy
        /// Below 50: as newspapers.
        case medium
        /// Below 60: as official texts.
        case hard
        case veryHard

        public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
    }

    public private(set) var words = 0
    private var sentences = 0
    private var long = 0
    private var cased = 0
    private var letters = 0

    /// About how many words fit one printed page with a title and steps.
    public static let wordsOnAPage = 350
    /// What is read of a text, in bytes.
    private static let most = 64 << 10

    public init(_ texts: [String]) {
        var left = Self.most
        for text in texts where left > 0 {
            read(text.unicodeScalars.prefix(left))
            left -= text.utf8.count
        }
    }

    /// Of an object of a kind: its long texts, and the texts in its lists, such as steps.
    ///
    /// - Returns: nil for a kind that does not say how hard its objects are to read.
    public init?(of values: JSON, kind: Kind) {
        guard kind.field(Self.claim) != nil else { return nil }
        self.init(Self.texts(in: values, of: kind.fields, isListed: false))
    }

    /// The field in which authors say how hard it is.
    public static let claim = "reading_level"

    private static func texts(in values: JSON, of fields: [Field], isListed: Bool) -> [String] {
        fields.flatMap { field -> [String] in
            guard let value = values[field.name] else { return [] }
            switch field.type {
            case .longText: return [value.string].compactMap(\.self)
            case .text: return isListed ? [value.string].compactMap(\.self) : []
            case .list(let inner): return (value.array ?? []).flatMap { texts(in: $0, of: inner, isListed: true) }
            default: return []
            }
        }
    }

    private mutating func read(_ text: some Sequence<Unicode.Scalar>) {
        var (length, isOpen) = (0, false)
        func isEnd(_ scalar: Unicode.Scalar) -> Bool { ".!?:;\n؟。！？".unicodeScalars.contains(scalar) }
        for scalar in text {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                length += 1
                letters += 1
                if scalar.properties.isUppercase || scalar.properties.isLowercase { cased += 1 }
                continue
            }
            // A mark within a word, as in it's, ends none.
            if length > 0, scalar.properties.isDiacritic || scalar == "'" || scalar == "’" || scalar == "-" { continue }
            if length > 0 {
                words += 1
                if length > 6 { long += 1 }
                (length, isOpen) = (0, true)
            }
            if isOpen, isEnd(scalar) {
                sentences += 1
                isOpen = false
            }
        }
        if length > 0 {
            words += 1
            if length > 6 { long += 1 }
            isOpen = true
        }
        if isOpen { sentences += 1 }
    }

    /// Nil where there is too little text, or it is written in letters without cases, of which the measure says nothing.
    public var lix: Int? {
        guard words >= 20, sentences > 0, cased * 2 > letters else { return nil }
        return Int((Double(words) / Double(sentences) + 100 * Double(long) / Double(words)).rounded())
    }

    public var level: Level? {
        lix.map { Level(rawValue: min(max(0, $0 / 10 - 2), Level.veryHard.rawValue)) ?? .veryHard }
    }

    /// Whether it is harder than its author says.
    ///
    /// Everyday language (B1) is easy at most, and longer texts (B2) are as hard as a newspaper at most.
    public func isHarder(than claimed: String?) -> Bool {
        guard let level else { return false }
        return switch claimed {
        case "b1-or-easier": level > .easy
        case "b2": level > .medium
        default: false
        }
    }

    public var fitsOnePage: Bool { words <= Self.wordsOnAPage }
}
