/// A hierarchy as boxes from the whole on the left to its smallest parts on the right; the height of a box is its weight.
public struct HierarchyChart: Sendable {
    public struct Node: Sendable {
        let name: String
        /// The weight that was given, as a share of the whole.
        let given: Double
        /// The weight that the node turns out to have, as a share of the whole; NaN where it is not known.
        let effective: Double
        let children: [Node]

        public init(name: String, given: Double, effective: Double, children: [Node] = []) {
            self.name = name
            self.given = given
            self.effective = effective
            self.children = children
        }

        var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
        var smallestLeaf: Double {
            children.isEmpty ? given : children.map(\.smallestLeaf).filter { $0 > 0 }.min() ?? 0
        }
        var leaves: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.leaves } }
    }

    /// What the columns of the table are called.
    public struct Words: Sendable {
        let name, given, effective: String

        public init(name: String, given: String, effective: String) {
            self.name = name
            self.given = given
            self.effective = effective
        }
    }

    let root: Node
    let words: Words

    public init(root: Node, words: Words) {
        self.root = root
        self.words = words
    }

    /// The chart, with given and effective weights of every node below it: small boxes have no room for their names.
    public func chart(title: String, note: String? = nil) -> Chart {
        let depth = root.depth
        // The smallest part should have room for its name, as long as all fits on a sheet of paper.
        let smallest = root.smallestLeaf
        let wanted = smallest > 0 ? 13 * root.given / smallest : 0
        let height = max(Double(root.leaves) * 16, min(wanted, 820), 120).rounded()
        var boxes = Markup()
        place(root, level: 0, of: depth, top: 0, height: height, in: &boxes)
        let picture: Markup = """
            <svg class="tree" width="100%" height="\(at: height)" role="img" aria-label="\(title)">\(boxes)</svg>
            """
        var rows: [ChartTable.Row] = []
        list(root, level: 0, in: &rows)
        let table = ChartTable(headings: ["\(words.name)", "\(words.given)", "\(words.effective)"], rows: rows)
        return Chart(title: title, note: note, picture: picture, table: table, opensTable: true)
    }

    /// A box clips what does not fit into it: on a narrow screen a name loses its end, and its weight stays.
    private func place(_ node: Node, level: Int, of depth: Int, top: Double, height: Double, in boxes: inout Markup) {
        // The smallest parts have the longest names, and nothing follows to their right.
        let column = 100 / (Double(depth) + 0.8)
        let width = level == depth - 1 ? column * 1.8 : column
        let text: Markup? =
            height >= 11
            ? "<text x=\"6\" y=\"\(at: height / 2 + 4)\"><tspan>\(node.given * 100, decimals: 1)</tspan> \(node.name)</text>"
            : nil
        boxes += """
            <svg x="\(at: Double(level) * column)%" y="\(at: top)" width="\(at: width)%" height="\(at: max(height, 1))">\
            <title>\(node.name): \(node.given * 100, decimals: 1) %</title>\
            <rect class="box d\(min(level, 4))" width="100%" height="100%"/>\(text)</svg>
            """
        let sum = node.children.reduce(0) { $0 + max($1.given, 0) }
        guard sum > 0 else { return }
        var start = top
        for child in node.children {
            let share = height * max(child.given, 0) / sum
            place(child, level: level + 1, of: depth, top: start, height: share, in: &boxes)
            start += share
        }
    }

    private func list(_ node: Node, level: Int, in rows: inout [ChartTable.Row]) {
        rows.append(
            .init(
                name: "<span class=\"in\(min(level, 6))\"><bdi>\(node.name)</bdi></span>",
                cells: ["\(node.given * 100, decimals: 1)", "\(node.effective * 100, decimals: 1)"]))
        for child in node.children { list(child, level: level + 1, in: &rows) }
    }
}
