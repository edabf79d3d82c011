/// Puts stated nodes into the order of ``Hierarchy`` and refuses what is no tree.
struct HierarchyBuilder {
    let indicators: [IndicatorInfo]
    let aggregates: [AggregateInfo]

    func build() throws(IndexError) -> (aggregates: [AggregateInfo], nodes: [Hierarchy.Node]) {
        guard !indicators.isEmpty else { throw IndexError(.noData, "There is no indicator.") }
        let implied = aggregates.isEmpty
        let stated = implied ? [AggregateInfo(code: Hierarchy.impliedTop)] : aggregates
        let numbers = try codes(with: stated)
        let parents = try parents(of: stated, numbers, implied: implied)
        let levels = try levels(parents)
        // A stable order: by level, then as stated.
        let above = (indicators.count..<parents.count).sorted { (levels[$0], $0) < (levels[$1], $1) }
        let order = Array(0..<indicators.count) + above
        var place = Array(repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var children = Array(repeating: [Int](), count: order.count)
        for (new, old) in order.enumerated() {
            if let parent = parents[old] { children[place[parent]].append(new) }
        }
        let nodes = order.enumerated().map { new, old in
            let isIndicator = old < indicators.count
            let aggregate = isIndicator ? nil : stated[old - indicators.count]
            return Hierarchy.Node(
                code: aggregate?.code ?? indicators[old].code, name: aggregate?.name ?? indicators[old].name,
                level: levels[old], parent: parents[old].map { place[$0] }, children: children[new])
        }
        return (above.map { stated[$0 - indicators.count] }, nodes)
    }

    private func codes(with stated: [AggregateInfo]) throws(IndexError) -> [String: Int] {
        var numbers: [String: Int] = [:]
        for (number, code) in (indicators.map(\.code) + stated.map(\.code)).enumerated() {
            guard numbers.updateValue(number, forKey: code) == nil else {
                throw IndexError(.duplicateCode, "The code \(code) is stated twice.", at: .init(node: code))
            }
        }
        return numbers
    }

    private func parents(
        of stated: [AggregateInfo], _ numbers: [String: Int], implied: Bool
    ) throws(IndexError) -> [Int?] {
        var parents: [Int?] = []
        for indicator in indicators {
            if implied, indicator.parent == nil {
                parents.append(indicators.count)
                continue
            }
            guard let code = indicator.parent, let number = numbers[code], number >= indicators.count else {
                throw IndexError(
                    .unknownParent, "The parent \(indicator.parent ?? "(none)") is not an aggregate.",
                    at: .init(indicator: indicator.code))
            }
            parents.append(number)
        }
        var top: String?
        for aggregate in stated {
            if let code = aggregate.parent {
                guard let number = numbers[code], number >= indicators.count else {
                    throw IndexError(
                        .unknownParent, "The parent \(code) is not an aggregate.", at: .init(node: aggregate.code))
                }
                parents.append(number)
            } else {
                if let top {
                    throw IndexError(
                        .severalTops, "Both \(top) and \(aggregate.code) have no parent; one index has one top.",
                        at: .init(node: aggregate.code))
                }
                top = aggregate.code
                parents.append(nil)
            }
        }
        return parents
    }

    /// 1 for indicators; for aggregates one more than the highest child.
    private func levels(_ parents: [Int?]) throws(IndexError) -> [Int] {
        var levels = Array(repeating: 0, count: parents.count)
        for indicator in indicators.indices { levels[indicator] = 1 }
        for start in parents.indices {
            var steps = 0
            var node = start
            while let parent = parents[node] {
                steps += 1
                guard steps <= parents.count else {
                    throw IndexError(.cycle, "The aggregate is above itself.", at: .init(node: code(of: start)))
                }
                if levels[node] > 0 { levels[parent] = max(levels[parent], levels[node] + 1) }
                node = parent
            }
        }
        if let childless = levels.firstIndex(of: 0) {
            throw IndexError(
                .childlessAggregate, "No indicator belongs to the aggregate.", at: .init(node: code(of: childless)))
        }
        return levels
    }

    private func code(of number: Int) -> String {
        number < indicators.count ? indicators[number].code : aggregates[number - indicators.count].code
    }
}
