import STIX
import Yams

/// A piece of a file or of an object that knows where it stands.
///
/// Whether it was YAML or JSON makes no difference: numbers and truth values are the texts that were written.
struct Entry {
    indirect enum Value {
        case scalar(String)
        case list([Entry])
        case object([(name: String, entry: Entry)])
    }

    let value: Value
    /// RFC 6901.
    let pointer: String
    let line: Int?

    /// Levels and pieces that are read; what has more describes nothing that people could fill in.
    private static let deepest = 24
    private static let most = 60_000

    init(yaml bytes: [UInt8]) throws(KindFault) {
        var count = 0
        try self.init(YAMLText.root(bytes), pointer: "", depth: 0, &count)
    }

    init(json: JSON) throws(KindFault) {
        var count = 0
        try self.init(json, pointer: "", depth: 0, &count)
    }

    private init(_ node: Node, pointer: String, depth: Int, _ count: inout Int) throws(KindFault) {
        self.pointer = pointer
        line = node.mark?.line
        try Self.spend(&count, depth, at: pointer, line)
        if let sequence = node.sequence {
            var list: [Entry] = []
            for (index, element) in sequence.enumerated() {
                try list.append(Entry(element, pointer: "\(pointer)/\(index)", depth: depth + 1, &count))
            }
            value = .list(list)
        } else if let mapping = node.mapping {
            var members: [(String, Entry)] = []
            for (key, element) in mapping {
                guard let name = key.scalar?.string else {
                    throw KindFault(.wrongType, "a name is a text", at: pointer, line: key.mark?.line)
                }
                let inner = try Entry(element, pointer: Self.joined(pointer, name), depth: depth + 1, &count)
                members.append((name, inner))
            }
            value = .object(members)
        } else {
            value = .scalar(node.scalar?.string ?? "")
        }
    }

    private init(_ json: JSON, pointer: String, depth: Int, _ count: inout Int) throws(KindFault) {
        self.pointer = pointer
        line = nil
        try Self.spend(&count, depth, at: pointer, nil)
        switch json {
        case .null: value = .scalar("")
        case .bool(let flag): value = .scalar(flag ? "true" : "false")
        case .number(let number): value = .scalar(number.text)
        case .string(let text): value = .scalar(text)
        case .array(let elements):
            var list: [Entry] = []
            for (index, element) in elements.enumerated() {
                try list.append(Entry(element, pointer: "\(pointer)/\(index)", depth: depth + 1, &count))
            }
            value = .list(list)
        case .object(let members):
            var read: [(String, Entry)] = []
            for member in members {
                let place = Self.joined(pointer, member.name)
                try read.append((member.name, Entry(member.value, pointer: place, depth: depth + 1, &count)))
            }
            value = .object(read)
        }
    }

    private static func spend(_ count: inout Int, _ depth: Int, at pointer: String, _ line: Int?) throws(KindFault) {
        count += 1
        guard count <= most, depth <= deepest else {
            throw KindFault(
                .tooLarge, "more than \(most) pieces, or \(deepest) levels, are not read", at: pointer, line: line)
        }
    }

