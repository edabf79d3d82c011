import CompositeIndex
import HTML

/// Whether the structure of the index is that of the data: correlations, consistency and dimensions of every group.
struct CoherenceSection {
    let results: IndexResults
    private let scores: NumberGrid
    private let tree: Hierarchy
    private let audit: CorrelationAudit
    private let groups: [Group]

    /// A group of siblings.
    private struct Group {
        let name: String
        let count: Int
        /// Nil where it can't be computed: gaps, or a part that is the same for all.
        let alpha: Double?
        let alphaAsAdded: Double?
        /// The share of the variance along the first component.
        let first: Double?
        /// Components with an eigenvalue above one.
        let components: Int?
    }

    /// Nil where nothing was aggregated.
    init?(_ results: IndexResults) {
        guard let scores = results.scores else { return nil }
        self.results = results
        self.scores = scores
        let tree = results.data.hierarchy
        self.tree = tree
        audit = CorrelationAudit(of: scores, hierarchy: tree)
        groups = tree.aggregateNumbers.reversed().filter { tree.nodes[$0].children.count > 1 }.map { number in
            let node = tree.nodes[number]
            let values = scores.keeping(columns: node.children)
            let codes = node.children.map { tree.nodes[$0].code }
            let components = try? PrincipalComponents(of: values, codes: codes)
            let consistency = try? InternalConsistency(of: values, codes: codes)
            return Group(
                name: node.name, count: codes.count, alpha: consistency?.alpha,
                alphaAsAdded: consistency?.alphaAsAdded, first: components?.explained.first,
                components: components.map { $0.eigenvalues.count { $0 > 1 } })
        }
    }

    var findings: [Finding] {
        var findings = CorrelationAudit.Kind.allCases.compactMap(finding)
        if findings.isEmpty {
            findings.append(
                Finding(.fine, "Every part goes along with the aggregate that it belongs to, and none repeats another.")
            )
        }
        let loose = groups.filter { ($0.alpha ?? 1) < 0.7 }.map(\.name)
        if !loose.isEmpty {
            findings.append(
                Finding(
                    .look,
                    "Cronbach's alpha is below 0.7 in \(Finding.names(loose)): their parts measure several things."))
        } else if groups.contains(where: { $0.alpha != nil }) {
            findings.append(Finding(.fine, "Cronbach's alpha is 0.7 or more in every group."))
        }
        return findings
    }

    private func finding(_ kind: CorrelationAudit.Kind) -> Finding? {
        let flags = audit.flags.filter { $0.kind == kind }
        guard !flags.isEmpty else { return nil }
        let parts = Finding.names(Array(Set(flags.map(\.node))).sorted { number($0) < number($1) })
        let pairs = Finding.names(flags.map { "\($0.node) and \($0.other)" }, most: 5)
        return switch kind {
        case .againstOwnGroup: Finding(.weak, "Against the aggregate that they belong to: \(parts).")
        case .weakInOwnGroup: Finding(.look, "Hardly along with their aggregate (correlation below 0.3): \(parts).")
        case .closerToOtherGroup: Finding(.look, "More along with another aggregate than with their own: \(parts).")
        case .redundantSiblings: Finding(.look, "Repeating each other (correlation above 0.92): \(pairs).")
        case .opposedSiblings:
            Finding(.look, "Pulling in opposite directions within one group (correlation below −0.4): \(pairs).")
        }
    }

    private func number(_ code: String) -> Int { tree.number(of: code) ?? 0 }

    var html: Markup {
        let map = correlationMap.html()
        return """
            <p>A part should go along with the aggregate that it belongs to, more than with others, and should not repeat a sibling. \
            Correlations are Pearson's, between scores on the common scale.</p>
            \(map)\(consistency)\(withIndex)
            """
    }

    /// The correlations of all indicators, in the order of the outline, with a dot on pairs within one group that go apart.
    private var correlationMap: Chart {
        let order = tree.outline.filter { $0 < tree.indicatorCount }
        let values = order.map { row in order.map { audit.correlations[row, $0] } }
        var groups: [Int] = []
        var marked: Set<HeatMap.Cell> = []
        for (place, number) in order.enumerated() {
            if place == 0 || tree.nodes[order[place - 1]].parent != tree.nodes[number].parent { groups.append(place) }
            for (other, sibling) in order.enumerated()
            where sibling != number && tree.nodes[sibling].parent == tree.nodes[number].parent
                && values[place][other] < -0.4
            {
                marked.insert(.init(row: place, column: other))
            }
        }
        let codes = order.map { tree.nodes[$0].code }
        return HeatMap(rows: codes, columns: codes, values: values, tint: .diverging, marked: marked, groups: groups)
            .chart(
                title: "Correlations between the indicators",
                note:
                    "Lines part the groups. Strong squares of the colour of 1 along the diagonal are what one hopes for; a dot marks two of one group that go apart.",
                label: "Indicator")
    }

    private var consistency: Markup {
        let rows = groups.map { group -> ChartTable.Row in
            .init(
                name: "<bdi>\(group.name)</bdi>",
                cells: [
                    "\(group.count)", "\(group.alpha ?? .nan, decimals: 2)",
                    "\(group.alphaAsAdded ?? .nan, decimals: 2)",
                    "\((group.first ?? .nan) * 100, decimals: 0)",
                    "\(group.components.map(String.init) ?? "–")",
                ])
        }
        let table = ChartTable(
            headings: [
                "Group", "Parts", "Alpha, standardised", "Alpha, as added", "First component, % of variance",
                "Eigenvalues above 1",
            ], rows: rows)
        return """
            <h3>Consistency and dimensions of each group</h3>
            <p>Cronbach's alpha twice: of the parts brought to the same spread, as the Handbook has it and the findings above use it, and of the \
            scores as they are added. An alpha of 0.7 is what the Handbook calls acceptable. One eigenvalue above 1 means that a group measures one thing.</p>
            <div class="wide">\(table.html)</div>
            """
    }

    /// How far each aggregate goes along with its parent and with the index.
    private var withIndex: Markup {
        let rows = tree.outline.filter { $0 >= tree.indicatorCount && $0 != tree.top }.map { number -> ChartTable.Row in
            let parent = tree.nodes[number].parent ?? tree.top
            return .init(
                name:
                    "<span class=\"in\(tree.levelCount - tree.nodes[number].level - 1)\"><bdi>\(tree.nodes[number].name)</bdi></span>",
                cells: [
                    "\(audit.correlations[number, parent], decimals: 2)",
                    "\(audit.correlations[number, tree.top], decimals: 2)",
                ])
        }
        guard !rows.isEmpty else { return "" }
        let table = ChartTable(headings: ["Aggregate", "With its parent", "With the index"], rows: rows)
        return "<h3>Correlations of the aggregates</h3>\n<div class=\"wide\">\(table.html)</div>\n"
    }
}
