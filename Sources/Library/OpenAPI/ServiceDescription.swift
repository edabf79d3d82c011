import Hall
import Kinds
import STIX
import Web

/// What programs can ask of the library, as OpenAPI 3.1 says it; a test asks for all that it offers.
struct ServiceDescription {
    let gateway: Gateway
    /// The kinds that people are shown.
    let offers: [KindShelf.Offer]
    let language: Language

    var words: ServiceWords { ServiceWords.in(language) }
    private var tag: String { language.rawValue }

    var json: JSON {
        .of([
            "openapi": .string("3.1.0"),
            "jsonSchemaDialect": .string("https://json-schema.org/draft/2020-12/schema"),
            "info": .of([
                "title": .string(gateway.name), "description": .string(words.lead), "version": .string(gateway.version),
            ]),
            "servers": .array([.of(["url": .string(gateway.address)])]),
            // Without a token whoever asks is the public.
            "security": .array([.of([:]), .of(["token": .array([])])]),
            "tags": .array(
                offers.map(\.kind).map { kind in
                    .of(["name": .string(kind.name), "description": .string(kind.says.text(for: tag))])
                }),
            "paths": .object(paths),
            "components": .of([
                "schemas": .object(schemas), "parameters": .object(parameters), "headers": .object(headers),
                "responses": .object(responses),
                "securitySchemes": .of([
                    "token": .of([
                        "type": .string("http"), "scheme": .string("bearer"), "description": .string(words.token),
                    ])
                ]),
            ]),
        ])
    }

    // MARK: What can be asked

    /// The forms in which a list goes to programs.
    private enum Form: String, CaseIterable {
        case json = "JSON"
        case csv = "CSV"
        case atom = "Atom"
        case ics = "iCalendar"

        func isThere(for kind: Kind) -> Bool { self != .ics || kind.dates != nil }

        func address(of kind: String) -> Address {
            switch self {
            case .json: .recordsJSON(kind)
            case .csv: .recordsCSV(kind)
            case .atom: .recordsFeed(kind)
            case .ics: .recordsCalendar(kind)
            }
        }

        var type: String {
            switch self {
            case .json: "application/json"
            case .csv: "text/csv"
            case .atom: "application/atom+xml"
            case .ics: "text/calendar"
            }
        }
    }

    private var paths: [JSON.Member] {
        let kinds = offers.map(\.kind)
        let dated = kinds.contains { $0.dates != nil }
        return kinds.flatMap { kind in
            Form.allCases.filter { $0.isThere(for: kind) }.map { list($0, of: kind) } + [schema(of: kind)]
        } + (dated ? [calendar] : []) + [object, itself]
    }

    private func list(_ form: Form, of kind: Kind) -> JSON.Member {
        let schema: JSON = form == .json ? .component("schemas/\(kind.name).list") : .of(["type": .string("string")])
        let most = form == .atom ? words.feed(RecordTable.entries) : words.newest(RecordTable.mostAtOnce)
        return path(
            form.address(of: kind.name).href,
            operation(
                "\(kind.name)-\(form.rawValue.lowercased())", tag: kind.name,
                summary: "\(kind.many.text(for: tag)) (\(form.rawValue))", says: most,
                parameters: [.component("parameters/q"), .component("parameters/from")] + narrowing(kind),
                answers: form.type, schema, leadsOn: form != .atom, mayBeAsked: true))
    }

    private func schema(of kind: Kind) -> JSON.Member {
        path(
            Address.recordsSchema(kind.name).href,
            operation(
                "\(kind.name)-schema", tag: kind.name, summary: "\(kind.one.text(for: tag)) (JSON Schema)",
                says: words.schema, answers: "application/schema+json", .of(["type": .string("object")])))
    }

    private var calendar: JSON.Member {
        path(
            Address.calendarFile.href,
            operation(
                "calendar", summary: "\(LibraryWords.in(language).calendar) (iCalendar)", says: words.calendar,
                answers: "text/calendar", .of(["type": .string("string")])))
    }

    private var object: JSON.Member {
        let id = JSON.of([
            "name": .string("id"), "in": .string("path"), "required": .bool(true),
            "schema": .identifier(ofType: "[a-z0-9-]+"),
        ])
        return path(
            Address.Kind.object.template.description + ".json",
            operation(
                "object", summary: "STIX 2.1", says: words.object, parameters: [id],
                answers: "application/stix+json;version=2.1",
                .of([
                    "anyOf": .array(
                        offers.map { .component("schemas/\($0.kind.name).object") } + [.component("schemas/Object")])
                ])))
    }

    private var itself: JSON.Member {
        path(
            Address.serviceDescription.href,
            operation(
                "description", summary: "OpenAPI", says: words.itself, answers: "application/json",
                .of(["type": .string("object")])))
    }

    private func path(_ path: String, _ operation: JSON) -> JSON.Member {
        JSON.Member(name: path, value: .of(["get": operation]))
    }

    /// - Parameters:
    ///   - leadsOn: whether what does not fit is led to.
    ///   - mayBeAsked: whether it has a query, which may not be understood.
    private func operation(
        _ id: String, tag: String? = nil, summary: String, says: String, parameters: [JSON] = [],
        answers type: String, _ schema: JSON, leadsOn: Bool = false, mayBeAsked: Bool = false
    ) -> JSON {
        // A problem is told as a page, unless the address or whoever asks says that it is a program.
        let problem: JSON = .component(
            "responses/\(type.hasSuffix("json") || type.contains("stix") ? "Problem" : "Page")")
        return .of([
            "operationId": .string(id), "tags": tag.map { .texts([$0]) }, "summary": .string(summary),
            "description": .string(says),
            "parameters": .array(parameters + [.component("parameters/If-None-Match")]),
            "responses": .of([
                "200": .of([
                    "description": .string(words.answer),
                    "headers": .of([
                        "ETag": .component("headers/ETag"), "Link": leadsOn ? .component("headers/Link") : nil,
                    ]),
                    "content": .object([JSON.Member(name: type, value: .of(["schema": schema]))]),
                ]),
                "304": .component("responses/Same"), "400": mayBeAsked ? problem : nil, "404": problem,
                "default": problem,
            ]),
        ])
    }

    /// By what a list can be narrowed, beside words.
    private func narrowing(_ kind: Kind) -> [JSON] {
        let schema = kind.jsonSchema
        let facets = kind.facets.compactMap { name -> JSON? in
            guard let field = kind.field(name) else { return nil }
            return query("f.\(name)", field.label.text(for: tag), Self.facet(field, in: schema))
        }
        let state = kind.life.map { query("state", words.state, .oneOf($0.states.map(\.name))) }
        let late = kind.canBeLate ? query("late", words.late, .oneOf(["1"])) : nil
        return facets + [state, late].compactMap(\.self)
    }

    private func query(_ name: String, _ says: String, _ schema: JSON) -> JSON {
        .of([
            "name": .string(name), "in": .string("query"), "description": .string(says), "schema": schema,
        ])
    }

    /// One value of a field by which a list is narrowed; of a date its year, or the day.
    private static func facet(_ field: Field, in schema: JSON) -> JSON {
        if field.type == .date { return .pattern("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$") }
        let whole = schema["properties"]?[field.name]
        let members = (whole?["items"] ?? whole)?.members ?? []
        return .object(members.filter { !["title", "description"].contains($0.name) })
    }
}
