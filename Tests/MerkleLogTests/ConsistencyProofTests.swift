import MerkleLog
import Testing

@Suite("Consistency proof")
struct ConsistencyProofTests {
    @Test
    func `every proof between trees up to 64 leaves is the reference's, and verifies`() throws {
        let (_, tiles) = tree(64)
        let reference = ReferenceTree(leafHashes: (0..<64).map(leaf))
        let roots = try (0...64).map { try #require(reference.root($0)) }
        for new in 0...64 {
            for old in 0...new {
                let proof = try ConsistencyProof(from: old, to: new, reading: tiles)
                #expect(proof.hashes == (old == 0 ? [] : reference.proof(old, new)))
                try proof.verify(oldRoot: roots[old], newRoot: roots[new])
            }
        }
    }

    @Test
    func `random proofs between large trees verify, and read at most three tiles a level`() throws {
        var random = Generator(state: 6)
        let large = LargeTree.shared
        for _ in 0..<40 {
            let new = Int.random(in: 1...70_000, using: &random)
            let old = Int.random(in: 1...new, using: &random)
            let tiles = CountingTiles(large.tiles)
            let proof = try ConsistencyProof(from: old, to: new, reading: tiles)
            #expect(tiles.count <= 9)
            try proof.verify(
                oldRoot: TreeHash.root(at: old, reading: large.tiles),
                newRoot: TreeHash.root(at: new, reading: large.tiles))
        }
    }

    @Test
    func `a proof is the reference's in a tree of many tiles`() throws {
        let large = LargeTree.shared
        let proof = try ConsistencyProof(from: 6001, to: 9500, reading: large.tiles)
        #expect(proof.hashes == ReferenceTree(leafHashes: large.leaves).proof(6001, 9500))
    }

    @Test
    func `no altered proof verifies`() throws {
        var random = Generator(state: 7)
        let (_, tiles) = tree(600)
        for _ in 0..<40 {
            let new = Int.random(in: 2...600, using: &random)
            let old = Int.random(in: 1..<new, using: &random)
            let oldRoot = try TreeHash.root(at: old, reading: tiles)
            let newRoot = try TreeHash.root(at: new, reading: tiles)
            let good = try ConsistencyProof(from: old, to: new, reading: tiles)
            let place = Int.random(in: 0..<good.hashes.count, using: &random)
            let bit = Int.random(in: 0..<256, using: &random)

            var turned = good.hashes
            turned[place] = try turned[place].turned(bit: bit)
            var shorter = good.hashes
            shorter.remove(at: place)
            for hashes in [turned, shorter, good.hashes + [leaf(0)], [leaf(0)] + good.hashes, []] {
                let proof = ConsistencyProof(oldSize: old, newSize: new, hashes: hashes)
                #expect(throws: ProofError.self) { try proof.verify(oldRoot: oldRoot, newRoot: newRoot) }
            }
            #expect(throws: ProofError.self) {
                try good.verify(oldRoot: oldRoot.turned(bit: bit), newRoot: newRoot)
            }
            #expect(throws: ProofError.rootMismatch) {
                try good.verify(oldRoot: oldRoot, newRoot: newRoot.turned(bit: bit))
            }
            #expect(throws: ProofError.self) { try good.verify(oldRoot: newRoot, newRoot: oldRoot) }
        }
    }

    @Test(arguments: [1, 2, 3, 100, 255, 256, 257, 511])
    func `a rewritten history is found out`(old: Int) throws {
        let oldRoot = try TreeHash.root(at: old, reading: tree(600).tiles)
        var forged = TreeBuilder()
        for number in 0..<600 { forged.append(leaf(number == old - 1 ? 9999 : number)) }
        var tiles = MemoryTiles()
        tiles.store(forged.takeChangedTiles())
        let proof = try ConsistencyProof(from: old, to: 600, reading: tiles)
        #expect(throws: ProofError.self) { try proof.verify(oldRoot: oldRoot, newRoot: forged.head.root) }
    }

    @Test
    func `equal sizes need equal roots, an empty tree its own root, and neither a hash`() throws {
        let (builder, tiles) = tree(9)
        let root = builder.head.root
        let same = try ConsistencyProof(from: 9, to: 9, reading: tiles)
        try same.verify(oldRoot: root, newRoot: root)
        #expect(throws: ProofError.rootMismatch) { try same.verify(oldRoot: root, newRoot: leaf(0)) }
        let fromEmpty = try ConsistencyProof(from: 0, to: 9, reading: tiles)
        try fromEmpty.verify(oldRoot: .empty, newRoot: root)
        #expect(throws: ProofError.oldRootMismatch) { try fromEmpty.verify(oldRoot: root, newRoot: root) }
        let padded = ConsistencyProof(oldSize: 9, newSize: 9, hashes: [root])
        #expect(throws: ProofError.wrongLength) { try padded.verify(oldRoot: root, newRoot: root) }
        let emptied = ConsistencyProof(oldSize: 0, newSize: 0, hashes: [])
        #expect(throws: ProofError.self) { try emptied.verify(oldRoot: .empty, newRoot: root) }
    }

    @Test(arguments: [(-1, 5), (6, 5), (0, -1), (-2, -1), (Int.max, 5)])
    func `sizes that cannot be are refused`(old: Int, new: Int) {
        #expect(throws: ProofError.outOfRange) { try ConsistencyProof(from: old, to: new, reading: tree(5).tiles) }
        let proof = ConsistencyProof(oldSize: old, newSize: new, hashes: [leaf(0)])
        #expect(throws: ProofError.outOfRange) { try proof.verify(oldRoot: leaf(0), newRoot: leaf(0)) }
    }

    @Test
    func `an absurd number of hashes or size ends quickly`() {
        let many = ConsistencyProof(oldSize: 3, newSize: 9, hashes: Array(repeating: leaf(0), count: 10_000))
        #expect(throws: ProofError.wrongLength) { try many.verify(oldRoot: leaf(3), newRoot: leaf(4)) }
        let huge = ConsistencyProof(oldSize: Int.max - 1, newSize: Int.max, hashes: [leaf(0)])
        #expect(throws: ProofError.wrongLength) { try huge.verify(oldRoot: leaf(3), newRoot: leaf(4)) }
    }
}
