import Crypto
import STIX

/// Looks into a TAXII envelope (§3.7) while it streams by: how many objects, whether they are the same as before, and what
/// stands beside them.
///
/// It keeps the envelope without its objects, which is small, and judges no object: the scanner does.
struct EnvelopeCutter {
    /// The envelope with an empty list in place of its objects.
    private var head: [UInt8] = []
    private var name: [UInt8] = []
    private var hash = SHA256()
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// Whether the last string at depth 1 was `objects`, so that a colon and a list may follow.
    private var isNamed = false
    private var isInObjects = false
    private var hasEnded = false
    private(set) var objects = 0

    private static let longestHead = 64 << 10

    /// What stands in an envelope beside its objects.
    struct Envelope {
        /// Whether there are more pages; nil where it does not say, which by the standard is no.
        let saysMore: Bool?
        /// The mark of the next page.
        let next: String?
        let objects: Int
        /// SHA-256 of the list of objects.
        let digest: [UInt8]

        /// A mark of a next page says that there is one, where nothing else is said: what is read to its end too early is lost.
        var more: Bool { saysMore ?? !(next ?? "").isEmpty }
    }

    /// - Throws: `malformed` where it can be no envelope.
    mutating func feed(_ bytes: [UInt8]) throws {
        // What of this piece belongs to the objects: hashed at once, not byte by byte.
        var first = isInObjects ? 0 : nil as Int?
        for (index, byte) in bytes.enumerated() {
            if isInObjects {
                if isInString {
                    passString(byte)
                } else if passObjects(byte) {
                    hash.update(data: bytes[(first ?? index)..<index])
                    first = nil
                    head.append(byte)
                }
            } else {
                try passHead(byte)
                if isInObjects { first = index + 1 }
            }
        }
        if let first { hash.update(data: bytes[first...]) }
        guard head.count <= Self.longestHead else {
            throw ExchangeError(.malformed, "it answers with something that is no envelope of objects")
        }
    }

    private mutating func passString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == 0x5C {
            isEscaped = true
        } else if byte == 0x22 {
            isInString = false
        }
    }

    /// True where the list of objects ends.
    private mutating func passObjects(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22: isInString = true
        case 0x7B, 0x5B:
            if depth == 2, byte == 0x7B { objects += 1 }
            depth += 1
        case 0x7D, 0x5D:
            depth -= 1
            if depth == 1 {
                isInObjects = false
                return true
            }
        default: break
        }
        return false
    }

    private mutating func passHead(_ byte: UInt8) throws {
        let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
        guard !hasEnded else {
            guard isSpace else { throw ExchangeError(.malformed, "something follows its envelope") }
            return
        }
        if isSpace, !isInString { return }
        head.append(byte)
        if isInString {
            passString(byte)
            if isInString { name.append(byte) } else { isNamed = depth == 1 && name == Array("objects".utf8) }
            return
        }
        switch byte {
        case 0x22:
            isInString = true
            name = []
        case 0x3A: break
        case 0x7B, 0x5B:
            guard depth > 0 || byte == 0x7B else {
                throw ExchangeError(.malformed, "it answers with something that is no envelope of objects")
            }
            depth += 1
            if isNamed, byte == 0x5B { isInObjects = true }
            isNamed = false
        case 0x7D, 0x5D:
            depth -= 1
            if depth <= 0 { hasEnded = true }
            isNamed = false
        default:
            guard depth > 0 else {
                throw ExchangeError(.malformed, "it answers with something that is no envelope of objects")
            }
            isNamed = false
        }
    }

    /// - Throws: `malformed` where it is cut off, or no envelope.
    func finish() throws -> Envelope {
        // An answer without any content stands for an empty envelope.
        if head.isEmpty { return Envelope(saysMore: nil, next: nil, objects: 0, digest: Array(hash.finalize())) }
        guard hasEnded else { throw ExchangeError(.malformed, "its envelope is cut off") }
        guard let json = try? JSON.parse(head), json["objects"]?.array?.isEmpty ?? true else {
            throw ExchangeError(.malformed, "it answers with something that is no envelope of objects")
        }
        if json["objects"] == nil, json["more"] == nil, let members = json.members, !members.isEmpty {
            throw ExchangeError(
                .malformed,
                "it answers with a \(json["id"] == nil ? "resource" : "collection"), and not with an envelope of objects"
            )
        }
        return Envelope(
            saysMore: try Self.more(json["more"]), next: try Self.mark(json["next"]), objects: objects,
            digest: Array(hash.finalize()))
    }

    /// A truth value (§3.7), or the word for one; anything else must not be read as an end.
    private static func more(_ value: JSON?) throws -> Bool? {
        switch value {
        case nil, .null: return nil
        case .bool(let more): return more
        case .string(let word) where ["true", "false"].contains(word.lowercased()): return word.lowercased() == "true"
        default:
            throw ExchangeError(
                .malformed, "its `more` is neither true nor false, so nobody knows whether it was read to its end")
        }
    }

    /// A text, or a number, whose digits are one.
    private static func mark(_ value: JSON?) throws -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let mark): return mark
        case .number(let number): return number.text
        default: throw ExchangeError(.malformed, "its `next` is no text that could be sent back")
        }
    }
}
