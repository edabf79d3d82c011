import MerkleLog
import STIX
import Storage

extension GatewayLedger {
    /// Brings a mirror up to the checkpoint that its source signs now (law 10).
    ///
    /// Page by page: each is proven under the signed root and then written in one transaction, so an interruption loses nothing
    /// and leaves nothing half. The checkpoint is served from here once everything that it covers is here.
    ///
    /// - Parameter progress: entries copied, of how many, after each page.
    /// - Throws: `forked`, `rolledBack` or `unproven` where the source contradicts what was verified before, or itself; both
    ///   signed notes are then kept as evidence. `badExport` where it answers with no signed note. Else what the source throws.
    @discardableResult
    package func follow(
        _ name: String, from source: some LogSource, progress: @Sendable (Int, Int) async throws -> Void = { _, _ in }
    ) async throws -> MirroredLog {
        let mirror = try await database.read { try $0.mirror(name) }
        let text = try await source.checkpoint()
        let note: SignedNote
        let checkpoint: Checkpoint
        do {
            note = try SignedNote(parsing: text.utf8)
            checkpoint = try Checkpoint(text: note.text)
        } catch {
            throw LedgerError(.badExport, "what the source gives as its checkpoint can't be read: \(error)")
        }
        do {
            try await Following(ledger: self, mirror: mirror, source: source, note: note, checkpoint: checkpoint)
                .run(progress: progress)
            try await purge()
        } catch {
            guard let alarm = Self.alarm(error) else { throw error }
            try await keep(alarm, of: mirror, theirs: note.encoded)
            throw alarm
        }
        return try await database.read { try $0.mirror(name) }
    }

    /// What a broken promise is; nil for what asking again can mend.
    private static func alarm(_ error: any Error) -> LedgerError? {
        switch error {
        case let error as LedgerError where [.forked, .rolledBack, .unproven].contains(error.code): error
        // A signed checkpoint was there, and what it promises can't be read.
        case let error as LedgerError where error.code == .badExport: LedgerError(.unproven, error.sentence)
        case let error as TileError: LedgerError(.unproven, "\(error)")
        case let error as EntryBundleError: LedgerError(.unproven, "\(error)")
        default: nil
        }
    }

    /// An alarm that is raised again with the same note is one alarm.
    private func keep(_ alarm: LedgerError, of mirror: MirroredLog, theirs: String) async throws {
        let raised = surroundings.now().microseconds
        let ours = try mirror.promised?.note ?? publication.last(mirror.collection)?.note
        try await database.write { session in
            let number = mirror.collection.number
            try session.run(
                """
                INSERT INTO mirror_alarm (collection, raised, code, sentence, ours, theirs)
                SELECT \(number), \(raised), \(alarm.code.rawValue), \(alarm.sentence), \(ours.sql), \(theirs)
                WHERE NOT EXISTS (SELECT 1 FROM mirror_alarm
                    WHERE collection = \(number) AND code = \(alarm.code.rawValue) AND theirs = \(theirs))
                """)
        }
    }
}

/// One visit to a source.
private struct Following<Source: LogSource> {
    let ledger: GatewayLedger
    let mirror: MirroredLog
    let source: Source
    let note: SignedNote
    let checkpoint: Checkpoint

    func run(progress: @Sendable (Int, Int) async throws -> Void) async throws {
        let collection = mirror.collection
        let isSigned = try isSigned(by: mirror.keys.trusted)
        // What was signed with the key in force can be held against them; entries that are not here may hand the key over.
        if !isSigned, checkpoint.size <= collection.size { throw wrongSignature }
        let isTheirs = isSigned || isOfNewEpoch
        let known = [mirror.promised, try ledger.publication.last(collection)].compactMap(\.self).map(\.checkpoint)
        try accused(isTheirs) { try compareSizes(known) }
        guard checkpoint.size > collection.size || known.contains(where: { $0.head != checkpoint.head }) else {
            return try await finish()
        }
        var tree = try await ProvenTree(checkpoint.head, from: source)
        for before in known {
            try await accused(isTheirs) {
                try await compare(before.head, &tree, "the checkpoint of \(before.size) entries")
            }
        }
        let here = try await ledger.database.read { session in
            try TreeBuilder(
                size: collection.size, reading: TileTable(collection: collection.number, session: session)
            ).head
        }
        try await accused(isTheirs) {
            try await compare(here, &tree, "the \(here.size) entries that are here")
        }
        if !isSigned { try await followKeys(&tree) }
        let promised = note.encoded
        try await ledger.database.write { session in
            try session.run(
                "UPDATE mirror SET promised = \(promised) WHERE collection = \(collection.number)")
        }
        guard try await copy(&tree, progress: progress) else { return }
        try await finish()
    }

    private func isSigned(by key: NoteVerifier) -> Bool {
        checkpoint.origin.utf8.elementsEqual(key.name.utf8) && (try? note.verify(with: [key])) != nil
    }

    /// Whether the same key has signed it for another epoch of the same log, in the name of that.
    private var isOfNewEpoch: Bool {
        guard let key = try? mirror.keys.trusted,
            checkpoint.origin.split(separator: "/").dropLast() == key.name.split(separator: "/").dropLast(),
            let renamed = try? NoteVerifier(name: checkpoint.origin, key: key.key)
        else { return false }
        return isSigned(by: renamed)
    }

    /// What the peer did not sign can't be held against it: anybody on the way could have made it.
    private func accused(_ isSigned: Bool, _ compare: () throws -> Void) throws {
        do {
            try compare()
        } catch let error as LedgerError where !isSigned && (error.code == .forked || error.code == .rolledBack) {
            throw wrongSignature
        }
    }

