/// Shows that a leaf stands at an index of a tree, without the other leaves (RFC 6962 §2.1.1).
///
/// At most 63 hashes. Taken from somebody else it proves nothing until ``verify(leaf:root:)`` returns.
public struct InclusionProof: Hashable, Sendable {
    /// The index of the leaf, from 0.
    public let index: Int
    /// The size of the tree.
    public let size: Int
    /// The roots of the subtrees beside the leaf's path, from the leaf up.
    public let hashes: [TreeHash]

    /// Takes a proof that was made elsewhere, unverified.
    public init(index: Int, size: Int, hashes: [TreeHash]) {
        self.index = index
        self.size = size
        self.hashes = hashes
    }

    /// Makes the proof from tiles of the tree of this size, or of a larger one; reads at most two tiles a level.
    ///
    /// - Throws: `ProofError.outOfRange` unless 0 ≤ index < size; `TileError`; what the reader throws.
    public init(index: Int, size: Int, reading tiles: some TileReader) throws {
        guard index >= 0, index < size else { throw ProofError.outOfRange }
        var subtrees = SubtreeReader(size: size, reading: tiles)
        var path: [TreeHash] = []
        var tree = 0..<size
        while tree.count > 1 {
            let middle = tree.lowerBound + tree.count.split
            let (left, right) = (tree.lowerBound..<middle, middle..<tree.upperBound)
            path.append(try subtrees.hash(of: index < middle ? right : left))
            tree = index < middle ? left : right
        }
        self.init(index: index, size: size, hashes: path.reversed())
    }

    /// Verifies that the leaf stands in the tree with this root (RFC 9162 §2.1.3.2).
    ///
    /// - Throws: `ProofError.outOfRange`, `wrongLength`, `rootMismatch`.
    public func verify(leaf: TreeHash, root: TreeHash) throws(ProofError) {
        guard index >= 0, index < size else { throw .outOfRange }
        // fn and sn as in the RFC: the places of the leaf and of the last leaf, one level up with each hash.
        var fn = index
        var sn = size - 1
        var found = leaf
        for hash in hashes {
            guard sn > 0 else { throw .wrongLength }
            if fn & 1 == 1 || fn == sn {
                found = TreeHash.node(hash, found)
                let skipped = fn.trailingZeroBitCount
                fn >>= skipped
                sn >>= skipped
            } else {
                found = TreeHash.node(found, hash)
            }
            fn >>= 1
            sn >>= 1
        }
        guard sn == 0 else { throw .wrongLength }
        guard found == root else { throw .rootMismatch }
    }
}
