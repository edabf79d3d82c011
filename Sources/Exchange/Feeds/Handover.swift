import Ledger

/// Hands bytes from whoever reads a server to the admission, a piece at a time: neither runs ahead of the other.
actor Handover: ByteSource {
    private var piece: [UInt8]?
    private var hasEnded = false
    private var isClosed = false
    private var reader: CheckedContinuation<Void, Never>?
    private var writer: CheckedContinuation<Void, Never>?

    /// Nobody reads any more.
    struct Closed: Error {}

    /// Waits until the piece before has been taken.
    ///
    /// - Throws: `Closed` where the other end has gone: it has said why.
    func send(_ bytes: [UInt8]) async throws {
        while piece != nil, !isClosed { await withCheckedContinuation { writer = $0 } }
        guard !isClosed else { throw Closed() }
        piece = bytes
        reader?.resume()
        reader = nil
    }

    /// No more comes.
    func finish() {
        hasEnded = true
        reader?.resume()
        reader = nil
    }

    /// The other end reads no more.
    func close() {
        isClosed = true
        writer?.resume()
        writer = nil
    }

    func next() async -> [UInt8]? {
        while piece == nil, !hasEnded { await withCheckedContinuation { reader = $0 } }
        defer {
            piece = nil
            writer?.resume()
            writer = nil
        }
        return piece
    }
}
