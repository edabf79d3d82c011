import Kinds
import Yams

/// A piece of a YAML or JSON file that knows where it stands.
struct YAMLValue {
    let node: Node
    let file: String
    /// The way from the top, for people: `steps 3, normalise`.
    let path: String

    /// Reads a file (``Kinds/YAMLText``).
    init(_ bytes: [UInt8], file: String) throws(MeasureError) {
        let node: Node
        do {
            node = try YAMLText.root(bytes)
        } catch {
            throw MeasureError(
                MeasureError.Code(rawValue: error.code.rawValue), error.sentence,
                at: .init(file: file, line: error.line))
        }
        self.init(node: node, file: file, path: "")
    }

    private init(node: Node, file: String, path: String) {
        self.node = node
        self.file = file
        self.path = path
    }

    func error(_ code: MeasureError.Code, _ sentence: String) -> MeasureError {
        MeasureError(
            code, path.isEmpty ? sentence : "\(path): \(sentence)",
            at: .init(file: file, line: node.mark?.line, character: node.mark?.column))
    }

    /// Whether it is a piece of text or a number, and not a list or an object.
    var isScalar: Bool { node.scalar != nil }
    var isList: Bool { node.sequence != nil }

    func text() throws(MeasureError) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { throw error("type", "a text is expected here") }
        return scalar.string
    }

    /// A decimal number, or a fraction such as `1/3`.
    func number() throws(MeasureError) -> Double {
        if let text = node.scalar?.string {
            if case .number(let number) = NumberCell(text) { return number }
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { NumberCell(String($0)) }
            if parts.count == 2, case .number(let above) = parts[0], case .number(let below) = parts[1], below != 0 {
                return above / below
            }
        }
        throw error("type", "a number is expected here")
    }

    /// A whole number from the range.
    func whole(_ range: ClosedRange<Int> = 0...Int.max) throws(MeasureError) -> Int {
        guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
            let upper = range.upperBound == Int.max ? "up" : "to \(range.upperBound)"
            throw error("type", "a whole number from \(range.lowerBound) \(upper) is expected here")
        }
        return number
    }

    func flag() throws(MeasureError) -> Bool {
        switch node.scalar?.string {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw error("type", "true or false is expected here")
        }
    }

    func list() throws(MeasureError) -> [YAMLValue] {
        guard let sequence = node.sequence else { throw error("type", "a list is expected here") }
        return sequence.enumerated().map { YAMLValue(node: $1, file: file, path: joined("\($0 + 1)", " ")) }
    }

    func object() throws(MeasureError) -> YAMLObject {
        guard let mapping = node.mapping else { throw error("type", "an object (names with values) is expected here") }
        var entries: [(String, YAMLValue)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw error("type", "a name is a text") }
            entries.append((name, YAMLValue(node: value, file: file, path: joined(name, ", "))))
        }
        return YAMLObject(whole: self, entries: entries)
    }

    private func joined(_ name: String, _ separator: String) -> String {
        path.isEmpty ? name : path + separator + name
    }
}

/// Names with values, each to be taken once: what nobody took is a mistake of whoever wrote the file.
struct YAMLObject {
    let whole: YAMLValue
    private(set) var entries: [(name: String, value: YAMLValue)]
    private var asked: [String] = []

    init(whole: YAMLValue, entries: [(String, YAMLValue)]) {
        self.whole = whole
        self.entries = entries
    }

    /// An object without entries at the place of a value, for a method that is called by its name alone.
    static func empty(at value: YAMLValue) -> YAMLObject { YAMLObject(whole: value, entries: []) }

    mutating func take(_ name: String) -> YAMLValue? {
        asked.append(name)
        guard let index = entries.firstIndex(where: { $0.name == name }) else { return nil }
        return entries.remove(at: index).value
    }

    mutating func need(_ name: String) throws(MeasureError) -> YAMLValue {
        guard let value = take(name) else { throw whole.error("missing", "\(name) is missing here") }
        return value
    }

    /// - Throws: `MeasureError` for an entry that nobody has taken.
    func finish() throws(MeasureError) {
        guard let stray = entries.first else { return }
        let known = asked.isEmpty ? "nothing may stand here" : "known here: \(asked.joined(separator: ", "))"
        throw stray.value.error("unknown-name", "nobody reads this; \(known)")
    }

    /// What is left, as values by name.
    mutating func takeAll<Value>(_ read: (YAMLValue) throws(MeasureError) -> Value) throws(MeasureError) -> [String:
        Value]
    {
        var result: [String: Value] = [:]
        for (name, value) in entries { result[name] = try read(value) }
        entries = []
        return result
    }
}
