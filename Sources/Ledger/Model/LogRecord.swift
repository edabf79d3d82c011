import Crypto
package import STIX

/// What an entry says: the secret half of a leaf, which only those who may read the entry receive.
///
/// Its bytes are RFC 8785 JSON, so that anybody can make them again from the values.
package enum LogRecord: Sendable, Equatable {
    /// An object stands in the collection from here on.
    case place(Placement)
    /// What entry `position` placed no longer stands in this collection.
    case withdraw(position: Int, reason: String)
    /// The body that entry `position` placed is gone from this gateway, with its record and salt.
    case erase(position: Int, reason: String)
    /// The collection's rules from here on, as a JSON object.
    case config(JSON)

    package struct Placement: Sendable, Equatable {
        package let id: String
        /// `modified`, else `created`, else the date added (law 3).
        package let version: Timestamp
        package let marking: TLP
        /// SHA-256 of the exact bytes of the body.
        package let sha256: [UInt8]

        package init(id: String, version: Timestamp, marking: TLP, sha256: [UInt8]) {
            self.id = id
            self.version = version
            self.marking = marking
            self.sha256 = sha256
        }
    }

    package var kind: EntryKind {
        switch self {
        case .place: .place
        case .withdraw: .withdraw
        case .erase: .erase
        case .config: .config
        }
    }

    package func bytes() throws -> [UInt8] {
        switch self {
        case .place(let placement):
            // The hot path: an identifier is ASCII without anything to escape, so the canonical form can be written out.
            var text = #"{"id":""#
            text += placement.id
            text += #"","marking":""#
            text += placement.marking.label
            text += #"","sha256":""#
            text += hex(placement.sha256)
            text += #"","version":""#
            text += placement.version.description
            text += #""}"#
            return Array(text.utf8)
        case .withdraw(let position, let reason), .erase(let position, let reason):
            return try JSON.object([.count("position", position), .init(name: "reason", value: .string(reason))])
                .canonical()
        case .config(let rules):
            return try rules.canonical()
        }
    }

    /// - Throws: `LedgerError.damagedRecord` where the bytes are not a record of this kind.
    package init(_ kind: EntryKind, _ bytes: [UInt8]) throws {
        let json = try JSON.parse(bytes)
        func string(_ key: String) throws -> String {
            guard let value = json[key]?.string else { throw LedgerError(.damagedRecord, "a record has no \(key)") }
            return value
        }
        func position() throws -> Int {
            guard let text = json["position"]?.number?.text, let value = Int(text), value >= 0 else {
                throw LedgerError(.damagedRecord, "a record has no position")
            }
            return value
        }
        switch kind {
        case .place:
            let version = try string("version")
            guard let timestamp = Timestamp(version), let marking = TLP(label: try string("marking")),
                let sha256 = unhex(try string("sha256"))
            else { throw LedgerError(.damagedRecord, "a record's version, marking or hash can't be read") }
            self = .place(Placement(id: try string("id"), version: timestamp, marking: marking, sha256: sha256))
        case .withdraw: self = .withdraw(position: try position(), reason: try string("reason"))
        case .erase: self = .erase(position: try position(), reason: try string("reason"))
        case .config: self = .config(json)
        }
    }

    /// SHA-256(salt ‖ record), the only thing of a record that the leaf shows.
    package static func commitment(salt: [UInt8], record: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: record)
        return Array(hash.finalize())
    }
}

extension JSON.Member {
    /// A member that counts something.
    static func count(_ name: String, _ count: Int) -> JSON.Member {
        JSON.Member(name: name, value: JSON.Number(Double(count)).map(JSON.number) ?? .null)
    }
}

extension TLP {
    /// The marking with this label, such as `TLP:AMBER+STRICT`.
    package init?(label: String) {
        guard let found = TLP.allCases.first(where: { $0.label == label.uppercased() }) else { return nil }
        self = found
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

/// Lower-case hexadecimal.
package func hex(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
        var index = 0
        for byte in bytes {
            buffer[index] = hexDigits[Int(byte >> 4)]
            buffer[index + 1] = hexDigits[Int(byte & 15)]
            index += 2
        }
        return index
    }
}

/// Nil where the text is not hexadecimal.
package func unhex(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") ? $0 &- 48 : ($0 | 32) &- 87 }
    guard digits.count % 2 == 0, digits.allSatisfy({ $0 < 16 }) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
