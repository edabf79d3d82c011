import HTML
import STIX
import Web

/// A relationship as the sentence it is: A uses B.
struct RelationSentence {
    private let verb: String
    private let source: RelationEnd
    private let target: RelationEnd
    private let context: PageContext

    /// The sentence of a relationship; nothing for any other object.
    init?(model: ObjectModel, context: PageContext) {
        guard model.type == "relationship", let verb = model.json.text("relationship_type"),
            let source = model.json.text("source_ref"), let target = model.json.text("target_ref")
        else { return nil }
        self.verb = Verb(rawValue: verb).map { context.desk.verb($0).does } ?? Shown.clipped(verb, bytes: 80)
        self.source = model.names[source].map { .readable($0) } ?? .unknown(source)
        self.target = model.names[target].map { .readable($0) } ?? .unknown(target)
        self.context = context
    }

    var html: Markup {
        "\(end(source)) <span class=\"verb\">\(Shown.marked(verb))</span> \(end(target))"
    }

    var plain: String {
        "\(name(source)) \(verb) \(name(target))"
    }

    private func end(_ end: RelationEnd) -> Markup {
        guard case .readable(let name) = end else { return context.end(end) }
        return context.link(name)
    }

    private func name(_ end: RelationEnd) -> String {
        switch end {
        case .readable(let name): Shown.clipped(name.title, bytes: 80)
        case .unknown(let id): Shown.clipped(id, bytes: 80)
        }
    }
}
