import Foundation

/// The only source of chance in this module: xoshiro256** 1.0 of Blackman and Vigna, seeded by SplitMix64.
///
/// The same seed gives the same numbers on every machine. Source: D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom
/// Number Generators", ACM Trans. Math. Softw. 47 (2021), figure 1; G. Steele et al., OOPSLA 2014, for SplitMix64.
public struct IndexRandom: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator for a seed; `stream` gives independent generators for parts of one computation.
    public init(seed: UInt64, stream: UInt64 = 0) {
        var mix = SplitMix64(state: seed)
        if stream != 0 { mix = SplitMix64(state: mix.next() ^ SplitMix64.scramble(stream)) }
        state = (mix.next(), mix.next(), mix.next(), mix.next())
    }

    /// 64 uniform bits.
    public mutating func next() -> UInt64 {
        let result = Self.rotate(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotate(state.3, by: 45)
        return result
    }

    /// A uniform number in [0, 1) with 53 random bits.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A standard normal number, by the polar method of Marsaglia without keeping the second number.
    public mutating func normal() -> Double {
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let square = u * u + v * v
            if square > 0, square < 1 { return u * (-2 * log(square) / square).squareRoot() }
        }
    }

    /// A whole number from 0 up to, without, `bound`, which is positive; without bias.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0)
        let bound = UInt64(bound)
        let threshold = (0 &- bound) % bound
        while true {
            let product = next().multipliedFullWidth(by: bound)
            if product.low >= threshold { return Int(product.high) }
        }
    }

    /// Puts the items into a random order (Fisher–Yates).
    public mutating func shuffle<Item>(_ items: inout [Item]) {
        guard items.count > 1 else { return }
        for last in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(last, below(last + 1)) }
    }

    private static func rotate(_ value: UInt64, by count: UInt64) -> UInt64 {
        value << count | value >> (64 - count)
    }
}

/// The generator that seeds the other; every 64-bit seed is good.
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.scramble(state)
    }

    /// The finaliser: a bijection of 64 bits.
    static func scramble(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
        return z ^ z >> 31
    }
}
