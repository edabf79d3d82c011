extension ObjectReader {
    /// Keeps a string whose place gives it a meaning.
    mutating func take(_ text: JSONText, _ reading: Reading, level: Int) {
        switch reading {
        case .reference: takeReference(text, level: level)
        case .creator:
            createdBy = identifier(text, of: "identity--", level: level)
        case .objectMarking:
            if let id = identifier(text, of: "marking-definition--", level: level) { markingRefs.append(id) }
        case .granularMarkingRef:
            guard let id = identifier(text, of: "marking-definition--", level: level) else { return }
            if granularMarkingSet.insert(id).inserted { granularMarkingRefs.append(id) }
        case .selector:
            if !cursor.withDecoded(text, isSelector) {
                note(
                    .badSelector, at: text.start, level: level,
                    "A selector is property names and [indices], joined by dots.", section: "7.2.3.1")
            }
        case .externalID: search(text, .externalID)
        case .hash: search(text, .value)
        case .extensionType: takeExtensionType(text, level: level)
        case .statement: statement = text
        case .definedTLP, .tlp2: statedTLP = text
        default: checkKind(.string, reading, at: text.start - 1, level: level)
        }
    }

    private mutating func search(_ text: JSONText, _ kind: SearchableText.Kind) {
        guard text.count > 0 else { return }
        searchable.append(SearchableText(kind: kind, text: cursor.decoded(text)))
    }

    private mutating func takeReference(_ text: JSONText, level: Int) {
        guard let target = identifier(text, of: "", level: level) else { return }
        references.append(Reference(property: propertyPath(level: level), target: target))
    }

    /// The identifier in a string; nil, with a finding, where it is none.
    private mutating func identifier(_ text: JSONText, of type: StaticString, level: Int) -> String? {
        let (isIdentifier, isOfType) = cursor.withDecoded(text) {
            (STIXIdentifier.form(of: $0) != nil, isPrefix(type, of: $0))
        }
        guard isIdentifier else {
            note(
                .badReference, at: text.start, level: level, "A reference must be an identifier, type--uuid.",
                section: "2.9")
            return nil
        }
        if !isOfType {
            note(
                .badReference, at: text.start, level: level, "This reference must point to a \(type)….",
                section: "3.2")
        }
        return cursor.decoded(text)
    }

    private mutating func takeExtensionType(_ text: JSONText, level: Int) {
        switch cursor.decoded(text) {
        case "toplevel-property-extension": hasTopLevelExtension = true
        case "new-sdo": declaredCategory = .domain
        case "new-sco": declaredCategory = .observable
        case "new-sro": declaredCategory = .relationship
        case "property-extension": break
        default:
            note(
                .badExtension, at: text.start, level: level, "The standard does not know this extension_type.",
                section: "10.5")
        }
    }

    mutating func checkExtensionName(_ name: JSONText, _ reading: Reading, level: Int) {
        if firstExtension == nil { firstExtension = name }
        let isKnown = cursor.withDecoded(name) { bytes in
            reading == .extensionObject
                ? STIXIdentifier.form(of: bytes) != nil : ObjectReader.predefined.index(of: bytes) >= 0
        }
        guard !isKnown else { return }
        note(
            .unknownExtension, at: name.start, level: level,
            "An extension is named by the identifier of its definition, or is one of the standard.", section: "3.2")
    }

    /// The extensions that the standard defines itself (STIX 2.1 §6).
    private static let predefined = NameTable([
        "archive-ext", "ntfs-ext", "pdf-ext", "raster-image-ext", "windows-pebinary-ext", "http-request-ext",
        "icmp-ext", "socket-ext", "tcp-ext", "windows-process-ext", "windows-service-ext", "unix-account-ext",
    ])

    /// A value of another kind than its place asks for.
    mutating func checkKind(_ kind: JSONKind, _ reading: Reading, at position: Int, level: Int) {
        let code: Finding.Code
        let wanted: JSONKind
        switch reading {
        case .reference, .creator, .objectMarking, .granularMarkingRef: (code, wanted) = (.badReference, .string)
        case .references: (code, wanted) = (.badReference, .list)
        case .selector: (code, wanted) = (.badSelector, .string)
        case .selectors: (code, wanted) = (.badSelector, .list)
        case .granularMarking: (code, wanted) = (.badGranularMarking, .object)
        case .externalReference: (code, wanted) = (.badExternalReference, .object)
        case .externalID: (code, wanted) = (.badExternalReference, .string)
        case .killChainPhase: (code, wanted) = (.badKillChainPhase, .object)
        case .extensionObject, .predefinedExtension: (code, wanted) = (.badExtension, .object)
        case .extensionType: (code, wanted) = (.badExtension, .string)
        case .hash: (code, wanted) = (.wrongKind, .string)
        default: return
        }
        guard kind != wanted else { return }
        note(code, at: position, level: level, "This must be \(wanted.name), not \(kind.name).")
    }

    /// The parts that small objects of the standard must have.
    mutating func checkParts(_ reading: Reading, _ seen: Set8, at position: Int, level: Int) {
        switch reading {
        case .externalReference where !seen.contains(.first) || !seen.contains(.second):
            note(
                .badExternalReference, at: position, level: level,
                "An external reference needs source_name and one of description, url and external_id.",
                section: "2.5.2")
        case .killChainPhase where !seen.contains(.first) || !seen.contains(.second):
            note(
                .badKillChainPhase, at: position, level: level,
                "A kill chain phase needs kill_chain_name and phase_name.", section: "2.11")
        case .granularMarking where !seen.contains(.first) || seen.contains(.second) == seen.contains(.third):
            note(
                .badGranularMarking, at: position, level: level,
                "A granular marking needs selectors and either marking_ref or lang.", section: "7.2.3.1")
        case .extensionObject where !seen.contains(.first):
            note(
                .badExtension, at: position, level: level,
                "An extension that is named by a definition needs extension_type.", section: "3.2")
        default: break
        }
    }
}

