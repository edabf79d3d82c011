/// Whether the scores of all runs stand on one scale, so that they can be summed up together.
///
/// Min–max scores from 0 to 100 and z-scores cannot: an interval over both would say nothing. Means keep the scale of
/// what they combine; other aggregations have scales of their own.
struct ScaleAgreement: Sendable {
    /// The scales that occur, as words for people, without repetition.
    let scales: [String]

    /// Whether there is one only.
    var isSame: Bool { scales.count == 1 }

    init(_ variations: [StepVariation]) throws(IndexError) {
        var normal: [String] = []
        var combined: [String] = []
        for variation in variations {
            for step in try variation.samples() {
                switch step.method {
                case .normalise(let choice): normal.append(choice.scaleName)
                case .aggregate(let choice): combined.append(choice.scaleName)
                default: break
                }
            }
        }
        var scales: [String] = []
        for first in normal.isEmpty ? ["as they are"] : normal {
            for second in combined.isEmpty ? [""] : combined {
                let name = second.isEmpty ? first : second
                if !scales.contains(name) { scales.append(name) }
            }
        }
        self.scales = scales
    }
}

extension StepVariation {
    /// The step in every way, and where a number has no steps, at both ends of its range.
    func samples() throws(IndexError) -> [Step] {
        var ways: [[UInt64]] = [[]]
        for place in factors.indices {
            let levels =
                levelCount(place).map { (0..<$0).map { UInt64($0) } } ?? [
                    Double(0.02).bitPattern, Double(0.98).bitPattern,
                ]
            ways = ways.flatMap { way in levels.map { way + [$0] } }
        }
        var steps: [Step] = []
        for way in ways { steps.append(try step(levels: way[...])) }
        return steps
    }
}

extension Normalisation {
    fileprivate var scaleName: String {
        let others = (overrides ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.scaleName)" }
        return ([method.scaleName] + others.filter { !$0.hasSuffix(" " + method.scaleName) }).joined(separator: ", ")
    }
}

extension Normaliser {
    fileprivate var scaleName: String {
        switch self {
        case .minMax(let scale), .goalposts(let scale, _): "from \(scale.from) to \(scale.to)"
        case .zScore(let mean, let deviation): "deviations of \(deviation) around \(mean)"
        case .rank: "places from below"
        case .borda: "Borda points"
        case .percentileRank: "per cent of the units"
        case .distanceToMaximum: "ranges up to the best"
        case .distanceToReference(let unit, _): "relative to \(unit ?? "the mean")"
        case .distanceToTarget(let scale, _): "from \(scale.from) at the worst to \(scale.to) at the target"
        case .fractionOfMaximum: "shares of the best"
        case .categories(let bands, _): "points \(bands.map(\.points))"
        case .aroundMean: "above or below the mean"
        case .asIs: "as they are"
        }
    }
}

extension Aggregation {
    /// Empty where all levels keep the scale of the indicators.
    fileprivate var scaleName: String {
        let methods = levels + (overrides ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        let names = methods.compactMap { method -> String? in
            switch method {
            case .arithmetic, .geometric, .harmonic, .power, .orderedWeights: nil
            case .borda: "Borda points"
            case .copeland: "wins minus losses"
            case .kemeny: "places in a ranking"
            case .mazziottaPareto: "means with a penalty"
            }
        }
        return names.joined(separator: ", ")
    }
}
