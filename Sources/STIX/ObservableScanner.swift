/// Finds observable values in text that people paste: a mail, a log, a list.
///
/// Defanged forms (`hxxp`, `[.]`, `(dot)`, `[at]`, ` dot `, `\.`) are understood. The work grows with the text and no
/// faster. What is taken for what:
///
/// - A name is a domain name where it ends in a top-level domain. One of two labels whose end is also that of files
///   (`install.sh`) counts only where its dot was defanged or a scheme or `@` stands before it; so does none behind a `/`, none with a
///   capital at the start of its end alone (`Done.Now`), and none with an underscore in its last two labels.
/// - An IPv4 address has no leading zeros; an IPv6 address is of a block to which IANA gave a meaning: `a::b` is none.
/// - A hash is a run of 32, 40, 64 or 128 hexadecimal digits. An AS number has `AS` or `ASN` before it.
public struct ObservableScanner {
    /// What a text held.
    public struct Found: Sendable, Equatable {
        /// Each value once, in the order in which they came.
        public let values: [ObservableValue]
        /// Whether there were more than were asked for.
        public let hasMore: Bool
    }

    /// The values of a text, at most so many.
    public static func scan(_ text: String, atMost most: Int) -> Found {
        var scanner = ObservableScanner(bytes: Refanging.plain(text), most: most)
        scanner.run()
        return Found(values: scanner.values, hasMore: scanner.hasMore)
    }

    private let bytes: [UInt8]
    private let most: Int
    private var values: [ObservableValue] = []
    private var seen: Set<ObservableValue> = []
    private var hasMore = false
    /// Whether the word before announced an AS number.
    private var awaitsSystem = false

    private init(bytes: [UInt8], most: Int) {
        self.bytes = bytes
        self.most = most
    }

    private mutating func run() {
        var start = 0
        while start < bytes.count, !hasMore {
            guard !isGap[Int(bytes[start])] else {
                start += 1
                continue
            }
            var end = start
            var colons = 0
            while end < bytes.count, !isGap[Int(bytes[end])] {
                if bytes[end] == UInt8(ascii: ":") { colons += 1 }
                end += 1
            }
            take(word: bytes[start..<end], mayHoldURL: colons > 0)
            start = end
        }
    }

    private mutating func add(_ value: ObservableValue?) {
        guard let value, !seen.contains(value) else { return }
        guard values.count < most else {
            hasMore = true
            return
        }
        seen.insert(value)
        values.append(value)
    }

    /// A URL may hold others; of more in one run without white space, the rest is left out.
    private static let mostURLs = 8

    /// A run without white space or quotes.
    private mutating func take(word: ArraySlice<UInt8>, mayHoldURL: Bool) {
        var rest = word
        var plainStart = word.startIndex
        var urls = 0
        while mayHoldURL, !hasMore, urls < Self.mostURLs, let colon = rest.schemeEnd() {
            let name = rest[..<colon].suffix { $0.isLetter || $0 == UInt8(ascii: "*") }.suffix(8)
            rest = rest[(colon + 3)...]
            guard ObservableValue.scheme(name) != nil else { continue }
            if plainStart < name.startIndex { take(plain: bytes[plainStart..<name.startIndex]) }
            plainStart = word.endIndex
            // A byte more than a URL may have tells that it is too long; reading on to the end of each would be slow.
            urls += 1
            take(url: bytes[name.startIndex..<min(word.endIndex, name.startIndex + ObservableValue.longest + 1)])
        }
        if plainStart < word.endIndex { take(plain: bytes[plainStart..<word.endIndex]) }
    }

    private mutating func take(url: ArraySlice<UInt8>) {
        let url = url.trimmedURL()
        if url.count <= ObservableValue.longest {
            let mended = url.map { $0 == Refanging.dot ? UInt8(ascii: ".") : $0 }
            if let value = ObservableValue(url: mended[...]) { return add(value) }
        }
        // The host of a URL that is too long, or not one, still says something.
        guard let colon = url.firstIndex(of: UInt8(ascii: ":")) else { return }
        let host = url.dropFirst(colon + 3 - url.startIndex).prefix { $0 != UInt8(ascii: "/") }
        if host.count <= 300 { take(plain: host) }
    }

