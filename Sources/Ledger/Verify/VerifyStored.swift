package import MerkleLog
package import Storage

extension GatewayLedger {
    /// Verifies the log of a collection of this data directory, while others may be writing to it.
    ///
    /// What an interrupted writer left durable and unsigned is signed first, as by every opening. A log that grew meanwhile is
    /// verified again: an erasure changes what an older checkpoint covers, and only a later entry explains it.
    ///
    /// - Parameter key: the key that must have signed, as it is each time.
    package func verify(
        _ name: String, key: @Sendable @escaping (Session) throws -> NoteVerifier? = { _ in nil },
        known: Checkpoint? = nil, readsBodies: Bool = true, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Verification {
        await signIfPossible()
        var rounds = 0
        while true {
            rounds += 1
            let verifier = LogVerifier(
                key: try await database.read(key), known: known, readsBodies: readsBodies,
                gaps: try await gaps(in: name))
            let log = try await storedLog(name)
            let result = try await verifier.verify(log, progress: progress)
            guard !result.problems.isEmpty, rounds < Self.mostRounds else { return result }
            // Whoever has just committed has signed after this.
            await signIfPossible()
            let now = try? await signed(log.collection)?.checkpoint
            if now?.head == result.head { return result }
        }
    }

    private static let mostRounds = 5

    /// What can't be signed is what the verification is about to find.
    private func signIfPossible() async { _ = try? await publishAll() }
}

extension Verification {
    /// The head that was verified.
    fileprivate var head: TreeHead? { root.map { TreeHead(size: size, root: $0) } }
}
