extension ObservableScanner {
    /// A word or a part of one that holds no URL.
    mutating func take(plain word: ArraySlice<UInt8>) {
        var start = word.startIndex
        while start < word.endIndex {
            guard isToken[Int(word[start])] else {
                start += 1
                continue
            }
            let end = word[start...].firstIndex { !isToken[Int($0)] } ?? word.endIndex
            let place = Place(of: start, in: word)
            take(token: word[start..<end], place)
            // `\n` of a program's text, or a file whose name begins with n.
            if place == .behindOneBackslash, end - start > 4, "nrt".utf8.contains(word[start]) {
                take(token: word[(start + 1)..<end], place)
            }
            start = end
        }
    }

    /// Where a token stands, as far as that says whether it may be a host.
    enum Place {
        case free, behindOneBackslash, inPath

        /// Two backslashes before which nothing stands begin the name of a host; one, or one behind a name, is of a path.
        init(of start: Int, in word: ArraySlice<UInt8>) {
            let before = word[..<start]
            let slashes = before.suffix { $0 == UInt8(ascii: "\\") }
            let isBehindName = before.dropLast(slashes.count).last.map { isToken[Int($0)] } ?? false
            self = slashes.isEmpty ? .free : slashes.count == 1 ? .behindOneBackslash : isBehindName ? .inPath : .free
        }
    }

