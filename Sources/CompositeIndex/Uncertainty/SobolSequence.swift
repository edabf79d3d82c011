/// The Sobol' low-discrepancy sequence in base 2 with 32 digits, at most 128 dimensions.
///
/// Any 2^k consecutive points that start at a multiple of 2^k hit each interval of length 2^-k exactly once in every
/// dimension. Construction: P. Bratley, B. L. Fox (1988), Algorithm 659, ACM TOMS 14, 88–100, in the natural order of the
/// index, with the direction numbers of Joe and Kuo (2008).
public struct SobolSequence: Sendable {
    /// The most dimensions there are direction numbers for.
    public static let mostDimensions = 128
    /// Binary digits of an index and of a coordinate.
    static let digits = 32

    public let dimensions: Int
    /// Direction numbers, 32 per dimension, leading digit first.
    private let directions: [UInt32]

    /// The sequence in so many dimensions, 1…128.
    public init(dimensions: Int) {
        precondition((1...Self.mostDimensions).contains(dimensions), "direction numbers reach 128 dimensions")
        self.dimensions = dimensions
        directions = Array(Self.all.prefix(dimensions * Self.digits))
    }

    /// The digits of coordinate `dimension` of point `index`; divided by 2^32 it is the coordinate.
    public func digits(index: UInt32, dimension: Int) -> UInt32 {
        var left = index
        var place = dimension * Self.digits
        var sum: UInt32 = 0
        while left != 0 {
            let zeros = left.trailingZeroBitCount
            place += zeros
            sum ^= directions[place]
            left = (left >> UInt32(zeros)) >> 1
            place += 1
        }
        return sum
    }

    private static let all: [UInt32] = {
        // The first dimension is the van der Corput sequence.
        var all = (0..<digits).map { UInt32(1) << UInt32(31 - $0) }
        for line in SobolDirections.table.split(separator: "\n") {
            let numbers = line.split(separator: " ").compactMap { UInt32($0) }
            let degree = Int(numbers[0])
            let inner = numbers[1]
            var v = numbers[2...].enumerated().map { $1 << UInt32(31 - $0) }
            for k in degree..<digits {
                var next = v[k - degree] ^ (v[k - degree] >> UInt32(degree))
                for j in 1..<max(degree, 1) where (inner >> UInt32(degree - 1 - j)) & 1 == 1 { next ^= v[k - j] }
                v.append(next)
            }
            all += v
        }
        return all
    }()
}