    static func joined(_ pointer: String, _ name: String) -> String {
        pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    func fault(_ code: KindFault.Code, _ sentence: String) -> KindFault {
        KindFault(code, sentence, at: pointer, line: line)
    }

    // MARK: What is expected here

    /// - Parameter most: bytes of UTF-8.
    func text(atMost most: Int = 200) throws(KindFault) -> String {
        guard case .scalar(let text) = value else { throw fault(.wrongType, "a text is expected here") }
        guard !text.isEmpty else { throw fault(.missing, "a text is expected here, and it is empty") }
        guard text.utf8.count <= most else { throw fault(.tooLarge, "this text may have \(most) bytes") }
        return text
    }

    /// Lower-case letters, digits and a sign between them.
    func name(joinedBy sign: Character, atMost most: Int = 63) throws(KindFault) -> String {
        let text = try text(atMost: most)
        let pieces = text.split(separator: sign, omittingEmptySubsequences: false)
        // Bytes, and not characters: a letter with a mark on it lies between a and z as well.
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
        let isFine =
            text.utf8.first.map(isLetter) == true
            && pieces.allSatisfy { piece in
                !piece.isEmpty && piece.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
            }
        guard isFine else {
            throw fault(
                .badForm, "a name is lower-case letters and digits, joined by \(sign), and begins with a letter")
        }
        return text
    }

    func flag() throws(KindFault) -> Bool {
        switch value {
        case .scalar("true"), .scalar("yes"): true
        case .scalar("false"), .scalar("no"): false
        default: throw fault(.wrongType, "yes or no is expected here")
        }
    }

    func number() throws(KindFault) -> Double {
        guard case .scalar(let text) = value, let number = Double(text), number.isFinite else {
            throw fault(.wrongType, "a number is expected here")
        }
        return number
    }

    func whole(_ range: ClosedRange<Int>) throws(KindFault) -> Int {
        guard case .scalar(let text) = value, let number = Int(text), range.contains(number) else {
            throw fault(
                .wrongType, "a whole number from \(range.lowerBound) to \(range.upperBound) is expected here")
        }
        return number
    }

    /// One of the values of a type.
    func term<Term: RawRepresentable & CaseIterable>(_ type: Term.Type) throws(KindFault) -> Term
    where Term.RawValue == String {
        let text = try text()
        guard let term = Term(rawValue: text) else {
            let all = Term.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(.badForm, "\(text) is none of \(all)")
        }
        return term
    }

    func list(atMost most: Int) throws(KindFault) -> [Entry] {
        guard case .list(let list) = value else { throw fault(.wrongType, "a list is expected here") }
        guard list.count <= most else { throw fault(.tooLarge, "this list may have \(most) elements") }
        return list
    }

    /// A list, or one element without the brackets around it.
    func oneOrList(atMost most: Int) throws(KindFault) -> [Entry] {
        if case .list = value { return try list(atMost: most) }
        return [self]
    }

    /// Names with values, each of which somebody takes.
    func members<Result>(_ read: (inout Members) throws(KindFault) -> Result) throws(KindFault) -> Result {
        guard case .object(let all) = value else {
            throw fault(.wrongType, "an object (names with values) is expected here")
        }
        var members = Members(whole: self, left: all)
        let result = try read(&members)
        try members.finish()
        return result
    }

    /// A text by languages, `{en: …, fr: …}`.
    func phrase(atMost most: Int) throws(KindFault) -> Phrase {
        guard case .object(let all) = value else {
            throw fault(.wrongType, "a text by languages is expected here, such as {en: Name, fr: Nom}")
        }
        guard all.count <= 100 else { throw fault(.tooLarge, "a text has at most 100 languages") }
        var translations: [Phrase.Translation] = []
        for (tag, entry) in all {
            guard LanguageTag.isWellFormed(tag) else {
                throw entry.fault(.badForm, "\(tag) is no language tag (BCP 47), such as en or pt-BR")
            }
            translations.append(.init(language: tag, text: try entry.text(atMost: most)))
        }
        guard let phrase = Phrase(translations) else { throw fault(.missing, "a text in one language at least") }
        return phrase
    }
}

/// Names with values, each to be taken once: what nobody took is a mistake of whoever wrote the file.
struct Members {
    let whole: Entry
    private(set) var left: [(name: String, entry: Entry)]
    private var asked: [String] = []

    init(whole: Entry, left: [(name: String, entry: Entry)]) {
        self.whole = whole
        self.left = left
    }

    mutating func take(_ name: String) -> Entry? {
        asked.append(name)
        guard let index = left.firstIndex(where: { $0.name == name }) else { return nil }
        return left.remove(at: index).entry
    }

    mutating func need(_ name: String) throws(KindFault) -> Entry {
        guard let entry = take(name) else { throw whole.fault(.missing, "\(name) is missing here") }
        return entry
    }

    func finish() throws(KindFault) {
        guard let stray = left.first else { return }
        throw stray.entry.fault(
            .unknownName, "nobody reads \(stray.name); known here: \(asked.joined(separator: ", "))")
    }
}