    private mutating func take(token: ArraySlice<UInt8>, _ place: Place) {
        let isSystem = awaitsSystem
        awaitsSystem = false
        if isSystem, let number = UInt32(digits: token.trimmed()) { return add(ObservableValue(system: number)) }
        if token.count <= 100, token.count(where: { $0 == UInt8(ascii: ":") }) >= 2 {
            let found = token.trimmedColons().addresses()
            if !found.isEmpty, found.allSatisfy(\.prefix.isMeant) {
                for address in found { add(ObservableValue(address.prefix)) }
                return
            }
        }
        for part in token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
            // `198.51.100.0/24` is one value; elsewhere a slash ends it.
            let found = part.trimmed().mended().addresses()
            guard found.isEmpty else {
                for address in found { add(ObservableValue(address.prefix), isSure: address.isSure) }
                continue
            }
            let pieces = part.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            // A host stands first, or behind two slashes before which nothing stands.
            let host = part.starts(with: "//".utf8) ? 2 : 0
            for (index, piece) in pieces.enumerated() {
                take(piece: piece.trimmed(), mayBeHost: index == host && place == .free)
            }
        }
    }

    /// - Parameter mayBeHost: whether a name here is more than the part of a path.
    private mutating func take(piece: ArraySlice<UInt8>, mayBeHost: Bool) {
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
        let writing = Writing(of: piece)
        guard writing.isMixed else {
            if writing.hasDigitsBeside, !plain.contains(UInt8(ascii: "@")) {
                for run in piece.runsOfOneWriting() { take(number: run.trimmed().mended()) }
            }
            return take(run: piece, mayBeHost: mayBeHost, isPart: false)
        }
        // Of a word that mixes scripts as no name does, the parts are read; of one that may be a name, the whole too.
        let runs = piece.runsOfOneWriting().map { $0.trimmed() }
        for run in runs where !take(number: run.mended()) { take(run: run, mayBeHost: mayBeHost, isPart: true) }
        guard !writing.isImpossible, runs.count == 1, let part = runs.first?.mended() else { return }
        add(
            ObservableValue(email: plain) ?? ObservableValue(domain: plain), isSure: false,
            insteadOf: ObservableValue(email: part) ?? ObservableValue(domain: part))
    }

    /// A hash or an address to which letters of a script without spaces are glued; false where it is none.
    @discardableResult private mutating func take(number plain: ArraySlice<UInt8>) -> Bool {
        if let value = ObservableValue(hash: plain) {
            add(value)
            return true
        }
        let addresses = plain.addresses()
        for address in addresses { add(ObservableValue(address.prefix), isSure: address.isSure) }
        return !addresses.isEmpty
    }

    /// - Parameter isPart: whether letters of another script were cut off.
    private mutating func take(run: ArraySlice<UInt8>, mayBeHost: Bool, isPart: Bool) {
        guard run.count >= 3 else { return }
        let plain = run.mended()
        guard plain.contains(UInt8(ascii: "@")) else {
            return take(name: run, plain, mayBeHost: mayBeHost, isPart: isPart)
        }
        if let value = ObservableValue(email: plain) {
            let longer = longerAddress(before: run)
            add(value, isSure: value.hasKnownEnd, isCut: isPart || longer != nil)
            return add(longer, isSure: false, insteadOf: value)
        }
        for part in run.split(separator: UInt8(ascii: "@")) {
            let host = part.trimmed().mended()
            if let prefix = IPPrefix(host) { add(ObservableValue(prefix)) }
            take(name: part.trimmed(), host, mayBeHost: mayBeHost, isPart: isPart)
        }
    }

    /// `o'brien@c2.example`, of which `brien@c2.example` was read; or the end of a quotation before `alice@c2.example`.
    private func longerAddress(before run: ArraySlice<UInt8>) -> ObservableValue? {
        guard depth == 0, run.startIndex >= 2, bytes[run.startIndex - 1] == UInt8(ascii: "'") else { return nil }
        let name = bytes[..<(run.startIndex - 1)].suffix(60).suffix { isToken[Int($0)] && !":/@".utf8.contains($0) }
        return name.isEmpty ? nil : ObservableValue(email: bytes[name.startIndex..<run.endIndex].mended())
    }

    private mutating func take(
        name written: ArraySlice<UInt8>, _ plain: ArraySlice<UInt8>, mayBeHost: Bool, isPart: Bool
    ) {
        guard plain.contains(UInt8(ascii: ".")), let value = ObservableValue(domain: plain) else { return }
        add(value, isSure: mayBeHost && value.hasKnownEnd && Self.isCredible(written, plain), isCut: isPart)
    }

    /// Whether a name that ends in a top-level domain is meant as one.
    private static func isCredible(_ written: ArraySlice<UInt8>, _ plain: ArraySlice<UInt8>) -> Bool {
        let labels = plain.split(separator: UInt8(ascii: "."))
        guard let last = labels.last, !written.contains(Refanging.spelledDot),
            !labels.suffix(2).contains(where: { $0.contains(UInt8(ascii: "_")) })
        else { return false }
        if written.contains(Refanging.dot) { return true }
        let ending = String(decoding: last, as: UTF8.self)
        if labels.count == 2, TopLevelDomains.alsoFiles.contains(ending.lowercased()) { return false }
        let isCapital = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
        return !(last.first.map(isCapital) ?? false) || last.dropFirst().contains(where: isCapital)
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

/// In which scripts a word is written, as far as that says where a name in it begins and ends.
struct Writing {
    /// Whether Latin letters stand beside letters of a script that sets no spaces or runs the other way.
    private(set) var isMixed = false
    /// Whether no registry admits a name of it (RFC 5893 §2).
    private(set) var isImpossible = false
    /// Whether digits stand beside letters of such a script.
    private(set) var hasDigitsBeside = false

    init(of word: ArraySlice<UInt8>) {
        guard !word.allSatisfy({ $0 < 0x80 }) else { return }
        for label in word.split(whereSeparator: { Refanging.isDot($0) || ".@:".utf8.contains($0) }) {
            let scalars = String(decoding: label, as: UTF8.self).unicodeScalars
            let isRightToLeft = scalars.contains(where: Script.isRightToLeft)
            guard isRightToLeft || scalars.contains(where: Script.isUnspaced) else { continue }
            if label.contains(where: \.isDigit) { hasDigitsBeside = true }
            guard label.contains(where: \.isLetter) else { continue }
            isMixed = true
            if isRightToLeft { isImpossible = true }
        }
    }
}
