extension ObservableScanner {
    /// A URL may hold others; of more in one run without white space, the rest is left out.
    private static let mostURLs = 8
    /// Links are wrapped by the gateway of the sender, that of the receiver, and a forwarder.
    private static let mostWraps = 3
    /// How many times a URL may go on behind a `,` `;` or `'`.
    private static let mostPieces = 4

    /// A run without white space or quotes.
    mutating func take(word: ArraySlice<UInt8>, of text: [UInt8], mayHoldURL: Bool) {
        var rest = word
        var plainStart = word.startIndex
        var urls = 0
        while mayHoldURL, !hasMore, urls < Self.mostURLs, let colon = rest.schemeEnd() {
            let name = rest[..<colon].suffix { $0.isLetter || $0 == UInt8(ascii: "*") }.suffix(8)
            rest = rest[(colon + 3)...]
            guard ObservableValue.scheme(name) != nil else { continue }
            if plainStart < name.startIndex { take(plain: word[plainStart..<name.startIndex]) }
            plainStart = word.endIndex
            // A byte more than a URL may have tells that it is too long; reading on to the end of each would be slow.
            let end = min(word.endIndex, name.startIndex + ObservableValue.longest + 1)
            take(url: word[name.startIndex..<end], of: text, isInner: urls > 0)
            urls += 1
        }
        if plainStart < word.endIndex { take(plain: word[plainStart..<word.endIndex]) }
    }

    private mutating func take(url: ArraySlice<UInt8>, of text: [UInt8], isInner: Bool) {
        let trimmed = url.trimmedURL()
        guard trimmed.count <= ObservableValue.longest, let value = ObservableValue(url: trimmed.mended()) else {
            // The host of a URL that is too long, or not one, still says something.
            guard let colon = trimmed.firstIndex(of: UInt8(ascii: ":")) else { return }
            let host = trimmed.dropFirst(colon + 3 - trimmed.startIndex).prefix { $0 != UInt8(ascii: "/") }
            if host.count <= 300 { take(plain: host) }
            return unwrap(trimmed.prefix(ObservableValue.longest))
        }
        var shorter = value
        var hasOther = false
        if let foreign = trimmed.firstForeign() {
            let scheme = trimmed.prefix { $0 != UInt8(ascii: ":") }
            // What follows may be the next word of a text that sets no spaces.
            let cut = ObservableValue(url: trimmed[..<foreign].trimmedURL().mended())
            let host = trimmed.dropFirst(scheme.count + 3).prefix { !"/?#".utf8.contains($0) }
            if Writing(of: host).isMixed, let cut {
                shorter = cut
                add(value, isSure: false, insteadOf: cut)
            } else {
                add(cut, isSure: false, insteadOf: value)
                hasOther = cut != nil
            }
        }
        var longer: [ObservableValue] = []
        if url.endIndex < text.count {
            longer = pieces(behind: url, in: text).compactMap {
                ObservableValue(url: text[url.startIndex..<$0].trimmedURL().mended())
            }
        }
        // A parameter of the link around it ends where the next one begins.
        let parameter =
            isInner
            ? trimmed.firstIndex(of: UInt8(ascii: "&")).flatMap { ObservableValue(url: trimmed[..<$0].mended()) } : nil
        add(shorter, isCut: hasOther || shorter != value || !longer.isEmpty || parameter != nil)
        for value in longer { add(value, isSure: false, insteadOf: shorter) }
        add(parameter, isSure: false, insteadOf: shorter)
        unwrap(trimmed)
    }

    /// Where a URL may end that goes on behind what usually ends one: no farther than white space, nor where another begins.
    private func pieces(behind url: ArraySlice<UInt8>, in text: [UInt8]) -> [Int] {
        var ends: [Int] = []
        var index = url.endIndex
        let most = min(text.count, url.startIndex + ObservableValue.longest)
        while ends.count < Self.mostPieces, index + 1 < most, ",;'".utf8.contains(text[index]) {
            let piece = text[(index + 1)..<most].prefix { !isGap[Int($0)] }
            guard !piece.isEmpty, piece.schemeEnd() == nil else { break }
            ends.append(piece.endIndex)
            index = piece.endIndex
        }
        return ends
    }

