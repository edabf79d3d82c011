import Storage

/// What stands, or stood, of the objects that a transaction brings, as far as nobody need be asked: an entry that waits to be written
/// is not asked for.
struct KnownContents {
    struct Key: Hashable {
        let object: Int
        let version: Int64
    }

    /// Of objects that this transaction has begun, the first that it placed; most have no other.
    private var begun: [Int: (version: Int64, content: Line.Content)] = [:]
    private var further: [Key: [Line.Content]] = [:]
    /// Of these something was withdrawn.
    private var stale: Set<Int> = []
    /// Of others, what was looked up together.
    private var learnt: [Key: [Line.Content]] = [:]

    /// What stands or stood under a version; nil where it must be asked.
    func all(of object: Int, version: Int64) -> [Line.Content]? {
        guard !stale.contains(object) else { return nil }
        let key = Key(object: object, version: version)
        guard let first = begun[object] else { return learnt[key] }
        return (first.version == version ? [first.content] : []) + (further[key] ?? [])
    }

    /// An entry has been placed.
    ///
    /// - Parameter begins: whether it is the first of its object here.
    mutating func add(_ content: Line.Content, of object: Int, version: Int64, begins: Bool) {
        if begins {
            begun[object] = (version, content)
        } else {
            let key = Key(object: object, version: version)
            if begun[object] != nil { further[key, default: []].append(content) }
            learnt[key]?.append(content)
        }
    }

    /// Something of it was withdrawn: from now on it is asked for.
    mutating func forget(_ object: Int) {
        stale.insert(object)
    }

    /// Looks up what stands or stood under these versions.
    mutating func learn(_ keys: [Key], in collection: Int, _ session: Session) throws {
        for key in keys { learnt[key] = [] }
        for some in learnt.keys.sorted(by: { ($0.object, $0.version) < ($1.object, $1.version) }).parts(of: 250) {
            var pairs: SQL = "(\(some[0].object), \(some[0].version))"
            for key in some.dropFirst() { pairs = "\(pairs), (\(key.object), \(key.version))" }
            try session.each(
                """
                SELECT e.sha256, e.body, e.source, e.ended, e.object, e.version FROM entry e
                WHERE e.collection = \(collection) AND (e.object, e.version) IN (VALUES \(pairs))
                """
            ) { row in
                let key = Key(object: try row.get(4), version: try row.get(5))
                learnt[key]?.append(try Line.Content(row))
            }
        }
    }
}

extension Line.Content {
    /// A row of `sha256, body, source, ended`.
    init(_ row: Row) throws {
        self.init(
            sha256: try row.get(0), source: try row.get(2), body: try row.get(1, as: Int?.self) ?? 0,
            stands: try row.get(3, as: Int?.self) == nil)
    }
}
