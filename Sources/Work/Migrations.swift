package import Storage

/// The tables of what waits.
package let workMigrations: [Migration] = [
    Migration(
        name: "work-0001-rows",
        why: "Everything that happens later is a row, written in the transaction that causes it.",
        sql: [
            // `asked` is when the row was last written: one from what is the future now was written by a clock that was wrong.
            // `revision` counts how often that was; whoever is at a row sees by it whether it was asked for again meanwhile.
            // `ends` counts how often the process ended in the middle of it.
            """
            CREATE TABLE work (
                kind TEXT NOT NULL, key TEXT NOT NULL, payload TEXT NOT NULL, due BIGINT NOT NULL, asked BIGINT NOT NULL,
                revision BIGINT NOT NULL, attempts BIGINT NOT NULL, failing_since BIGINT, problem TEXT, stopped BIGINT NOT NULL,
                holder TEXT, lease BIGINT, ends BIGINT NOT NULL, PRIMARY KEY (kind, key))
            """,
            "CREATE INDEX work_due ON work (kind, due) WHERE stopped = 0",
            "CREATE INDEX work_held ON work (holder) WHERE holder IS NOT NULL",
        ]),
    Migration(
        name: "work-0002-followed",
        why: "What follows a commit goes on where it was, also after a restart.",
        sql: [
            """
            CREATE TABLE followed (
                collection BIGINT NOT NULL, kind TEXT NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (collection, kind))
            """,
            // What needs somebody is found among a million rows that don't.
            "CREATE INDEX work_failing ON work (kind, stopped, due) WHERE failing_since IS NOT NULL",
        ]),
]
