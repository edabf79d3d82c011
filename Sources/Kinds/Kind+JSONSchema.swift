public import STIX

extension Kind {
    /// The schema of its values (JSON Schema, draft 2020-12), for programs that write them.
    ///
    /// It says the forms of values, and what must always be there; conditions and the order of dates are checked where values come
    /// in. What the kind does not ask is allowed.
    public var jsonSchema: JSON {
        var schema = Schema()
        schema.add("$schema", .string("https://json-schema.org/draft/2020-12/schema"))
        schema.add("$id", .string("urn:uuid:" + id.dropFirst("concord-kind--".count)))
        schema.add("title", .string(one.text(for: "en")))
        schema.add("description", .string(says.text(for: "en")))
        schema.object(fields)
        return schema.json
    }
}

/// Members of a schema, in the order in which they are added.
private struct Schema {
    private var members: [JSON.Member] = []

    var json: JSON { .object(members) }

    mutating func add(_ name: String, _ value: JSON?) {
        if let value { members.append(JSON.Member(name: name, value: value)) }
    }

    mutating func object(_ fields: [Field]) {
        add("type", .string("object"))
        add("properties", .object(fields.map { JSON.Member(name: $0.name, value: Schema.of($0)) }))
        let required = fields.filter { $0.required == .always && $0.shown == nil }
        add("required", required.isEmpty ? nil : .array(required.map { .string($0.name) }))
    }

    private static func of(_ field: Field) -> JSON {
        var schema = Schema()
        schema.add("title", .string(field.label.text(for: "en")))
        schema.add("description", field.hint.map { .string($0.text(for: "en")) })
        if case .list(let fields) = field.type {
            var row = Schema()
            row.object(fields)
            schema.list(of: row.json, isSet: false)
        } else if case .choices = field.type {
            schema.list(of: one(field), isSet: true)
        } else if field.isMany {
            schema.list(of: one(field), isSet: true)
        } else {
            schema.members += one(field).members ?? []
        }
        return schema.json
    }

    private mutating func list(of element: JSON, isSet: Bool) {
        add("type", .string("array"))
        add("items", element)
        add("maxItems", .whole(Kind.mostRows))
        if isSet { add("uniqueItems", .bool(true)) }
    }

    /// One value of a field.
    private static func one(_ field: Field) -> JSON {
        var schema = Schema()
        switch field.type {
        case .choice(.inline(let choices)), .choices(.inline(let choices)):
            schema.add("enum", .array(choices.map { .string($0.value) }))
        case .answer: schema.add("enum", .array(GradedAnswer.allCases.map { .string($0.rawValue) }))
        case .number(let rule): schema.number(rule)
        case .money(let currencies): schema.fixed([("amount", number(NumberRule())), ("currency", of(currencies))])
        case .range(.numbers(let rule)): schema.fixed([("low", number(rule)), ("high", number(rule))])
        case .range(.money(let currencies)):
            schema.fixed([("low", number(NumberRule())), ("high", number(NumberRule())), ("currency", of(currencies))])
        default: schema.text(field.type)
        }
        return schema.json
    }

    private mutating func text(_ type: FieldType) {
        add("type", .string("string"))
        switch type {
        case .text:
            add("maxLength", .whole(2_000))
            add("pattern", .string("^[^\\r\\n]*$"))
        case .longText: add("maxLength", .whole(50_000))
        case .date:
            add("format", .string("date"))
            add("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))
        case .moment:
            add(
                "pattern",
                .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(Z|[+-][0-9]{2}:[0-9]{2})(\\[[A-Za-z0-9_+/-]+\\])?$"))
        case .duration: add("pattern", .string("^P([0-9]+[YMWD])*(T([0-9]+[HMS])+)?$"))
        case .country: add("pattern", .string("^[A-Z]{2}$"))
        case .language: add("pattern", .string("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))
        case .link: add("pattern", .string("^[hH][tT][tT][pP][sS]?://[^\\s/?#]"))
        case .network:
            add(
                "pattern", .string("^(AS[0-9]+|[0-9A-Fa-f:.]*[:.][0-9A-Fa-f:.]*(/[0-9]{1,3})?|[^\\s/:]+\\.[^\\s/:.]+)$")
            )
        case .party: add("pattern", .string(Schema.reference(to: ["identity"])))
        case .object(let types): add("pattern", .string(Schema.reference(to: types)))
        case .file: add("pattern", .string(Schema.reference(to: ["artifact", "file"])))
        default: add("maxLength", .whole(2_000))
        }
    }

    private static func reference(to types: [String]) -> String {
        let type = types.isEmpty ? "[a-z0-9-]+" : "(" + types.joined(separator: "|") + ")"
        return "^\(type)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
    }

    private mutating func fixed(_ properties: [(String, JSON)]) {
        add("type", .string("object"))
        add("properties", .object(properties.map { JSON.Member(name: $0.0, value: $0.1) }))
        add("required", .array(properties.map { .string($0.0) }))
    }

    private mutating func number(_ rule: NumberRule) { members += Schema.number(rule).members ?? [] }

    private static func number(_ rule: NumberRule) -> JSON {
        var schema = Schema()
        schema.add("type", .string(rule.isWhole ? "integer" : "number"))
        schema.add("minimum", rule.least.flatMap(JSON.Number.init).map(JSON.number))
        schema.add("maximum", rule.most.flatMap(JSON.Number.init).map(JSON.number))
        return schema.json
    }

    private static func of(_ currencies: [String]) -> JSON {
        .object([JSON.Member(name: "enum", value: .array(currencies.map(JSON.string)))])
    }
}

extension JSON {
    fileprivate static func whole(_ number: Int) -> JSON { JSON.Number(Double(number)).map(JSON.number) ?? .null }
}
