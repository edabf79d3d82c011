import Storage

/// How `ledger-0014-numbers-by-collection` gives everything its number within its collection (``Numbering``).
///
/// What a number said before, in which order things came over all collections, is said by their dates.
enum Renumbering {
    /// 2³⁶, as it stood when this migration was written.
    private static let each = 68_719_476_736

    /// The column that tells most apart stands first in an index: PostgreSQL does not know yet how alike the others are when a table is new.
    static let statements: [SQL] =
        [
            // Which identifier was named in which collection, and its new number there.
            "CREATE TABLE renumbered (collection BIGINT NOT NULL, former BIGINT NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (collection, former))",
            SQL(
                text: """
                    INSERT INTO renumbered (collection, former, number)
                    SELECT collection, object, collection * \(each) + row_number() OVER (PARTITION BY collection ORDER BY object) FROM (
                        SELECT collection, object FROM entry WHERE object IS NOT NULL
                        UNION SELECT collection, object FROM line
                        UNION SELECT collection, created_by FROM line WHERE created_by IS NOT NULL
                        UNION SELECT collection, object FROM marking) named
                    """),
        ] + objects + entries + bodies + lines + rest

    private static let objects: [SQL] = [
        .divided(table: "object_now", "key BIGINT NOT NULL, id TEXT NOT NULL"),
        """
        INSERT INTO object_now (collection, number, key, id)
        SELECT r.collection, r.number, o.key, o.id FROM renumbered r JOIN object o ON o.number = r.former ORDER BY r.number
        """,
        "DROP TABLE object", "ALTER TABLE object_now RENAME TO object",
        "CREATE INDEX object_key ON object (key, collection)",
    ]

    private static let entries: [SQL] = [
        .divided(
            table: "entry_now",
            """
            position BIGINT NOT NULL, kind BIGINT NOT NULL, added BIGINT NOT NULL,
            commitment BYTEA NOT NULL, salt BYTEA, record BYTEA,
            object BIGINT, version BIGINT, marking BIGINT, sha256 BYTEA, body BIGINT, source BIGINT, ended BIGINT,
            CHECK (kind <> 1 OR (salt IS NULL) = (object IS NULL)),
            CHECK ((kind = 1) = (record IS NULL)),
            CHECK (number = collection * \(each) + position)
            """),
        // A body has the number of the first entry here that has it.
        SQL(
            text: """
                INSERT INTO entry_now (collection, number, position, kind, added, commitment, salt, record, object, version,
                    marking, sha256, body, source, ended)
                SELECT e.collection, e.collection * \(each) + e.position, e.position, e.kind, e.added, e.commitment, e.salt,
                    e.record, r.number, e.version, e.marking, e.sha256,
                    CASE WHEN e.body IS NOT NULL
                        THEN e.collection * \(each) + min(e.position) OVER (PARTITION BY e.collection, e.body) END,
                    e.source, e.ended
                FROM entry e LEFT JOIN renumbered r ON r.collection = e.collection AND r.former = e.object
                ORDER BY e.collection, e.position
                """),
    ]

    private static let bodies: [SQL] = [
        .divided(table: "body_now", "bytes BYTEA NOT NULL"),
        """
        INSERT INTO body_now (collection, number, bytes)
        SELECT m.collection, m.number, b.bytes FROM entry_now m
        JOIN entry e ON e.collection = m.collection AND e.position = m.position JOIN body b ON b.number = e.body
        WHERE m.body = m.number ORDER BY m.number
        """,
        "DROP TABLE body", "ALTER TABLE body_now RENAME TO body",
    ]

    private static let lines: [SQL] = [
        .divided(
            table: "line_now",
            """
            object BIGINT NOT NULL, type TEXT NOT NULL,
            source BIGINT NOT NULL, created BIGINT, created_by BIGINT, revoked_from BIGINT,
            position BIGINT, version BIGINT, marking BIGINT, added BIGINT, said_by BIGINT, sha256 BYTEA, name TEXT,
            UNIQUE (object, collection),
            CHECK (position IS NULL OR number = collection * \(each) + position)
            """),
        SQL(
            text: """
                INSERT INTO line_now (collection, number, object, type, source, created, created_by, revoked_from, position,
                    version, marking, added, said_by, sha256, name)
                SELECT l.collection, l.collection * \(each) + e.position, o.number, l.type, l.source, l.created, a.number,
                    l.revoked_from, l.position, l.version, l.marking, l.added, l.said_by, l.sha256, l.name
                FROM line l JOIN entry e ON e.number = l.number
                JOIN renumbered o ON o.collection = l.collection AND o.former = l.object
                LEFT JOIN renumbered a ON a.collection = l.collection AND a.former = l.created_by
                ORDER BY l.collection, e.position
                """),
        "DROP TABLE line", "ALTER TABLE line_now RENAME TO line",
        "CREATE INDEX line_type ON line (collection, type, position) WHERE position IS NOT NULL",
        "CREATE INDEX line_position ON line (collection, position) WHERE position IS NOT NULL",
        "DROP TABLE entry", "ALTER TABLE entry_now RENAME TO entry",
        "CREATE INDEX entry_version ON entry (object, version) WHERE object IS NOT NULL",
    ]

    private static let rest: [SQL] = [
        """
        UPDATE marking SET object = (SELECT r.number FROM renumbered r
            WHERE r.collection = marking.collection AND r.former = marking.object)
        """,
        "DROP INDEX marking_object",
        // What one line says stands together, counted.
        "DROP TABLE link",
        """
        CREATE TABLE link (
            collection BIGINT NOT NULL, line BIGINT NOT NULL, part BIGINT NOT NULL,
            start BIGINT NOT NULL, verb TEXT NOT NULL, target BIGINT NOT NULL,
            PRIMARY KEY (line, part, collection)) WITHOUT ROWID
        """,
        "CREATE INDEX link_start ON link (start, collection)", "CREATE INDEX link_target ON link (target, collection)",
        "DROP TABLE observable",
        """
        CREATE TABLE observable (
            collection BIGINT NOT NULL, key BYTEA NOT NULL, line BIGINT NOT NULL,
            PRIMARY KEY (collection, key, line)) WITHOUT ROWID
        """,
        "DROP TABLE renumbered",
    ]

    /// What names lines by their numbers is made anew.
    static func finish(in session: Session) throws {
        try Reindexing.run([SearchProjection.self, LinkProjection.self, ObservableProjection.self], in: session)
    }
}
