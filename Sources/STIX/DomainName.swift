import Foundation

/// The one form of a domain name by which two ways of writing it are seen to be the same.
enum DomainName {
    /// In lower case, in A-labels (RFC 5890), without the dot at the end; nil for what is no name of two labels or more.
    static func canonical(_ text: ArraySlice<UInt8>) -> String? {
        let text = text.last == UInt8(ascii: ".") ? text.dropLast() : text
        guard (3...1_000).contains(text.count) else { return nil }
        let isASCII = text.allSatisfy { $0 < 0x80 }
        guard let name = isASCII ? lowercased(text) : inALabels(text), name.count <= 253 else { return nil }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last, isLast(last) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Letters, digits, hyphens inside; and the underscores of service names (RFC 8552).
    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    private static func isLast(_ label: ArraySlice<UInt8>) -> Bool {
        label.count >= 2
            && (label.allSatisfy { (0x61...0x7A).contains($0) } || label.starts(with: Array("xn--".utf8)))
    }

    /// The mapping of UTS 46 as far as compatibility forms and letter case go.
    private static func inALabels(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let mapped = String(decoding: text, as: UTF8.self).precomposedStringWithCompatibilityMapping.lowercased()
        var name: [UInt8] = []
        for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
            if !name.isEmpty { name.append(UInt8(ascii: ".")) }
            let scalars = label.unicodeScalars
            if scalars.allSatisfy(\.isASCII) {
                name += Array(label.utf8)
            } else {
                guard scalars.count <= 63, scalars.allSatisfy(isPartOfName), let code = Punycode.encoded(scalars)
                else { return nil }
                name += "xn--".utf8
                name += code
            }
        }
        return name
    }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isLabel([UInt8(scalar.value)]) || scalar == "-" }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }
}

/// The coding of names beyond ASCII in letters of ASCII, RFC 3492.
enum Punycode {
    /// Nil where a number overflows.
    static func encoded(_ label: some Collection<Unicode.Scalar>) -> [UInt8]? {
        var output = label.filter(\.isASCII).map { UInt8($0.value) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias) = (UInt32(128), UInt32(0), UInt32(72))
        while handled < label.count {
            guard let next = label.map(\.value).filter({ $0 >= code }).min() else { return nil }
            let (step, overflow) = (next - code).multipliedReportingOverflow(by: UInt32(handled + 1))
            guard !overflow, delta <= .max - step else { return nil }
            delta += step
            code = next
            for scalar in label {
                if scalar.value < code { delta += 1 }
                guard scalar.value == code else { continue }
                var rest = delta
                var k: UInt32 = 36
                while true {
                    let threshold = k <= bias ? 1 : min(26, k - bias)
                    guard rest >= threshold else { break }
                    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
                    rest = (rest - threshold) / (36 - threshold)
                    k += 36
                }
                output.append(digit(rest))
                bias = adapted(delta, UInt32(handled + 1), isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return output
    }

    private static func digit(_ value: UInt32) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }

    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k: UInt32 = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }
}
