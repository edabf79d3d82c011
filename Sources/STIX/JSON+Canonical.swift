extension JSON {
    /// The value of a tree cannot be written in canonical form.
    public enum CanonicalError: Error, Sendable, Equatable {
        /// A number is infinite or not a number.
        case numberOutOfRange
        /// An object, built by hand, has this name twice.
        case duplicateName(String)
    }

    /// The canonical bytes of RFC 8785: names in the order of their UTF-16 code units, numbers as ECMAScript writes them.
    ///
    /// Throws `CanonicalError`, which a tree that was parsed never does.
    public func canonical() throws -> [UInt8] {
        var output: [UInt8] = []
        try append(to: &output)
        return output
    }

    private func append(to output: inout [UInt8]) throws {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number):
            guard let text = ECMAScriptNumber.text(of: number.value) else { throw CanonicalError.numberOutOfRange }
            output.append(contentsOf: text.utf8)
        case .string(let text): JSON.append(text, to: &output)
        case .array(let elements):
            output.append(0x5B)
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(0x2C) }
                try element.append(to: &output)
            }
            output.append(0x5D)
        case .object(let members):
            output.append(0x7B)
            var previous: String?
            for member in members.sorted(by: { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }) {
                if let previous {
                    guard !previous.utf16.elementsEqual(member.name.utf16) else {
                        throw CanonicalError.duplicateName(previous)
                    }
                    output.append(0x2C)
                }
                JSON.append(member.name, to: &output)
                output.append(0x3A)
                try member.value.append(to: &output)
                previous = member.name
            }
            output.append(0x7D)
        }
    }

    /// A string with the escapes of RFC 8785 §3.2.2.2, and no others.
    private static func append(_ text: String, to output: inout [UInt8]) {
        output.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: output.append(contentsOf: [0x5C, 0x22])
            case 0x5C: output.append(contentsOf: [0x5C, 0x5C])
            case 0x08: output.append(contentsOf: [0x5C, 0x62])
            case 0x09: output.append(contentsOf: [0x5C, 0x74])
            case 0x0A: output.append(contentsOf: [0x5C, 0x6E])
            case 0x0C: output.append(contentsOf: [0x5C, 0x66])
            case 0x0D: output.append(contentsOf: [0x5C, 0x72])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                output.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: output.append(byte)
            }
        }
        output.append(0x22)
    }
}
