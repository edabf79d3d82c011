/// Nested uniform scrambling of one coordinate of a digital sequence.
///
/// Each binary digit is flipped or kept by a fair coin that depends on all digits before it, so the scrambled points are
/// each uniform on (0, 1) and together keep the balance of the sequence. Independent seeds give independent scrambles,
/// from whose spread an interval follows. Source: A. B. Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences,
/// in: Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, Springer, 299–317. The coin is a hash of seed,
/// dimension and leading digits, so no tree is kept.
struct OwenScramble: Sendable {
    private let key: KeyedHash

    init(seed: UInt64, dimension: Int) {
        key = KeyedHash(seed: seed).with(dimension)
    }

    /// The scrambled coordinate, in the open interval (0, 1) with 53 digits; those after the 32nd are fresh coins.
    func unit(digits: UInt32) -> Double {
        var flips: UInt32 = 0
        for place in 0..<32 {
            // A one in front keeps prefixes of different length apart.
            let prefix = (UInt64(1) << UInt64(place)) | (UInt64(digits) >> UInt64(32 - place))
            let coin = UInt32(truncatingIfNeeded: key.with(prefix).state >> 63)
            flips |= coin << UInt32(31 - place)
        }
        let tail = key.with(UInt64(1) << 32 | UInt64(digits)).state >> 32
        return KeyedHash.unit(bits: UInt64(digits ^ flips) << 32 | tail)
    }
}