/// Which parts of a small object of the standard have been seen.
struct Set8: OptionSet {
    let rawValue: UInt8
    static let first = Set8(rawValue: 1)
    static let second = Set8(rawValue: 2)
    static let third = Set8(rawValue: 4)

    @inline(__always)
    mutating func insert(_ reading: Reading, _ name: UnsafeBufferPointer<UInt8>) {
        switch reading {
        case .externalReference:
            if equals("source_name", name) { insert(.first) }
            if equals("url", name) || equals("external_id", name) || equals("description", name) { insert(.second) }
        case .killChainPhase:
            if equals("kill_chain_name", name) { insert(.first) }
            if equals("phase_name", name) { insert(.second) }
        case .granularMarking:
            if equals("selectors", name) { insert(.first) }
            if equals("marking_ref", name) { insert(.second) }
            if equals("lang", name) { insert(.third) }
        case .extensionObject:
            if equals("extension_type", name) { insert(.first) }
        default: break
        }
    }
}

/// Whether the text has the form of a granular marking selector, such as `external_references.[0].url` (STIX 2.1 §7.2.3.1).
func isSelector(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var length = 0
    var isIndex = false
    var isFirst = true
    func ends() -> Bool { length > 0 && !isIndex && length <= 250 }
    for (position, byte) in text.enumerated() {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x2D, 0x30...0x39:
            if isIndex, !(0x30...0x39 ~= byte) { return false }
            // Behind the bracket of an index only a dot may come.
            if length == Int.max { return false }
            length += 1
        case 0x5B:
            guard length == 0, !isFirst, position > 0, text[position - 1] == 0x2E else { return false }
            isIndex = true
        case 0x5D:
            guard isIndex, length > 0 else { return false }
            isIndex = false
            length = Int.max
        case 0x2E:
            guard length == Int.max || ends() else { return false }
            length = 0
            isFirst = false
        default: return false
        }
    }
    return length == Int.max || ends()
}
