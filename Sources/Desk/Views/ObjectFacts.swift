import HTML
import STIX
import Web

/// The properties of an object: those with a name for people first, then all others, so that nothing is hidden.
struct ObjectFacts {
    let model: ObjectModel
    let context: PageContext
    /// The numbers of the page's references, for texts that cite them.
    let citations: [String: Int]
    /// Most bytes of it on the page.
    let room: Int

    /// Properties that the page shows in another place.
    private static let elsewhere: Set<String> = [
        "name", "description", "aliases", "x_mitre_aliases", "external_references", "type", "revoked",
        "relationship_type", "source_ref", "target_ref", "object_refs", "sighting_of_ref", "content", "explanation",
        "abstract",
    ]

    var html: Markup {
        let members = model.json.members ?? []
        let values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        let properties = NamedProperty.allCases.filter { !ObjectFacts.elsewhere.contains($0.rawValue) }
        let named = Ration.fit(properties, bytes: room * 2 / 3) { property in
            guard let value = values[property.rawValue] else { return Markup() }
            return row(property.rawValue, FactValue(value: value, property: property, facts: self).html)
        }
        let shown = Set(NamedProperty.allCases.map(\.rawValue)).union(ObjectFacts.elsewhere)
        let others = members.filter { !shown.contains($0.name) }
        return """
            <section id="facts"><h2>\(context.desk.object.facts)</h2><dl class="facts">\(named)</dl>\(rest(others))</section>
            """
    }

    private func rest(_ members: [JSON.Member]) -> Markup? {
        guard !members.isEmpty else { return nil }
        let rows = Ration.fit(members, bytes: room / 3 - 200) { member in
            row(member.name, FactValue(value: member.value, property: nil, facts: self).html)
        }
        let left = members.count - rows.count
        let more: Markup? = left > 0 ? "<p class=\"quiet\">\(context.desk.common.more(left))</p>" : nil
        return """
            <details><summary>\(context.desk.object.rest) <span class="count">\(members.count)</span></summary>\
            <dl class="facts">\(rows)</dl>\(more)</details>
            """
    }

    private func row(_ name: String, _ value: Markup) -> Markup {
        "<dt>\(context.propertyLabel(name))</dt><dd>\(value)</dd>\n"
    }

    /// An identifier as a link where the reader may see the object, else as code.
    func reference(_ id: String) -> Markup {
        model.names[id].map(context.link) ?? Shown.code(Shown.clipped(id, bytes: 300))
    }
}

extension PageContext {
    /// The name of a property for people, else its code.
    func propertyLabel(_ name: String) -> Markup {
        NamedProperty(rawValue: name).map { Markup(text: desk.property($0)) }
            ?? Shown.code(Shown.clipped(name, bytes: 80))
    }
}
