import Crypto
import Files
package import Storage

/// The files that a source carries beside the pieces of a log.
package protocol BlobCarrier: LogSource {
    func carriedBlobs() async -> [BlobHash]
    /// Whether the bytes are those that they are called after.
    func isSound(_ hash: BlobHash) async throws -> Bool
}

extension LogVerifier {
    /// What is wrong with the files that a source carries: altered, or named by nothing in the log; and which it lacks.
    ///
    /// An object may speak of a file that nobody brought anywhere, so what is lacking is no problem of the log.
    ///
    /// - Parameter named: what the bodies of the log name; nil where they were not read.
    static func examineBlobs(
        of source: some LogSource, named: Set<BlobHash>?
    ) async -> (count: Int, lacking: [String], problems: [Verification.Problem]) {
        guard let carrier = source as? any BlobCarrier else { return (0, [], []) }
        let carried = await carrier.carriedBlobs()
        var problems: [Verification.Problem] = []
        for hash in carried {
            if let named, !named.contains(hash) {
                problems.append(
                    .init(kind: .stranger, position: nil, sentence: "nothing in the log names the file \(hash)"))
            }
            do {
                guard try await !carrier.isSound(hash) else { continue }
                problems.append(
                    .init(kind: .badBlob, position: nil, sentence: "the file \(hash) is not what it is called after"))
            } catch {
                problems.append(
                    .init(kind: .unreadable, position: nil, sentence: "the file \(hash) can't be read: \(error)"))
            }
        }
        return (carried.count, (named ?? []).subtracting(carried).map(\.description).sorted(), problems)
    }
}

extension ExportedLog: BlobCarrier {
    package func carriedBlobs() -> [BlobHash] { members.keys.sorted().compactMap(BlobMember.hash(of:)) }

    package func isSound(_ hash: BlobHash) throws -> Bool {
        guard let (start, length) = members[BlobMember.name(of: hash)] else { return false }
        var digest = SHA256()
        var offset = 0
        while offset < length {
            let piece = try file.bytes(at: start + offset, count: min(1 << 20, length - offset))
            guard !piece.isEmpty else { return false }
            digest.update(data: piece)
            offset += piece.count
        }
        return Array(digest.finalize()) == hash.bytes
    }
}
