/// The forms that the standard, or another one that it names, gives to strings.
enum TextForm: UInt16, Sendable, CaseIterable {
    case language, country, lowerCase, relationshipType, propertyName
    case ipv4, ipv6, mac, domainName, emailAddress, url
    case cpe, mediaType, characterSet, registryKey, priorityClass
    case timeZone, network, uuid

    /// What a string of another form is: a warning where the standard says SHOULD.
    var code: Finding.Code {
        switch self {
        case .country, .lowerCase, .mediaType, .priorityClass: .unusualForm
        default: .badForm
        }
    }

    /// What is asked for, as the end of a sentence.
    var demand: String {
        switch self {
        case .language: "a language tag of RFC 5646, such as en or pt-BR"
        case .country: "a country code of ISO 3166-1, two letters"
        case .lowerCase: "in lower case, with hyphens between words"
        case .relationshipType: "of a–z, 0–9 and hyphens"
        case .propertyName: "a property name: 3 to 250 of a–z, 0–9 and _, a letter first"
        case .ipv4: "an IPv4 address or a CIDR block"
        case .ipv6: "an IPv6 address or a CIDR block"
        case .mac: "a MAC address such as d2:fb:49:24:37:18, in lower case"
        case .domainName: "a domain name of RFC 1034, or of RFC 5890"
        case .emailAddress: "an address of RFC 5322, without a display name"
        case .url: "a URL of RFC 3986"
        case .cpe: "a name of CPE 2.3, cpe:2.3: and eleven parts"
        case .mediaType: "a media type of IANA, type/subtype"
        case .characterSet: "a character set of IANA, by its preferred MIME name or else its name"
        case .registryKey: "the whole key, with its hive written out, such as HKEY_LOCAL_MACHINE"
        case .priorityClass: "a priority class, whose name ends in _CLASS"
        case .timeZone: "a name of the IANA time zone database, such as Africa/Tunis"
        case .network: "an IPv4 or IPv6 address or a CIDR block"
        case .uuid: "a UUID of RFC 4122 in lower case"
        }
    }

    /// The section that asks for it.
    var section: String {
        switch self {
        case .language: "3.2"
        case .country: "4.10"
        case .lowerCase: "3.1"
        case .relationshipType: "5.1"
        case .propertyName: "3.1"
        case .ipv4: "6.8"
        case .ipv6: "6.9"
        case .mac: "6.10"
        case .domainName: "6.4"
        case .emailAddress: "6.5"
        case .url: "6.15"
        case .cpe: "6.14"
        case .mediaType: "6.7"
        case .characterSet: "6.7"
        case .registryKey: "6.17"
        case .priorityClass: "6.13.2"
        case .timeZone: "RFC 6557"
        case .network: "RFC 4632"
        case .uuid: "RFC 4122"
        }
    }

