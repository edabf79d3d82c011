import Crypto

/// The hashing of RFC 6962 §2.1: leaves and nodes are told apart by their first byte, so neither can pass for the other.
extension TreeHash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    public static let empty = TreeHash(SHA256().finalize())

    /// The hash of a leaf: SHA-256(0x00 ‖ entry).
    ///
    /// Sequences that are not contiguous in memory are copied first.
    public static func leaf(_ entry: some Sequence<UInt8>) -> TreeHash {
        entry.withContiguousStorageIfAvailable { leaf(UnsafeRawBufferPointer($0)) }
            ?? Array(entry).withUnsafeBytes { leaf($0) }
    }

    /// The hash of a leaf that lies in memory: SHA-256(0x00 ‖ entry).
    ///
    /// The road for many leaves: nothing is copied to the heap here.
    public static func leaf(_ entry: UnsafeRawBufferPointer) -> TreeHash {
        var hash = SHA256()
        Swift.withUnsafeBytes(of: UInt8(0x00)) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: entry)
        return TreeHash(hash.finalize())
    }

    /// The hash of a node over two subtrees: SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { buffer in
            buffer.storeBytes(of: 0x01, as: UInt8.self)
            buffer.storeBytes(of: left, toByteOffset: 1, as: TreeHash.self)
            buffer.storeBytes(of: right, toByteOffset: 1 + byteCount, as: TreeHash.self)
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return TreeHash(hash.finalize())
        }
    }

    /// The root of a subtree whose leaves are all there: 1, 2, 4 … 256 hashes.
    static func perfectSubtree(_ hashes: some Collection<TreeHash>) -> TreeHash {
        var row = Array(hashes)
        var count = row.count
        while count > 1 {
            count /= 2
            for index in 0..<count {
                row[index] = node(row[2 * index], row[2 * index + 1])
            }
        }
        return row[0]
    }

    /// The root over subtrees that stand side by side, widest first, each narrower than the one before.
    static func root(over subtrees: [TreeHash]) -> TreeHash {
        guard var root = subtrees.last else { return empty }
        for left in subtrees.dropLast().reversed() {
            root = node(left, root)
        }
        return root
    }
}
