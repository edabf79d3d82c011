import CompositeIndex

/// The tables of a results folder, each as CSV.
struct ResultTables {
    let results: IndexResults

    private var hierarchy: Hierarchy { results.data.hierarchy }
    private var units: [UnitInfo] { results.data.units }

    /// Best unit first: rank, name, the index, and what it is made of, from the top down; then tiers and stages.
    var scores: String {
        var writer = CSVWriter()
        let columns = results.scores == nil ? [] : hierarchy.columnsFromTop
        let sorted = standings
        writer.heading(["uCode", "uName", "Rank"] + columns.map { hierarchy.nodes[$0].code } + sorted.map(\.heading))
        for row in order {
            let rank = results.ranks.isEmpty ? nil : results.ranks[row]
            let lead: [CSVWriter.Cell] = [
                .text(units[row].code), .text(units[row].name), rank.map(CSVWriter.Cell.whole) ?? .text(""),
            ]
            let values = columns.map { CSVWriter.Cell.number(results.scores?[row, $0] ?? .nan) }
            writer.row(lead + values + sorted.map { .text($0.names[row]) })
        }
        return writer.text
    }

    /// The rows from the best rank down; equal ranks in the order of the data, units without rank last.
    var order: [Int] {
        let ranks = results.ranks
        guard !ranks.isEmpty else { return Array(units.indices) }
        return units.indices.sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
    }

    /// What each step that sorts units into tiers or stages says of them.
    var standings: [(heading: String, names: [String])] {
        results.stages.compactMap { stage in
            switch (stage.step.method, stage.report) {
            case (.tier(let scheme), .tiered(let numbers)):
                (stage.step.name, numbers.map { $0.map { scheme.tiers[$0].name } ?? "" })
            case (.stage(let scheme), .staged(let numbers)):
                (stage.step.name, numbers.map { $0 == 0 ? scheme.ground : scheme.stages[$0 - 1].name })
            default: nil
            }
        }
    }

    /// The weight of each node among its siblings and in the whole index; units with weights of their own are averaged.
    var weights: String {
        var writer = CSVWriter()
        writer.heading(["iCode", "iName", "Parent", "Weight", "WeightInIndex"])
        let own = OutlineWeights(results)
        for node in hierarchy.outline {
            let parent = hierarchy.nodes[node].parent.map { hierarchy.nodes[$0].code } ?? ""
            writer.row([
                .text(hierarchy.nodes[node].code), .text(hierarchy.nodes[node].name), .text(parent),
                .number(own.amongSiblings[node]), .number(own.inIndex[node]),
            ])
        }
        return writer.text
    }

    /// The data after a step, units in the order of the data; where scores were computed, all nodes from the bottom up.
    func stage(_ stage: Stage) -> String {
        var writer = CSVWriter()
        let nodes = stage.data.hierarchy.nodes
        var grid = stage.data.values
        if case .aggregated(let scores) = stage.report { grid = scores }
        writer.heading(["uCode"] + (0..<grid.columns).map { nodes[$0].code })
        for (row, unit) in stage.data.units.enumerated() {
            writer.row([.text(unit.code)] + grid.row(row).map(CSVWriter.Cell.number))
        }
        return writer.text
    }

    /// Every missing value that was filled in, with the step that did it.
    var filled: String {
        var writer = CSVWriter()
        writer.heading(["Step", "uCode", "iCode", "Value"])
        for stage in results.stages {
            guard case .imputed(let cells) = stage.report else { continue }
            for cell in cells {
                writer.row([
                    .text(stage.step.name), .text(stage.data.units[cell.row].code),
                    .text(stage.data.hierarchy.nodes[cell.column].code), .number(cell.value),
                ])
            }
        }
        return writer.text
    }

    /// What was done about outliers, indicator by indicator.
    var treated: String {
        var writer = CSVWriter()
        writer.heading([
            "Step", "iCode", "SkewnessBefore", "SkewnessAfter", "KurtosisBefore", "KurtosisAfter", "Winsorised",
            "Transformation",
        ])
        for stage in results.stages {
            guard case .treated(let reports) = stage.report else { continue }
            for report in reports {
                let units = report.winsorised.map { stage.data.units[$0].code }
                writer.row([
                    .text(stage.step.name), .text(report.indicator), .number(report.skewness.before),
                    .number(report.skewness.after), .number(report.kurtosis.before), .number(report.kurtosis.after),
                    .text(units.joined(separator: " ")), .text(report.transformation?.rawValue ?? ""),
                ])
            }
        }
        return writer.text
    }
}
