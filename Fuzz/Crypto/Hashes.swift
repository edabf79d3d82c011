/// Stands in for Crypto while fuzzing: the fuzzer is to explore what reads bytes, not what hashes them.
public protocol StandInHash {
    /// An empty hash.
    init()
    /// Takes more bytes.
    mutating func update(bufferPointer: UnsafeRawBufferPointer)
    /// Takes more bytes.
    mutating func update<D: Sequence<UInt8>>(data: D)
    /// The hash so far.
    func finalize() -> SHA256.Digest
}

extension StandInHash {
    /// The hash of these bytes.
    public static func hash<D: Sequence<UInt8>>(data: D) -> SHA256.Digest {
        var hash = Self()
        hash.update(data: data)
        return hash.finalize()
    }
}

/// 64 bits of FNV-1a, four times over.
public struct SHA256: StandInHash, Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    public init() {}
    public mutating func update(bufferPointer: UnsafeRawBufferPointer) { update(data: bufferPointer) }
    public mutating func update<D: Sequence<UInt8>>(data: D) {
        for byte in data { state = (state ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    }
    public func finalize() -> Digest {
        Digest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64($0 % 8 * 8)) })
    }

    public struct Digest: Sendable, Hashable, Sequence, CustomStringConvertible {
        let bytes: [UInt8]
        public static var byteCount: Int { 32 }
        public func makeIterator() -> IndexingIterator<[UInt8]> { bytes.makeIterator() }
        public var description: String { "\(bytes)" }
        public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
            try bytes.withUnsafeBytes(body)
        }
    }
}

public enum Insecure {
    public typealias SHA1 = SHA256
    public typealias MD5 = SHA256
}
