import Crypto
import MerkleLog

/// RFC 6962 §2.1 written down as it stands there: slow, recursive, sharing no code with the library.
struct ReferenceTree {
    /// The leaf hashes, already hashed.
    let leaves: [[UInt8]]

    init(entries: [[UInt8]]) {
        leaves = entries.map { Self.sha256([0x00] + $0) }
    }

    init(leafHashes: [TreeHash]) {
        leaves = leafHashes.map(\.bytes)
    }

    func root(_ size: Int) -> TreeHash? {
        TreeHash(bytes: Self.mth(leaves[..<size]))
    }

    /// PATH(m, D[n]), §2.1.1.
    func path(_ m: Int, _ n: Int) -> [TreeHash] {
        Self.path(m, leaves[..<n]).compactMap { TreeHash(bytes: $0) }
    }

    /// PROOF(m, D[n]), §2.1.2.
    func proof(_ m: Int, _ n: Int) -> [TreeHash] {
        Self.subproof(m, leaves[..<n], true).compactMap { TreeHash(bytes: $0) }
    }

    private static func mth(_ d: ArraySlice<[UInt8]>) -> [UInt8] {
        if d.isEmpty { return sha256([]) }
        if d.count == 1 { return d[d.startIndex] }
        let k = k(d.count)
        return sha256([0x01] + mth(d.prefix(k)) + mth(d.dropFirst(k)))
    }

    private static func path(_ m: Int, _ d: ArraySlice<[UInt8]>) -> [[UInt8]] {
        if d.count == 1 { return [] }
        let k = k(d.count)
        return m < k
            ? path(m, d.prefix(k)) + [mth(d.dropFirst(k))]
            : path(m - k, d.dropFirst(k)) + [mth(d.prefix(k))]
    }

    private static func subproof(_ m: Int, _ d: ArraySlice<[UInt8]>, _ b: Bool) -> [[UInt8]] {
        if m == d.count { return b ? [] : [mth(d)] }
        let k = k(d.count)
        return m <= k
            ? subproof(m, d.prefix(k), b) + [mth(d.dropFirst(k))]
            : subproof(m - k, d.dropFirst(k), false) + [mth(d.prefix(k))]
    }

    /// The largest power of two smaller than n.
    private static func k(_ n: Int) -> Int {
        var k = 1
        while k * 2 < n { k *= 2 }
        return k
    }

    private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return Array(hash.finalize())
    }
}
