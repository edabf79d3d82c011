import STIX

/// What an event has become so far, in a few bytes for each object: an event may have hundreds of thousands.
struct MISPRegister {
    /// A UUID as two words.
    struct UUID: Hashable {
        let high: UInt64
        let low: UInt64

        /// - Parameter text: in lower case, as every identifier here.
        init?(_ text: some StringProtocol) {
            let digits = text.utf8.filter { $0 != 0x2D }
            guard digits.count == 32, let high = UInt64(String(decoding: digits.prefix(16), as: UTF8.self), radix: 16),
                let low = UInt64(String(decoding: digits.suffix(16), as: UTF8.self), radix: 16)
            else { return nil }
            (self.high, self.low) = (high, low)
        }

        /// What MISP gave as a UUID; computed from it where it has another form.
        init(given text: String) {
            let isStandard = STIXIdentifier.form(of: "report--\(text)") == .standard
            self = (isStandard ? Self(text) : nil) ?? Self(derivedFrom: text)
        }

        init(derivedFrom names: String...) {
            let bytes = MISPIdentifier.bytes(names)
            func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
            (high, low) = (word(bytes[..<8]), word(bytes[8...]))
        }

        var text: String {
            func hex(_ word: UInt64) -> String {
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.utf8.count) + digits
            }
            let (high, low) = (hex(high), hex(low))
            return [
                high.prefix(8), high.dropFirst(8).prefix(4), high.dropFirst(12), low.prefix(4), low.dropFirst(4),
            ].joined(separator: "-")
        }
    }

    private struct Key: Hashable {
        let uuid: UUID
        let type: UInt8
    }

    private struct Entry {
        let key: Key
        var marking: TLP
        let content: Int
    }

    /// What was there before.
    enum Found {
        case nothing
        /// The same under a marking that is as lax or laxer.
        case same
        /// The same under a stricter marking.
        case stricter
        /// Another content.
        case other
    }

    private var types: [String] = []
    private var entries: [Entry] = []
    private var numbers: [Key: Int32] = [:]
    private var holders: Set<Int32> = []
    /// What MISP gave a UUID, by the number of the object that it became; -1 while it has become none.
    private var given: [UUID: Int32] = [:]

    /// Adds an object.
    mutating func add(_ draft: MISPDraft) -> Found {
        let key = key(draft.id)
        let content = draft.isObservable ? draft.content.hashValue : 0
        guard let number = numbers[key] else {
            append(key, draft.marking, content)
            return .nothing
        }
        let known = entries[Int(number)]
        // What only its identifier says is in whatever has that identifier.
        guard known.content == content || draft.isPlain else { return .other }
        guard draft.marking < known.marking else { return .same }
        entries[Int(number)].marking = draft.marking
        return .stricter
    }

    /// The number of an object that is here.
    mutating func number(of id: String) -> Int32? { numbers[key(id)] }

    /// The number of something that holds objects and is held by none.
    mutating func holder(_ id: String, _ marking: TLP) -> Int32 {
        let key = key(id)
        if let number = numbers[key] { return number }
        let number = append(key, marking, 0)
        holders.insert(number)
        return number
    }

    func marking(of number: Int32) -> TLP { entries[Int(number)].marking }

    func id(of number: Int32) -> String {
        let key = entries[Int(number)].key
        return "\(types[Int(key.type)])--\(key.uuid.text)"
    }

    /// Takes a UUID for one part of the event; false where another part has it.
    mutating func claim(_ uuid: UUID) -> Bool {
        guard given[uuid] == nil else { return false }
        given[uuid] = -1
        return true
    }

    /// What the part with this UUID has become.
    subscript(uuid: UUID) -> Int32? {
        get { given[uuid].flatMap { $0 < 0 ? nil : $0 } }
        set { given[uuid] = newValue }
    }

    /// The objects under such markings, in the order of their coming.
    func ids(where isWanted: (TLP) -> Bool) -> [Int32] {
        entries.indices.lazy.map(Int32.init).filter { isWanted(marking(of: $0)) && !holders.contains($0) }
    }

    @discardableResult
    private mutating func append(_ key: Key, _ marking: TLP, _ content: Int) -> Int32 {
        let number = Int32(entries.count)
        entries.append(Entry(key: key, marking: marking, content: content))
        numbers[key] = number
        return number
    }

    private mutating func key(_ id: String) -> Key {
        // Every identifier that is made here ends in a UUID.
        let uuid = UUID(id.suffix(36)) ?? UUID(derivedFrom: id)
        let name = String(id.dropLast(38))
        let type = types.firstIndex(of: name) ?? types.count
        if type == types.count { types.append(name) }
        return Key(uuid: uuid, type: UInt8(clamping: type))
    }
}
