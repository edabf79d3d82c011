extension JSONCursor {
    /// The bytes of a string that was read, escapes not resolved.
    @inline(__always)
    func raw(_ text: JSONText) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[text.start..<text.end])
    }

    /// A string that was read, escapes resolved.
    func decoded(_ text: JSONText) -> String {
        guard text.hasEscapes else { return String(decoding: raw(text), as: UTF8.self) }
        return String(unsafeUninitializedCapacity: text.count) { output in
            unescape(text, into: output)
        }
    }

    /// Adds the bytes of a string that was read, escapes resolved, to some others.
    func decode(_ text: JSONText, into output: inout [UInt8]) {
        guard text.hasEscapes else { return output.append(contentsOf: raw(text)) }
        output.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
                count = unescape(text, into: buffer)
            })
    }

    /// Calls with the bytes of a string that was read, escapes resolved.
    func withDecoded<Result>(_ text: JSONText, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard text.hasEscapes else { return body(raw(text)) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, text.count)) { buffer in
            let count = unescape(text, into: buffer)
            return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Resolves escapes; what they stand for is never longer than they are.
    ///
    /// The text was checked when it was read.
    private func unescape(_ text: JSONText, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = text.start
        while index < text.end {
            let byte = bytes[index]
            guard byte == 0x5C else {
                output[count] = byte
                count += 1
                index += 1
                continue
            }
            let letter = bytes[index + 1]
            if letter == 0x75 {
                let unit = (try? codeUnit(at: index)) ?? 0xFFFD
                index += 6
                var scalar = unit
                if 0xD800...0xDBFF ~= unit, let low = try? codeUnit(at: index) {
                    scalar = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                    index += 6
                }
                count += JSONCursor.encode(scalar, into: output, at: count)
                continue
            }
            switch letter {
            case 0x62: output[count] = 0x08
            case 0x66: output[count] = 0x0C
            case 0x6E: output[count] = 0x0A
            case 0x72: output[count] = 0x0D
            case 0x74: output[count] = 0x09
            default: output[count] = letter
            }
            count += 1
            index += 2
        }
        return count
    }

    private static func encode(_ scalar: UInt32, into output: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift & 0x3F)) }
        switch scalar {
        case ..<0x80:
            output[index] = UInt8(scalar)
            return 1
        case ..<0x800:
            output[index] = UInt8(0xC0 | scalar >> 6)
            output[index + 1] = tail(0)
            return 2
        case ..<0x10000:
            output[index] = UInt8(0xE0 | scalar >> 12)
            output[index + 1] = tail(6)
            output[index + 2] = tail(0)
            return 3
        default:
            output[index] = UInt8(0xF0 | (scalar >> 18 & 0x07))
            output[index + 1] = tail(12)
            output[index + 2] = tail(6)
            output[index + 3] = tail(0)
            return 4
        }
    }
}
