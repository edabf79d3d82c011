import Files

/// The part of the POSIX ustar format that an exported log needs: plain files with short names, one after the other.
enum Tar {
    /// Header and padded content of one file.
    static func member(_ name: String, _ content: [UInt8]) -> [UInt8] {
        header(name, content.count) + content + padding(content.count)
    }

    /// What follows the content of a file of this length.
    static func padding(_ length: Int) -> [UInt8] { [UInt8](repeating: 0, count: (512 - length % 512) % 512) }

    /// What stands before the content of a file of this length.
    static func header(_ name: String, _ length: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        func octal(_ number: Int, width: Int) -> String {
            let digits = String(number, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(name, at: 0)
        put(octal(0o644, width: 7), at: 100)
        put(octal(0, width: 7), at: 108)
        put(octal(0, width: 7), at: 116)
        put(octal(length, width: 11), at: 124)
        put(octal(0, width: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, width: 6) + "\u{0} ", at: 148)
        return header
    }

    /// Two empty blocks.
    static let end = [UInt8](repeating: 0, count: 1024)

    /// Where the content of each file begins, and its length.
    ///
    /// - Parameter isMember: whether a name is one of those that belong there.
    /// - Throws: `LedgerError.badExport` at the first header that is not one, or that names something else.
    static func index(
        _ file: OpenedFile, _ isMember: (String) -> Bool
    ) throws -> [String: (offset: Int, length: Int)] {
        var found: [String: (offset: Int, length: Int)] = [:]
        let total = file.size ?? 0
        var offset = 0
        while offset + 512 <= total {
            let header = try file.bytes(at: offset, count: 512)
            guard header.count == 512 else { break }
            if header.allSatisfy({ $0 == 0 }) { break }
            let name = String(decoding: header[0..<100].prefix { $0 != 0 }, as: UTF8.self)
            let sum = header.enumerated().reduce(0) {
                $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element))
            }
            // Another program must not read another file than the one that is verified here: plain members, each name once.
            let isPlain = (header[156] == 0 || header[156] == 0x30) && header[345] == 0 && found[name] == nil
            // What is unpacked is data: it runs as nobody (set-user-ID and the like).
            guard let length = octal(header[124..<136]), octal(header[148..<156]) == sum, isPlain,
                let mode = octal(header[100..<108]), mode & 0o7000 == 0, length <= total - offset - 512
            else { throw LedgerError(.badExport, "byte \(offset) of the file is not the header of a tar member") }
            // Nor may it unpack to more than that, or to another place: `./checkpoint` lands on `checkpoint`.
            guard isMember(name) else {
                throw LedgerError(.badExport, "byte \(offset) of the file is a member that is no part of a log")
            }
            found[name] = (offset + 512, length)
            offset += 512 + (length + 511) / 512 * 512
        }
        try checkEnd(file, from: offset, to: total)
        return found
    }

    /// A number as POSIX writes it: octal digits, blanks before and blanks or zeros behind.
    ///
    /// What else there is (signs, numbers to the base 256), programs read differently.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 0x20 }.prefix { 0x30...0x37 ~= $0 }
        guard !digits.isEmpty, field[digits.endIndex...].allSatisfy({ $0 == 0 || $0 == 0x20 }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }

    /// Programs differ in where an archive ends, so what follows its end could be another one.
    private static func checkEnd(_ file: OpenedFile, from end: Int, to total: Int) throws {
        var offset = end
        while offset < total {
            let bytes = try file.bytes(at: offset, count: min(1 << 20, total - offset))
            guard !bytes.isEmpty, bytes.allSatisfy({ $0 == 0 }) else {
                throw LedgerError(.badExport, "something follows the end of the archive, at byte \(end) of the file")
            }
            offset += bytes.count
        }
    }
}
