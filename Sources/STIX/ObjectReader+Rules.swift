extension ObjectReader {
    /// Catalogues whose numbers have a form in external references of one type.
    enum Catalogue {
        case none
        /// Of attack patterns (§4.1).
        case capec
        /// Of vulnerabilities (§4.19).
        case cve

        init(_ type: String) {
            switch type {
            case "attack-pattern": self = .capec
            case "vulnerability": self = .cve
            default: self = .none
            }
        }

        /// What an external reference to it calls its source.
        var sourceName: String? {
            switch self {
            case .none: nil
            case .capec: "capec"
            case .cve: "cve"
            }
        }

        var example: String { self == .cve ? "CVE-2021-44228" : "CAPEC-66" }
        var section: String { self == .cve ? "4.19" : "4.1" }

        /// Whether the text is one of its numbers.
        func numbers(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
            switch self {
            case .none: true
            case .capec: isPrefix("CAPEC-", of: id) && id.count > 6 && id[6...].allSatisfy(\.isDigit)
            case .cve: isCVE(id)
            }
        }
    }

    /// The rules of single types that are no table.
    mutating func checkRules(_ identity: Identity) {
        switch identity.row.type.category {
        case .observable: checkObservableID(identity)
        case .relationship: if identity.type == "relationship" { checkRelationship() }
        case .marking: checkMarkingReferences(identity)
        case .extension: checkExtensionProperties()
        case .language: checkLanguageContent()
        case .domain:
            if identity.type == "indicator" { checkPattern() }
            if identity.type == "impact" { checkImpactCategory() }
            if identity.type == "observed-data", let member = member(.objects) {
                note(
                    .deprecatedProperty, member, "Observables stand beside observed data now: use object_refs.",
                    section: "4.14")
            }
        }
    }

    /// The category of an impact names the extension with its details, with or without `-ext`.
    private mutating func checkImpactCategory() {
        guard let category = member(.impactCategory), category.kind == .string, category.value.count > 0,
            let extensions = member(.extensions), extensions.kind == .object
        else { return }
        var names: [String] = []
        eachMember(at: extensions.value.start) { name, _, ahead in names.append(ahead.decoded(name)) }
        let name = cursor.decoded(category.value)
        // Of the two names of one extension, whichever stands there.
        let stem = name.hasSuffix("-ext") ? String(name.dropLast(4)) : name
        let other = ["economic": "monetary", "monetary": "economic"][stem] ?? stem
        let wanted = [stem + "-ext", other + "-ext"]
        guard !names.contains(where: wanted.contains) else { return }
        note(
            .badExtension, category, "This must be the name of an extension of the impact, with or without -ext.",
            section: KnownExtension.incidentSuite)
    }

    /// The pattern of an indicator, where it is one of STIX: what can't be read breaks the grammar (§9.8) of its version.
    private mutating func checkPattern() {
        guard let type = member(.patternType), type.kind == .string, let pattern = member(.pattern),
            pattern.kind == .string, cursor.withDecoded(type.value, { equals("stix", $0) })
        else { return }
        let isOld = member(.patternVersion).map { version in
            version.kind == .string && cursor.withDecoded(version.value, { equals("2.0", $0) })
        }
        let version: Pattern.Version = isOld ?? false ? .two0 : .two1
        let reading = cursor.withDecoded(pattern.value) { bytes in
            Swift.Result { () throws(PatternError) in try Pattern.read(bytes, version).findings }
        }
        switch reading {
        case .success(let findings):
            for finding in findings {
                note(
                    finding.severity == .error ? .badPattern : .doubtfulPattern, pattern,
                    "At byte \(finding.offset) of the pattern: \(finding.sentence)", section: finding.section)
            }
        case .failure(let error):
            note(
                .badPattern, pattern, "At byte \(error.offset) of the pattern: \(error.sentence)",
                section: error.section)
        }
    }

    /// A CVE or CAPEC number, where the source says that it is one: the name of the source is written in lower case.
    mutating func checkCatalogue(at position: Int, level: Int) {
        guard let name = catalogue.sourceName, let sourceName, let externalID else { return }
        let (isNamed, isSpelled, isNumber) = cursor.withDecoded(sourceName) { source in
            cursor.withDecoded(externalID) { id in
                (
                    String(decoding: source, as: UTF8.self).lowercased() == name,
                    source.elementsEqual(name.utf8), catalogue.numbers(id)
                )
            }
        }
        guard isNamed, !isSpelled || !isNumber else { return }
        let sentence =
            isSpelled
            ? "The external_id of a \(name) must be like \(catalogue.example)."
            : "The source_name of a \(name) number must be \(name), in lower case."
        note(.badExternalReference, at: position, level: level, sentence, section: catalogue.section)
    }

    private mutating func checkRelationship() {
        guard let type = member(.relationshipType), let source = member(.sourceRef), let target = member(.targetRef),
            type.kind == .string, source.kind == .string, target.kind == .string, type.value.count > 0,
            isIdentifier(source), isIdentifier(target)
        else { return }
        let (from, to) = (typeNumber(source.value), typeNumber(target.value))
        let isSuggested = cursor.withDecoded(type.value) {
            RelationshipSummary.standard.suggests($0, from: from, to: to)
        }
        guard !isSuggested else { return }
        note(
            .unusualRelationship, type, "This relationship is not suggested between these types.",
            section: "5.1")
    }

    private func isIdentifier(_ member: Member) -> Bool {
        cursor.withDecoded(member.value) { STIXIdentifier.form(of: $0) != nil }
    }

    /// `extension_properties` belong to extensions that add properties beside those of the standard (§7.3).
    private mutating func checkExtensionProperties() {
        guard let properties = member(.extensionProperties), let types = member(.extensionTypes),
            !cursor.decoded(types.value).contains("\"toplevel-property-extension\"")
        else { return }
        note(
            .excludedProperty, properties,
            "Only an extension of type toplevel-property-extension has extension_properties.", section: "7.3")
    }

    private mutating func checkLanguageContent() {
        guard let object = member(.objectRef), object.kind == .string, isIdentifier(object),
            typeNumber(object.value) == Schema.typeCount - 1
        else { return }
        note(.badReference, object, "A bundle is no object that could be translated.", section: "7.1")
    }

    /// Name-based identifiers of observables (§2.9, §3.4).
    private mutating func checkObservableID(_ identity: Identity) {
        guard let id = member(.id), id.kind == .string, id.value.count > 22, !id.value.hasEscapes else { return }
        let version = cursor.bytes[id.value.end - 22]
        let contributing = scratch.members.filter { identity.row.contributing.contains($0.property) }
        guard !contributing.isEmpty else {
            if version != 0x34, 0x31...0x35 ~= version {
                note(
                    .observableIDVersion, id,
                    "An observable without any property that its identifier could be made of must have a random UUID, version 4.",
                    section: "2.9")
            }
            return
        }
        guard version == 0x35 else { return }
        let members = contributing.compactMap { member -> JSON.Member? in
            let name = schema.names.names[member.property]
            if member.kind == .string { return JSON.Member(name: name, value: .string(cursor.decoded(member.value))) }
            return (try? JSON.parse(Array(cursor.raw(member.value)), limits: limits)).map {
                JSON.Member(name: name, value: $0)
            }
        }
        guard let expected = SCOIdentifier.deterministicID(of: identity.type, members), expected != identity.id else {
            return
        }
        note(
            .observableIDMismatch, id, "The name-based identifier of this observable should be \(expected).",
            section: "2.9")
    }
}

/// Whether the text is a number of the CVE list: a year, and four digits or more.
private func isCVE(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isPrefix("CVE-", of: id), id.count >= 13, id[8] == 0x2D else { return false }
    return id[4..<8].allSatisfy(\.isDigit) && id[9...].allSatisfy(\.isDigit)
}
