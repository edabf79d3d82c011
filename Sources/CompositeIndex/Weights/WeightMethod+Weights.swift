extension WeightMethod {
    /// The weights of the children of one aggregate.
    ///
    /// - Parameters:
    ///   - children: the codes of the children.
    ///   - values: units × children, on the common scale; read only by the methods that derive weights from the data.
    ///   - given: the weights of the metadata, one per child.
    ///   - units: the codes of the units, for the place of an error.
    /// - Throws: `IndexError`; see the type of each method.
    func weights(
        of children: [String], values: NumberGrid, given: [Double], units: [String]
    ) throws(IndexError) -> GroupWeights {
        switch self {
        case .given:
            return .common(try WeightShares.stated(given, codes: children))
        case .equal:
            return .common(WeightShares.equal(children.count))
        case .stated(let weights):
            return .common(try WeightShares.stated(try Self.ordered(weights, as: children), codes: children))
        case .budgetAllocation(let experts):
            let points = try Self.table(experts, as: children)
            let budget = points.rows > 0 ? points.row(0).reduce(0, +) : nil
            return .common(try ExpertPanel(points: points, budget: budget, codes: children).weights)
        case .expertPanel(let experts, let combination):
            let points = try Self.table(experts, as: children)
            return .common(try ExpertPanel(points: points, combination: combination, codes: children).weights)
        case .analyticHierarchy(let order, let judgements, let limit):
            return .common(try Self.compared(order, judgements, limit, children))
        case .factorAnalysis(let choice):
            return .common(try FactorWeights(of: values, keeping: choice, codes: children).weights)
        case .principalComponent:
            return .common(try ComponentWeights(of: values, codes: children).weights)
        case .benefitOfTheDoubt(let shares):
            return .perUnit(try BenefitOfTheDoubt(of: values, limits: shares, units: units, codes: children).weights)
        case .correlationOptimised(let goal):
            return .common(try CorrelationWeights(of: values, goal: goal, codes: children).weights)
        }
    }

    /// Whether the weights depend on the values of the units.
    var readsValues: Bool {
        switch self {
        case .given, .equal, .stated, .budgetAllocation, .expertPanel, .analyticHierarchy: false
        case .factorAnalysis, .principalComponent, .benefitOfTheDoubt, .correlationOptimised: true
        }
    }

    /// How far the experts behind the weights agree on the order of the children; nil where no panel is asked, and where
    /// ``KendallAgreement`` says nothing.
    public var agreement: KendallAgreement? {
        switch self {
        case .budgetAllocation(let experts), .expertPanel(let experts, _):
            let children = (experts.first ?? [:]).keys.sorted()
            return (try? Self.table(experts, as: children)).flatMap { KendallAgreement(ratings: $0) }
        default: return nil
        }
    }

    /// How far the judgements behind the weights contradict each other; nil where none are asked for, or they make no sense.
    public var consistencyRatio: Double? {
        guard case .analyticHierarchy(let order, let judgements, _) = self,
            judgements.count == order.count, judgements.allSatisfy({ $0.count == order.count })
        else { return nil }
        return (try? PairwiseComparison(comparisons: NumberGrid(judgements), limit: .infinity, codes: order))?
            .consistencyRatio
    }

    private static func ordered(_ stated: [String: Double], as children: [String]) throws(IndexError) -> [Double] {
        if let stranger = stated.keys.sorted().first(where: { !children.contains($0) }) {
            throw IndexError(.unknownNode, "A weight is stated for \(stranger), which is not one of the children here.")
        }
        var weights: [Double] = []
        for child in children {
            guard let weight = stated[child] else {
                throw IndexError(.missingValue, "No weight is stated.", at: .init(indicator: child))
            }
            weights.append(weight)
        }
        return weights
    }

    private static func table(_ experts: [[String: Double]], as children: [String]) throws(IndexError) -> NumberGrid {
        var rows: [[Double]] = []
        for (number, expert) in experts.enumerated() {
            do { rows.append(try ordered(expert, as: children)) } catch {
                throw IndexError(error.code, "Expert \(number + 1): \(error.sentence)", at: error.place)
            }
        }
        return NumberGrid(rows: rows.count, columns: children.count, values: rows.flatMap(\.self))
    }

    private static func compared(
        _ order: [String], _ judgements: [[Double]], _ limit: Double, _ children: [String]
    ) throws(IndexError) -> [Double] {
        guard order.sorted() == children.sorted() else {
            throw IndexError(.unknownNode, "The judgements are about \(order), the children are \(children).")
        }
        guard judgements.count == order.count, judgements.allSatisfy({ $0.count == order.count }) else {
            throw IndexError(.shape, "There must be one row and one column of judgements for each child.")
        }
        let weights = try PairwiseComparison(
            comparisons: NumberGrid(judgements), limit: limit, codes: order
        ).weights
        return try ordered(Dictionary(uniqueKeysWithValues: zip(order, weights)), as: children)
    }
}
