import MerkleLog
import STIX
import Storage

/// A log on its way into an archive, piece by piece, while others write to it.
///
/// Each piece is read at a moment of its own, so a later one may lack what was withdrawn or erased since the first. The archive ends
/// at a checkpoint that covers every entry that says so: it begins with the one in force, and goes on to the next where a gap asks
/// for it. What was written before it was erased can't be taken back; where the archive would have to tell of that too, it is
/// broken off.
struct LogArchive {
    private let log: StoredLog
    /// Where the archive ends, as it looks now.
    private(set) var checkpoint: Checkpoint
    private var note: String
    /// Of each bundle that is written, how long the log was when its records were read.
    private var moments: [Int] = []
    /// The entries that ended others since the beginning: the last for each.
    private var endings: [Int: Ending] = [:]
    /// Up to which entry of the log they have been looked for.
    private var looked: Int
    private var extensions = 0
    /// The files that bodies in the archive name.
    private(set) var named: Set<BlobHash> = []

    private struct Ending {
        let position: Int
        let isErasure: Bool
    }

    /// Entries of one bundle with what they say, of one moment.
    private struct Piece {
        let bundle: EntryBundle
        let records: [EntryRecord]
        /// How long the log was.
        let size: Int
        /// Since the last look: which entries ended which.
        let endings: [(ended: Int, Ending)]
    }

    /// Of an archive that is extended more often, somebody withdraws what is read as fast as it is read.
    private static let mostExtensions = 1_000
    /// How often the next checkpoint is looked for, a tenth of a second apart: it is signed when what it covers is durable.
    private static let mostLooks = 50

    init(_ log: StoredLog) async throws {
        self.log = log
        note = try await log.checkpoint()
        checkpoint = try Checkpoint(text: SignedNote(parsing: note.utf8).text)
        looked = checkpoint.size
    }

    /// Writes all bundles with their records.
    ///
    /// - Throws: `changing` where the archive can't say what has become of the log meanwhile.
    mutating func writeEntries(
        to write: ([UInt8]) async throws -> Void, progress: (Int, Int) -> Void
    ) async throws {
        while let bundle = EntryBundle(index: moments.count, treeSize: checkpoint.size) {
            let piece = try await read(bundle)
            for (ended, ending) in piece.endings { endings[ended] = ending }
            looked = max(looked, piece.size)
            let needed = bundle.entries.compactMap { endings[$0] }.map { $0.position + 1 }.max() ?? 0
            if needed > checkpoint.size {
                try await extend(to: needed)
                // The last bundle may have more entries now.
                guard EntryBundle(index: bundle.index, treeSize: checkpoint.size) == bundle else { continue }
            }
            try await write(Tar.member(bundle.path, try bundle.encode(try await log.leaves(of: bundle))))
            var records: [UInt8] = []
            for record in piece.records { record.append(to: &records) }
            try await write(Tar.member(bundle.recordsPath, records))
            for record in piece.records { try note(record) }
            moments.append(piece.size)
            progress(bundle.entries.upperBound, checkpoint.size)
        }
    }

    /// Writes the checkpoint and the hashes that lead to it.
    func writeHead(to write: ([UInt8]) async throws -> Void) async throws {
        for tile in Tile.all(in: checkpoint.size) {
            try await write(Tar.member(tile.path, try await log.hashes(of: tile).flatMap(\.bytes)))
        }
        try await write(Tar.member("checkpoint", Array(note.utf8)))
    }

    private func read(_ bundle: EntryBundle) async throws -> Piece {
        try await log.ledger.database.read { [log, looked] session in
            let size = try session.collection(number: log.collection.number).size
            return Piece(
                bundle: bundle, records: try log.records(of: bundle, in: session), size: size,
                endings: try Self.endings(of: log.collection, from: looked, upTo: size, in: session))
        }
    }

    private static func endings(
        of collection: LogCollection, from start: Int, upTo end: Int, in session: Session
    ) throws -> [(ended: Int, Ending)] {
        guard start < end else { return [] }
        let found = try session.rows(
            """
            SELECT e.position, e.kind, e.record FROM entry e
            WHERE \(SQL.isEntry(in: start..<end, of: collection.number))
            AND (e.kind = \(EntryKind.withdraw) OR e.kind = \(EntryKind.erase)) AND e.record IS NOT NULL ORDER BY e.number
            """
        ) { row -> (ended: Int, Ending)? in
            let position: Int = try row.get(0)
            switch try LogRecord(row.get(1), row.get(2, as: [UInt8].self)) {
            case .withdraw(let ended, _): return (ended, Ending(position: position, isErasure: false))
            case .erase(let ended, _): return (ended, Ending(position: position, isErasure: true))
            case .place, .config: return nil
            }
        }
        return found.compactMap(\.self)
    }

    private mutating func extend(to needed: Int) async throws {
        extensions += 1
        guard extensions <= Self.mostExtensions else { throw Self.changing }
        for look in 0..<Self.mostLooks {
            if look > 0 { try await Task.sleep(for: .milliseconds(100)) }
            if let (note, checkpoint) = try await log.ledger.signed(log.collection), checkpoint.size >= needed {
                guard checkpoint.origin == self.checkpoint.origin else { throw Self.changing }
                (self.note, self.checkpoint) = (note, checkpoint)
                return try await checkErasures()
            }
            // Whoever wrote it may have ended before it was signed.
            try await log.ledger.publishAll()
        }
        throw Self.changing
    }

    /// Nothing that the archive holds may be erased by an entry in it.
    private mutating func checkErasures() async throws {
        if looked < checkpoint.size {
            let size = checkpoint.size
            for (ended, ending) in try await log.ledger.database.read({ [log, looked] session in
                try Self.endings(of: log.collection, from: looked, upTo: size, in: session)
            }) { endings[ended] = ending }
            looked = size
        }
        for (ended, ending) in endings where ending.isErasure && ending.position < checkpoint.size {
            let bundle = ended / Tile.fullWidth
            guard bundle < moments.count, ending.position >= moments[bundle] else { continue }
            throw Self.changing
        }
    }

    private mutating func note(_ record: EntryRecord) throws {
        guard let body = record.body, let opening = record.opening,
            case .place(let placement) = try LogRecord(.place, opening.record),
            let blob = Candidate.blob(namedBy: body, of: placement.id)
        else { return }
        named.insert(blob)
    }

    private static let changing = LedgerError(
        .changing, "what the archive holds already was erased while the rest was read; export the log again")
}
