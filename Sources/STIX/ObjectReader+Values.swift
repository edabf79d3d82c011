extension ObjectReader {
    /// A value of another kind than its place asks for.
    mutating func noteKind(_ kind: JSONKind, _ node: Node, at position: Int, level: Int) {
        guard kind != .null else { return }
        note(
            node.code, at: position, level: level, "This must be \(node.kindName), not \(kind.name).",
            section: node.kindSection)
    }

    mutating func checkRange(_ number: JSONNumber, _ node: Node, level: Int) {
        let range = schema.ranges[Int(node.index)]
        guard !range.contains(cursor.value(from: number.start, to: number.end)) else { return }
        let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
        note(.valueOutOfRange, at: number.start, level: level, "This must be a number from \(bounds).")
    }

    mutating func checkText(_ text: JSONText, _ node: Node, level: Int) {
        guard let form = TextForm(rawValue: UInt16(node.index)), !cursor.withDecoded(text, form.allows) else { return }
        // An empty string that must be there is a finding of its own.
        guard text.count > 0 || level > 1 else { return }
        let verb = form.code.severity == .error ? "must" : "should"
        note(form.code, at: text.start, level: level, "This \(verb) be \(form.demand).", section: form.section)
    }

    mutating func checkTerm(_ text: JSONText, _ node: Node, level: Int) {
        let (vocabulary, terms) = schema.vocabularies[Int(node.index)]
        guard cursor.withDecoded(text, { terms.index(of: $0) }) < 0, text.count > 0 || level > 1 else { return }
        if vocabulary.isClosed {
            note(
                node.code == .wrongKind ? .notInEnumeration : node.code, at: text.start, level: level,
                "The only values are those of \(vocabulary.name): \(vocabulary.terms.joined(separator: ", ")).",
                section: vocabulary.section)
        } else {
            unlistedTerms += 1
            note(
                .notInVocabulary, at: text.start, level: level, "This should be a term of \(vocabulary.name).",
                section: vocabulary.section)
        }
    }

    mutating func checkHash(_ text: JSONText, _ node: Node, level: Int) {
        guard node.index >= 0 else { return }
        let algorithm = HashAlgorithm.vocabulary[Int(node.index)]
        guard !cursor.withDecoded(text, algorithm.allows) else { return }
        note(
            .badHash, at: text.start, level: level, "This is no \(algorithm.rawValue) hash.", section: "10.7")
    }

    /// Judges the key of a dictionary, hashes, extensions or contained observables.
    mutating func checkKey(_ name: JSONText, _ node: Node, _ member: Node, isFirstUnlisted: Bool, level: Int) {
        switch node.form {
        case .dictionary:
            let keys = DictionaryKeys(rawValue: UInt16(max(0, node.index))) ?? .free
            let isKey = cursor.withDecoded(name) { bytes in
                switch keys {
                case .free: isDictionaryKey(bytes)
                case .language: TextForm.isLanguage(bytes)
                case .property: isPropertyName(bytes)
                }
            }
            guard !isKey else { return }
            switch keys {
            case .free: noteKey(name, level: level)
            case .language:
                note(
                    .badDictionaryKey, at: name.start, level: level,
                    "The key must be a language tag of RFC 5646, such as en or pt-BR.", section: "7.1")
            case .property:
                note(
                    .badDictionaryKey, at: name.start, level: level, "The key must be the name of a property.",
                    section: "7.1")
            }
        case .hashes:
            guard cursor.withDecoded(name, { $0.count >= 3 && isDictionaryKey($0) }) else {
                return note(
                    .badDictionaryKey, at: name.start, level: level,
                    "The name of a hash has 3 to 250 of a–z, A–Z, 0–9, hyphen and _.", section: "2.7")
            }
            guard member.index < 0 else { return }
            if node.index == 1 {
                note(
                    .notInEnumeration, at: name.start, level: level,
                    "Here only the algorithms of hash-algorithm-ov are allowed.", section: "2.5.2")
            } else if isFirstUnlisted {
                unlistedTerms += 1
                note(
                    .notInVocabulary, at: name.start, level: level,
                    "This should be an algorithm of hash-algorithm-ov.", section: "10.7")
            }
        case .extensions: checkExtensionName(name, member, level: level)
        default: break
        }
    }

    private mutating func noteKey(_ name: JSONText, level: Int) {
        note(
            .badDictionaryKey, at: name.start, level: level, "A key has 1 to 250 of a–z, A–Z, 0–9, hyphen and _.",
            section: "2.3")
    }

    private mutating func checkExtensionName(_ name: JSONText, _ member: Node, level: Int) {
        if firstExtension == nil { firstExtension = name }
        let (isIdentifier, isExtensionName) = cursor.withDecoded(name) {
            (
                isPrefix("extension-definition--", of: $0) && STIXIdentifier.form(of: $0) != nil,
                isSuffix("-ext", of: $0)
            )
        }
        if isIdentifier { return checkDefinedExtension(name, member, level: level) }
        guard member.form != .object || !isExtensionName else { return }
        // Until version 2.0 extensions had names of their own, which ended so (§11.3).
        note(
            isExtensionName ? .unknownExtension : .badExtension, at: name.start, level: level,
            "An extension is named by the identifier of its definition, or is one that the standard gives to the type.",
            section: "3.2")
    }

    /// An extension by the identifier of its definition: known ones stand in objects of certain types.
    private mutating func checkDefinedExtension(_ name: JSONText, _ member: Node, level: Int) {
        let (isDeclaration, isKnown) = cursor.withDecoded(name) { key in
            (
                row.declaration.map { key.elementsEqual($0.utf8) } ?? false,
                schema.knownExtensions.index(of: key) >= 0
            )
        }
        if isDeclaration { isDeclared = true }
        guard isKnown, member.index == schema.definedExtension.index else { return }
        note(
            .misplacedExtension, at: name.start, level: level,
            "This extension is known, and made for objects of other types.", section: "7.3")
    }

    /// A property of a part of an object that the standard does not give to the part.
    mutating func noteUnknown(_ name: JSONText, _ shape: Shape, level: Int) {
        let (isPrefixed, isWellFormed) = cursor.withDecoded(name) { (isPrefix("x_", of: $0), isPropertyName($0)) }
        if !isWellFormed {
            note(
                .badPropertyName, at: name.start, level: level,
                "A property name has 3 to 250 of a–z, 0–9 and _, and begins with a letter.", section: "3.1")
        } else if !isPrefixed {
            note(
                .unknownProperty, at: name.start, level: level, "There is no such property here.",
                section: shape.section)
        }
    }

    /// What the properties of a part must have in common.
    mutating func checkPart(_ shape: Shape, _ node: Node, _ seen: Seen, at position: Int, level: Int) {
        // What stands in the deprecated container needs no identifier of its own.
        check(shape, seen, at: position, level: level)
        if !shape.beside.isEmpty { demands.append((shape, pointer(level: level), position)) }
        guard shape.code == .badExternalReference, catalogue != .none else { return }
        checkCatalogue(at: position, level: level)
        sourceName = nil
        externalID = nil
    }
}

/// Whether the text may be a key of a dictionary (STIX 2.1 §2.3).
func isDictionaryKey(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    1...250 ~= key.count && key.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
}
