import STIX

extension KindReader {
    /// The fields of a kind, or of the rows of a list.
    ///
    /// - Parameter above: the fields of the whole, where these are of a list in it.
    mutating func fields(_ entry: Entry, sections: [Kind.Section], above: [Field]?) throws(KindFault) -> [Field] {
        let entries = try entry.list(atMost: Self.mostFields)
        guard !entries.isEmpty else { throw entry.fault(.missing, "there must be one field at least") }
        var fields: [Field] = []
        for one in entries {
            let field = try field(one, sections: sections, isInner: above != nil, before: (above ?? []) + fields)
            guard !fields.contains(where: { $0.name == field.name }) else {
                throw one.fault(.duplicate, "there are two fields \(field.name)")
            }
            fields.append(field)
        }
        // Conditions may name what stands further down.
        for (field, one) in zip(fields, entries) {
            for condition in field.conditions {
                try check(condition, of: field, among: fields, above ?? [], at: one)
            }
        }
        if let circle = Self.circle(of: fields) {
            let place = zip(fields, entries).first { $0.0.name == circle }?.1 ?? entry
            throw place.fault(.cycle, "\(circle) is shown only where it is shown itself, by way of other fields")
        }
        return fields
    }

    private mutating func field(_ entry: Entry, sections: [Kind.Section], isInner: Bool, before: [Field])
        throws(KindFault) -> Field
    {
        try spendField(at: entry)
        return try entry.members { members throws(KindFault) in
            let nameEntry = try members.need("field")
            let name = try nameEntry.name(joinedBy: "_")
            guard (3...60).contains(name.utf8.count) else {
                throw nameEntry.fault(.badForm, "the name of a field has 3 to 60 letters")
            }
            let type = try self.type(&members, isInner: isInner)
            let isMany = try members.take("many")?.flag() ?? false
            if isMany { try Self.checkMany(type, at: entry) }
            try Self.checkReference(name, type, isMany: isMany, at: nameEntry)
            let section = try members.take("section").map { entry throws(KindFault) in
                let name = try entry.text()
                guard sections.contains(where: { $0.name == name }) else {
                    throw entry.fault(.unknownReference, "there is no section \(name)")
                }
                return name
            }
            let overdue = members.take("overdue")
            if let overdue, type != .date {
                throw overdue.fault(.wrongType, "only a date is ever overdue, and \(name) is \(type.name)")
            }
            return Field(
                name: name, type: type, isMany: isMany, required: try Self.requirement(members.take("required")),
                shown: try members.take("shown").map(Self.condition),
                label: try members.need("label").phrase(atMost: 400),
                hint: try members.take("hint")?.phrase(atMost: 2_000), section: section,
                overdue: try overdue.map { entry throws(KindFault) in
                    try entry.members { part throws(KindFault) in
                        Field.Overdue(
                            unless: try Self.condition(part.need("unless")),
                            says: try part.take("says")?.phrase(atMost: 80))
                    }
                })
        }
    }

    private mutating func type(_ members: inout Members, isInner: Bool) throws(KindFault) -> FieldType {
        let entry = try members.need("type")
        switch try entry.text() {
        case "text": return .text
        case "long-text": return .longText
        case "choice": return .choice(try Self.choices(&members))
        case "choices": return .choices(try Self.choices(&members))
        case "answer": return .answer
        case "date": return .date
        case "moment": return .moment
        case "duration": return .duration
        case "number": return .number(try Self.number(&members))
        case "money": return .money(currencies: try Self.currencies(members.need("currencies")))
        case "range":
            if let currencies = members.take("currencies") {
                return .range(.money(currencies: try Self.currencies(currencies)))
            }
            return .range(.numbers(try Self.number(&members)))
        case "party": return .party
        case "object": return .object(types: try Self.types(members.take("objects")))
        case "country": return .country
        case "language": return .language
        case "network": return .network
        case "link": return .link
        case "file": return .file
        case "list":
            guard !isInner else { throw entry.fault(.tooLarge, "a list has no lists in it") }
            return .list(try fields(members.need("fields"), sections: [], above: []))
        case let other:
            throw entry.fault(
                .badForm, "\(other) is no type of field; there are \(FieldType.names.joined(separator: ", "))")
        }
    }

    private static func choices(_ members: inout Members) throws(KindFault) -> Choices {
        if let taxonomy = members.take("taxonomy") { return .taxonomy(try taxonomy.text(atMost: 100)) }
        let entry = try members.need("choices")
        var choices: [Choice] = []
        for one in try entry.list(atMost: mostChoices) {
            let choice = try one.members { members throws(KindFault) in
                Choice(
                    value: try members.need("choice").name(joinedBy: "-"),
                    label: try members.need("label").phrase(atMost: 300))
            }
            guard !choices.contains(where: { $0.value == choice.value }) else {
                throw one.fault(.duplicate, "\(choice.value) stands here twice")
            }
            choices.append(choice)
        }
        guard !choices.isEmpty else { throw entry.fault(.missing, "there must be one choice at least") }
        return .inline(choices)
    }

