extension ObjectReader {
    /// What an object is, and which version of it.
    struct Identity {
        var type: String
        var id: String
        var row: Schema.Row
        var isKnownType: Bool
        var created: Timestamp?
        var modified: Timestamp?
    }

    func member(_ property: Schema.Common) -> Member? {
        let index = Int(common[property.rawValue])
        return index >= 0 ? scratch.members[index] : nil
    }

    /// The `id` of an object that may have been read in part only; nil where there is none to read.
    func readableID() -> String? {
        guard let member = member(.id), member.kind == .string else { return nil }
        let isIdentifier = cursor.withDecoded(member.value) { STIXIdentifier.form(of: $0) != nil }
        return isIdentifier ? cursor.decoded(member.value) : nil
    }

    /// Reads what the object is; refuses an object without identity or without a version to order it by.
    mutating func identify() throws(Refusal) -> Identity {
        let type = try readType()
        let id = try readID(type)
        let isKnownType = row !== schema.unknown
        if !isKnownType, type == "action", let member = member(.type) {
            note(.reservedName, member, "The standard keeps this name for its later versions.", section: "3.8")
        } else if !isKnownType, declaredCategory == nil, !type.hasPrefix("x-"), let member = member(.type) {
            note(
                .unknownType, member, "The standard does not define this type, and nothing declares it.",
                section: "11.2")
        }
        if let declaration = row.declaration, !isDeclared, let member = member(.extensions) {
            note(.missingProperty, member, "The property \(declaration) must be there.", section: "7.3.2")
        }
        var identity = Identity(type: type, id: id, row: row, isKnownType: isKnownType)
        try readSpecVersion(identity)
        identity.created = try readVersion(.created, isNeeded: member(.modified) == nil, identity)
        identity.modified = try readVersion(.modified, isNeeded: true, identity)
        if let created = identity.created, let modified = identity.modified, modified < created,
            let member = member(.modified)
        {
            note(.modifiedBeforeCreated, member, "The object was modified before it was created.", section: "3.6.1")
        }
        return identity
    }

    private func readType() throws(Refusal) -> String {
        guard let member = member(.type) else {
            throw Refusal(code: .missingType, position: 0, sentence: "The object has no type.")
        }
        guard member.kind == .string else {
            throw Refusal(code: .badType, position: member.value.start, sentence: "The type must be a string.")
        }
        if row !== schema.unknown { return row.type.name }
        let name = cursor.decoded(member.value)
        if name == "bundle" {
            throw Refusal(
                code: .nestedBundle, position: member.value.start,
                sentence: "A bundle is a container, not an object: it cannot stand here, or has no list of objects.")
        }
        guard STIXIdentifier.isTypeName(name) else {
            throw Refusal(
                code: .badType, position: member.value.start,
                sentence: "A type name has 3 to 250 of a–z, 0–9 and single hyphens, and begins with a letter.")
        }
        return name
    }

    private mutating func readID(_ type: String) throws(Refusal) -> String {
        guard let member = member(.id) else {
            throw Refusal(code: .missingID, position: 0, sentence: "The object has no id.")
        }
        guard member.kind == .string else {
            throw Refusal(code: .badID, position: member.value.start, sentence: "The id must be a string.")
        }
        guard let form = cursor.withDecoded(member.value, { STIXIdentifier.form(of: $0) }) else {
            throw Refusal(
                code: .badID, position: member.value.start, sentence: "The id is not of the form type--uuid.")
        }
        let id = cursor.decoded(member.value)
        var name = type
        let hasPrefix = name.withUTF8 { name in
            cursor.withDecoded(member.value) { sameBytes(UnsafeBufferPointer(rebasing: $0.dropLast(38)), name) }
        }
        guard hasPrefix else {
            throw Refusal(
                code: .idTypeMismatch, position: member.value.start,
                sentence: "The id does not begin with the type of the object.")
        }
        if form == .nonstandardUUID {
            note(
                .nonstandardUUID, member, "The id has no lower-case UUID of RFC 4122, version 1 to 5.",
                section: "2.9")
        }
        return id
    }

    /// Objects other than observables without `spec_version` are STIX 2.0 (STIX 2.1 §3.2).
    private mutating func readSpecVersion(_ identity: Identity) throws(Refusal) {
        guard let member = member(.specVersion) else {
            let category =
                identity.isKnownType
                ? identity.row.type.category : declaredCategory ?? (hasVersion ? .domain : .observable)
            guard category == .observable || category == .marking else {
                throw Refusal(
                    code: .stix20, position: 0,
                    sentence: "The object has no spec_version, so it is STIX 2.0; an import converts it.")
            }
            return
        }
        guard member.kind == .string else { return }
        let (is21, is20) = cursor.withDecoded(member.value) { (equals("2.1", $0), equals("2.0", $0)) }
        if is20 {
            throw Refusal(
                code: .stix20, position: member.value.start,
                sentence: "The object is STIX 2.0; an import converts it.")
        }
        if !is21 {
            note(.unknownSpecVersion, member, "The spec_version is not 2.1.", section: "3.2")
        }
    }

    private var hasVersion: Bool { member(.created) != nil || member(.modified) != nil }

    /// Reads a timestamp that orders versions; refuses one that is needed and cannot be read.
    private mutating func readVersion(
        _ property: Schema.Common, isNeeded: Bool, _ identity: Identity
    ) throws(Refusal) -> Timestamp? {
        guard let member = member(property) else { return nil }
        if member.kind == .string, let reading = cursor.withDecoded(member.value, { TimestampReading($0) }) {
            if reading.fractionDigits < 3 {
                note(.missingMilliseconds, member, "The time must be given to the millisecond.", section: "3.2")
            }
            path[0] = Step(name: member.name)
            noteDoubts(reading, at: member.value.start, level: 1)
            return reading.timestamp
        }
        // Observables are not versioned by the standard, so that nothing is lost with an unreadable time.
        if isNeeded, !(identity.isKnownType && identity.row.type.category == .observable) {
            throw Refusal(
                code: .badVersion, position: member.value.start,
                sentence: "The time of this version cannot be read, so that it has no place in its line.")
        }
        if member.kind == .string {
            note(
                .badTimestamp, member, "A timestamp must be written like 2016-01-20T12:31:12.123Z.", section: "2.16")
        }
        return nil
    }
}
