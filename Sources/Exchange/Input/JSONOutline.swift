/// Which names stand where at the beginning of a JSON text, as far as they can be seen without reading it to its end.
///
/// It judges nothing: broken JSON has an outline too, and is refused by whoever reads it.
struct JSONOutline {
    /// Names joined by `/`, lists left out: `response/Event/uuid`.
    private(set) var paths: Set<String> = []
    /// The texts of the members at the top, while they are short.
    private(set) var texts: [String: String] = [:]
    /// Names at the top, in the order written.
    private(set) var names: [String] = []
    private(set) var isList = false
    /// Whether the first object at the top has ended.
    private(set) var isWhole = false

    private struct Frame {
        let isObject: Bool
        var name: String?
        var wantsName: Bool
    }

    private static let deepest = 3
    private static let longest = 200

    init(_ bytes: some RandomAccessCollection<UInt8>) {
        var frames: [Frame] = []
        var index = bytes.startIndex
        while index < bytes.endIndex, !isWhole {
            let byte = bytes[index]
            index = bytes.index(after: index)
            switch byte {
            case 0x7B: frames.append(Frame(isObject: true, wantsName: true))
            case 0x5B:
                if frames.isEmpty { isList = true }
                frames.append(Frame(isObject: false, wantsName: false))
            case 0x7D, 0x5D:
                let ended = frames.popLast()
                isWhole = ended?.isObject == true && !frames.contains { $0.isObject }
            case 0x2C:
                if let last = frames.indices.last, frames[last].isObject {
                    frames[last].name = nil
                    frames[last].wantsName = true
                }
            case 0x22:
                guard let text = Self.string(bytes, &index) else { return }
                take(text, &frames)
            default: break
            }
            // What is nested deeper than anybody's export is not looked into.
            if frames.count > 64 { return }
        }
    }

    private mutating func take(_ text: String, _ frames: inout [Frame]) {
        guard let last = frames.indices.last, frames[last].isObject else { return }
        let depth = frames.count { $0.isObject }
        if frames[last].wantsName {
            frames[last].wantsName = false
            frames[last].name = text
            guard depth <= Self.deepest else { return }
            paths.insert(frames.compactMap(\.name).joined(separator: "/"))
            if depth == 1 { names.append(text) }
        } else if depth == 1, let name = frames[last].name {
            texts[name] = text
        }
    }

    /// The string that begins at this index, cut where it is long; nil where it does not end.
    private static func string<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, _ index: inout Bytes.Index
    ) -> String? {
        var text: [UInt8] = []
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte == 0x5C {
                guard index < bytes.endIndex else { return nil }
                index = bytes.index(after: index)
            } else if text.count < longest {
                text.append(byte)
            }
        }
        return nil
    }
}
