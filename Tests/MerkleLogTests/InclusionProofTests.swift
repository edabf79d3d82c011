import MerkleLog
import Testing

@Suite("Inclusion proof")
struct InclusionProofTests {
    @Test
    func `every proof in every tree up to 64 leaves is the reference's, and verifies`() throws {
        let (_, tiles) = tree(64)
        let reference = ReferenceTree(leafHashes: (0..<64).map(leaf))
        for size in 1...64 {
            let root = try #require(reference.root(size))
            for index in 0..<size {
                let proof = try InclusionProof(index: index, size: size, reading: tiles)
                #expect(proof.hashes == reference.path(index, size))
                try proof.verify(leaf: leaf(index), root: root)
            }
        }
    }

    @Test
    func `random proofs in large trees verify, and read at most two tiles a level`() throws {
        var random = Generator(state: 4)
        let large = LargeTree.shared
        for _ in 0..<40 {
            let size = Int.random(in: 1...70_000, using: &random)
            let index = Int.random(in: 0..<size, using: &random)
            let tiles = CountingTiles(large.tiles)
            let proof = try InclusionProof(index: index, size: size, reading: tiles)
            #expect(tiles.count <= 6)
            #expect(proof.hashes.count <= 17)
            try proof.verify(leaf: large.leaves[index], root: TreeHash.root(at: size, reading: large.tiles))
        }
    }

    @Test
    func `a proof is the reference's in a tree of three levels of tiles`() throws {
        let large = LargeTree.shared
        let proof = try InclusionProof(index: 69_000, size: 69_500, reading: large.tiles)
        #expect(proof.hashes == ReferenceTree(leafHashes: large.leaves).path(69_000, 69_500))
    }

    @Test
    func `no altered proof verifies`() throws {
        var random = Generator(state: 5)
        let (_, tiles) = tree(600)
        for _ in 0..<40 {
            let size = Int.random(in: 2...600, using: &random)
            let index = Int.random(in: 0..<size, using: &random)
            let root = try TreeHash.root(at: size, reading: tiles)
            let good = try InclusionProof(index: index, size: size, reading: tiles)
            let place = Int.random(in: 0..<good.hashes.count, using: &random)
            let bit = Int.random(in: 0..<256, using: &random)

            var turned = good.hashes
            turned[place] = try turned[place].turned(bit: bit)
            var shorter = good.hashes
            shorter.remove(at: place)
            let swapped = Array(good.hashes.reversed())
            var bad = [turned, shorter, good.hashes + [leaf(0)], [leaf(0)] + good.hashes, []]
            if swapped != good.hashes { bad.append(swapped) }
            for hashes in bad {
                let proof = InclusionProof(index: index, size: size, hashes: hashes)
                #expect(throws: ProofError.self) { try proof.verify(leaf: leaf(index), root: root) }
            }
            for other in [index - 1, index + 1, index ^ 1, -1, size, size + 5] where other != index {
                let proof = InclusionProof(index: other, size: size, hashes: good.hashes)
                #expect(throws: ProofError.self) { try proof.verify(leaf: leaf(index), root: root) }
            }
            #expect(throws: ProofError.rootMismatch) { try good.verify(leaf: leaf(index + 1), root: root) }
            #expect(throws: ProofError.rootMismatch) {
                try good.verify(leaf: leaf(index), root: root.turned(bit: bit))
            }
        }
    }

    @Test(arguments: [(-1, 5), (5, 5), (6, 5), (0, 0), (0, -1), (-3, -2)])
    func `proofs of what is not there are refused`(index: Int, size: Int) {
        #expect(throws: ProofError.outOfRange) { try InclusionProof(index: index, size: size, reading: tree(5).tiles) }
        let proof = InclusionProof(index: index, size: size, hashes: [])
        #expect(throws: ProofError.outOfRange) { try proof.verify(leaf: leaf(0), root: leaf(0)) }
    }

    @Test
    func `an absurd number of hashes or size ends quickly`() {
        let many = InclusionProof(index: 3, size: 9, hashes: Array(repeating: leaf(0), count: 10_000))
        #expect(throws: ProofError.wrongLength) { try many.verify(leaf: leaf(3), root: leaf(4)) }
        let huge = InclusionProof(index: Int.max - 1, size: Int.max, hashes: [leaf(0)])
        #expect(throws: ProofError.wrongLength) { try huge.verify(leaf: leaf(3), root: leaf(4)) }
    }
}
