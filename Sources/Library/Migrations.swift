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
    Migration(
        name: "library-0002-links",
        why:
            "Whoever reads a record must know which of its links lead nowhere any more, and who wrote it must be told.",
        sql: [
            // A projection of objects of kinds: every value that is an address. `field`: as the kind has it, within a list `list.field`.
            """
            CREATE TABLE record_link (
                collection BIGINT NOT NULL, line BIGINT NOT NULL, part BIGINT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL,
                hash TEXT NOT NULL, link TEXT NOT NULL, PRIMARY KEY (line, part, collection))
            """,
            "CREATE INDEX record_link_hash ON record_link (hash, collection)",
            "CREATE INDEX record_link_field ON record_link (collection, kind, field)",
            // What was found, collection by collection: of what stands where somebody does not read, they are told nothing.
            // `failing`: when it was first found to lead nowhere; `dead`: whether that was found again on another day.
            """
            CREATE TABLE checked_link (
                collection BIGINT NOT NULL, hash TEXT NOT NULL, looked BIGINT NOT NULL, finding TEXT NOT NULL, failing BIGINT,
                dead BIGINT NOT NULL, due BIGINT NOT NULL, PRIMARY KEY (hash, collection))
            """,
            "CREATE INDEX checked_link_dead ON checked_link (collection, dead, failing)",
        ]),
    Migration(
        name: "library-0003-overlaps",
        why: "Two records that somebody found to be different, although they look alike, are not offered again.",
        sql: [
            // `one` and `other`: identifiers, in their order. `grounds`: the SHA-256 of what they had in common when it was said.
            // `author`: the identifier of the organisation; `account`: by whose hand.
            """
            CREATE TABLE overlap_dismissal (
                collection BIGINT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, grounds TEXT NOT NULL, reason TEXT NOT NULL,
                author TEXT NOT NULL, account TEXT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (one, other, collection))
            """,
            "CREATE INDEX overlap_dismissal_other ON overlap_dismissal (other, collection)",
        ]),
    Migration(
        name: "library-0006-private-calendars",
        why: "A calendar program can't sign in, and its owner wants to see more than everyone may.",
        sql: [
            // `kind`: the name of the kind whose list it follows, NULL for every kind with dates; `query`: how that list is narrowed.
            // `secret`: the SHA-256 of what stands in the address. `fetched`: the day on which it was last asked for.
            """
            CREATE TABLE private_calendar (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT, query TEXT NOT NULL, language TEXT NOT NULL,
                secret BYTEA NOT NULL UNIQUE, created BIGINT NOT NULL, fetched TEXT)
            """,
            "CREATE INDEX private_calendar_account ON private_calendar (account)",
        ]),
]
