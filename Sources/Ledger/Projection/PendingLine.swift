import STIX

/// A version line as one transaction leaves it, before its table says so.
///
/// An input may hold many versions of one object; only the last of a transaction is ever seen.
final class PendingLine {
    /// What the table says; nil where it has no such line.
    let base: Line?
    private(set) var source: Int
    private(set) var created: Int64?
    private(set) var createdBy: Int?
    private(set) var revokedFrom: Int64?
    /// What readers will see, where that is not what the table says.
    private(set) var shown: (candidate: Candidate, entry: ShownEntry)?

    /// A line that an entry begins.
    init(beginningWith candidate: Candidate, _ entry: ShownEntry, createdBy: Int?) {
        base = nil
        source = entry.source
        self.createdBy = createdBy
        created = candidate.object.created?.microseconds
        revokedFrom = candidate.object.revoked ? entry.version : nil
        shown = (candidate, entry)
    }

    init(_ line: Line) {
        base = line
        (source, created, createdBy, revokedFrom) = (line.source, line.created, line.createdBy, line.revokedFrom)
    }

    /// The line as it is now.
    var line: Line {
        Line(
            number: shown?.entry.number ?? base?.number ?? 0, source: source, created: created, createdBy: createdBy,
            revokedFrom: revokedFrom,
            current: shown.map {
                Line.Shown(
                    position: $0.entry.position, version: $0.entry.version, sha256: $0.entry.sha256,
                    saidBy: $0.entry.source)
            } ?? base?.current)
    }

    /// An entry placed a further version.
    ///
    /// - Parameter takesOver: whether it is the word of the party whose identifier it is, which speaks for itself from here on (law 4).
    func add(_ candidate: Candidate, _ entry: ShownEntry, createdBy: Int?, takesOver: Bool) {
        let before = line
        if takesOver {
            (source, created, revokedFrom) = (entry.source, candidate.object.created?.microseconds, nil)
            self.createdBy = createdBy
        }
        if candidate.object.revoked { revokedFrom = min(revokedFrom ?? .max, entry.version) }
        if let current = before.current {
            guard entry.version > current.version else { return }
            // What others say of an observable stands beside what its line's own source says of it.
            let isOthers = current.saidBy == before.source && entry.source != before.source
            if candidate.version == nil, isOthers, !takesOver { return }
        }
        shown = (candidate, entry)
    }
}
