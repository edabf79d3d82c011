import CompositeIndex
import HTML

/// A statistical audit in the manner of the Joint Research Centre: data, coherence, weights, robustness, and what to think of them.
///
/// Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), p. 20–21 (the ten steps) and the audits that the Joint Research
/// Centre has published since.
struct AuditReport {
    let edition: FiledEdition
    let results: IndexResults
    let robustness: Robustness
    /// Whether the framework says itself what is uncertain.
    let isPlanned: Bool
    let version: String

    var html: Markup {
        let data = DataSection(results)
        let coherence = CoherenceSection(results)
        let weights = OutlineWeights(results)
        let shares = VarianceShares(results, weights: weights.inIndex)
        let ranks = RankSections(robustness)
        let findings =
            data.findings + (coherence?.findings ?? []) + HierarchySection(results).findings(shares) + ranks.findings
        var sections = [ReportPage.Section(id: "findings", title: "What was found", body: Finding.list(findings))]
        sections.append(.init(id: "data", title: "Data", body: data.html, isChapter: true))
        if let coherence {
            sections.append(
                .init(id: "coherence", title: "Statistical coherence", body: coherence.html, isChapter: true))
        }
        sections += [
            .init(
                id: "weights", title: "Weights and what they do", body: HierarchySection(results).html, isChapter: true),
            .init(
                id: "robustness", title: "How sure the ranks are",
                body: "\(planned)\(ranks.ranks)\(ranks.probabilities)\(ranks.tiers)",
                isChapter: true),
            .init(
                id: "sensitivity", title: "What moves the ranks", body: ranks.sensitivity + omissions, isChapter: true),
            .init(id: "method", title: "Method", body: MethodSection(results: results).html),
        ]
        return ReportPage(
            kind: "Statistical audit", title: edition.title, lead: lead, sections: sections,
            origin: OriginNote(edition: edition, version: version).html
        ).html
    }

    private var lead: String {
        """
        Is the index coherent with its own structure, and how far do its ranks depend on choices that could have been made otherwise? \
        This audit looks at \(results.data.units.count) units and \(results.data.hierarchy.indicatorCount) indicators.
        """
    }

    private var planned: Markup? {
        isPlanned
            ? nil
            : """
            <p>The framework does not say what is uncertain about the index. This audit varies every weight by a quarter up and down, and leaves out \
            one indicator, or none, each time.</p>

            """
    }

    /// What becomes of the ranks without each aggregate.
    private var omissions: Markup {
        guard let leaveOneOut = Omissions(edition, results).result else { return "" }
        let tree = results.data.hierarchy
        let rows = leaveOneOut.omissions.map { omission -> ChartTable.Row in
            let name = tree.number(of: omission.node).map { tree.nodes[$0].name } ?? omission.node
            return .init(
                name: "<bdi>\(name)</bdi>",
                cells: [
                    "\(omission.meanShift, decimals: 1)", "\(omission.greatestShift)",
                    "\(omission.agreement ?? .nan, decimals: 2)",
                ])
        }
        let table = ChartTable(
            headings: ["Left out", "Mean shift, ranks", "Greatest shift", "Kendall's τ with the index"], rows: rows)
        return """
            <h3>What if a whole aggregate were left out</h3>
            <p>The index is computed again without each aggregate, all else as it stands.</p>
            <div class="wide">\(table.html)</div>
            """
    }
}

/// One thing that the audit found.
struct Finding {
    enum Weight: String {
        case fine, look, weak
    }

    let weight: Weight
    let sentence: String

    init(_ weight: Weight, _ sentence: String) {
        self.weight = weight
        self.sentence = sentence
    }

    static func list(_ findings: [Finding]) -> Markup {
        let lines = findings.map { finding -> Markup in
            let word =
                switch finding.weight {
                case .fine: "In order"
                case .look: "Look at"
                case .weak: "Weak"
                }
            return "<li class=\"\(finding.weight.rawValue)\"><b>\(word)</b>\(finding.sentence)</li>\n"
        }
        return "<ul class=\"findings\">\n\(lines)</ul>\n"
    }

    /// The first names of a list, and how many more there are.
    static func names(_ names: [String], most: Int = 8) -> String {
        let shown = names.prefix(most).joined(separator: ", ")
        return names.count > most ? "\(shown) and \(names.count - most) more" : shown
    }
}
