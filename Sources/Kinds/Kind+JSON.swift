public import STIX

extension Kind {
    /// All that it says, as its object carries it; reading that gives the same kind.
    public var definition: JSON {
        var all = Writer()
        all.set("pack", pack)
        all.set("kind", name)
        all.set("noun", noun.rawValue)
        all.set("released", released)
        all.set("follows", follows)
        all.set(
            "words",
            .object([
                .init(name: "one", value: one.json), .init(name: "many", value: many.json),
                .init(name: "says", value: says.json),
            ]))
        all.set("title", title.phrase.json)
        all.set("summary", summary)
        all.set("sections", sections.map { ["section": .string($0.name), "label": $0.label.json] })
        all.set("fields", .array(fields.map(\.json)))
        all.set(
            "states",
            (life?.states ?? []).map { state in
                ["state": .string(state.name), "label": state.label.json, "end": state.isEnd ? .bool(true) : nil]
            })
        all.set(
            "steps",
            (life?.steps ?? []).map { step in
                [
                    "step": .string(step.name), "from": .texts(step.from), "to": .string(step.to),
                    "who": .texts(step.who.map(\.rawValue)), "label": step.label.json,
                    "reason": step.needsReason ? .bool(true) : nil,
                    "answers": step.needsAnswers ? .bool(true) : nil,
                ]
            })
        all.set("addressee", life?.addressee)
        all.set(
            "clocks",
            clocks.map { clock in
                [
                    "clock": .string(clock.name), "label": clock.label.json, "while": .string(clock.state),
                    "within": .string(clock.within.description),
                    "working_hours": clock.inWorkingHours ? .bool(true) : nil,
                    "then": .texts(clock.then.map(\.rawValue)),
                ]
            })
        if let dates {
            all.set(
                "dates",
                .members([
                    "start": .string(dates.start), "end": dates.end.map(JSON.string),
                    "place": dates.place.map(JSON.string),
                ]))
        }
        all.set("columns", columns.isEmpty ? nil : .texts(columns))
        all.set("facets", facets.isEmpty ? nil : .texts(facets))
        all.set("retention", retention?.description)
        all.set("review", review?.description)
        all.set("audience", audience?.rawValue)
        all.set("ceiling", ceiling?.name)
        all.set(
            "letters",
            letters.map { letter in
                [
                    "letter": .string(letter.name), "subject": letter.subject.phrase.json,
                    "text": letter.text.phrase.json,
                ]
            })
        return .object(all.members)
    }
}

extension Field {
    fileprivate var json: JSON {
        var all = Writer()
        all.set("field", name)
        all.set("type", type.name)
        switch type {
        case .choice(let choices), .choices(let choices):
            switch choices {
            case .inline(let inline):
                all.set("choices", inline.map { ["choice": .string($0.value), "label": $0.label.json] })
            case .taxonomy(let namespace): all.set("taxonomy", namespace)
            }
        case .number(let rule), .range(.numbers(let rule)): all.set(rule)
        case .money(let currencies), .range(.money(let currencies)): all.set("currencies", .texts(currencies))
        case .object(let types): all.set("objects", types.isEmpty ? nil : .texts(types))
        case .list(let fields): all.set("fields", .array(fields.map(\.json)))
        default: break
        }
        all.set("many", isMany ? .bool(true) : nil)
        switch required {
        case .never: break
        case .always: all.set("required", .bool(true))
        case .when(let condition): all.set("required", .members(["when": condition.json]))
        }
        all.set("shown", shown?.json)
        all.set("label", label.json)
        all.set("hint", hint?.json)
        all.set("section", section)
        all.set(
            "overdue",
            overdue.map { overdue in
                .members(["unless": overdue.unless.json, "says": overdue.says?.json])
            })
        return .object(all.members)
    }
}

extension Condition {
    fileprivate var json: JSON {
        switch test {
        case .isOneOf(let values): .members(["field": .string(field), "is": .texts(values)])
        case .isFilled(let isFilled): .members(["field": .string(field), "filled": .bool(isFilled)])
        }
    }
}

extension Phrase {
    /// By language.
    var json: JSON { .object(translations.map { JSON.Member(name: $0.language, value: .string($0.text)) }) }
}

extension JSON {
    fileprivate static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

    fileprivate static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { JSON.Member(name: name, value: $0) } })
    }
}

/// Members in the order in which they are set; nothing is left out of what is there.
private struct Writer {
    var members: [JSON.Member] = []

    mutating func set(_ name: String, _ value: JSON?) {
        if let value { members.append(JSON.Member(name: name, value: value)) }
    }

    mutating func set(_ name: String, _ text: String?) { set(name, text.map(JSON.string)) }

    mutating func set(_ name: String, _ objects: [KeyValuePairs<String, JSON?>]) {
        if !objects.isEmpty { set(name, .array(objects.map(JSON.members))) }
    }

    mutating func set(_ rule: NumberRule) {
        set("unit", rule.unit?.json)
        set("whole", rule.isWhole ? .bool(true) : nil)
        set("least", rule.least.flatMap(JSON.Number.init).map(JSON.number))
        set("most", rule.most.flatMap(JSON.Number.init).map(JSON.number))
    }
}