    /// A word or a part of one that holds no URL.
    private mutating func take(plain word: ArraySlice<UInt8>) {
        var start = word.startIndex
        while start < word.endIndex {
            guard isToken[Int(bytes[start])] else {
                start += 1
                continue
            }
            let end = word[start...].firstIndex { !isToken[Int($0)] } ?? word.endIndex
            take(token: bytes[start..<end])
            start = end
        }
    }

    private mutating func take(token: ArraySlice<UInt8>) {
        let isSystem = awaitsSystem
        awaitsSystem = false
        if isSystem, let number = UInt32(digits: token.trimmed()) { return add(ObservableValue(system: number)) }
        if token.count <= 64, token.count(where: { $0 == UInt8(ascii: ":") }) >= 2,
            let prefix = IPPrefix(token.trimmedColons()),
            prefix.isMeant
        {
            return add(ObservableValue(prefix))
        }
        var isFirst = true
        for part in token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
            // `198.51.100.0/24` is one value; elsewhere a slash ends it.
            if let prefix = IPPrefix(part.trimmed().mended()) {
                add(ObservableValue(prefix))
            } else {
                for piece in part.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
                    take(piece: piece.trimmed(), mayBeName: isFirst)
                    isFirst = false
                }
            }
            isFirst = true
        }
    }

    private mutating func take(piece: ArraySlice<UInt8>, mayBeName: Bool) {
        guard piece.count >= 2, piece.count <= 400 else { return }
        if piece.count <= 3 {
            awaitsSystem = ["AS", "ASN", "asn"].contains(String(decoding: piece, as: UTF8.self))
        }
        guard piece.count >= 3 else { return }
        let plain = piece.mended()
        if let value = ObservableValue(hash: plain) ?? ObservableValue(prefix: plain) ?? ObservableValue(system: plain)
        {
            return add(value)
        }
        if let value = plain.vulnerability() { return add(value) }
        if plain.contains(UInt8(ascii: "@")) {
            guard let value = ObservableValue(email: plain), value.hasKnownEnd else { return }
            return add(value)
        }
        guard mayBeName, plain.contains(UInt8(ascii: ".")) else { return }
        if let value = name(piece, plain) { return add(value) }
        // Scripts that set no spaces between words run on behind a name.
        guard !plain.allSatisfy({ $0 < 0x80 }) else { return }
        for run in piece.split(whereSeparator: { $0 >= 0x80 }) where run.count >= 4 {
            add(name(run.trimmed(), run.trimmed().mended()))
        }
    }

    private func name(_ written: ArraySlice<UInt8>, _ plain: ArraySlice<UInt8>) -> ObservableValue? {
        guard let value = ObservableValue(domain: plain), value.hasKnownEnd else { return nil }
        let isDefanged = written.contains(Refanging.dot)
        let labels = plain.split(separator: UInt8(ascii: "."))
        guard let last = labels.last, !labels.suffix(2).contains(where: { $0.contains(UInt8(ascii: "_")) }) else {
            return nil
        }
        if isDefanged { return value }
        let ending = String(decoding: last, as: UTF8.self)
        if labels.count == 2, TopLevelDomains.alsoFiles.contains(ending.lowercased()) { return nil }
        let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
        if last.first.map(isCapital) ?? false, !last.dropFirst().contains(where: isCapital) { return nil }
        return value
    }
}

extension ObservableValue {
    fileprivate var hasKnownEnd: Bool {
        domain?.split(separator: ".").last.map { TopLevelDomains.contains(String($0)) } ?? false
    }
}

extension IPPrefix {
    /// Whether IANA gave its block a meaning: global unicast, unique local, link-local, multicast, loopback, NAT64.
    fileprivate var isMeant: Bool {
        version == .four || Self.blocks.contains { $0.contains(self) }
    }

