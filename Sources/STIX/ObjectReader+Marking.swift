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
}
