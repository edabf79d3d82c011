import CompositeIndex

extension Hierarchy {
    /// The nodes as people read a tree: the index first, then each node with everything below it.
    var outline: [Int] {
        var order: [Int] = []
        var next = [top]
        while let node = next.popLast() {
            order.append(node)
            next += nodes[node].children.reversed()
        }
        return order
    }

    /// The index first, then level by level down to the indicators: the order of columns in a table of scores.
    var columnsFromTop: [Int] {
        nodes.indices.sorted { (-nodes[$0].level, $0) < (-nodes[$1].level, $1) }
    }
}
