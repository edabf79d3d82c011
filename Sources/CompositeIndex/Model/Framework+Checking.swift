extension Framework {
    /// Refuses an order of steps that makes no sense, before anything is computed.
    ///
    /// - Throws: `IndexError` for two steps of one name; a second normalisation, weighting or aggregation; screening,
    ///   denominators or outliers after normalisation; anything but tiers and stages after aggregation; aggregation without
    ///   normalisation; weighting without aggregation; tiers or stages without aggregation; imputation from other times after
    ///   the values were changed; two multiple imputations; scores that can be negative under a mean of logarithms.
    public func check() throws(IndexError) {
        var names: Set<String> = []
        var taken: Set<StepMethod.Kind> = []
        for step in steps {
            guard !step.name.isEmpty, names.insert(step.name).inserted else {
                throw IndexError(.duplicateCode, "Each step has a name of its own.", at: .init(step: step.name))
            }
            if let complaint = complaint(about: step.method, after: taken) {
                throw IndexError(.order, complaint, at: .init(step: step.name))
            }
            taken.insert(step.method.kind)
        }
        if taken.contains(.weigh), !taken.contains(.aggregate) {
            throw IndexError(.order, "Weights are stated, but nothing is aggregated.")
        }
        guard steps.count(where: \.isMultipleImputation) <= 1 else {
            throw IndexError(.order, "Data are imputed several times over only once.")
        }
        try checkMeans()
    }

    /// Whether a step fills gaps from the units' values at other times.
    public var readsOtherTimes: Bool {
        steps.contains { step in if case .impute(let choice) = step.method { choice.readsOtherTimes } else { false } }
    }

    /// Whether a step leaves out what has too little data.
    public var screens: Bool { steps.contains { $0.method.kind == .screen } }

    /// Refuses data in which a unit or an indicator has nothing, unless a step screens it out or fills it from other times.
    ///
    /// - Throws: `IndexError` `noData` with the unit or indicator.
    public func requireData(of data: IndexData) throws(IndexError) {
        if !screens { try data.requireSomeData(counting: readsOtherTimes) }
    }

    private func complaint(about method: StepMethod, after taken: Set<StepMethod.Kind>) -> String? {
        let isNormalised = taken.contains(.normalise)
        let isAggregated = taken.contains(.aggregate)
        switch method {
        case .tier, .stage:
            return isAggregated ? nil : "Tiers and stages come after aggregation."
        case _ where isAggregated:
            return "After aggregation only tiers and stages follow."
        case .normalise:
            return isNormalised ? "The values are on the common scale already." : nil
        case .aggregate:
            return isNormalised ? nil : "Indicators are brought to a common scale before they are aggregated."
        case .weigh:
            return taken.contains(.weigh) ? "The weights are stated already." : nil
        case .impute(let choice):
            guard choice.readsOtherTimes else { return nil }
            let changed = !taken.isDisjoint(with: [.denominate, .treat, .normalise])
            return changed
                ? "The values at other times are as observed, so they fill gaps only before values change." : nil
        case .screen, .denominate, .treat:
            return isNormalised ? "This comes before the values are brought to the common scale." : nil
        }
    }

    private func checkMeans() throws(IndexError) {
        for step in steps {
            guard case .aggregate(let aggregation) = step.method else { continue }
            let methods = aggregation.levels + (aggregation.overrides ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            guard methods.contains(where: \.needsPositive),
                let normalisation = steps.lazy.compactMap(\.normalisation).first
            else { continue }
            let normalisers = [normalisation.method] + (normalisation.overrides ?? [:]).map(\.value)
            if normalisers.contains(where: \.isCentred) {
                throw IndexError(
                    .nonPositive,
                    "Scores around a mean can be negative, so a geometric, harmonic or power mean of them makes no sense.",
                    at: .init(step: step.name))
            }
        }
    }
}

extension Step {
    fileprivate var isMultipleImputation: Bool {
        if case .impute(.multiple) = method { true } else { false }
    }

    fileprivate var normalisation: Normalisation? {
        if case .normalise(let choice) = method { choice } else { nil }
    }
}

extension AggregationMethod {
    /// Whether the method takes positive values only.
    var needsPositive: Bool {
        switch self {
        case .geometric, .harmonic: true
        case .power(let exponent): exponent != 1
        default: false
        }
    }
}
