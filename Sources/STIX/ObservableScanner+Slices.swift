extension ArraySlice<UInt8> {
    func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !isPart($0) }.map { $0 + 1 } ?? startIndex)...]
    }

    /// Without the punctuation of the sentence around it; a bracket belongs to it where it was opened in it.
    func trimmedURL() -> ArraySlice<UInt8> {
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
            } else if !Refanging.isDot(last), !".:!?*_~\\".utf8.contains(last) {
                break
            }
            slice.removeLast()
        }
        return slice
    }

    /// Without what can neither begin nor end a value.
    func trimmed() -> ArraySlice<UInt8> {
        let isEdge = { (byte: UInt8) in Refanging.isDot(byte) || "._-:@/+%~".utf8.contains(byte) }
        var slice = drop(while: isEdge)
        while let last = slice.last, isEdge(last) { slice.removeLast() }
        return slice
    }

    /// The same for a value that may begin or end in two colons.
    func trimmedColons() -> ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "/") || Refanging.isDot(last) {
            slice.removeLast()
        }
        if slice.last == UInt8(ascii: ":"), !slice.dropLast().hasSuffix(":") { slice.removeLast() }
        return slice.mended()
    }

    private func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }

    /// With plain dots for those that were defanged.
    func mended() -> ArraySlice<UInt8> {
        guard contains(where: Refanging.isDot) else { return self }
        return map { Refanging.isDot($0) ? UInt8(ascii: ".") : $0 }[...]
    }

    /// The address or prefix that it is; both ends of a range; or an address with its port behind a dot, as tcpdump and the
    /// netstat of BSD print it, which is doubtful where the port may be the fifth number of a version.
    func addresses() -> [(prefix: IPPrefix, isSure: Bool)] {
        if let prefix = IPPrefix(self) { return [(prefix, true)] }
        guard count <= 100, first.map({ $0.isHexadecimal || $0 == UInt8(ascii: ":") }) ?? false else { return [] }
        if let hyphen = firstIndex(of: UInt8(ascii: "-")), let from = IPPrefix(self[..<hyphen]) {
            let rest = self[(hyphen + 1)...]
            if let to = IPPrefix(rest) { return [(from, true), (to, true)] }
            // `198.51.100.7-20`: its last number alone is written.
            return (1...3).contains(rest.count) && rest.allSatisfy(\.isDigit) ? [(from, true)] : []
        }
        guard let dot = lastIndex(of: UInt8(ascii: ".")), let port = UInt32(digits: self[(dot + 1)...]),
            port <= 65_535, let prefix = IPPrefix(self[..<dot]), prefix.isAddress
        else { return [] }
        return [(prefix, port > 255 || prefix.version == .six)]
    }

    /// Where the first letter stands of a script that sets no spaces or is written from right to left.
    func firstForeign() -> Int? {
        guard !allSatisfy({ $0 < 0x80 }) else { return nil }
        var index = startIndex
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            if Script.isUnspaced(scalar) || Script.isRightToLeft(scalar) { return index }
            index += UTF8.width(scalar)
        }
        return nil
    }

    /// What lies between letters of scripts that set no spaces or are written from right to left.
    func runsOfOneWriting() -> [ArraySlice<UInt8>] {
        var runs: [ArraySlice<UInt8>] = []
        var start = startIndex
        var index = startIndex
        for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
            let next = Swift.min(index + UTF8.width(scalar), endIndex)
            if Script.isUnspaced(scalar) || Script.isRightToLeft(scalar) {
                if start < index { runs.append(self[start..<index]) }
                start = next
            }
            index = next
        }
        if start < endIndex { runs.append(self[start..<endIndex]) }
        return runs.filter { $0.count >= 3 }
    }

    /// The first CVE identifier in it, with no letter or digit at either side.
    func vulnerability() -> ObservableValue? {
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
