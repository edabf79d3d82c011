import Crypto
import Dispatch
import Synchronization

/// What the pieces of a file hash to, once all of it was read and found to be what it is called after.
///
/// The name of a file says what its bytes are, so what its pieces are never changes: a part is told from an altered one by the pieces that it
/// touches, whenever the disk altered it. Bounded: whose file is forgotten has it read again.
final class KnownPieces: Sendable {
    /// So long are all pieces but the last one.
    static let length = 256 << 10
    /// Of all files together; a file of a gigabyte has 4,096.
    static let most = 131_072

    /// One file is read through at a time, so many ask for the same, or for others.
    let queue = DispatchQueue(label: "concord.blobs.pieces")
    private let most: Int
    private let state = Mutex(State())

    private struct State {
        var digests: [BlobHash: (digests: [SHA256.Digest], used: Int)] = [:]
        var count = 0
        var clock = 0
    }

    init(most: Int = KnownPieces.most) { self.most = most }

    /// The digests of the pieces of a file; nil where they are not known.
    func digests(of hash: BlobHash) -> [SHA256.Digest]? {
        state.withLock { state in
            guard let found = state.digests[hash] else { return nil }
            state.clock += 1
            state.digests[hash]?.used = state.clock
            return found.digests
        }
    }

    /// Keeps them; what was asked for longest ago makes room.
    func keep(_ digests: [SHA256.Digest], of hash: BlobHash) {
        guard digests.count <= most else { return }
        state.withLock { state in
            guard state.digests[hash] == nil else { return }
            while state.count + digests.count > most,
                let oldest = state.digests.min(by: { $0.value.used < $1.value.used })
            {
                state.count -= oldest.value.digests.count
                state.digests[oldest.key] = nil
            }
            state.clock += 1
            state.digests[hash] = (digests, state.clock)
            state.count += digests.count
        }
    }

    /// How many digests are kept.
    var count: Int { state.withLock(\.count) }
}
