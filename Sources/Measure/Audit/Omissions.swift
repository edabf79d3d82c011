import CompositeIndex

/// The ranks without each aggregate below the index: everything is computed again from the data without its indicators.
struct Omissions {
    let edition: FiledEdition
    let results: IndexResults

    init(_ edition: FiledEdition, _ results: IndexResults) {
        self.edition = edition
        self.results = results
    }

    /// Nil where there are no aggregates to leave out, or the index can't be computed without one of them.
    var result: LeaveOneOut? {
        let tree = results.input.hierarchy
        let nodes = tree.outline.filter { $0 >= tree.indicatorCount && $0 != tree.top && hasSibling($0, in: tree) }
        guard !nodes.isEmpty, results.data.unitCodes == results.input.unitCodes else { return nil }
        return try? LeaveOneOut(of: nodes.map { tree.nodes[$0].code }, scores: results.index) {
            (code) throws(IndexError) in
            let left = (0..<tree.indicatorCount).filter { !isBelow($0, code, in: tree) }
            let without = try Pipeline(results.framework).run(try results.input.keeping(indicators: left))
            let scores = Dictionary(zip(without.data.unitCodes, without.index), uniquingKeysWith: { first, _ in first })
            return results.data.unitCodes.map { scores[$0] ?? .nan }
        }
    }

    private func hasSibling(_ node: Int, in tree: Hierarchy) -> Bool {
        tree.nodes[node].parent.map { tree.nodes[$0].children.count > 1 } ?? false
    }

    private func isBelow(_ indicator: Int, _ code: String, in tree: Hierarchy) -> Bool {
        var next: Int? = indicator
        while let node = next {
            if tree.nodes[node].code == code { return true }
            next = tree.nodes[node].parent
        }
        return false
    }
}
