import STIX

/// What attributes and objects of MISP have in common, read from either.
struct MISPPart {
    let uuid: String
    /// Under which others refer to it; nil where MISP gave no UUID of its own.
    let key: MISPRegister.UUID?
    var modified: Timestamp
    var marking: TLP
    /// For what is inside of it.
    let around: MISPAround
    var tags: MISPTags
    var comments: [String]
    var isRevoked: Bool
    /// What it is to the object that it is of.
    let relation: String?

    init(_ node: MISPNode, in event: MISPEvent, _ around: MISPAround, seed: String, relation: String? = nil) {
        (uuid, key) = event.claim(node, node.text("uuid"), seed: seed)
        modified = node.moment("timestamp") ?? event.modified
        tags = MISPTags(node)
        self.around = MISPAround(of: node, tags, in: around)
        marking = self.around.marking
        comments = node.text("comment").map { [$0] } ?? []
        isRevoked = node.flag("deleted")
        self.relation = relation
    }

    var description: String? { comments.isEmpty ? nil : comments.joined(separator: "\n") }

    /// Takes in what a part says of it.
    mutating func join(_ other: MISPPart, of node: MISPNode) {
        modified = max(modified, other.modified)
        marking = max(marking, other.marking)
        tags.join(other.tags, of: node)
    }
}

/// Where an attribute stands, and so what its type says.
enum MISPRole {
    /// By itself in the event.
    case alone
    /// In an object whose template says that its type means what it says.
    case known(String)
    /// In an object of which nobody has written down what the relation means.
    case foreign(String)

    var relation: String? {
        switch self {
        case .alone: nil
        case .known(let relation), .foreign(let relation): relation.isEmpty ? nil : relation
        }
    }

    /// Whether what its type says may be looked for.
    var isDetectable: Bool {
        if case .foreign = self { false } else { true }
    }
}
