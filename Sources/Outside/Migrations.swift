package import Storage

/// The tables of letters that leave.
package let outsideMigrations: [Migration] = [
    Migration(
        name: "outside-0001-letters",
        why: "A letter is written in the transaction that causes it, handed over later, and what became of it is seen.",
        sql: [
            // One row, `id` 1. `credentials` are kept as they are sent, because they must be sent: the file is its owner's alone.
            // `rests_until`: nothing is tried before, because of `problem`, which is not about one letter.
            """
            CREATE TABLE mail_server (
                id BIGINT PRIMARY KEY, place TEXT NOT NULL, credentials TEXT NOT NULL, authority TEXT,
                inner_network BIGINT NOT NULL, unencrypted BIGINT NOT NULL, sender TEXT NOT NULL, sender_name TEXT, bounces TEXT,
                failures BIGINT NOT NULL, problem TEXT, rests_until BIGINT NOT NULL)
            """,
            // `bytes` go when the letter has been handed over or given up; `id` is the secret by which a report is believed.
            """
            CREATE TABLE letter (
                id TEXT PRIMARY KEY, recipient TEXT NOT NULL, size BIGINT NOT NULL, bytes BYTEA, state TEXT NOT NULL,
                made BIGINT NOT NULL, ended BIGINT, status TEXT, outcome TEXT)
            """,
            "CREATE INDEX letter_state ON letter (state, made)", "CREATE INDEX letter_ended ON letter (ended)",
            // `address` in lower case.
            """
            CREATE TABLE mail_hold (
                address TEXT PRIMARY KEY, reason TEXT NOT NULL, since BIGINT NOT NULL, letter TEXT)
            """,
        ])
]
