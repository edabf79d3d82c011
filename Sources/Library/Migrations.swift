package import Storage

/// The tables of the library; `docs/tables.md` says what stands in each.
package let libraryMigrations: [Migration] = [
    Migration(
        name: "library-0001-records",
        why:
            "Lists of a kind, their filters and their calendars are asked of what stands, without reading every object.",
        sql: [
            // A projection of objects of kinds. `kind`: the identifier of the kind. `added`: to the collection.
            """
            CREATE TABLE record (
                collection BIGINT NOT NULL, line BIGINT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, added BIGINT NOT NULL,
                PRIMARY KEY (line, collection))
            """,
            "CREATE INDEX record_kind ON record (kind, collection, added)",
            "CREATE INDEX record_added ON record (collection, added)",
            // Their short values by field: what lists are narrowed by, and what places them in calendars.
            """
            CREATE TABLE record_value (
                collection BIGINT NOT NULL, line BIGINT NOT NULL, part BIGINT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL,
                value TEXT NOT NULL, PRIMARY KEY (line, part, collection))
            """,
            "CREATE INDEX record_value_field ON record_value (kind, field, collection, value, line)",
        ]),
    Migration(
        name: "library-0004-subscriptions",
        why: "Who reads the weekly letter, in which language, and until when they were told.",
        sql: [
            """
            CREATE TABLE subscription (
                account TEXT PRIMARY KEY, language TEXT NOT NULL, secret TEXT NOT NULL UNIQUE, sent BIGINT NOT NULL)
            """
        ]),
    Migration(
        name: "library-0005-summaries",
        why: "What everyone may read is counted each night, and compared with a week before.",
        sql: ["CREATE TABLE summary (day TEXT PRIMARY KEY, figures TEXT NOT NULL)"]),
]
