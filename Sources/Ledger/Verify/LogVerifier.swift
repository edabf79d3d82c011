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
        let judgement = CheckpointJudgement(
            note: note, checkpoint: checkpoint, walk: walk, key: key, known: known, readsBodies: readsBodies)
        judgement.judge(&result)
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
}
