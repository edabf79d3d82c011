extension ObjectReader {
    /// Checks the properties of the object itself against the row of its type.
    mutating func checkProperties(_ identity: Identity) {
        let row = identity.row
        scratch.times.removeAll(keepingCapacity: true)
        for index in scratch.members.indices {
            let member = scratch.members[index]
            guard member.property >= 0, row.allowed.contains(member.property) else {
                checkUnknown(member, identity)
                continue
            }
            let kind = table.kinds[member.property]
            if !kind.allows(member.kind) {
                // References are judged where they are read.
                guard table.readings[member.property] != .references, table.readings[member.property] != .reference,
                    table.readings[member.property] != .creator, member.kind != .null
                else { continue }
                note(
                    .wrongKind, member, "This must be \(kind.name), not \(member.kind.name).", section: kind.section)
                continue
            }
            switch kind {
            case .timestamp:
                if let time = checkTime(member) { scratch.times.append((member.property, time)) }
            case .string:
                if member.value.count == 0, row.requiredSet.contains(member.property) {
                    note(.emptyString, member, "A property that must be there is empty.", section: row.type.section)
                }
            case .integer, .float: checkRange(member)
            default: break
            }
        }
        if scratch.times.count > 1 { checkOrder() }
        checkPresence(identity)
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
        guard identity.isKnownType, !isPrefixed, !hasTopLevelExtension else { return }
        note(
            .unknownProperty, member, "The standard gives this type no such property.", section: "11.1")
    }

    private mutating func checkTime(_ member: Member) -> Timestamp? {
        guard let reading = cursor.withDecoded(member.value, { TimestampReading($0) }) else {
            note(
                .badTimestamp, member, "A timestamp must be written like 2016-01-20T12:31:12.123Z.", section: "2.16")
            return nil
        }
        if reading.dropsDigits {
            note(
                .timestampPrecision, member, "Digits behind the microseconds do not count for ordering.",
                section: "2.16")
        }
        if reading.isLeapSecond {
            note(.leapSecond, member, "A leap second counts as the end of the day before.", section: "2.16")
        }
        return reading.timestamp
    }

    private mutating func checkRange(_ member: Member) {
        let range: ClosedRange<Double>
        switch PropertyTable.Common(rawValue: member.property) {
        case .confidence: range = 0...100
        case .numberObserved: range = 1...999_999_999
        case .count: range = 0...999_999_999
        case .latitude: range = -90...90
        case .longitude: range = -180...180
        default: return
        }
        guard !range.contains(cursor.value(from: member.value.start, to: member.value.end)) else { return }
        let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
        note(.valueOutOfRange, member, "This must be a number from \(bounds).")
    }

    private mutating func checkOrder() {
        for pair in table.ordered {
            guard let first = scratch.times.first(where: { $0.property == pair.first })?.time,
                let second = scratch.times.first(where: { $0.property == pair.second })?.time,
                second < first || (pair.differ && second == first),
                let member = scratch.members.first(where: { $0.property == pair.second })
            else { continue }
            let other = table.properties.names[pair.first]
            note(.timeOrder, member, "This must be later than \(other)\(pair.differ ? "" : ", or equal").")
        }
    }

    private mutating func checkPresence(_ identity: Identity) {
        let row = identity.row
        let section = row.type.section
        // Of types without a row only those with a version are taken for domain objects.
        if identity.isKnownType || member(.created) != nil || member(.modified) != nil,
            !present.covers(row.requiredSet)
        {
            for property in row.required where !present.contains(property) { noteMissing(property, section) }
        }
        if !row.oneOf.isEmpty, !row.oneOf.contains(where: { present.contains($0) }) {
            note(
                .missingOneOf, "One of \(row.type.oneOf.joined(separator: ", ")) must be there.", section: section)
        }
        if row.together.contains(where: { present.contains($0) }) {
            for property in row.together where !present.contains(property) { noteMissing(property, section) }
        }
        if identity.type == "malware", member(.isFamily)?.kind == .true, member(.name) == nil {
            noteMissing(PropertyTable.Common.name.rawValue, section)
        }
    }

    private mutating func noteMissing(_ property: Int, _ section: String) {
        let name = table.properties.names[property]
        note(.missingProperty, "The property \(name) must be there.", section: section)
    }
}

/// Whether the text may name a property: 3 to 250 of a–z, 0–9 and _, a letter first (STIX 2.1 §3.1).
func isPropertyName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard 3...250 ~= name.count, 0x61...0x7A ~= name[0] else { return false }
    return name.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x5F }
}
