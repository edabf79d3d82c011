/// An index of one time: the method and the data.
public struct Edition: Hashable, Sendable {
    /// The method.
    public var framework: Framework
    /// The data as they went in.
    public var data: IndexData

    /// Puts the two together.
    public init(framework: Framework, data: IndexData) {
        self.framework = framework
        self.data = data
    }

    /// What is done to data, apart from weights and from names for people: two editions that differ in it are not
    /// measured with the same ruler.
    func differences(from other: Edition) -> [String] {
        var found: [String] = []
        let (mine, theirs) = (steps, other.steps)
        if mine.map(\.kind) != theirs.map(\.kind) {
            found.append("the steps are \(theirs.map(\.kind.rawValue)) and \(mine.map(\.kind.rawValue))")
        } else {
            for (one, two) in zip(theirs, mine) where one != two {
                found.append("\(one.kind.rawValue) is done differently")
            }
        }
        let (old, new) = (Dictionary(other.rulers) { $1 }, Dictionary(rulers) { $1 })
        for code in Set(old.keys).union(new.keys).sorted() {
            switch (old[code], new[code]) {
            case (nil, _): found.append("\(code) is new")
            case (_, nil): found.append("\(code) is gone")
            case (let one, let two): if one != two { found.append("\(code) is defined differently") }
            }
        }
        return found
    }

    private var steps: [StepMethod] {
        framework.steps.map(\.method).filter { ![.weigh, .tier, .stage].contains($0.kind) }
    }

    /// What defines each node, without its weight and its name.
    private var rulers: [(String, IndicatorInfo)] {
        data.hierarchy.indicators.map { info in
            var ruler = info
            (ruler.name, ruler.unit, ruler.weight) = ("", "", 0)
            return (info.code, ruler)
        }
            + data.hierarchy.aggregates.map {
                ($0.code, IndicatorInfo(code: $0.code, name: "", weight: 0, parent: $0.parent))
            }
    }
}
