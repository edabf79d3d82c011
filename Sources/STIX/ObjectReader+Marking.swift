extension ObjectReader {
    /// What a marking definition marks; nil for objects of other types.
    mutating func markingDefinition(_ identity: Identity) -> MarkingDefinition? {
        guard identity.row.type.category == .marking else { return nil }
        if let level = TLP(markingID: identity.id) {
            if let statedTLP {
                let stated = cursor.decoded(statedTLP)
                if stated != level.name, !(stated == "white" && level == .clear) {
                    note(
                        .contradictoryMarking, "The identifier is that of \(level.label), the object says \(stated).",
                        section: "7.2.1.4")
                }
            }
            return .tlp(level)
        }
        if let statement { return .statement(cursor.decoded(statement)) }
        if let member = member(.definitionType), member.kind == .string { return .other(cursor.decoded(member.value)) }
        return .other(firstExtension.map { cursor.decoded($0) } ?? "")
    }

    /// That a definition is what its type says, and does not mark itself (§7.2.1).
    mutating func checkMarkingReferences(_ identity: Identity) {
        if markingRefs.contains(identity.id) || granularMarkingSet.contains(identity.id) {
            note(.circularMarking, "A marking definition may not mark itself.", section: "7.2.1")
        }
        if isTLP2, TLP(markingID: identity.id) == nil {
            note(
                .nonstandardTLP, "The only TLP markings are those that the extension gives, by their identifiers.",
                section: "TLP 2.0")
        }
        guard let type = member(.definitionType), type.kind == .string, let definition = member(.definition),
            definition.kind == .object
        else { return }
        let (isStatement, isTLP) = cursor.withDecoded(type.value) { (equals("statement", $0), equals("tlp", $0)) }
        if isStatement, statement == nil {
            note(.missingProperty, definition, "The property statement must be there.", section: "7.2.1.3")
        }
        guard isTLP else { return }
        if statedTLP == nil {
            note(.missingProperty, definition, "The property tlp must be there.", section: "7.2.1.4")
        }
        if TLP(markingID: identity.id) == nil {
            note(
                .nonstandardTLP, "The only TLP markings are the four that the standard gives, by their identifiers.",
                section: "7.2.1.4")
        }
    }
}
