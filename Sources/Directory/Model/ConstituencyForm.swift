package import Ledger
import Web

/// Whom an organisation answers for, as people write it: one thing per line.
package struct ConstituencyForm: Sendable, Hashable {
    package var networks: String
    package var systems: String
    package var domains: String
    package var sectors: [String]

    package init(networks: String = "", systems: String = "", domains: String = "", sectors: [String] = []) {
        self.networks = networks
        self.systems = systems
        self.domains = domains
        self.sectors = sectors
    }

    /// The form of what is stated already.
    init(_ constituency: Constituency) {
        networks = constituency.networks.joined(separator: "\n")
        systems = constituency.systems.map { "AS\($0)" }.joined(separator: "\n")
        domains = constituency.domains.joined(separator: "\n")
        sectors = constituency.sectors
    }

    /// More than a national team has; a page still shows them.
    private static let most = 2_000

    /// - Throws: `badConstituency` naming the first line that is not understood.
    package func read() throws -> Constituency {
        let sectors = try Self.read(sectors) { Sector(rawValue: $0)?.rawValue }
        return Constituency(
            networks: try Self.read(Self.lines(networks), Self.network),
            systems: try Self.read(Self.lines(systems), Self.system),
            domains: try Self.read(Self.lines(domains), Self.domain), sectors: sectors)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" || $0 == " " || $0 == "\t" }).map(
            String.init)
    }

    private static func read<Element: Hashable>(_ lines: [String], _ read: (String) -> Element?) throws -> [Element] {
        guard lines.count <= most else {
            throw DirectoryError(.badConstituency, "at most \(most) lines of a kind", what: "> \(most)")
        }
        var seen: Set<Element> = []
        return try lines.compactMap { line in
            guard let value = read(line) else {
                let what = String(line.prefix(120))
                throw DirectoryError(
                    .badConstituency, "\(what) is no network, AS number, domain or sector as it stands there",
                    what: what)
            }
            return seen.insert(value).inserted ? value : nil
        }
    }

    /// A prefix in its shortest form; an address alone is a network of one.
    ///
    /// Bits behind the prefix are a mistake.
    static func network(_ text: String) -> String? {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2, let bytes = IPv4Text.bytes(halves[0]) ?? IPv6Text.bytes(halves[0]) else { return nil }
        var length = bytes.count * 8
        if halves.count == 2 {
            guard (1...3).contains(halves[1].utf8.count), halves[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let stated = Int(halves[1]), stated <= length
            else { return nil }
            length = stated
        }
        for (index, byte) in bytes.enumerated() {
            let kept = min(8, max(0, length - index * 8))
            guard byte & (kept == 8 ? 0 : 0xFF >> UInt8(kept)) == 0 else { return nil }
        }
        return "\(bytes.count == 4 ? IPv4Text.text(bytes) : IPv6Text.text(bytes))/\(length)"
    }

    /// `AS64500` or `64500`; 0 and the last number are reserved (RFC 7607, RFC 7300).
    static func system(_ text: String) -> Int? {
        let digits = text.uppercased().hasPrefix("AS") ? text.dropFirst(2) : text[...]
        guard (1...10).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits), (1..<4_294_967_295).contains(number)
        else { return nil }
        return number
    }

    /// A domain name in lower case, with everything below it; other scripts in their form for the DNS (`xn--…`).
    static func domain(_ text: String) -> String? {
        var name = text.lowercased()
        if name.hasPrefix("*.") { name.removeFirst(2) }
        if name.hasSuffix(".") { name.removeLast() }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, !labels.isEmpty, IPv4Text.bytes(name) == nil else { return nil }
        let isWell = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
        return isWell ? name : nil
    }
}

extension IPv4Text {
    static func text(_ bytes: [UInt8]) -> String { bytes.map { String($0) }.joined(separator: ".") }
}

extension IPv6Text {
    /// The form of RFC 5952: the longest run of zeros, if it is of two or more, as `::`.
    static func text(_ bytes: [UInt8]) -> String {
        let words = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        var best = 0..<0
        var start = 0
        while start < 8 {
            let end = words[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > max(1, best.count) { best = start..<end }
            start = max(end, start) + 1
        }
        func text(_ words: ArraySlice<UInt16>) -> String {
            words.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !best.isEmpty else { return text(words[...]) }
        return "\(text(words[..<best.lowerBound]))::\(text(words[best.upperBound...]))"
    }
}
