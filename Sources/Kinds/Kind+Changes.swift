/// What a later version of a kind says otherwise.
public struct KindChange: Sendable, Hashable {
    /// What sort of change it is.
    public enum Effect: String, Sendable {
        /// What was filled in before is still right.
        case compatible
        /// What was filled in before may be incomplete, or wrong, under the later version.
        case stricter
        /// What was filled in before has no place any more; it is kept.
        case lost
    }

    /// What it means for what was filled in before.
    public let effect: Effect
    /// What changed, in one English sentence.
    public let sentence: String
}

extension Kind {
    /// What this version says otherwise than an earlier one, in the order of its fields.
    public func changes(since earlier: Kind) -> [KindChange] {
        var changes = Self.changes(of: fields, since: earlier.fields, within: "")
        func say(_ effect: KindChange.Effect, _ sentence: String) {
            changes.append(KindChange(effect: effect, sentence: sentence))
        }
        if noun != earlier.noun { say(.lost, "It is a \(noun.rawValue) now, and was a \(earlier.noun.rawValue).") }
        if (one, many, says) != (earlier.one, earlier.many, earlier.says) {
            say(.compatible, "It is called otherwise.")
        }
        if title != earlier.title { say(.compatible, "Its title is made otherwise.") }
        if columns != earlier.columns || facets != earlier.facets { say(.compatible, "Its lists show other columns.") }
        if dates != earlier.dates { say(.compatible, "It stands otherwise in calendars.") }
        if retention != earlier.retention {
            say(.compatible, "It is kept for \(retention?.description ?? "as long as the gateway") now.")
        }
        if review != earlier.review {
            say(.compatible, "It must be looked at after \(review?.description ?? "no time") now.")
        }
        if audience != earlier.audience || ceiling != earlier.ceiling {
            say(.stricter, "It is said to others, or marked otherwise, unless its author chooses.")
        }
        if letters != earlier.letters { say(.compatible, "Its letters read otherwise.") }
        if sections != earlier.sections { say(.compatible, "Its form has other sections.") }
        if clocks != earlier.clocks { say(.compatible, "Its clocks run otherwise.") }
        changes += Self.changes(of: life, since: earlier.life)
        return changes
    }

    private static func changes(of fields: [Field], since earlier: [Field], within list: String) -> [KindChange] {
        var changes: [KindChange] = []
        func say(_ effect: KindChange.Effect, _ name: String, _ sentence: String) {
            changes.append(KindChange(effect: effect, sentence: "\(list)\(name) \(sentence)"))
        }
        for field in fields {
            guard let before = earlier.first(where: { $0.name == field.name }) else {
                say(field.required == .never ? .compatible : .stricter, field.name, "is asked now.")
                continue
            }
            if case .list(let inner) = field.type, case .list(let innerBefore) = before.type {
                changes += self.changes(of: inner, since: innerBefore, within: "\(list)\(field.name), ")
            } else if field.type != before.type {
                changes += change(of: field, since: before).map {
                    KindChange(effect: $0.0, sentence: "\(list)\(field.name) \($0.1)")
                }
            }
            if field.isMany != before.isMany {
                say(.stricter, field.name, field.isMany ? "may have several values now." : "has one value now.")
            }
            if field.required != before.required {
                say(
                    field.required == .never ? .compatible : .stricter, field.name,
                    field.required == .never
                        ? "may be left empty now." : "must be filled in now, where its condition says so.")
            }
            if field.shown != before.shown { say(.stricter, field.name, "is shown under another condition.") }
            if (field.label, field.hint) != (before.label, before.hint) {
                say(.compatible, field.name, "is called otherwise.")
            }
            if field.section != before.section { say(.compatible, field.name, "stands in another section.") }
            if field.overdue != before.overdue { say(.compatible, field.name, "is overdue otherwise.") }
        }
        for before in earlier where !fields.contains(where: { $0.name == before.name }) {
            say(.lost, before.name, "is asked no more.")
        }
        return changes
    }

    private static func change(of field: Field, since before: Field) -> [(KindChange.Effect, String)] {
        guard field.type.name == before.type.name else {
            return [(.lost, "is \(field.type.name) now, and was \(before.type.name).")]
        }
        guard let now = field.type.inlineChoices, let then = before.type.inlineChoices else {
            return [(.stricter, "is asked with other bounds.")]
        }
        var changes: [(KindChange.Effect, String)] = []
        for choice in now where !then.contains(where: { $0.value == choice.value }) {
            changes.append((.compatible, "may be \(choice.value) now."))
        }
        for choice in then where !now.contains(where: { $0.value == choice.value }) {
            changes.append((.lost, "may be \(choice.value) no more."))
        }
        return changes.isEmpty ? [(.compatible, "has choices that are called otherwise.")] : changes
    }

    private static func changes(of life: Life?, since earlier: Life?) -> [KindChange] {
        guard life != earlier else { return [] }
        var changes: [KindChange] = []
        for state in life?.states ?? [] where earlier?.state(state.name) == nil {
            changes.append(.init(effect: .compatible, sentence: "It may be \(state.name) now."))
        }
        for state in earlier?.states ?? [] where life?.state(state.name) == nil {
            changes.append(.init(effect: .lost, sentence: "It may be \(state.name) no more."))
        }
        for step in life?.steps ?? [] where earlier?.step(step.name) == nil {
            changes.append(.init(effect: .compatible, sentence: "There is a step \(step.name) now."))
        }
        for step in earlier?.steps ?? [] where life?.step(step.name) == nil {
            changes.append(.init(effect: .lost, sentence: "There is no step \(step.name) any more."))
        }
        return changes.isEmpty ? [.init(effect: .stricter, sentence: "Its steps are taken otherwise.")] : changes
    }
}

extension FieldType {
    /// The choices that a kind itself lists.
    var inlineChoices: [Choice]? {
        switch self {
        case .choice(.inline(let choices)), .choices(.inline(let choices)): choices
        default: nil
        }
    }
}
