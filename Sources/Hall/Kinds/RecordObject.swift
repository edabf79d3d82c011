package import Kinds
package import STIX

/// Objects of a kind, and what stands beside them so that others can read them.
package enum RecordObject {
    /// The longest description that is written from the values.
    private static let mostText = 60_000

    /// An object of a kind: its name and a plain reading of it for programs that know nothing of kinds, then what was filled in.
    ///
    /// - Parameters:
    ///   - begun: what names and dates it; nothing more is taken from it.
    ///   - names: what the objects that it names are called.
    package static func written(
        _ reading: RecordReading, language: String, on begun: Composer, names: (String) -> String? = { _ in nil }
    ) -> JSON {
        let kind = reading.kind
        var object = begun
        object.set("name", name(of: reading, in: language))
        object.set("description", text(of: reading, in: language))
        object.set("lang", language)
        object.set(
            "extensions",
            .object([
                .init(
                    name: declaration(of: kind.noun).definition.id, value: .object([.text("extension_type", "new-sdo")])
                ),
                .init(
                    name: KnownExtension.kindValues.definition.id,
                    value: .object([
                        .text("extension_type", "property-extension"), .text("kind_ref", kind.id),
                        .init(name: "values", value: reading.values),
                    ])),
            ]))
        return object.object
    }

    /// The title, cut where it is longer than a line.
    package static func name(of reading: RecordReading, in language: String) -> String {
        String(reading.kind.title(of: reading.values, in: language).prefix(300))
    }

    /// All that was filled in, as plain text.
    static func text(of reading: RecordReading, in language: String) -> String {
        var lines: [String] = []
        func add(_ field: Field, _ value: JSON) {
            let label = field.label.text(for: language)
            switch field.type {
            case .list(let inner):
                lines.append("\(label):")
                for row in value.array ?? [] {
                    let cells = inner.compactMap { field in
                        row[field.name].map { reading.kind.text(of: $0, field, in: language) }
                    }
                    lines.append("- " + cells.joined(separator: "; "))
                }
                lines.append("")
            case .longText: lines += ["\(label):", value.string ?? "", ""]
            default:
                if !field.type.isReference {
                    lines.append("\(label): \(reading.kind.text(of: value, field, in: language))")
                }
            }
        }
        for field in reading.kind.fields {
            if let value = reading.values[field.name] { add(field, value) }
        }
        let text = lines.joined(separator: "\n")
        return text.utf8.count <= mostText ? text : String(text.prefix(mostText / 4)) + "…"
    }

    /// The kind of an object, by its identifier, and what was filled in; nil for an object without a kind.
    package static func values(of object: JSON) -> (kind: String, values: JSON)? {
        guard let said = object["extensions"]?[KnownExtension.kindValues.definition.id],
            let kind = said["kind_ref"]?.string, let values = said["values"], values.members != nil
        else { return nil }
        return (kind, values)
    }

    private static func declaration(of noun: Kind.Noun) -> KnownExtension {
        switch noun {
        case .record: .record
        case .gathering: .gathering
        case .attestation: .attestation
        }
    }

    /// What must be readable beside an object of a kind, each the same bytes wherever it is written: who declares its type and its
    /// values, and the kind.
    package static func companions(of kind: Kind) throws -> [(id: String, object: [UInt8])] {
        let declared = [KnownExtension.kind, declaration(of: kind.noun), .kindValues].map {
            (id: $0.definition.id, object: $0.definition.object)
        }
        return [(KnownExtension.kindValues.definition.author, KnownExtension.ownAuthor)] + declared
            + [(kind.id, try object(of: kind))]
    }

    /// The object that declares a kind: the same bytes everywhere, dated by its release.
    package static func object(of kind: Kind) throws -> [UInt8] {
        let date = "\(kind.released)T00:00:00.000Z"
        let members: [JSON.Member] = [
            .text("type", "concord-kind"), .text("spec_version", "2.1"), .text("id", kind.id), .text("created", date),
            .text("modified", date), .text("name", kind.one.text(for: "en")),
            .text("description", kind.says.text(for: "en")), .init(name: "definition", value: kind.definition),
            .list("object_marking_refs", [TLP.clear.markingID]),
            .init(
                name: "extensions",
                value: .object([
                    .init(
                        name: KnownExtension.kind.definition.id,
                        value: .object([.text("extension_type", "new-sdo")]))
                ])),
        ]
        return try JSON.object(members).canonical()
    }

    /// The kind that an object declares; nil where what it says is no kind, or is not what its identifier names.
    ///
    /// All of the object follows from the kind: another name, date or marking is somebody else's word.
    package static func kind(in object: JSON) -> Kind? {
        guard let definition = object["definition"], let kind = try? Kind(definition: definition),
            let genuine = try? Self.object(of: kind), let said = try? object.canonical(), said == genuine
        else { return nil }
        return kind
    }
}
