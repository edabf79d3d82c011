import Hall
import Kinds
import Ledger
import STIX
import Web

/// What several of its operations share.
extension ServiceDescription {
    var parameters: [JSON.Member] {
        [
            JSON.Member(
                name: "q",
                value: .of([
                    "name": .string("q"), "in": .string("query"), "description": .string(words.words),
                    "schema": .of(["type": .string("string")]),
                ])),
            JSON.Member(
                name: "from",
                value: .of([
                    "name": .string("from"), "in": .string("query"), "description": .string(words.from),
                    "schema": .of([
                        "type": .string("integer"), "minimum": .whole(0),
                        "maximum": .whole(RecordTable.mostBefore), "default": .whole(0),
                    ]),
                ])),
            JSON.Member(
                name: "If-None-Match",
                value: .of([
                    "name": .string("If-None-Match"), "in": .string("header"), "description": .string(words.known),
                    "schema": .of(["type": .string("string")]),
                ])),
        ]
    }

    var headers: [JSON.Member] {
        let text = JSON.of(["type": .string("string")])
        return [
            JSON.Member(name: "ETag", value: .of(["description": .string(words.tag), "schema": text])),
            JSON.Member(name: "Link", value: .of(["description": .string(words.next), "schema": text])),
        ]
    }

    var responses: [JSON.Member] {
        let problem = JSON.Member(
            name: "application/problem+json", value: .of(["schema": .component("schemas/Problem")]))
        let page = JSON.Member(name: "text/html", value: .of(["schema": .of(["type": .string("string")])]))
        return [
            JSON.Member(name: "Same", value: .of(["description": .string(words.same)])),
            JSON.Member(
                name: "Problem", value: .of(["description": .string(words.problem), "content": .object([problem])])),
            JSON.Member(
                name: "Page", value: .of(["description": .string(words.page), "content": .object([page, problem])])),
        ]
    }

    // MARK: What answers say

    /// Names of kinds have no capital letter and no full stop, so none is called like what stands beside it.
    var schemas: [JSON.Member] {
        [
            JSON.Member(name: "Problem", value: problem), JSON.Member(name: "Opinion", value: opinion),
            JSON.Member(name: "Object", value: object),
        ]
            + offers.flatMap { offer in
                let kind = offer.kind
                // Its dialect is that of the whole description, and within it it is found by its name.
                let values = (kind.jsonSchema.members ?? []).filter { !["$schema", "$id"].contains($0.name) }
                return [
                    JSON.Member(name: kind.name, value: .object(values)),
                    JSON.Member(name: "\(kind.name).list", value: list(of: offer)),
                    JSON.Member(name: "\(kind.name).item", value: item(of: kind)),
                    JSON.Member(name: "\(kind.name).object", value: object(of: kind)),
                ]
            }
    }

    private static func exactly(_ text: String) -> JSON { .of(["type": .string("string"), "const": .string(text)]) }
    private static var text: JSON { .of(["type": .string("string")]) }
    private static var moment: JSON { .of(["type": .string("string"), "format": .string("date-time")]) }
    private static func orNothing(_ schema: JSON) -> JSON {
        .of(["anyOf": .array([schema, .of(["type": .string("null")])])])
    }

    private static func thing(required: [String], _ properties: KeyValuePairs<String, JSON?>) -> JSON {
        .of(["type": .string("object"), "required": .texts(required), "properties": .of(properties)])
    }

    private static func all(_ properties: KeyValuePairs<String, JSON?>, but optional: Set<String> = []) -> JSON {
        thing(required: properties.map(\.key).filter { !optional.contains($0) }, properties)
    }

    /// A problem document (RFC 9457).
    private var problem: JSON {
        Self.all(
            [
                "type": Self.exactly("about:blank"), "title": Self.text, "detail": Self.text,
                "status": .of(["type": .string("integer"), "minimum": .whole(400), "maximum": .whole(599)]),
                "parameter": Self.text,
            ], but: ["parameter"])
    }

    private var opinion: JSON {
        Self.all(
            [
                "id": .identifier(ofType: "opinion"), "party": .identifier(ofType: "identity"),
                "opinion": Self.text, "name": Self.text, "explanation": Self.text, "quote": Self.text,
                "wording": Self.text,
            ], but: ["name", "explanation", "quote", "wording"])
    }

    private var object: JSON { Self.all(["type": Self.text, "id": .identifier(ofType: "[a-z0-9-]+")]) }

    private func list(of offer: KindShelf.Offer) -> JSON {
        Self.all([
            "kind": Self.exactly(offer.kind.name), "pack": Self.text,
            "query": .of(["type": .string("object"), "additionalProperties": Self.text]),
            "count": .of([
                "type": .string("integer"), "minimum": .whole(0), "description": .string(words.count(Amount.most)),
            ]),
            "items": .of([
                "type": .string("array"), "maxItems": .whole(RecordTable.mostAtOnce),
                "items": .component("schemas/\(offer.kind.name).item"),
            ]),
            "next": .of([
                "type": .texts(["string", "null"]), "description": .string(words.next),
            ]),
        ])
    }

    private func item(of kind: Kind) -> JSON {
        Self.all([
            "id": .identifier(ofType: kind.noun.type), "name": Self.text, "kind": .identifier(ofType: "concord-kind"),
            "changed": Self.moment, "added": Self.moment, "marking": Self.text,
            "state": .of(["type": .texts(["string", "null"])]), "late": .of(["type": .string("boolean")]),
            "address": .of(["type": .string("string"), "format": .string("uri")]),
            "values": .of([
                "description": .string(words.values),
                "anyOf": .array([.component("schemas/\(kind.name)"), .of(["type": .string("object")])]),
            ]),
            "opinions": .of(["type": .string("array"), "items": .component("schemas/Opinion")]),
        ])
    }

    /// An object of a kind as STIX has it.
    private func object(of kind: Kind) -> JSON {
        let extended = KnownExtension.kindValues.definition.id
        let values = Self.all([
            "kind_ref": Self.exactly(kind.id), "values": .component("schemas/\(kind.name)"),
        ])
        let extensions = JSON.of([
            "type": .string("object"), "required": .texts([extended]),
            "properties": .object([JSON.Member(name: extended, value: values)]),
        ])
        return .of([
            "allOf": .array([
                .component("schemas/Object"),
                Self.all([
                    "type": Self.exactly(kind.noun.type), "name": Self.text, "extensions": extensions,
                ]),
            ])
        ])
    }
}
