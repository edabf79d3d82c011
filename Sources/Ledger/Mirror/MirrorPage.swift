import Crypto
import MerkleLog
import STIX

/// Up to 256 entries of a peer's log, each with what it says, after every check that needs no database.
struct MirrorPage: Sendable {
    let start: Int
    let entries: [Entry]

    struct Entry: Sendable {
        let leaf: Leaf
        let opening: EntryRecord.Opening?
        let saying: Saying
    }

    enum Saying: Sendable {
        case place(LogRecord.Placement, Body)
        /// The peer hands out neither salt nor record of it.
        case nothing
        case withdraw(position: Int)
        case erase(position: Int)
        case config(JSON)
    }

    /// What came with an entry that places something.
    enum Body: Sendable {
        case missing
        case whole(Candidate)
        /// It is what was placed, but this gateway does not take it.
        case refused(String, bytes: [UInt8])
    }

    /// Makes pages of the records of one bundle as they come: what does not fit its entry is refused before the next is read.
    struct Builder {
        private let bundle: EntryBundle
        private let leaves: [[UInt8]]
        private let first: Int
        private var offset = 0
        private var last: Timestamp?
        private var start: Int
        private var entries: [Entry] = []
        private var bytes = 0

        /// A page is given up at so many bytes, be the bundle at its end or not.
        private static let mostBytes = 8 << 20

        /// - Parameters:
        ///   - leaves: of the bundle, which have been proven.
        ///   - start: the first entry that is wanted.
        ///   - before: the date of the entry before that one.
        init(_ bundle: EntryBundle, leaves: [[UInt8]], from start: Int, after before: Timestamp?) {
            (self.bundle, self.leaves, self.start, last) = (bundle, leaves, start, before)
            first = start
        }

        /// Takes the next record; a page where there is enough for one.
        ///
        /// - Throws: `unproven` where it is not what its entry commits to.
        mutating func add(_ record: EntryRecord) throws -> MirrorPage? {
            let position = bundle.entries.lowerBound + offset
            guard offset < leaves.count else {
                throw LedgerError(.unproven, "\(bundle) comes with more records than its \(leaves.count) entries")
            }
            defer { offset += 1 }
            guard position >= first else { return nil }
            let entry = try Entry(leaves[offset], record, at: position, after: last)
            last = entry.leaf.dateAdded
            entries.append(entry)
            bytes += record.body?.count ?? 0
            return bytes >= Self.mostBytes ? give() : nil
        }

        /// The last page of the bundle, if there is one.
        ///
        /// - Throws: `unproven` where there were too few records.
        mutating func finish() throws -> MirrorPage? {
            guard offset == leaves.count else {
                throw LedgerError(
                    .unproven, "\(bundle) holds \(leaves.count) entries and comes with \(offset) records")
            }
            return entries.isEmpty ? nil : give()
        }

        private mutating func give() -> MirrorPage {
            defer { (start, entries, bytes) = (start + entries.count, [], 0) }
            return MirrorPage(start: start, entries: entries)
        }
    }
}

extension MirrorPage.Entry {
    /// - Throws: `unproven` where something is not what the entry commits to.
    fileprivate init(_ bytes: [UInt8], _ record: EntryRecord, at position: Int, after last: Timestamp?) throws {
        func bad(_ what: String) -> LedgerError { LedgerError(.unproven, "entry \(position) \(what)") }
        guard let leaf = Leaf(bytes) else { throw bad("is not in a form that this program knows") }
        if let last, leaf.dateAdded <= last { throw bad("is dated \(leaf.dateAdded), not after the one before it") }
        if position == 0, leaf.kind != .config { throw bad("does not state the rules of the log") }
        guard let opening = record.opening else {
            guard leaf.kind == .place else { throw bad("says nothing, and only a placement may") }
            self.init(leaf: leaf, opening: nil, saying: .nothing)
            return
        }
        guard opening.salt.count == 32,
            LogRecord.commitment(salt: opening.salt, record: opening.record) == leaf.commitment
        else { throw bad("commits to another salt and record") }
        // It must be possible to make the record again from what it says.
        guard let made = try? LogRecord(leaf.kind, opening.record), (try? made.bytes()) == opening.record else {
            throw bad("has a record in a form that this program does not know")
        }
        let saying: MirrorPage.Saying =
            switch made {
            case .place(let placement): .place(placement, try Self.body(record.body, placement, leaf, bad))
            case .withdraw(let ended, _): .withdraw(position: ended)
            case .erase(let ended, _): .erase(position: ended)
            case .config(let rules): .config(rules)
            }
        self.init(leaf: leaf, opening: opening, saying: saying)
    }

    private static func body(
        _ bytes: [UInt8]?, _ placement: LogRecord.Placement, _ leaf: Leaf, _ bad: (String) -> LedgerError
    ) throws -> MirrorPage.Body {
        guard STIXIdentifier.isValid(placement.id) else { throw bad("places something without an identifier") }
        guard let bytes else { return .missing }
        guard Array(SHA256.hash(data: bytes)) == placement.sha256 else { throw bad("comes with another body") }
        var scanned: [Scanned] = []
        var scanner = ObjectScanner()
        do {
            try bytes.withUnsafeBytes { try scanner.feed($0) { scanned.append($0) } }
            try scanner.finish { scanned.append($0) }
        } catch let error as StreamError {
            return .refused(error.sentence, bytes: bytes)
        }
        guard scanned.count == 1, let only = scanned.first else {
            return .refused("It is \(scanned.count) objects instead of one.", bytes: bytes)
        }
        switch only {
        case .refused(let refused): return .refused(refused.finding.sentence, bytes: bytes)
        case .object(let object):
            let candidate = Candidate(object)
            guard object.bytes == bytes, object.id == placement.id,
                (candidate.version ?? leaf.dateAdded) == placement.version
            else { return .refused("It is not the object that its record names.", bytes: bytes) }
            return .whole(candidate)
        }
    }
}
