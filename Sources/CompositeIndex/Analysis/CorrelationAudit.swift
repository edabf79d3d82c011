/// The nodes of an index whose correlations do not fit the place where they stand.
///
/// A node should go along with the aggregate that it is part of, more than with others on that level, and should not
/// repeat a sibling. Source: OECD/JRC Handbook (2008), §1.4 and §3.1, p. 26 and 63; the limits 0.3 and 0.92 are
/// customary in the audits of the Joint Research Centre.
public struct CorrelationAudit: Hashable, Sendable {
    /// What counts as too little and too much.
    public struct Limits: Codable, Hashable, Sendable {
        /// Below this, a node hardly goes along with its aggregate.
        public var weak: Double
        /// Above this, siblings repeat each other.
        public var redundant: Double
        /// Below this, siblings pull in opposite directions.
        public var opposed: Double

        /// States the limits.
        public init(weak: Double = 0.3, redundant: Double = 0.92, opposed: Double = -0.4) {
            self.weak = weak
            self.redundant = redundant
            self.opposed = opposed
        }
    }

    /// What is unusual about a pair of nodes.
    public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// A node goes against its own aggregate.
        case againstOwnGroup = "against-own-group"
        /// A node hardly goes along with its own aggregate.
        case weakInOwnGroup = "weak-in-own-group"
        /// A node goes along more with another aggregate of that level.
        case closerToOtherGroup = "closer-to-other-group"
        /// Siblings repeat each other.
        case redundantSiblings = "redundant-siblings"
        /// Siblings pull in opposite directions.
        case opposedSiblings = "opposed-siblings"
    }

    /// One unusual pair.
    public struct Flag: Hashable, Sendable {
        /// What is unusual.
        public let kind: Kind
        /// The code of the node.
        public let node: String
        /// The code of the aggregate or sibling.
        public let other: String
        /// Their correlation.
        public let correlation: Double
    }

    /// The correlations between all nodes, in the order of the hierarchy; missing where one is not determined.
    public let correlations: NumberGrid
    /// What is unusual: by node in the order of the hierarchy, aggregates before siblings.
    public let flags: [Flag]

    /// Looks at every node but the top.
    ///
    /// - Parameter scores: units × nodes of the hierarchy, as in ``IndexResults/scores``.
    public init(
        of scores: NumberGrid, hierarchy: Hierarchy, kind: Correlation = .pearson, limits: Limits = Limits()
    ) {
        precondition(scores.columns == hierarchy.nodes.count)
        let r = kind.matrix(of: scores)
        var flags: [Flag] = []
        for (number, node) in hierarchy.nodes.enumerated() {
            guard let parent = node.parent else { continue }
            func flag(_ kind: Kind, _ other: Int) {
                flags.append(
                    Flag(kind: kind, node: node.code, other: hierarchy.nodes[other].code, correlation: r[number, other])
                )
            }
            // An only child is its parent; nothing can be learnt from the correlation of the two.
            let siblings = hierarchy.nodes[parent].children
            if siblings.count > 1 {
                if r[number, parent] < 0 { flag(.againstOwnGroup, parent) }
                if r[number, parent] >= 0, r[number, parent] < limits.weak { flag(.weakInOwnGroup, parent) }
            }
            let others = hierarchy.aggregateNumbers.filter {
                $0 != parent && hierarchy.nodes[$0].level == hierarchy.nodes[parent].level
            }
            let closest = others.filter { r[number, $0] > r[number, parent] }.max { r[number, $0] < r[number, $1] }
            if let closest { flag(.closerToOtherGroup, closest) }
            for sibling in siblings where sibling > number {
                if r[number, sibling] > limits.redundant { flag(.redundantSiblings, sibling) }
                if r[number, sibling] < limits.opposed { flag(.opposedSiblings, sibling) }
            }
        }
        correlations = r
        self.flags = flags
    }
}
