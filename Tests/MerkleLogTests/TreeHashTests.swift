import Crypto
import MerkleLog
import Testing

@Suite("Tree hash")
struct TreeHashTests {
    /// The entries and roots of the certificate-transparency project's test vectors.
    static let entries = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ].map(bytes(hex:))
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].map(bytes(hex:))

    @Test(arguments: 0...8)
    func `roots of 0 to 8 leaves are those of the known vectors`(size: Int) {
        var builder = TreeBuilder()
        for entry in Self.entries.prefix(size) { builder.append(TreeHash.leaf(entry)) }
        #expect(builder.head.root.bytes == Self.roots[size])
        #expect(builder.head.size == size)
        #expect(ReferenceTree(entries: Self.entries).root(size)?.bytes == Self.roots[size])
    }

    @Test
    func `an empty tree has the hash of nothing`() throws {
        #expect(TreeHash.empty.bytes == Self.roots[0])
        #expect(TreeBuilder().head == TreeHead.empty)
        #expect(try TreeHash.root(at: 0, reading: MemoryTiles()) == TreeHash.empty)
    }

    @Test
    func `leaf and node hashes carry their prefix`() {
        let entry: [UInt8] = [1, 2, 3]
        #expect(TreeHash.leaf(entry) == TreeHash(SHA256.hash(data: [0x00] + entry)))
        #expect(TreeHash.leaf(entry[1...]) == TreeHash.leaf([2, 3]))
        #expect(TreeHash.leaf(AnySequence(entry)) == TreeHash.leaf(entry))
        #expect(entry.withUnsafeBytes { TreeHash.leaf($0) } == TreeHash.leaf(entry))
        let (left, right) = (leaf(1), leaf(2))
        #expect(TreeHash.node(left, right) == TreeHash(SHA256.hash(data: [0x01] + left.bytes + right.bytes)))
        #expect(TreeHash.leaf([]) != TreeHash.empty)
    }

    @Test(arguments: [0, 1, 31, 33, 64])
    func `a hash is exactly 32 bytes`(count: Int) {
        #expect(TreeHash(bytes: [UInt8](repeating: 0, count: count)) == nil)
        #expect(TreeHash(bytes: repeatElement(0, count: count)) == nil)
    }

    @Test
    func `bytes and base64 go round`() throws {
        for number in 0..<100 {
            let hash = leaf(number)
            #expect(TreeHash(bytes: hash.bytes) == hash)
            #expect(TreeHash(bytes: AnyCollection(hash.bytes)) == hash)
            #expect(TreeHash(base64: hash.base64) == hash)
            #expect(hash.withUnsafeBytes { Array($0) } == hash.bytes)
        }
        #expect(TreeHash.empty.description == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    @Test(arguments: [
        "", "=", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=",
        "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==",
        " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hS=FU=",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA",
        "====", "é7DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
    ])
    func `base64 that is not canonical is refused`(text: String) {
        #expect(TreeHash(base64: text) == nil)
    }
}
