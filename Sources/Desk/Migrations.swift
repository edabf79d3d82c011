package import Storage

/// The desk's own tables, in the order in which they came; `docs/tables.md` says which are truth and which projection.
package let deskMigrations: [Migration] = [
    Migration(
        name: "desk-0002-saved-searches",
        why: "Searches that somebody keeps and follows in a feed reader.",
        sql: [
            // `query` is that of the search page; `secret` the SHA-256 of what stands in the feed's address.
            """
            CREATE TABLE saved_search (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
                secret BYTEA NOT NULL UNIQUE, created BIGINT NOT NULL, UNIQUE (account, query))
            """
        ])
]
