extension ObjectReader {
    /// Judges the object as a whole, by the row of its type.
    mutating func checkProperties(_ identity: Identity) {
        let shape = identity.row.shape
        for index in scratch.members.indices {
            let member = scratch.members[index]
            guard member.isKnown else {
                checkUnknown(member, identity)
                continue
            }
            if member.kind == .string, member.value.count == 0,
                shape.required >> UInt64(shape.slots[member.property].bit) & 1 == 1
            {
                note(.emptyString, member, "A property that must be there is empty.", section: shape.section)
            }
        }
        // Of types without a row only those with a version are taken for domain objects.
        if identity.isKnownType || member(.created) != nil || member(.modified) != nil {
            check(shape, seen, at: 0, level: 0)
        }
        if !demands.isEmpty { checkDemands() }
        if !selectors.isEmpty { checkSelectors() }
        if identity.isKnownType { checkRules(identity) }
        if member(.defanged)?.kind == .true {
            // A defanged value is written so that it is not of its form.
            findings.removeAll { $0.code == .badForm && $0.pointer == "/value" }
        }
    }

    private mutating func checkUnknown(_ member: Member, _ identity: Identity) {
        let (isPrefixed, isWellFormed) = cursor.withDecoded(member.name) { name in
            (isPrefix("x_", of: name), isPropertyName(name))
        }
        guard isWellFormed else {
            note(
                .badPropertyName, member, "A property name has 3 to 250 of a–z, 0–9 and _, and begins with a letter.",
                section: "3.1")
            return
        }
        switch Schema.Common(rawValue: member.property) {
        case .action, .severity, .username, .phoneNumbers:
            note(.reservedName, member, "The standard keeps this name for its later versions.", section: "3.8")
        default:
            guard identity.isKnownType, !isPrefixed, !hasTopLevelExtension else { return }
            note(.unknownProperty, member, "This type has no such property.", section: "11.1")
        }
    }
}

/// Whether the text may name a property: 3 to 250 of a–z, 0–9 and _, a letter first (STIX 2.1 §3.1).
func isPropertyName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard 3...250 ~= name.count, 0x61...0x7A ~= name[0] else { return false }
    return name.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x5F }
}
