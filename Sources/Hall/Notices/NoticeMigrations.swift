package import Storage

/// The tables of notices; `docs/tables.md` says what stands in each.
package let noticeMigrations: [Migration] = [
    Migration(
        name: "hall-0001-notices",
        why: "Whoever must know something is told, by the ways and in the hours that they chose.",
        sql: [
            // `about`: which one of its kind. `number` grows for each account. `told`: handed to some way. `since`: when it happened
            // first after it was seen; `made`: when last; `times`: how often.
            """
            CREATE TABLE notice (
                account TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, number BIGINT NOT NULL, urgency BIGINT NOT NULL,
                collection TEXT, subject TEXT, place TEXT NOT NULL, since BIGINT NOT NULL, made BIGINT NOT NULL,
                times BIGINT NOT NULL, told BIGINT, seen BIGINT, PRIMARY KEY (account, kind, about))
            """,
            "CREATE INDEX notice_number ON notice (account, number)",
            "CREATE INDEX notice_unseen ON notice (account, seen)",
            // `position`: the number of the last notice told. `secret` must be sent, or sign: the file is its owner's alone.
            """
            CREATE TABLE notice_way (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('mail', 'webhook', 'program')),
                place TEXT NOT NULL, inner_network BIGINT NOT NULL, least BIGINT NOT NULL, made BIGINT NOT NULL,
                confirmed BIGINT, secret TEXT NOT NULL, position BIGINT NOT NULL, told BIGINT, problem TEXT)
            """,
            "CREATE INDEX notice_way_account ON notice_way (account)",
            // Minutes since midnight, in the time zone; `muted` are kinds, with spaces between.
            """
            CREATE TABLE notice_settings (
                account TEXT PRIMARY KEY, language TEXT NOT NULL, zone TEXT NOT NULL, quiet_from BIGINT, quiet_until BIGINT,
                digest_at BIGINT NOT NULL, muted TEXT NOT NULL)
            """,
            """
            CREATE TABLE notice_watch (
                collection TEXT NOT NULL, account TEXT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (collection, account))
            """,
            // In lower case; whoever reads there said that nobody is to write.
            "CREATE TABLE notice_refusal (address TEXT PRIMARY KEY, made BIGINT NOT NULL)",
            "CREATE INDEX notice_watch_account ON notice_watch (account)",
        ])
]
