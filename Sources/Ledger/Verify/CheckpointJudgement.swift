import Crypto
import MerkleLog

/// What a log's checkpoint is worth once the log has been walked: who signed it, and what it continues.
struct CheckpointJudgement {
    let note: SignedNote
    let checkpoint: Checkpoint
    let walk: LogWalk
    /// The key that must have signed; nil: any.
    let key: NoteVerifier?
    /// A checkpoint from an earlier time, which the log must continue.
    let known: Checkpoint?
    /// Whether the walk read what the entries say, keys among it.
    let readsBodies: Bool

    func judge(_ result: inout Verification) {
        checkSignature(&result)
        checkContinuation(&result)
    }

    private func checkSignature(_ result: inout Verification) {
        do {
            let chain = walk.keys[checkpoint.origin] ?? []
            if let key {
                guard let trusted = try trusted(key, chain) else {
                    result.problems.append(
                        .init(
                            kind: .badSignature, position: nil, sentence: "the key is that of another log, \(key.name)")
                    )
                    return
                }
                // A key that handed over to the next, in entries under the signed root, stands for the last of them.
                let isInChain = readsBodies && chain.contains(trusted.vkey)
                _ = try note.verify(with: [isInChain ? try NoteVerifier(vkey: chain.last ?? trusted.vkey) : trusted])
                result.claim = .signed(vkey: key.vkey)
            } else if let vkey = chain.last {
                // The log's own word for its key: shows that the parts fit, not who made them.
                _ = try note.verify(with: [NoteVerifier(vkey: vkey)])
            } else if readsBodies, walk.isComplete {
                result.problems.append(
                    .init(
                        kind: .badSignature, position: nil, sentence: "the log states no key for \(checkpoint.origin)"))
            }
        } catch {
            result.problems.append(
                .init(
                    kind: .badSignature, position: nil, sentence: "the checkpoint is not signed by that key: \(error)"))
        }
    }

    /// The given key under the name it has in this log; nil where it is that of another log.
    ///
    /// A gateway signs all its logs with one key under different names, and the key of one must not vouch for another. An
    /// epoch that says which one it follows is the same log under a new name.
    private func trusted(_ key: NoteVerifier, _ chain: [String]) throws -> NoteVerifier? {
        if key.name.utf8.elementsEqual(checkpoint.origin.utf8) { return key }
        guard readsBodies, walk.followed.contains(key.name) else { return nil }
        return try chain.map(NoteVerifier.init(vkey:)).first { $0.key.rawRepresentation == key.key.rawRepresentation }
    }

    private func checkContinuation(_ result: inout Verification) {
        guard let known else { return }
        func problem(_ kind: Verification.Problem.Kind, _ position: Int?, _ sentence: String) {
            result.problems.append(.init(kind: kind, position: position, sentence: sentence))
        }
        if known.origin != checkpoint.origin, !walk.followed.contains(known.origin) {
            problem(.badCheckpoint, nil, "the known checkpoint is of another log, \(known.origin)")
        } else if known.size > checkpoint.size {
            problem(
                .truncated, checkpoint.size,
                "the log was \(known.size) entries long and now ends after \(checkpoint.size); entry \(checkpoint.size) is gone"
            )
        } else if !walk.isComplete, walk.rootAtKnownSize == nil {
            return
        } else if walk.rootAtKnownSize != known.root {
            problem(.rewritten, nil, "the first \(known.size) entries are not those of the known checkpoint")
        } else if case .signed(let vkey) = result.claim {
            result.claim = .signedAndContinues(vkey: vkey, size: known.size)
        } else {
            result.claim = .continues(size: known.size)
        }
    }
}
