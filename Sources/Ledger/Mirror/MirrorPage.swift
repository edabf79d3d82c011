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

    /// - Parameters:
    ///   - start: the first entry that is wanted.
    ///   - before: the date of the entry before that one.
    /// - Throws: `unproven` where something is not what the entries commit to.
    init(
        _ bundle: EntryBundle, leaves: [[UInt8]], records: [EntryRecord], from start: Int, after before: Timestamp?
    ) throws {
        guard leaves.count == bundle.width, records.count == bundle.width else {
            throw LedgerError(
                .unproven, "\(bundle) holds \(leaves.count) entries and \(records.count) records, not \(bundle.width)")
        }
        self.start = start
        var last = before
        entries = try zip(leaves, records).enumerated().dropFirst(start - bundle.entries.lowerBound).map {
            offset, pair in
            let position = bundle.entries.lowerBound + offset
            func bad(_ what: String) -> LedgerError { LedgerError(.unproven, "entry \(position) \(what)") }
            guard let leaf = Leaf(pair.0) else { throw bad("is not in a form that this program knows") }
            if let last, leaf.dateAdded <= last { throw bad("is dated \(leaf.dateAdded), not after the one before it") }
            last = leaf.dateAdded
            if position == 0, leaf.kind != .config { throw bad("does not state the rules of the log") }
            guard let opening = pair.1.opening else {
                guard leaf.kind == .place else { throw bad("says nothing, and only a placement may") }
                return Entry(leaf: leaf, opening: nil, saying: .nothing)
            }
            guard opening.salt.count == 32,
                LogRecord.commitment(salt: opening.salt, record: opening.record) == leaf.commitment
            else { throw bad("commits to another salt and record") }
            // It must be possible to make the record again from what it says.
            guard let record = try? LogRecord(leaf.kind, opening.record), (try? record.bytes()) == opening.record else {
                throw bad("has a record in a form that this program does not know")
            }
            let saying: Saying =
                switch record {
                case .place(let placement): .place(placement, try Self.body(pair.1.body, placement, leaf, bad))
                case .withdraw(let ended, _): .withdraw(position: ended)
                case .erase(let ended, _): .erase(position: ended)
                case .config(let rules): .config(rules)
                }
            return Entry(leaf: leaf, opening: opening, saying: saying)
        }
    }

    private static func body(
        _ bytes: [UInt8]?, _ placement: LogRecord.Placement, _ leaf: Leaf, _ bad: (String) -> LedgerError
    ) throws -> Body {
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
