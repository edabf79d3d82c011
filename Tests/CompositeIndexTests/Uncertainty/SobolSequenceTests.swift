import Testing

@testable import CompositeIndex

struct SobolSequenceTests {
    /// Index, then coordinates 1, 2, 3, 6, 12, 64 and 128, as the published direction numbers give them.
    @Test(arguments: [
        (1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
        (2, [0.25, 0.75, 0.75, 0.25, 0.25, 0.25, 0.75]),
        (7, [0.875, 0.875, 0.125, 0.625, 0.875, 0.625, 0.125]),
        (86, [0.4140625, 0.2578125, 0.7734375, 0.7421875, 0.6796875, 0.6484375, 0.4609375]),
        (
            512,
            [0.0009765625, 0.7529296875, 0.6123046875, 0.4384765625, 0.0361328125, 0.0400390625, 0.7001953125]
        ),
    ])
    func `coordinates are those of the published direction numbers`(index: Int, expected: [Double]) {
        let sequence = SobolSequence(dimensions: 128)
        let found = [0, 1, 2, 5, 11, 63, 127].map {
            Double(sequence.digits(index: UInt32(index), dimension: $0)) * 0x1p-32
        }
        #expect(found == expected)
    }

    @Test func `the first 256 points hit every 256th once in each of 128 dimensions, scrambled or not`() {
        let sequence = SobolSequence(dimensions: 128)
        for dimension in 0..<128 {
            let plain = (0..<256).map { sequence.digits(index: $0, dimension: dimension) }
            #expect(Set(plain.map { $0 >> 24 }).count == 256)
            let scramble = OwenScramble(seed: 5, dimension: dimension)
            #expect(Set(plain.map { Int(scramble.unit(digits: $0) * 256) }).count == 256)
        }
    }

    @Test func `a scramble keeps every elementary interval of a two-dimensional net`() {
        let sequence = SobolSequence(dimensions: 2)
        let one = OwenScramble(seed: 9, dimension: 0)
        let other = OwenScramble(seed: 9, dimension: 1)
        let points = (UInt32(0)..<256).map {
            (
                one.unit(digits: sequence.digits(index: $0, dimension: 0)),
                other.unit(digits: sequence.digits(index: $0, dimension: 1))
            )
        }
        for power in 0...8 {
            let columns = Double(1 << power)
            let rows = Double(256 >> power)
            #expect(Set(points.map { Int($0.0 * columns) * 256 + Int($0.1 * rows) }).count == 256)
        }
    }

    @Test func `a scrambled coordinate is uniform over seeds, lies inside the open interval, and differs by dimension`()
    {
        let values = (UInt64(0)..<4096).map { OwenScramble(seed: $0, dimension: 3).unit(digits: 0x8000_0000) }
        #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(abs(values.reduce(0, +) / 4096 - 0.5) < 0.02)
        let tenths = Dictionary(grouping: values) { Int($0 * 10) }
        #expect(tenths.count == 10 && tenths.values.allSatisfy { (340...480).contains($0.count) })
        #expect(
            OwenScramble(seed: 1, dimension: 0).unit(digits: 0) != OwenScramble(seed: 1, dimension: 1).unit(digits: 0))
    }
}
