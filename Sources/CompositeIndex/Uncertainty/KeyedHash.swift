/// Random bits by key instead of by turn: the same key gives the same bits, in any order and on any thread.
///
/// A key is folded in word by word with the finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014, Fast
/// splittable pseudorandom number generators, OOPSLA, 453–472; variant 13 of D. Stafford's mixers).
struct KeyedHash: Sendable {
    private(set) var state: UInt64

    init(seed: UInt64) {
        state = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    }

    /// The hash of this key with one more word.
    @inline(__always)
    func with(_ word: UInt64) -> KeyedHash {
        KeyedHash(state: Self.mixed((state ^ word) &+ 0x9E37_79B9_7F4A_7C15))
    }

    @inline(__always)
    func with(_ word: Int) -> KeyedHash {
        with(UInt64(truncatingIfNeeded: word))
    }

    /// A number in the open interval (0, 1), with 53 random bits.
    @inline(__always)
    var unit: Double {
        Self.unit(bits: state)
    }

    /// The middle of the 2^53 equal parts of (0, 1) that the leading bits name.
    @inline(__always)
    static func unit(bits: UInt64) -> Double {
        min((Double(bits >> 11) + 0.5) * 0x1p-53, 1 - 0x1p-53)
    }

    private init(state: UInt64) {
        self.state = state
    }

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        var z = word
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
