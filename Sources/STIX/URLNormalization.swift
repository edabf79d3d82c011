extension ObservableValue {
    /// One form of all values that say the same: of URLs that which RFC 3986 §6.2.2 makes of them.
    ///
    /// The letter case of percent-encoding, what need not be encoded, letters beyond ASCII (RFC 3987 §3.1) and dot segments make no
    /// difference, nor does the fragment, which no server is sent (§3.5). The text stays as it was written: whoever blocks it
    /// blocks what was asked for.
    public var comparable: String {
        guard kind == .url else { return text }
        var bytes = Array(text.utf8)[...]
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let path = bytes.dropFirst(colon + 3).firstIndex(of: UInt8(ascii: "/"))
        else { return text }
        if let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) { bytes = bytes[..<fragment] }
        guard path < bytes.endIndex else { return text }
        let normal = URLNormalization.normalized(bytes[path...])
        let query = normal.firstIndex(of: UInt8(ascii: "?")) ?? normal.endIndex
        let whole = Array(bytes[..<path]) + URLNormalization.withoutDots(normal[..<query]) + Array(normal[query...])
        return String(decoding: whole, as: UTF8.self)
    }

    /// A URL as those write it who leave out the scheme: `//`, host, port unless it goes without saying, path; nil for other values.
    public var withoutScheme: String? {
        guard kind == .url else { return nil }
        let text = comparable
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...]
        let host = rest.dropFirst(2).prefix { $0 != "/" }
        let short = [":80", ":443"].first { host.hasSuffix($0) }.map { host.dropLast($0.count) } ?? host
        return "//" + short + rest[host.endIndex...]
    }

    /// `c2.example:8080/a`: the URL of a host with a port or a path, without its scheme; nil for anything else.
    public init?(withoutScheme text: String) {
        let bytes = Array(text.utf8)
        guard (4...Self.longest).contains(bytes.count), bytes.contains(where: { ":/".utf8.contains($0) }),
            bytes.first != UInt8(ascii: "/"), bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
        else { return nil }
        self.init(url: Array("http://".utf8)[...] + bytes)
    }
}

/// What makes two ways of writing a URL the same, RFC 3986 §6.2.2.
enum URLNormalization {
    /// Everything that may stand in a URL (§2) as it is or in upper-case hexadecimal digits, unreserved signs never encoded.
    static func normalized(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var normal: [UInt8] = []
        normal.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            var byte = text[index]
            var isCoded = !isAllowed(byte)
            index += 1
            if byte == UInt8(ascii: "%"), let coded = text.hexadecimalByte(at: index) {
                (byte, isCoded) = (coded, !isUnreserved(coded))
                index += 2
            }
            if isCoded {
                normal += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            } else {
                normal.append(byte)
            }
        }
        return normal
    }

    /// The path without `.` and `..` (§5.2.4).
    static func withoutDots(_ path: ArraySlice<UInt8>) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return Array(path) }
        var segments: [ArraySlice<UInt8>] = []
        let all = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in all.enumerated() {
            let isLast = index == all.count - 1
            if segment.elementsEqual(".".utf8) {
                if isLast { segments.append([]) }
            } else if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
                if isLast { segments.append([]) }
            } else {
                segments.append(segment)
            }
        }
        return segments.flatMap { [UInt8(ascii: "/")] + $0 }
    }

    /// Each `%XX` as its byte.
    static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index] == UInt8(ascii: "%") ? text.hexadecimalByte(at: index + 1) : nil
            decoded.append(byte ?? text[index])
            index += byte == nil ? 1 : 3
        }
        return decoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isLetter && byte < 0x80 || byte.isDigit || "-._~".utf8.contains(byte)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