    private static func number(_ members: inout Members) throws(KindFault) -> NumberRule {
        let rule = NumberRule(
            unit: try members.take("unit")?.phrase(atMost: 60), isWhole: try members.take("whole")?.flag() ?? false,
            least: try members.take("least")?.number(), most: try members.take("most")?.number())
        if let least = rule.least, let most = rule.most, least > most {
            throw members.whole.fault(.badForm, "the least is more than the most")
        }
        return rule
    }

    private static func currencies(_ entry: Entry) throws(KindFault) -> [String] {
        var codes: [String] = []
        for one in try entry.oneOrList(atMost: 200) {
            let code = try one.text()
            guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), !codes.contains(code)
            else {
                throw one.fault(.badForm, "the code of a currency (ISO 4217) such as EUR is expected here, each once")
            }
            codes.append(code)
        }
        guard !codes.isEmpty else { throw entry.fault(.missing, "there must be one currency at least") }
        return codes
    }

    private static func types(_ entry: Entry?) throws(KindFault) -> [String] {
        var types: [String] = []
        for one in try entry?.oneOrList(atMost: 50) ?? [] { types.append(try one.name(joinedBy: "-", atMost: 250)) }
        return types
    }

    private static func checkMany(_ type: FieldType, at entry: Entry) throws(KindFault) {
        switch type {
        case .text, .party, .object, .file, .country, .language, .network, .link, .date: return
        default: throw entry.fault(.wrongType, "there is one \(type.name) in a field; many of them are a list")
        }
    }

    /// Names of references end so that whoever places an object sees whom it names, whatever its kind (law 9).
    private static func checkReference(_ name: String, _ type: FieldType, isMany: Bool, at entry: Entry)
        throws(KindFault)
    {
        let ending = type.isReference ? (isMany ? "_refs" : "_ref") : nil
        if let ending {
            guard name.hasSuffix(ending) else {
                throw entry.fault(.badForm, "the name of a field that holds \(type.name) ends in \(ending)")
            }
        } else if name.hasSuffix("_ref") || name.hasSuffix("_refs") {
            throw entry.fault(
                .badForm, "only names of fields that hold a party, an object or a file end in _ref or _refs")
        }
    }

    // MARK: Conditions

    private static func requirement(_ entry: Entry?) throws(KindFault) -> Field.Requirement {
        guard let entry else { return .never }
        if case .object = entry.value {
            return .when(try entry.members { part throws(KindFault) in try condition(part.need("when")) })
        }
        return try entry.flag() ? .always : .never
    }

    static func condition(_ entry: Entry) throws(KindFault) -> Condition {
        try entry.members { members throws(KindFault) in
            let field = try members.need("field").text()
            if let filled = members.take("filled") {
                return Condition(field: field, test: .isFilled(try filled.flag()))
            }
            var values: [String] = []
            for one in try members.need("is").oneOrList(atMost: 100) { values.append(try one.text()) }
            return Condition(field: field, test: .isOneOf(values))
        }
    }

    private func check(
        _ condition: Condition, of field: Field, among fields: [Field], _ above: [Field], at entry: Entry
    ) throws(KindFault) {
        guard let other = (fields + above).first(where: { $0.name == condition.field }) else {
            throw entry.fault(.unknownReference, "\(field.name) depends on \(condition.field), which is no field here")
        }
        guard case .isOneOf(let values) = condition.test else { return }
        let possible: [String]
        switch other.type {
        case .choice(.inline(let choices)), .choices(.inline(let choices)): possible = choices.map(\.value)
        case .answer: possible = GradedAnswer.allCases.map(\.rawValue)
        case .choice(.taxonomy), .choices(.taxonomy), .country, .language: return
        default:
            throw entry.fault(
                .wrongType,
                "\(field.name) depends on what \(other.name) says, which is \(other.type.name): ask whether it is filled"
            )
        }
        if let stray = values.first(where: { !possible.contains($0) }) {
            throw entry.fault(.unknownReference, "\(other.name) never says \(stray)")
        }
    }

    /// A field that is shown only where it is shown; nil where there is none.
    private static func circle(of fields: [Field]) -> String? {
        var next: [String: String] = [:]
        for field in fields { next[field.name] = field.shown?.field }
        for field in fields {
            var (at, steps) = (next[field.name], 0)
            while let name = at, steps <= fields.count {
                if name == field.name { return name }
                (at, steps) = (next[name], steps + 1)
            }
        }
        return nil
    }
}

extension Field {
    /// Everything that it depends on.
    var conditions: [Condition] {
        var all = [shown, overdue?.unless].compactMap(\.self)
        if case .when(let condition) = required { all.append(condition) }
        return all
    }
}