    private func accused(_ isSigned: Bool, _ compare: () async throws -> Void) async throws {
        do {
            try await compare()
        } catch let error as LedgerError where !isSigned && (error.code == .forked || error.code == .rolledBack) {
            throw wrongSignature
        }
    }

    private var wrongSignature: LedgerError {
        LedgerError(
            .unproven,
            "the checkpoint of \(checkpoint.origin) is not signed by the key \(mirror.key), nor by one to which it handed over"
        )
    }

    private func compareSizes(_ known: [Checkpoint]) throws {
        for before in known where checkpoint.size < before.size {
            throw LedgerError(
                .rolledBack, "the log had \(before.size) entries, and its checkpoint now states \(checkpoint.size)")
        }
        // Entries that are here were proven under a checkpoint, even where a restore has lost it.
        guard checkpoint.size >= mirror.collection.size else {
            throw LedgerError(
                .rolledBack,
                "\(mirror.collection.size) entries of the log are here, and its checkpoint now states \(checkpoint.size)"
            )
        }
        for before in known where checkpoint.size == before.size && checkpoint.root != before.root {
            throw LedgerError(.forked, "the log was signed with two contents of \(before.size) entries")
        }
    }

    private func compare(_ before: TreeHead, _ tree: inout ProvenTree<Source>, _ what: String) async throws {
        guard try await tree.root(at: before.size) == before.root else {
            throw LedgerError(
                .forked, "the log of \(checkpoint.size) entries does not continue \(what): it has two histories")
        }
    }

    /// Looks through the entries that are not here for those that hand the log over to the key of the checkpoint.
    ///
    /// - Throws: `unproven` where none does.
    private func followKeys(_ tree: inout ProvenTree<Source>) async throws {
        var keys = try mirror.keys
        let size = mirror.collection.size
        for bundle in EntryBundle.all(in: checkpoint.size, since: size) {
            let leaves = try await source.leaves(of: bundle)
            try await tree.verify(leaves.map { .leaf($0) }, of: bundle)
            guard leaves.contains(where: { Leaf($0)?.kind == .config }) else { continue }
            try await pages(of: bundle, leaves, from: max(size, bundle.entries.lowerBound), after: nil) { page in
                for (offset, entry) in page.entries.enumerated() {
                    if case .config(let rules) = entry.saying { try keys.take(rules, at: page.start + offset) }
                }
            }
        }
        guard isSigned(by: keys.trusted) else { throw wrongSignature }
    }

    /// False where somebody else copies the same log at the same time.
    private func copy(
        _ tree: inout ProvenTree<Source>, progress: @Sendable (Int, Int) async throws -> Void
    ) async throws -> Bool {
        var size = mirror.collection.size
        var before = mirror.collection.lastAdded
        var bundles = EntryBundle.all(in: checkpoint.size, since: size).makeIterator()
        var next = try await read(bundles.next())
        while let (bundle, leaves) = next {
            try Task.checkCancellation()
            // Reading what comes next goes on while this is checked and written.
            let after = bundles.next()
            async let following = read(after)
            // Before a record is read, its entry is proven: nobody but who signed can make this gateway hold anything.
            try await tree.verify(leaves.map { .leaf($0) }, of: bundle)
            do {
                try await pages(of: bundle, leaves, from: size, after: before) { page in
                    guard try await write(page) else { throw Overtaken() }
                    size = page.start + page.entries.count
                    before = page.entries.last?.leaf.dateAdded
                    try await progress(size, checkpoint.size)
                }
            } catch is Overtaken {
                return false
            }
            next = try await following
        }
        return true
    }

    /// Somebody else copies the same log at the same time.
    private struct Overtaken: Error {}

    /// What the entries of a bundle say, whose leaves have been proven: a page of a bounded size at a time.
    private func pages(
        of bundle: EntryBundle, _ leaves: [[UInt8]], from start: Int, after before: Timestamp?,
        take: (MirrorPage) async throws -> Void
    ) async throws {
        var builder = MirrorPage.Builder(bundle, leaves: leaves, from: start, after: before)
        try await source.records(of: bundle) { record in
            if let page = try builder.add(record) { try await take(page) }
        }
        if let page = try builder.finish() { try await take(page) }
    }

    private func read(_ bundle: EntryBundle?) async throws -> (bundle: EntryBundle, leaves: [[UInt8]])? {
        guard let bundle else { return nil }
        return (bundle, try await source.leaves(of: bundle))
    }

    private func write(_ page: MirrorPage) async throws -> Bool {
        let (ledger, id, end) = (ledger, mirror.collection.id, checkpoint.head)
        let (isWritten, hasErased) = try await ledger.database.write { session -> (Bool, Bool) in
            let mirror = try session.mirror(id)
            guard mirror.collection.size == page.start else { return (false, false) }
            var writer = try MirrorWriter(mirror, in: session, of: ledger)
            try writer.write(page)
            guard writer.head.size < end.size || writer.head == end else {
                throw LedgerError(.unproven, "the entries do not make the root that was signed")
            }
            try ledger.tellGrowth(of: mirror.collection, to: writer.head.size, in: session)
            return (true, writer.hasErased)
        }
        // As after an erasure of our own: where somebody is reading, `doctor` does it later.
        if hasErased { try? await ledger.database.settle() }
        return isWritten
    }

    /// Everything that the checkpoint covers is here: it is served from now on, as it came.
    private func finish() async throws {
        let (ledger, collection, note, size) = (ledger, mirror.collection, note.encoded, checkpoint.size)
        try await ledger.database.write { session in
            try session.run(
                """
                UPDATE mirror SET proven = \(size), verified = \(ledger.surroundings.now().microseconds), promised = \(note)
                WHERE collection = \(collection.number)
                """)
        } committed: { _, _ in
            try ledger.publication.keep(note, for: collection)
        }
    }
}
