import Testing

@testable import CompositeIndex

struct RankSorterTests {
    static func ranks(_ scores: [Double]) -> [UInt16] {
        let sorter = RankSorter(units: scores.count)
        var ranks = [UInt16](repeating: .max, count: scores.count)
        scores.withUnsafeBufferPointer { scores in
            ranks.withUnsafeMutableBufferPointer { ranks in
                if let from = scores.baseAddress, let to = ranks.baseAddress { sorter.rank(from, into: to) }
            }
        }
        return ranks
    }

    /// By the definition: 1 + higher + 1 + higher or equal, all doubled ranks.
    static func definition(_ scores: [Double]) -> [UInt16] {
        scores.map { score in
            if score.isNaN { return 0 }
            let above = scores.count { $0 > score }
            let level = scores.count { $0 == score }
            return UInt16(2 * above + level + 1)
        }
    }

    static let vectors: [(scores: [Double], ranks: [UInt16])] = [
        ([3], [2]), ([1, 2], [4, 2]), ([5, 5], [3, 3]), ([1, 3, 3, 2], [8, 3, 3, 6]), ([.nan, 1, .nan], [0, 2, 0]),
        ([.nan], [0]), ([-1, 0, -0.0, 1], [8, 5, 5, 2]), ([0, 1e308, -1e308], [4, 2, 6]),
        ([.infinity, 1, -.infinity], [2, 4, 6]), ([1, 1 + 0x1p-52, 1 - 0x1p-53], [4, 2, 6]),
    ]

    @Test(arguments: vectors)
    func `ranks are doubled middle ranks, the highest score first`(scores: [Double], expected: [UInt16]) {
        #expect(Self.ranks(scores) == expected)
    }

    @Test func `ranks agree with the definition on spread, clustered, tied and missing scores`() {
        for trial in 0..<400 {
            let key = KeyedHash(seed: 11).with(trial)
            let count = 1 + Int(key.with(-1).unit * 230)
            let scores = (0..<count).map { unit -> Double in
                let value = key.with(unit).unit
                switch trial % 4 {
                case 0: return value
                case 1: return (value * 7).rounded()
                case 2: return value < 0.9 ? value * 1e-6 : value * 1e6
                default: return value < 0.2 ? .nan : value
                }
            }
            #expect(Self.ranks(scores) == Self.definition(scores))
        }
    }
}
