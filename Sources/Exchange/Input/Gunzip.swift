import Ledger
import Outside

/// Unpacks gzip (RFC 1952) piece by piece, with a bound on what comes out beside the ratio that its `Inflater` holds.
struct Gunzip: ByteSource {
    /// For files and standard input, which may be of any size when they are not packed.
    static let mostOfFile = 8 << 30

    private var inner: any ByteSource
    private let most: Int
    private var inflater = Inflater(.gzip)
    private var count = 0
    private var hasEnded = false

    init(_ inner: any ByteSource, most: Int) { (self.inner, self.most) = (inner, most) }

    /// - Throws: `malformed` where it is damaged or cut off, `tooLarge` where more comes out than may.
    mutating func next() async throws -> [UInt8]? {
        do {
            while !hasEnded {
                if let piece = try inflater.next() {
                    count += piece.count
                    guard count <= most else {
                        throw ExchangeError(.tooLarge, "more than \(most) bytes come out of what is packed with gzip")
                    }
                    return piece
                }
                guard let packed = try await inner.next() else {
                    hasEnded = true
                    try inflater.finish()
                    return nil
                }
                // Nothing may come for a while.
                if packed.isEmpty { return [] }
                inflater.feed(packed)
            }
            return nil
        } catch let error as Inflater.Malformed {
            throw ExchangeError(.malformed, "what is packed with gzip can't be unpacked: \(error.sentence)")
        }
    }
}