    /// The links inside a link, as those who check mails and count clicks write them.
    private mutating func unwrap(_ url: ArraySlice<UInt8>) {
        guard depth < Self.mostWraps else { return }
        var inner: [[UInt8]] = []
        if let text = url.proofpointTarget() { inner.append(text) }
        var rest = url
        while inner.count < Self.mostURLs, let percent = rest.codedSchemeEnd() {
            let scheme = rest[..<percent].suffix { $0.isLetter }.suffix(8)
            let target = url[scheme.startIndex...].prefix { $0 != UInt8(ascii: "&") }
            rest = rest[(percent + 3)...]
            inner.append(target.percentDecoded())
        }
        depth += 1
        defer { depth -= 1 }
        for text in inner {
            let word = text.prefix { !isGap[Int($0)] }
            guard let colon = word.schemeEnd(), ObservableValue.scheme(word[..<colon]) != nil else { continue }
            take(url: word.prefix(ObservableValue.longest + 1), of: text, isInner: false)
        }
    }
}

extension ArraySlice<UInt8> {
    /// Where the next `://` begins.
    func schemeEnd() -> Int? {
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

    /// Where the next `://` begins that is percent-encoded once or more often.
    fileprivate func codedSchemeEnd() -> Int? {
        var index = startIndex
        while index + 8 < endIndex {
            if self[index] == UInt8(ascii: "%") {
                // A percent sign that was itself encoded is `%25`.
                var digits = index + 1
                while self[digits...].starts(with: "25".utf8) { digits += 2 }
                if self[digits...].starts(with: "3A".utf8) || self[digits...].starts(with: "3a".utf8) {
                    let slash = self[(digits + 2)...]
                    if slash.starts(with: "//".utf8) || slash.first == UInt8(ascii: "%") { return index }
                }
            }
            index += 1
        }
        return nil
    }

    /// Each `%XX` as its byte, as often as it was encoded.
    fileprivate func percentDecoded() -> [UInt8] {
        var text = Array(self)
        for _ in 0..<4 {
            let decoded = text[...].percentDecodedOnce()
            guard decoded.count < text.count else { break }
            text = decoded
            if text[...].schemeEnd() != nil { break }
        }
        return text
    }

    /// What is no printable sign of ASCII stays coded: it means the same, and would be no part of a link.
    private func percentDecodedOnce() -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(count)
        var index = startIndex
        while index < endIndex {
            if self[index] == UInt8(ascii: "%"), let byte = hexadecimalByte(at: index + 1),
                (0x21...0x7E).contains(byte)
            {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(self[index])
                index += 1
            }
        }
        return decoded
    }

    /// The byte of two hexadecimal digits.
    func hexadecimalByte(at index: Int) -> UInt8? {
        guard index + 1 < endIndex, let high = self[index].hexadecimalDigit, let low = self[index + 1].hexadecimalDigit
        else { return nil }
        return high << 4 | low
    }

    /// The target of a link that URL Defense rewrote in its second version: `-XX` for `%XX`, `_` for `/`.
    fileprivate func proofpointTarget() -> [UInt8]? {
        let head = String(decoding: prefix(60), as: UTF8.self)
        guard head.contains("urldefense"), head.contains("/v2/"),
            let parameter = indices.first(where: { self[$0...].starts(with: "u=http".utf8) })
        else { return nil }
        let coded = self[(parameter + 2)...].prefix { $0 != UInt8(ascii: "&") }.map { byte in
            byte == UInt8(ascii: "-") ? UInt8(ascii: "%") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
        }
        return coded[...].percentDecodedOnce()
    }
}
