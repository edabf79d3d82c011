/// Shows that a tree is the beginning of a larger one: nothing was changed, only appended (RFC 6962 §2.1.2).
///
/// At most 64 hashes; none if the sizes are equal or the older tree is empty. Taken from somebody else it proves
/// nothing until ``verify(oldRoot:newRoot:)`` returns.
public struct ConsistencyProof: Hashable, Sendable {
    /// The size of the older tree.
    public let oldSize: Int
    /// The size of the newer tree.
    public let newSize: Int
    /// The subtree roots from which both roots can be computed, in the order of RFC 6962.
    public let hashes: [TreeHash]

    /// Takes a proof that was made elsewhere, unverified.
    public init(oldSize: Int, newSize: Int, hashes: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.hashes = hashes
    }

    /// Makes the proof from tiles of the newer tree, or of a larger one; reads at most three tiles a level.
    ///
    /// - Throws: `ProofError.outOfRange` unless 0 ≤ oldSize ≤ newSize; `TileError`; what the reader throws.
    public init(from oldSize: Int, to newSize: Int, reading tiles: some TileReader) throws {
        guard 0...max(newSize, 0) ~= oldSize, newSize >= 0 else { throw ProofError.outOfRange }
        var subtrees = SubtreeReader(size: newSize, reading: tiles)
        var path: [TreeHash] = []
        var tree = 0..<(oldSize == 0 ? 0 : newSize)
        while tree.upperBound > oldSize {
            let middle = tree.lowerBound + tree.count.split
            let (left, right) = (tree.lowerBound..<middle, middle..<tree.upperBound)
            path.append(try subtrees.hash(of: oldSize <= middle ? right : left))
            tree = oldSize <= middle ? left : right
        }
        // A subtree that begins the old tree is its root, which the verifier knows.
        if tree.lowerBound > 0 { path.append(try subtrees.hash(of: tree)) }
        self.init(oldSize: oldSize, newSize: newSize, hashes: path.reversed())
    }

    /// Verifies that the tree with the old root is the beginning of the one with the new root (RFC 9162 §2.1.4.2).
    ///
    /// Every tree begins with the empty one, whose root must be `TreeHash.empty`; trees of equal size must be equal.
    ///
    /// - Throws: `ProofError.outOfRange`, `wrongLength`, `oldRootMismatch`, `rootMismatch`.
    public func verify(oldRoot: TreeHash, newRoot: TreeHash) throws(ProofError) {
        guard oldSize >= 0, oldSize <= newSize else { throw .outOfRange }
        guard oldSize > 0, oldSize < newSize else {
            guard hashes.isEmpty else { throw .wrongLength }
            guard oldSize > 0 || oldRoot == TreeHash.empty else { throw .oldRootMismatch }
            guard oldSize < newSize || oldRoot == newRoot else { throw .rootMismatch }
            return
        }
        var path = hashes[...]
        if oldSize & (oldSize - 1) == 0 { path = [oldRoot] + path }
        guard let seed = path.popFirst() else { throw .wrongLength }
        // fn and sn as in the RFC: the places of the last leaf of each tree, one level up with each hash.
        let shared = (~(oldSize - 1)).trailingZeroBitCount
        var fn = (oldSize - 1) >> shared
        var sn = (newSize - 1) >> shared
        var (old, new) = (seed, seed)
        for hash in path {
            guard sn > 0 else { throw .wrongLength }
            if fn & 1 == 1 || fn == sn {
                old = TreeHash.node(hash, old)
                new = TreeHash.node(hash, new)
                let skipped = fn.trailingZeroBitCount
                fn >>= skipped
                sn >>= skipped
            } else {
                new = TreeHash.node(new, hash)
            }
            fn >>= 1
            sn >>= 1
        }
        guard sn == 0 else { throw .wrongLength }
        guard old == oldRoot else { throw .oldRootMismatch }
        guard new == newRoot else { throw .rootMismatch }
    }
}
