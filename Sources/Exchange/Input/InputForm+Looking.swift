extension InputForm {
    /// So many first bytes are looked at.
    package static let lookedAt = 64 << 10

    /// What begins with these bytes.
    ///
    /// - Parameter isEnd: whether nothing comes behind them.
    package init(_ start: some RandomAccessCollection<UInt8>, isEnd: Bool) {
        let bytes = Array(start.prefix(Self.lookedAt))
        self = Self.binary(bytes) ?? Self.text(bytes.withoutMark, isEnd: isEnd && start.count <= Self.lookedAt)
    }

    /// Whether more bytes could say something else than these do.
    package static func isDecided(_ start: [UInt8]) -> Bool {
        if start.count >= lookedAt || JSONOutline(start.withoutMark).isSTIX { return true }
        return start.count >= 1_024 && InputForm(start, isEnd: false) != .stix
    }

    private init(_ shape: MISPShape) {
        switch shape {
        case .attributes: self = .mispAttributes
        case .manifest: self = .mispManifest
        case .event, .bareEvent, .searchResult, .events: self = .mispEvents
        }
    }

    private static let signatures: [(bytes: [UInt8], form: InputForm)] = [
        ([0x1F, 0x8B], .gzip), (Array("PK\u{3}\u{4}".utf8), .zip), (Array("PK\u{5}\u{6}".utf8), .zip),
        (Array("BZh".utf8), .compressed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .compressed),
        ([0x28, 0xB5, 0x2F, 0xFD], .compressed), ([0x37, 0x7A, 0xBC, 0xAF], .archive), (Array("Rar!".utf8), .archive),
        (Array("%PDF".utf8), .pdf), ([0, 0, 0xFE, 0xFF], .utf32), ([0xFF, 0xFE, 0, 0], .utf32), ([0xFE, 0xFF], .utf16),
        ([0xFF, 0xFE], .utf16),
        (Array("version https://git-lfs".utf8), .gitPointer), (Array("/annex/objects/".utf8), .gitPointer),
    ]

    private static func binary(_ bytes: [UInt8]) -> InputForm? {
        if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) { return known.form }
        if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return .archive }
        // JSON begins with two characters of ASCII: a zero among them says that each has two bytes.
        if bytes.count >= 4, (bytes[0] == 0) != (bytes[1] == 0), (bytes[2] == 0) != (bytes[3] == 0) { return .utf16 }
        // Three of them, that each has four.
        let zeros = bytes.prefix(8).indices.filter { bytes[$0] == 0 }
        if zeros == [0, 1, 2, 4, 5, 6] || zeros == [1, 2, 3, 5, 6, 7] { return .utf32 }
        return bytes.prefix(512).contains(0) ? .binary : nil
    }

    private static func text(_ bytes: [UInt8], isEnd: Bool) -> InputForm {
        guard let first = bytes.firstIndex(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
            return isEnd ? .empty : .stix
        }
        switch bytes[first] {
        case 0x7B, 0x5B:
            return MISPShape.recognise(bytes).map(InputForm.init)
                ?? json(JSONOutline(bytes[first...]), isEnd: isEnd)
        case 0x3C: return markup(String(decoding: bytes[first...].prefix(4_096), as: UTF8.self).lowercased())
        default: return lines(String(decoding: bytes[first...].prefix(4_096), as: UTF8.self))
        }
    }

    private static func json(_ outline: JSONOutline, isEnd: Bool) -> InputForm {
        let paths = outline.paths
        func has(_ all: String...) -> Bool { all.allSatisfy(paths.contains) }
        func hasAny(_ any: String...) -> Bool { any.contains(where: paths.contains) }
        if has("category", "to_ids", "value") { return .mispAttributes }
        if has("list", "name"), hasAny("matching_attributes", "version") { return .mispWarninglist }
        if hasAny("document/csaf_version", "document/tracking") || has("metadata_version", "canonical_url")
            || has("feed/entry")
        {
            return .csaf
        }
        if outline.texts["Format"]?.hasPrefix("IDEA") == true || has("DetectTime", "Category") { return .idea }
        if outline.isSTIX || !outline.isWhole && !(isEnd && paths.isEmpty) { return .stix }
        // An envelope without objects is one (TAXII 2.1 §3.7).
        return outline.names.isEmpty && !outline.isList ? .stix : .json
    }

    private static func markup(_ text: String) -> InputForm {
        if text.hasPrefix("<!doctype html") || text.contains("<html") || text.contains("<head") { return .html }
        if text.contains("stix.mitre.org") || text.contains("<stix") || text.contains("cybox.mitre.org") {
            return .stix1
        }
        if text.contains("<iodef-document") || text.contains("ns:iodef") { return .iodef }
        return text.hasPrefix("<?xml") || text.contains("xmlns") || text.contains("</") ? .xml : .text
    }

    private static func lines(_ text: String) -> InputForm {
        let lines = text.split(maxSplits: 8, omittingEmptySubsequences: true, whereSeparator: \.isNewline)
            .filter { !$0.hasPrefix("#") }
        guard let head = lines.first else { return .text }
        let columns = head.lowercased().split(separator: ",").map { $0.filter { $0 != "\"" && $0 != " " } }
        if columns.first == "timestamp", columns.contains("ip") || columns.contains("asn") || columns.count > 8 {
            return .shadowserver
        }
        return columns.count > 1 && lines.count > 1 && lines.dropFirst().prefix(3).allSatisfy { $0.contains(",") }
            ? .csv : .text
    }
}

extension JSONOutline {
    /// Whether something says that these are STIX objects, or what stands around them.
    var isSTIX: Bool {
        !paths.isDisjoint(with: ["objects", "spec_version", "more", "next"]) || paths.contains("type")
    }
}

extension [UInt8] {
    /// Without the byte order mark of UTF-8, which may be ignored (RFC 8259 §8.1).
    var withoutMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
