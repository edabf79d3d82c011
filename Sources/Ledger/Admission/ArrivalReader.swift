import STIX

/// Where bytes come from: a file, standard input, a request body.
package protocol ByteSource: Sendable {
    /// The next bytes, at most about a megabyte; nil at the end.
    ///
    /// An empty piece says that nothing may come for a while: what came before is placed now.
    mutating func next() async throws -> [UInt8]?
}

/// Turns bytes into batches, so that scanning runs beside the database on another core.
actor ArrivalReader {
    /// A batch is one transaction.
    ///
    /// Large enough that an index in random order is written a few times per page and not
    /// once per row; small enough that two of them (one read ahead) bound the memory of any import.
    static let batchBytes = 12 << 20
    static let batchObjects = 20_000
    /// Where somebody waits for an answer to a small input: the second batch is scanned while the first one is written.
    static let promptObjects = 2_500

    private let mostObjects: Int
    private var source: any ByteSource
    private var scanner = ObjectScanner()
    private var pending: [Arrival] = []
    private var ended = false
    private(set) var bytesRead = 0
    /// Why the input could not be read to its end; what came before it has been delivered.
    private(set) var broken: StreamError?

    init(_ source: any ByteSource, mostObjects: Int = ArrivalReader.batchObjects) {
        self.source = source
        self.mostObjects = mostObjects
    }

    /// The next batch with the number of input bytes read so far; nil at the end.
    func nextBatch() async throws -> (arrivals: [Arrival], bytesRead: Int)? {
        var batch: [Arrival] = []
        var size = 0
        while size < Self.batchBytes, batch.count < mostObjects, !ended {
            let chunk = try await source.next()
            if let chunk, chunk.isEmpty, !batch.isEmpty { break }
            let before = bytesRead
            bytesRead += chunk?.count ?? 0
            var scanned: [Scanned] = []
            do {
                if let chunk {
                    try scanner.feed(chunk) { scanned.append($0) }
                } else {
                    ended = true
                    try scanner.finish { scanned.append($0) }
                }
            } catch let error as StreamError {
                ended = true
                broken = error
                // What lies behind the break was not read.
                bytesRead = min(max(before, error.offset), bytesRead)
            }
            for arrival in scanned.flatMap(Arrival.all) {
                size += arrival.byteCount
                batch.append(arrival)
            }
        }
        return batch.isEmpty ? nil : (batch, bytesRead)
    }
}

/// Bytes in memory as an input.
package struct MemorySource: ByteSource {
    private var bytes: [UInt8]?

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package mutating func next() -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}
