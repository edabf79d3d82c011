public import Crypto

/// A SHA-256 hash that stands in a Merkle tree: of a leaf, of a node, or of a whole tree.
///
/// 32 bytes, held inline: an array of a million hashes is one block of 32 MB.
public struct TreeHash: Hashable, Sendable {
    /// The length of every hash: 32 bytes.
    public static let byteCount = 32

    // Four words holding the bytes in memory order, whatever the byte order of the machine.
    private let word0: UInt64
    private let word1: UInt64
    private let word2: UInt64
    private let word3: UInt64

    /// Takes the hash from exactly 32 bytes.
    ///
    /// - Returns: `nil` for any other number of bytes.
    public init?(bytes: some Collection<UInt8>) {
        let contiguous = bytes.withContiguousStorageIfAvailable { Self(raw: UnsafeRawBufferPointer($0)) }
        guard let hash = contiguous ?? Array(bytes).withUnsafeBytes({ Self(raw: $0) }) else { return nil }
        self = hash
    }

    /// Takes the hash from a finished SHA-256.
    public init(_ digest: SHA256.Digest) {
        self = digest.withUnsafeBytes { Self(loading: $0, at: 0) }
    }

    /// Takes the hash from 44 characters of base64 (RFC 4648 §4, padded, canonical).
    ///
    /// - Returns: `nil` if the text is not base64, not canonical, or not of 32 bytes.
    public init?(base64: String) {
        guard base64.utf8.count == 44, let bytes = Base64.decode(base64.utf8) else { return nil }
        self.init(bytes: bytes)
    }

    /// Takes 32 bytes that the caller has checked to lie at `offset`.
    init(loading raw: UnsafeRawBufferPointer, at offset: Int) {
        word0 = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        word1 = raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        word2 = raw.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
        word3 = raw.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
    }

    private init?(raw: UnsafeRawBufferPointer) {
        guard raw.count == Self.byteCount else { return nil }
        self.init(loading: raw, at: 0)
    }

    /// The 32 bytes, as a new array.
    public var bytes: [UInt8] {
        withUnsafeBytes { Array($0) }
    }

    /// The hash as 44 characters of base64 (RFC 4648 §4), as checkpoints write it.
    public var base64: String {
        withUnsafeBytes { Base64.encode($0) }
    }

    /// Lends the 32 bytes without copying them to the heap.
    ///
    /// The pointer is valid only during `body`.
    public func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try Swift.withUnsafeBytes(of: self, body)
    }
}

extension TreeHash: CustomStringConvertible {
    /// The base64 form.
    public var description: String { base64 }
}
