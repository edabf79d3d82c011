import Foundation
import Testing

@testable import CompositeIndex

/// Models whose indices are known in closed form.
struct SobolIndicesTests {
    struct Model: Sendable, CustomTestStringConvertible {
        let name: String
        let factors: Int
        let value: @Sendable ([Double]) -> Double
        let variance: Double
        let first: [Double]
        let total: [Double]
        var testDescription: String { name }
    }

    /// The function of Ishigami and Homma (1990): sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on (−π, π)³.
    static let ishigami: Model = {
        let (a, b) = (7.0, 0.1)
        let v1 = pow(1 + b * pow(.pi, 4) / 5, 2) / 2
        let v2 = a * a / 8
        let v13 = b * b * pow(.pi, 8) * (1.0 / 18 - 1.0 / 50)
        let all = v1 + v2 + v13
        return Model(
            name: "Ishigami", factors: 3,
            value: { u in
                let x = u.map { (2 * $0 - 1) * .pi }
                return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * pow(x[2], 4) * sin(x[0])
            }, variance: all, first: [v1 / all, v2 / all, 0], total: [(v1 + v13) / all, v2 / all, v13 / all])
    }()

    /// x1 + 2 x2 + 3 x3 on (0, 1)³, and a fourth factor that does nothing; far from zero.
    static let additive = Model(
        name: "additive with a dummy", factors: 4, value: { 1000 + $0[0] + 2 * $0[1] + 3 * $0[2] }, variance: 14.0 / 12,
        first: [1.0 / 14, 4.0 / 14, 9.0 / 14, 0], total: [1.0 / 14, 4.0 / 14, 9.0 / 14, 0])

    /// Whole numbers: 1 where both coins fall heads; each alone 1/3, together 2/3.
    static let coins = Model(
        name: "two coins", factors: 2, value: { $0[0] > 0.5 && $0[1] > 0.5 ? 1 : 0 }, variance: 3.0 / 16,
        first: [1.0 / 3, 1.0 / 3], total: [2.0 / 3, 2.0 / 3])

    static func splits(_ model: Model, _ sampling: Sampling, seed: UInt64 = 1) -> [VarianceSplit] {
        let design = SampleDesign(factors: model.factors, sampling: sampling, isSplit: true, seed: seed)
        // A second output is constant.
        var sums = Array(
            repeating: SobolSums<Double>(outputs: 2, factors: model.factors), count: sampling.replicates)
        var coordinates = [Double](repeating: 0, count: design.columns)
        let pilot = model.value(Array(repeating: 0.3, count: model.factors))
        for point in 0..<sampling.points {
            design.fill(point: point, into: &coordinates)
            var rows: [Double] = []
            for row in 0..<design.rowsPerPoint {
                let x = (0..<model.factors).map { design.coordinate($0, row: row, of: coordinates) }
                rows += [model.value(x) - pilot, 0]
            }
            sums[sampling.replicate(of: point)].add(rows)
        }
        return SobolIndices(sampling: sampling, confidence: 0.95, seed: 3).splits(of: sums) { $0 }
    }

    @Test(arguments: [ishigami, additive, coins])
    func `Sobol' points give first-order and total indices of known models`(model: Model) throws {
        let splits = Self.splits(model, .sobol(points: 1024, scrambles: 8))
        guard case .indices(let variance, let factors) = splits[0] else {
            Issue.record("\(splits[0])")
            return
        }
        #expect(splits[1] == .neverMoves)
        #expect(abs(variance / model.variance - 1) < 0.01)
        for (factor, found) in factors.enumerated() {
            #expect(abs(found.first.value - model.first[factor]) < 0.015)
            #expect(abs(found.total.value - model.total[factor]) < 0.015)
            #expect(found.first.low <= found.first.value && found.first.value <= found.first.high)
        }
    }

    @Test func `a factor that does nothing has a total index of exactly zero`() {
        guard case .indices(_, let factors) = Self.splits(Self.additive, .sobol(points: 64, scrambles: 4))[0] else {
            Issue.record("no indices")
            return
        }
        #expect(factors[3].total == IntervalEstimate(value: 0, low: 0, high: 0))
        #expect(factors[3].first == IntervalEstimate(value: 0, low: 0, high: 0))
    }

    @Test(arguments: [
        Sampling.sobol(points: 128, scrambles: 8), .pseudoRandom(points: 1000, resamples: 100),
    ])
    func `intervals hold the true index about as often as they say`(sampling: Sampling) {
        var inside = 0
        var all = 0
        for seed in UInt64(0)..<16 {
            for model in [Self.ishigami, Self.coins] {
                guard case .indices(_, let factors) = Self.splits(model, sampling, seed: seed)[0] else { continue }
                for (factor, found) in factors.enumerated() {
                    let pairs = [(found.first, model.first[factor]), (found.total, model.total[factor])]
                    // Rounding alone keeps an index that is exactly 0 off it.
                    for (estimate, truth) in pairs where truth > 0 {
                        all += 1
                        if estimate.low <= truth && truth <= estimate.high { inside += 1 }
                    }
                }
            }
        }
        #expect((0.85...0.999).contains(Double(inside) / Double(all)), "\(inside) of \(all)")
    }

    @Test func `an output that moves only outside the rows A and B cannot be split`() {
        var sums = SobolSums<Int>(outputs: 1, factors: 1)
        sums.add([0, 0, 1])
        sums.add([0, 0, 0])
        let found = SobolIndices(sampling: .sobol(points: 1, scrambles: 2), confidence: 0.95, seed: 1)
            .splits(of: [sums, sums]) { Double($0) }
        #expect(found == [.movesTooRarely])
    }

    @Test func `Sobol' points are nearer to the truth than as many pseudo-random ones`() {
        func error(_ sampling: Sampling) -> Double {
            guard case .indices(_, let factors) = Self.splits(Self.ishigami, sampling)[0] else { return .infinity }
            return zip(factors, Self.ishigami.total).reduce(0) { $0 + abs($1.0.total.value - $1.1) }
        }
        #expect(error(.sobol(points: 1024, scrambles: 8)) < error(.pseudoRandom(points: 8192, resamples: 20)) / 2)
    }
}

extension SobolSums {
    fileprivate mutating func add(_ rows: [Number]) {
        rows.withUnsafeBufferPointer { add(rows: $0) }
    }
}
