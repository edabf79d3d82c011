import HTML

/// The way from a leaf to the root as a small drawing: a line through the levels of the tree, and at each level the hash
/// that joins it, above the line if it stands to the left of the path, below if to the right.
struct ProofFigure {
    let entry: Int
    let size: Int
    let levels: Int

    var html: Markup? {
        guard levels > 0, levels <= 64, entry >= 0, entry < size else { return nil }
        let step = 18
        let width = (levels + 1) * step
        var lines: Markup = ""
        var squares: Markup = ""
        for (level, isLeft) in sides.enumerated() {
            let x = step / 2 + level * step
            let y = isLeft ? 6 : 34
            lines += "M\(x) \(y)L\(x + step) 20"
            squares += "M\(x - 3) \(y - 3)h6v6h-6z"
        }
        let last = step / 2 + levels * step
        return """
            <svg class="proof" viewBox="0 0 \(width) 40" aria-hidden="true"><path d="M\(step / 2) 20H\(last)\(lines)"/>\
            <path class="beside" d="\(squares)"/><path class="leaf" d="M\(step / 2 - 4) 16h8v8h-8z"/>\
            <circle cx="\(last)" cy="20" r="5"/></svg>
            """
    }

    /// For each hash of the proof, whether it stands to the left of the path (RFC 9162 §2.1.3.2).
    var sides: [Bool] {
        var (node, last) = (entry, size - 1)
        return (0..<levels).map { _ in
            let isLeft = node % 2 == 1 || node == last
            if isLeft {
                while node % 2 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            }
            node >>= 1
            last >>= 1
            return isLeft
        }
    }
}
