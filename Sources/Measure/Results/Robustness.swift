import CompositeIndex
import Foundation

/// How sure the ranks of an edition are, and the tables that say so.
struct Robustness: Sendable {
    let plan: UncertaintyPlan
    let result: UncertaintyResult
    /// The names of the units, in the order of the result.
    let names: [String]

    /// - Throws: `MeasureError` where the plan makes no sense with the method or the data.
    init(
        _ edition: FiledEdition, plan: UncertaintyPlan, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(MeasureError) {
        self.plan = plan
        do {
            result = try await UncertaintyAnalysis(edition.framework, plan: plan).run(
                on: edition.data, workers: ProcessInfo.processInfo.activeProcessorCount, progress: progress)
        } catch {
            throw MeasureError(error, file: edition.files.framework.name)
        }
        let names = Dictionary(edition.data.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.names = result.units.map { names[$0] ?? $0 }
    }

    /// The rows from the best rank of the method as it stands down; units without rank last.
    var order: [Int] {
        let ranks = result.nominalRanks
        return ranks.indices.sorted { left, right in
            (ranks[left].isNaN ? .infinity : ranks[left], left) < (ranks[right].isNaN ? .infinity : ranks[right], right)
        }
    }

    var files: [(String, String)] {
        var files = [("uncertainty/ranks.csv", ranks), ("uncertainty/rank-probabilities.csv", probabilities)]
        if let tiers = result.tiers {
            files.append(("uncertainty/tiers.csv", table(tiers.tiers) { tiers.shares[$0, $1] }))
        }
        if let above = result.above { files.append(("uncertainty/above.csv", table(result.units) { above[$0, $1] })) }
        if let splits = result.splits {
            files.append(("uncertainty/sensitivity.csv", sensitivity(zip(result.units, splits).map { ($0, $1) })))
        }
        if let splits = result.pairSplits, !splits.isEmpty {
            let names = plan.pairs.map { "\($0.one) - \($0.other)" }
            files.append(("uncertainty/pairs.csv", sensitivity(zip(names, splits).map { ($0, $1) })))
        }
        return files
    }

    /// Ranks over all runs; scores only where all runs are on one scale.
    private var ranks: String {
        var writer = CSVWriter()
        writer.heading(
            ["uCode", "uName", "Rank", "Median", "Low", "High", "Mean", "MeanShift", "Presence"]
                + (result.scores == nil ? [] : ["ScoreMedian", "ScoreLow", "ScoreHigh"]))
        for row in order {
            let rank = result.ranks[row]
            let numbers = [
                result.nominalRanks[row], rank?.median, rank?.low, rank?.high, rank?.mean, rank?.meanShift,
                rank?.presence,
            ]
            let score = result.scores.map { [$0[row]?.median, $0[row]?.low, $0[row]?.high] } ?? []
            writer.row(
                [.text(result.units[row]), .text(names[row])] + (numbers + score).map { .number($0 ?? .nan) })
        }
        return writer.text
    }

    private var probabilities: String {
        table((1...result.units.count).map(String.init)) { result.rankProbabilities[$0, $1] }
    }

    private func table(_ columns: [String], _ value: (Int, Int) -> Double) -> String {
        var writer = CSVWriter()
        writer.heading(["uCode"] + columns)
        for row in order {
            writer.row([.text(result.units[row])] + columns.indices.map { .number(value(row, $0)) })
        }
        return writer.text
    }

    /// A row for each output and factor; where there is nothing to split, one row that says why.
    private func sensitivity(_ splits: [(String, VarianceSplit)]) -> String {
        var writer = CSVWriter()
        writer.heading([
            "Output", "Says", "Variance", "Factor", "First", "FirstLow", "FirstHigh", "Total", "TotalLow", "TotalHigh",
        ])
        for (name, split) in splits {
            guard case .indices(let variance, let factors) = split else {
                writer.row([.text(name), .text(split.sentence)] + Array(repeating: .text(""), count: 8))
                continue
            }
            for (factor, index) in zip(result.factors, factors) {
                let numbers = [
                    index.first.value, index.first.low, index.first.high, index.total.value, index.total.low,
                    index.total.high,
                ]
                writer.row(
                    [.text(name), .text(split.sentence), .number(variance), .text(factor)] + numbers.map { .number($0) }
                )
            }
        }
        return writer.text
    }
}

extension VarianceSplit {
    /// What may be said.
    var sentence: String {
        switch self {
        case .neverMoves: "never moves"
        case .movesTooRarely: "moves too rarely to say why"
        case .notAlwaysThere: "is not ranked in every run"
        case .indices: "moves"
        }
    }
}
