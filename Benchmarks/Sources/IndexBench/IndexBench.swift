import CompositeIndex
import Foundation

/// Measures one thing and prints it as one line of JSON.
///
///     IndexBench data FILE                      writes the values as CSV, for the peer
///     IndexBench tables FILE                    writes the 36 normalised grids as numbers, for the peer to compare
///     IndexBench replications RUNS WORKERS      uncertainty of 194 units × 80 indicators
///     IndexBench compared RUNS WORKERS          the same, with the matrix of who stands above whom
///     IndexBench sobol POINTS SCRAMBLES WORKERS the same units, with first-order and total indices of every rank
///     IndexBench kemeny UNITS                   the exact ranking of so many units
///     IndexBench pairs RUNS WORKERS             the same units with Borda at the top and noise on the weights
///     IndexBench curve UNITS INDICATORS RUNS WORKERS
@main
struct IndexBench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let numbers = arguments.compactMap { Int($0) }
        switch arguments.first {
        case "data": try writeData(to: arguments.last ?? "")
        case "tables": try writeTables(to: arguments.last ?? "")
        case "replications": try await replications(numbers[0], workers: numbers[1], comparesAll: false)
        case "compared": try await replications(numbers[0], workers: numbers[1], comparesAll: true)
        case "sobol": try await sobol(numbers[0], numbers[1], workers: numbers[2])
        case "kemeny": try kemeny(numbers[0])
        case "pairs": try await pairs(numbers[0], workers: numbers[1])
        case "curve": try await curve(numbers[0], numbers[1], numbers[2], workers: numbers[3])
        default: throw IndexError(.parameter, "What is to be measured?")
        }
    }

    static func writeData(to path: String) throws {
        let values = try BenchIndex(units: 194, indicators: 80).data.values
        try text(values).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// All grids below each other, in the order of imputation, treatment, normalisation; the last changes fastest.
    static func writeTables(to path: String) throws {
        let data = try BenchIndex(units: 194, indicators: 80).data
        var all = ""
        for imputation in BenchIndex.imputations {
            for treatment in BenchIndex.treatments {
                for normaliser in BenchIndex.normalisers {
                    let framework = Framework(
                        name: "Bench",
                        steps: [
                            Step(.impute(imputation)), Step(.treat(treatment)),
                            Step(.normalise(Normalisation(normaliser))),
                        ])
                    all += text(try Pipeline(framework).run(data).data.values)
                }
            }
        }
        try all.write(toFile: path, atomically: true, encoding: .utf8)
    }

    static func text(_ grid: NumberGrid) -> String {
        (0..<grid.rows).map { row in grid.row(row).map { "\($0)" }.joined(separator: ",") + "\n" }.joined()
    }

    static func replications(_ runs: Int, workers: Int, comparesAll: Bool) async throws {
        let index = try BenchIndex(units: 194, indicators: 80)
        let (result, seconds) = try await index.run(
            .pseudoRandom(points: runs, resamples: 100), comparesAll: comparesAll, workers: workers)
        say(["seconds": seconds, "runs": result.runs, "mean": result.ranks.map { $0?.mean ?? 0 }])
    }

    static func sobol(_ points: Int, _ scrambles: Int, workers: Int) async throws {
        let index = try BenchIndex(units: 194, indicators: 80)
        let (result, seconds) = try await index.run(
            .sobol(points: points, scrambles: scrambles), splits: true, workers: workers)
        var first: [[Double]] = []
        var total: [[Double]] = []
        var widest = 0.0
        for split in result.splits ?? [] {
            guard case .indices(_, let factors) = split else { continue }
            first.append(factors.map(\.first.value))
            total.append(factors.map(\.total.value))
            widest = max(widest, factors.map { $0.total.high - $0.total.low }.max() ?? 0)
        }
        say([
            "seconds": seconds, "runs": result.evaluations, "first": first, "total": total, "widest": widest,
            "mean": result.ranks.map { $0?.mean ?? 0 },
        ])
    }

    static func pairs(_ runs: Int, workers: Int) async throws {
        let index = try BenchIndex(units: 194, indicators: 80)
        var framework = BenchIndex.framework
        framework.steps[3] = Step(.aggregate(Aggregation(.arithmetic, .arithmetic, .borda)))
        let factors = [UncertaintyFactor("Weights", .weightNoise(.uniform(relative: 0.25), levels: nil))]
        let plan = UncertaintyPlan(factors: factors, sampling: .pseudoRandom(points: runs, resamples: 100))
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await UncertaintyAnalysis(framework, plan: plan).run(on: index.data, workers: workers)
        say(["seconds": (clock.now - start) / .seconds(1), "runs": result.runs])
    }

    static func curve(_ units: Int, _ indicators: Int, _ runs: Int, workers: Int) async throws {
        let index = try BenchIndex(units: units, indicators: indicators)
        let (_, seconds) = try await index.run(.pseudoRandom(points: runs, resamples: 100), workers: workers)
        say(["seconds": seconds])
    }

    static func say(_ line: [String: Any]) {
        guard let data = try? JSONSerialization.data(withJSONObject: line, options: .sortedKeys) else { return }
        print(String(decoding: data, as: UTF8.self))
    }
}

extension IndexBench {
    /// Units without any common order, so that no part of them can be ranked apart from the others.
    static func kemeny(_ units: Int) throws {
        var random = IndexRandom(seed: 23)
        var values = NumberGrid(rows: units, columns: 9)
        for row in 0..<units {
            for column in 0..<9 { values[row, column] = random.uniform() }
        }
        let clock = ContinuousClock()
        let start = clock.now
        let ranking = try KemenyRanking(of: Outranking(of: values, weights: (0..<9).map { Double(1 + $0 % 3) }))
        let seconds = (clock.now - start) / .seconds(1)
        say([
            "seconds": seconds, "largest": ranking.groupSizes.max() ?? 0,
            "orders": ranking.count.map { "\($0)" } ?? "more than 2^128",
        ])
    }
}
