/// A part of something that has a known length, as `Range` asks for it (RFC 9110 §14).
enum ByteRange: Equatable {
    /// All of it: none was asked for, or none that is understood; several at once are answered with the whole (§14.2).
    case whole
    case part(Range<Int>)
    /// None of its bytes are meant.
    case unsatisfiable

    init(_ header: String?, of size: Int) {
        self = .whole
        guard let header, let mark = header.firstIndex(of: "="), header[..<mark].lowercased() == "bytes" else { return }
        let set = header[header.index(after: mark)...].filter { $0 != " " && $0 != "\t" }
        guard !set.contains(","), let dash = set.firstIndex(of: "-") else { return }
        let (first, last) = (set[..<dash], set[set.index(after: dash)...])
        guard let from = Self.number(first), let to = Self.number(last) else { return }
        switch (from, to) {
        case (nil, nil): return
        case (nil, let length?):
            self = length == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - length)..<size)
        case (let start?, let end):
            // What ends before it begins is no range (§14.1.1).
            guard start <= end ?? .max else { return }
            self = start >= size ? .unsatisfiable : .part(start..<(end.map { min($0, size - 1) } ?? size - 1) + 1)
        }
    }

    /// Nothing where it is no number; the inner nothing where there is none.
    private static func number(_ text: Substring) -> Int?? {
        guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        // More than can be counted lies behind every end.
        return .some(text.isEmpty ? nil : Int(text) ?? .max)
    }
}
