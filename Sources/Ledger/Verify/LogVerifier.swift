import Crypto
package import MerkleLog

/// Checks a log from its leaves up, trusting nobody.
package struct LogVerifier {
    /// The key that must have signed; nil: any key, which proves nothing about who.
    package var key: NoteVerifier?
    /// A checkpoint from an earlier time, which the log must continue.
    package var known: Checkpoint?
    /// Whether records and bodies are read too.
    package var readsBodies = true
    /// Entries of which a mirror says itself that it lacks something; they are counted instead of being problems.
    package var gaps: Set<Int> = []

    package init(
        key: NoteVerifier? = nil, known: Checkpoint? = nil, readsBodies: Bool = true, gaps: Set<Int> = []
    ) {
        self.gaps = gaps
        self.key = key
        self.known = known
        self.readsBodies = readsBodies
    }

    /// Reports at most this many problems.
    static let mostProblems = 100

    /// - Parameter progress: entries verified, of how many.
    /// - Throws: only where the source could not be read at all; everything else is a problem in the answer.
    package func verify(_ source: some LogSource, progress: (Int, Int) -> Void = { _, _ in }) async throws
        -> Verification
    {
        var result = Verification()
        let note: SignedNote
        let checkpoint: Checkpoint
        let text = try await source.checkpoint()
        do {
            note = try SignedNote(parsing: text.utf8)
            checkpoint = try Checkpoint(text: note.text)
        } catch {
            result.problems.append(
                .init(kind: .badCheckpoint, position: nil, sentence: "the checkpoint can't be read: \(error)"))
            return result
        }
        result.origin = checkpoint.origin
        result.size = checkpoint.size
        result.root = checkpoint.root

        var walk = LogWalk(readsBodies: readsBodies, knownSize: known?.size)
        // A checkpoint may state any size, so the bundles are counted off one by one and never listed.
        var bundles = EntryBundle.all(in: checkpoint.size).makeIterator()
        var next = await BundlePieces.read(bundles.next(), from: source)
        while let current = next {
            // Reading the next bundle goes on while this one is checked.
            let bundle = bundles.next()
            async let following = BundlePieces.read(bundle, from: source)
            do {
                let pieces = try current.get()
                await walk.begin(pieces, of: checkpoint.size, from: source)
                if readsBodies {
                    do {
                        try await source.records(of: pieces.bundle) { try walk.take($0) }
                    } catch is LogWalk.Enough {}
                }
                await walk.finishBundle(from: source)
            } catch {
                walk.stop(at: walk.position, error)
                break
            }
            progress(walk.position, checkpoint.size)
            next = await following
        }
        await walk.finishTiles(from: source)
        result.missing = walk.takeUnexplained(gaps)
        walk.checkErasures()
        // Of two problems with one entry, what became of the entry itself comes first.
        result.problems = walk.judgeTree(against: checkpoint) + walk.problems
        result.withdrawn = walk.withdrawn
        result.erased = walk.erasures.count
        result.bodies = walk.bodies
        result.bodyBytes = walk.bodyBytes
        checkSignature(note, walk, &result)
        checkContinuation(checkpoint, walk, &result)
        // Somebody who unpacks them could take them for a part of what was verified.
        result.problems += await source.strangers(in: checkpoint.size).map {
            .init(
                kind: .stranger, position: nil,
                sentence: "\($0) is no part of a log of \(checkpoint.size) entries")
        }
        let carried = await Self.examineBlobs(of: source, named: readsBodies && walk.isComplete ? walk.named : nil)
        result.blobs = carried.count
        result.lackingBlobs = carried.lacking
        result.problems += carried.problems
        let inOrder = result.problems.enumerated().sorted {
            ($0.element.position ?? .max, $0.offset) < ($1.element.position ?? .max, $1.offset)
        }
        result.problems = inOrder.prefix(Self.mostProblems).map(\.element)
        return result
    }

    private func checkSignature(_ note: SignedNote, _ walk: LogWalk, _ result: inout Verification) {
        do {
            let chain = walk.keys[result.origin] ?? []
            if let key {
                guard let trusted = try self.trusted(key, result.origin, chain, walk) else {
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
                        kind: .badSignature, position: nil, sentence: "the log states no key for \(result.origin)"))
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
    private func trusted(_ key: NoteVerifier, _ origin: String, _ chain: [String], _ walk: LogWalk) throws
        -> NoteVerifier?
    {
        if key.name.utf8.elementsEqual(origin.utf8) { return key }
        guard readsBodies, walk.followed.contains(key.name) else { return nil }
        return try chain.map(NoteVerifier.init(vkey:)).first { $0.key.rawRepresentation == key.key.rawRepresentation }
    }

    private func checkContinuation(_ checkpoint: Checkpoint, _ walk: LogWalk, _ result: inout Verification) {
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
