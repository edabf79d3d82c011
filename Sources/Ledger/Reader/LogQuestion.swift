package import STIX
import Storage

/// Which of the entries that stand in a collection somebody asks for, in the order of its log.
package struct LogQuestion: Sendable {
    /// Which versions of each object.
    package struct Versions: Sendable, Hashable {
        package var last: Bool
        package var first: Bool
        package var all: Bool
        /// Those that were made at these moments.
        package var times: [Timestamp]

        package init(last: Bool = false, first: Bool = false, all: Bool = false, times: [Timestamp] = []) {
            (self.last, self.first, self.all, self.times) = (last, first, all, times)
        }

        /// What readers see.
        package static let last = Versions(last: true)
        package static let all = Versions(all: true)

        var isLastAlone: Bool { last && !first && !all && times.isEmpty }
    }

    /// Nil for every object.
    package var ids: [String]?
    /// Nil for every type.
    package var types: [String]?
    package var versions: Versions
    /// Only entries behind this position.
    package var after: Int
    /// Only entries that were added later than this.
    package var addedAfter: Timestamp?
    package var limit: Int

    package init(
        ids: [String]? = nil, types: [String]? = nil, versions: Versions = .last, after: Int = -1,
        addedAfter: Timestamp? = nil, limit: Int
    ) {
        self.ids = ids
        self.types = types
        self.versions = versions
        self.after = after
        self.addedAfter = addedAfter
        self.limit = limit
    }

    /// How many entries one question looks at where no index leads to what it asks for.
    static let reach = 200_000
    /// So many lines of the types asked for are gathered first; of more there is one in every few entries.
    static let fewLines = 2_000
}

/// The entries that a question finds: a statement that gives `number` and `position`, in the order of the log.
struct LogSelection {
    let sql: SQL
    /// The position before which every entry has been looked at; nil for as far as the log goes.
    let reached: Int?

    /// - Parameters:
    ///   - after: the position behind which the answer begins.
    ///   - size: entries of the log that are signed for; no others are spoken of.
    init(_ question: LogQuestion, in collection: Int, after: Int, size: Int, session: Session) throws {
        let limit = question.limit + 1
        let range: SQL = "BETWEEN \(after + 1) AND \(size - 1)"
        let end: SQL = "ORDER BY 2 LIMIT \(limit)"
        let versions = question.versions
        reached = try Self.isScan(question, in: collection, session) ? after + 1 + LogQuestion.reach : nil
        // `+` keeps the database from walking along the log where a few objects are asked for.
        if let ids = question.ids {
            // The type of an object is the beginning of its identifier.
            let ids = ids.filter { id in question.types?.contains { id.hasPrefix($0 + "--") } ?? true }
            sql =
                versions.isLastAlone
                ? """
                SELECT l.number, l.position FROM object o CROSS JOIN line l
                WHERE l.collection = o.collection AND l.object = o.number AND \(SQL.isObject(among: ids))
                AND o.collection = \(collection)
                AND +l.position \(range) \(end)
                """
                : """
                SELECT e.number, e.position FROM object o CROSS JOIN entry e
                WHERE e.collection = o.collection AND e.object = o.number AND \(SQL.isObject(among: ids))
                AND o.collection = \(collection)
                AND +e.position \(range)
                AND \(Self.stands) AND \(Self.condition(versions)) \(end)
                """
        } else if versions.isLastAlone {
            guard let types = question.types else {
                sql = "SELECT number, position FROM line WHERE collection = \(collection) AND position \(range) \(end)"
                return
            }
            // Each type gives its own by index, in order.
            let parts: [SQL] = types.map { type in
                """
                SELECT number, position FROM line
                WHERE collection = \(collection) AND type = \(type) AND position \(range) \(end)
                """
            }
            let all = parts.dropFirst().reduce("SELECT * FROM (\(parts[0])) AS t" as SQL) {
                "\($0) UNION ALL SELECT * FROM (\($1)) AS t"
            }
            sql = parts.count == 1 ? parts[0] : "\(all) \(end)"
        } else if let types = question.types, reached == nil {
            sql = """
                SELECT e.number, e.position FROM line l CROSS JOIN entry e
                WHERE e.collection = l.collection AND e.object = l.object AND l.collection = \(collection) AND l.type IN (\(list: types))
                AND l.position IS NOT NULL
                AND +e.position \(range) AND \(Self.stands) AND \(Self.condition(versions)) \(end)
                """
        } else {
            let types: SQL =
                question.types.map {
                    "l.collection = e.collection AND l.object = e.object AND l.type IN (\(list: $0))" as SQL
                } ?? "1 = 1"
            let part = after + 1..<max(after + 1, min(size, reached ?? size))
            let lines: SQL = question.types == nil ? "" : "CROSS JOIN line l"
            sql = """
                SELECT e.number, e.position FROM entry e \(lines)
                WHERE \(SQL.isEntry(in: part, of: collection))
                AND \(Self.stands) AND \(Self.condition(versions)) AND \(types) ORDER BY 1 LIMIT \(limit)
                """
        }
    }

    /// Whether the answer is found only by looking at entry after entry.
    private static func isScan(_ question: LogQuestion, in collection: Int, _ session: Session) throws -> Bool {
        guard question.ids == nil, !question.versions.isLastAlone else { return false }
        guard let types = question.types else { return true }
        let lines: Int? = try session.value(
            """
            SELECT CAST(coalesce(sum(lines), 0) AS BIGINT) FROM type_count
            WHERE collection = \(collection) AND type IN (\(list: types))
            """)
        return lines ?? 0 > LogQuestion.fewLines
    }

    /// What is withdrawn or erased stands no longer; what a mirror holds back has no body, and is named to nobody.
    private static let stands: SQL =
        "e.kind = \(EntryKind.place) AND e.object IS NOT NULL AND e.body IS NOT NULL AND e.ended IS NULL"

    private static func condition(_ versions: LogQuestion.Versions) -> SQL {
        guard !versions.all else { return "1 = 1" }
        var any: SQL = "e.version IN (\(list: versions.times.map(\.microseconds)))"
        if versions.last {
            any =
                "\(any) OR EXISTS (SELECT 1 FROM line s WHERE s.collection = e.collection AND s.number = e.number AND s.position IS NOT NULL)"
        }
        if versions.first {
            any = """
                \(any) OR NOT EXISTS (SELECT 1 FROM entry f WHERE f.collection = e.collection AND f.object = e.object
                AND f.ended IS NULL AND f.body IS NOT NULL AND f.version < e.version)
                """
        }
        return "(\(any))"
    }
}
