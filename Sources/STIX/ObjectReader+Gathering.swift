extension ObjectReader {
    /// Judges a string, and keeps it where its place gives it a meaning.
    mutating func take(_ text: JSONText, _ node: Node, level: Int) {
        switch node.form {
        case .any, .integerOrString, .string: break
        case .timestamp: takeTime(text, level: level)
        case .text: checkText(text, node, level: level)
        case .openTerm, .closedTerm: checkTerm(text, node, level: level)
        case .identifier: return takeIdentifier(text, node, level: level)
        case .hash: checkHash(text, node, level: level)
        case .hex:
            if text.count == 0 || text.count % 2 == 1 || !cursor.withDecoded(text, { $0.allSatisfy(\.isHexDigit) }) {
                note(
                    .badForm, at: text.start, level: level, "This must be pairs of hexadecimal digits.",
                    section: "2.8")
            }
        case .binary:
            if !cursor.withDecoded(text, isBase64) {
                note(.badForm, at: text.start, level: level, "This must be base64 (RFC 4648).", section: "2.1")
            }
        default: return noteKind(.string, node, at: text.start - 1, level: level)
        }
        switch node.role {
        case .none, .reference, .creator, .objectMarking, .granularMarkingRef, .absence: break
        case .selector:
            if cursor.withDecoded(text, isSelector) {
                // The path is granular_markings, index, selectors, index.
                selectors.append(
                    Selector(text: text, marking: path[1].index, list: path[2].name, index: path[3].index))
            } else {
                note(
                    .badSelector, at: text.start, level: level,
                    "A selector is property names and [indices], joined by dots.", section: "7.2.3.1")
            }
        case .sourceName: sourceName = text
        case .externalID:
            externalID = text
            search(text, .externalID)
        case .hash: search(text, .value)
        case .extensionType: takeExtensionType(text)
        case .statement: statement = text
        case .definedTLP: statedTLP = text
        case .tlp2: (statedTLP, isTLP2) = (text, true)
        case .innerName: search(text, .name)
        }
    }

    private mutating func search(_ text: JSONText, _ kind: SearchableText.Kind) {
        guard text.count > 0 else { return }
        searchable.append(SearchableText(kind: kind, text: cursor.decoded(text)))
    }

    private mutating func takeTime(_ text: JSONText, level: Int) {
        guard let reading = cursor.withDecoded(text, { TimestampReading($0) }) else {
            note(
                .badTimestamp, at: text.start, level: level,
                "A timestamp must be written like 2016-01-20T12:31:12.123Z.", section: "2.16")
            return
        }
        noteDoubts(reading, at: text.start, level: level)
        lastTime = reading.timestamp
    }

    /// What is odd about a timestamp that can be read.
    mutating func noteDoubts(_ reading: TimestampReading, at position: Int, level: Int) {
        if reading.hasOffset {
            note(
                .badTimestamp, at: position, level: level, "A timestamp must end with Z, and not with an offset.",
                section: "2.16")
        }
        if reading.dropsDigits {
            note(
                .timestampPrecision, at: position, level: level,
                "Digits behind the microseconds do not count for ordering.", section: "2.16")
        }
        if reading.isLeapSecond {
            note(
                .leapSecond, at: position, level: level, "A leap second counts as the end of the day before.",
                section: "2.16")
        }
    }

    private mutating func takeIdentifier(_ text: JSONText, _ node: Node, level: Int) {
        let isIdentifier = cursor.withDecoded(text) { STIXIdentifier.form(of: $0) != nil }
        guard !isLocal else {
            if !isIdentifier, node.role == .reference { keepLocal(text, level: level) }
            return
        }
        guard isIdentifier else {
            note(
                .badReference, at: text.start, level: level, "A reference must be an identifier, type--uuid.",
                section: "2.9")
            return
        }
        if node.index >= 0 { checkTarget(text, node, level: level) }
        let target = cursor.decoded(text)
        switch node.role {
        case .creator: createdBy = target
        case .objectMarking: markingRefs.append(target)
        case .granularMarkingRef:
            if granularMarkingSet.insert(target).inserted { granularMarkingRefs.append(target) }
        default: references.append(Reference(property: propertyPath(level: level), target: target))
        }
    }

    /// Keeps a local key until all keys are known (§2.13).
    private mutating func keepLocal(_ text: JSONText, level: Int) {
        guard localReferences.count < limits.findings else { return }
        localReferences.append((text, pointer(level: level)))
    }

    /// Judges the local keys that references in the deprecated `objects` named.
    mutating func checkLocalReferences() {
        for (text, pointer) in localReferences where !localKeys.contains(cursor.decoded(text)) {
            note(
                .badReference, at: text.start, pointer: pointer,
                "A reference in objects must be the key of one of them, or an identifier.", section: "2.13")
        }
        localReferences = []
        localKeys = []
    }

    private mutating func checkTarget(_ text: JSONText, _ node: Node, level: Int) {
        let allowed = schema.targets[Int(node.index)]
        let number = typeNumber(text)
        // The last number is that of the bundle, which no reference may name.
        let isAllowed =
            number >= 0 ? number < allowed.types.count && allowed.types[number] : allowed.targets.allowsUnknown
        guard !isAllowed else { return }
        note(
            .badReference, at: text.start, level: level,
            "This reference must point to \(allowed.targets.description).", section: "3.3")
    }

    /// The number of the type in an identifier that is well formed; -1 for one that is not known.
    func typeNumber(_ identifier: JSONText) -> Int {
        cursor.withDecoded(identifier) {
            schema.typeNames.index(of: UnsafeBufferPointer(rebasing: $0.dropLast(38)))
        }
    }

    private mutating func takeExtensionType(_ text: JSONText) {
        switch cursor.decoded(text) {
        case "toplevel-property-extension": hasTopLevelExtension = true
        case "new-sdo": declaredCategory = .domain
        case "new-sco": declaredCategory = .observable
        case "new-sro": declaredCategory = .relationship
        default: break
        }
    }
}

/// Whether the text is base64 with its padding (RFC 4648 §4).
func isBase64(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count % 4 == 0, !text.isEmpty else { return false }
    let padding = text.suffix(2).filter { $0 == 0x3D }.count
    guard padding < 2 || text[text.count - 2] == 0x3D else { return false }
    return text.dropLast(padding).allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2F }
}
