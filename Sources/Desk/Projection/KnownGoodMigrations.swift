import Storage

/// The tables of the known-good lists.
let knownGoodMigration = Migration(
    name: "desk-0003-known-good",
    why: "Lists of values known to be harmless, so that nobody is warned of a public resolver.",
    sql: [
        """
        CREATE TABLE known_good (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL, version BIGINT NOT NULL,
            kind TEXT NOT NULL, entries BIGINT NOT NULL, imported BIGINT NOT NULL)
        """,
        // `key` is the value's in its canonical form; that of a substring begins with a byte that no value's does.
        """
        CREATE TABLE known_good_entry (
            key BYTEA NOT NULL, list BIGINT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (key, list))
        """,
    ])