    /// Whether a string is of the form.
    func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .language: TextForm.isLanguage(text)
        case .country: text.count == 2 && text.allSatisfy(\.isLetter)
        case .lowerCase: !text.contains { 0x41...0x5A ~= $0 || $0 == 0x5F || $0 == 0x20 }
        case .relationshipType: !text.isEmpty && text.allSatisfy { $0.isLowerCase || $0.isDigit || $0 == 0x2D }
        case .propertyName: isPropertyName(text)
        case .ipv4: text.contains(0x2E) && !text.contains(0x3A) && IPPrefix(Array(text)[...]) != nil
        case .ipv6: text.contains(0x3A) && IPPrefix(Array(text)[...]) != nil
        case .mac: TextForm.isMAC(text)
        case .domainName: TextForm.isDomainName(text)
        case .emailAddress: TextForm.isEmailAddress(text)
        case .url: TextForm.isURL(text)
        case .cpe: TextForm.isCPE(text)
        case .mediaType: TextForm.isMediaType(text)
        case .characterSet: CharacterSets.contains(text)
        case .registryKey: TextForm.isWholeKey(text)
        case .priorityClass: isSuffix("_CLASS", of: text)
        case .timeZone: TextForm.isTimeZone(text)
        case .network: IPPrefix(Array(text)[...]) != nil
        case .uuid: STIXIdentifier.form(of: "any--" + String(decoding: text, as: UTF8.self)) == .standard
        }
    }

    /// The shape of a language tag (RFC 5646 §2.1); whether its parts are registered is not asked.
    static func isLanguage(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard 1...250 ~= text.count else { return false }
        let parts = text.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ 1...8 ~= $0.count && $0.allSatisfy { $0.isLetter || $0.isDigit } }) else {
            return false
        }
        let first = parts[0]
        // Private use and grandfathered tags begin with one letter: x, i.
        if first.count == 1 { return parts.count > 1 && Set("xXiI".utf8).contains(first[first.startIndex]) }
        return first.allSatisfy(\.isLetter)
    }

    /// The shape of a name of the time zone database; whether it is in the database is not asked.
    private static func isTimeZone(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard 2...98 ~= text.count else { return false }
        let parts = text.split(separator: 0x2F, omittingEmptySubsequences: false)
        return parts.count <= 3
            && parts.allSatisfy { part in
                (part.first?.isLetter ?? false)
                    && part.allSatisfy { $0.isLetter || $0.isDigit || [0x5F, 0x2B, 0x2D].contains($0) }
            }
    }

    private static func isMAC(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == 17
            && text.enumerated().allSatisfy {
                $0.offset % 3 == 2 ? $0.element == 0x3A : $0.element.isDigit || 0x61...0x66 ~= $0.element
            }
    }

    /// Labels of 1 to 63 between dots; underscores and U-labels are allowed, since names in use have them.
    private static func isDomainName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = text.last == 0x2E ? text.dropLast() : text[...]
        guard 1...1_000 ~= name.count else { return false }
        let isASCII = name.allSatisfy { $0 < 0x80 }
        guard !isASCII || name.count <= 253 else { return false }
        return name.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && (!isASCII || label.count <= 63)
                && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F || $0 >= 0x80 }
        }
    }

    private static func isEmailAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let at = text.lastIndex(of: 0x40), at > 0, at < text.count - 1 else { return false }
        let isQuoted = text[0] == 0x22
        let outside = Set(" \t\r\n<>(),;".utf8)
        guard !text[(at + 1)...].contains(where: outside.contains) else { return false }
        return isQuoted || !text[..<at].contains { outside.contains($0) || $0 == 0x40 }
    }

    /// A scheme, a colon, and characters that RFC 3986 allows, percent signs before two digits.
    private static func isURL(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: 0x3A), colon > 0, colon < text.count - 1, text[0].isLetter,
            text[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E })
        else { return false }
        for index in (colon + 1)..<text.count {
            switch text[index] {
            case 0x25:
                guard index + 2 < text.count, text[index + 1].isHexDigit, text[index + 2].isHexDigit else {
                    return false
                }
            case ...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...:
                guard text[index] == 0x7E else { return false }
            default: break
            }
        }
        return true
    }

    private static func isCPE(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isPrefix("cpe:2.3:", of: text), !text.contains(where: { $0 <= 0x20 }) else { return false }
        var colons = 0
        for (index, byte) in text.enumerated() where byte == 0x3A && text[index - 1] != 0x5C { colons += 1 }
        return colons == 12
    }

    private static func isMediaType(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let parts = text.split(separator: 0x2F, omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2C } }
    }

    /// The hives have short names, which the standard does not allow.
    private static func isWholeKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let hive = text.prefix { $0 != 0x5C }.map { $0 & 0xDF }
        return !["HKLM", "HKCC", "HKCR", "HKCU", "HKU"].contains { $0.utf8.elementsEqual(hive) }
    }
}

extension UInt8 {
    var isLowerCase: Bool { 0x61...0x7A ~= self }
    var isHexDigit: Bool { isDigit || 0x61...0x66 ~= self | 0x20 }
}
