import STIX

/// How strict something is, and so what is inside of it.
struct MISPAround {
    let marking: TLP
    /// What no tag inside of it goes below: a distribution to one organisation or a sharing group is never widened.
    let floor: TLP

    /// Of an event: its own TLP, else what its distribution means, else what its sender says of the untagged.
    init(of node: MISPNode, _ tags: MISPTags, _ options: MISPConversion.Options) {
        let said = Self.distribution(of: node)
        marking = tags.tlp ?? said ?? options.untagged
        floor = .clear
    }

    /// Of a part: its own TLP, else what its distribution means, never weaker than what is around it.
    init(of node: MISPNode, _ tags: MISPTags, in around: MISPAround) {
        let said = Self.distribution(of: node) ?? .clear
        floor = max(around.floor, said >= .amberStrict ? said : .clear)
        marking = tags.tlp.map { [floor] in max($0, floor) } ?? max(around.marking, said)
    }

    private static func distribution(of node: MISPNode) -> TLP? {
        node.lose(.audience, "SharingGroup", "sharing_group_id")
        return node.text("distribution").flatMap(TLP.init(mispDistribution:))
    }
}

extension TLP {
    /// What a distribution means to whoever can't know its audience; nil where it is inherited.
    init?(mispDistribution text: String) {
        switch text {
        case "0", "4": self = .amberStrict
        case "1": self = .amber
        case "2", "3": self = .green
        default: return nil
        }
    }
}