    private static let blocks = ["2000::/3", "fc00::/7", "fe80::/10", "ff00::/8", "::1", "64:ff9b::/96"]
        .compactMap { IPPrefix($0) }
}

/// White space, quotes and what stands between the members of a list.
private let isGap: [Bool] = (0...255).map { (byte: UInt8) in
    byte <= 0x20 && byte != Refanging.dot || "\"'<>`,;|^".utf8.contains(byte)
}

/// What may stand inside a value.
private let isToken: [Bool] = (0...255).map { (byte: UInt8) in
    byte.isDigit || byte.isLetter || byte >= 0x80 || byte == Refanging.dot || "._-:@/+%~".utf8.contains(byte)
}

extension ArraySlice<UInt8> {
    /// Where the next `://` begins.
    fileprivate func schemeEnd() -> Int? {
        var index = startIndex
        while index + 2 < endIndex {
            if self[index] == UInt8(ascii: ":"), self[index + 1] == UInt8(ascii: "/"),
                self[index + 2] == UInt8(ascii: "/")
            {
                return index
            }
            index += 1
        }
        return nil
    }

    fileprivate func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !isPart($0) }.map { $0 + 1 } ?? startIndex)...]
    }

    /// Without the punctuation of the sentence around it; a bracket belongs to it where it was opened in it.
    fileprivate func trimmedURL() -> ArraySlice<UInt8> {
        func surplus(_ close: Character, _ open: Character) -> Int {
            count { $0 == close.asciiValue } - count { $0 == open.asciiValue }
        }
        var surplus: [UInt8: Int] = [
            UInt8(ascii: ")"): surplus(")", "("), UInt8(ascii: "]"): surplus("]", "["),
            UInt8(ascii: "}"): surplus("}", "{"),
        ]
        var slice = self
        while let last = slice.last {
            if let more = surplus[last] {
                guard more > 0 else { break }
                surplus[last] = more - 1
            } else if last != Refanging.dot, !".:!?*_~\\".utf8.contains(last) {
                break
            }
            slice.removeLast()
        }
        return slice
    }

    /// Without what can neither begin nor end a value.
    fileprivate func trimmed() -> ArraySlice<UInt8> {
        let isEdge = { (byte: UInt8) in byte == Refanging.dot || "._-:@/+%~".utf8.contains(byte) }
        var slice = drop(while: isEdge)
        while let last = slice.last, isEdge(last) { slice.removeLast() }
        return slice
    }

    /// The same for a value that may begin or end in two colons.
    fileprivate func trimmedColons() -> ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "/") || last == Refanging.dot {
            slice.removeLast()
        }
        if slice.last == UInt8(ascii: ":"), !slice.dropLast().hasSuffix(":") { slice.removeLast() }
        return slice.mended()
    }

    private func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }

    /// With plain dots for those that were defanged.
    fileprivate func mended() -> ArraySlice<UInt8> {
        guard contains(Refanging.dot) else { return self }
        return map { $0 == Refanging.dot ? UInt8(ascii: ".") : $0 }[...]
    }

    /// The first CVE identifier in it, with no letter or digit at either side.
    fileprivate func vulnerability() -> ObservableValue? {
        guard count >= 13, let start = indices.first(where: isVulnerability(at:)) else { return nil }
        let tail = self[(start + 4)...]
        let end = tail.dropFirst(5).firstIndex { !$0.isDigit } ?? endIndex
        guard end == endIndex || !self[end].isLetter else { return nil }
        return ObservableValue(vulnerability: self[start..<end])
    }

    private func isVulnerability(at index: Int) -> Bool {
        guard index + 13 <= endIndex, self[index] | 0x20 == UInt8(ascii: "c"),
            self[index + 1] | 0x20 == UInt8(ascii: "v"),
            self[index + 2] | 0x20 == UInt8(ascii: "e"), self[index + 3] == UInt8(ascii: "-")
        else { return false }
        return index == startIndex || !(self[index - 1].isLetter || self[index - 1].isDigit)
    }
}
