package import Storage

/// The tables of what is exchanged with other systems; `docs/tables.md` says which are truth and which projection.
package let exchangeMigrations: [Migration] = [
    Migration(
        name: "exchange-0001-polled-sources",
        why: "Servers that objects come from, and how far each has been read: a restart goes on where it was.",
        sql: [
            // `credentials` are kept as they are sent, because they must be sent: the file is its owner's alone.
            // `paused` is a person's wish; `stopped` says that somebody must look before it is asked again.
            """
            CREATE TABLE polled_source (
                id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, address TEXT NOT NULL,
                credentials TEXT NOT NULL, authority TEXT, collection TEXT NOT NULL, default_marking BIGINT,
                reliability TEXT NOT NULL, seconds BIGINT NOT NULL, created BIGINT NOT NULL, paused BIGINT NOT NULL,
                stopped BIGINT NOT NULL, cursor TEXT, state TEXT, tried BIGINT, succeeded BIGINT, failing_since BIGINT,
                failures BIGINT NOT NULL, failed BIGINT NOT NULL, placed BIGINT NOT NULL,
                problem TEXT, problem_code TEXT, due BIGINT NOT NULL)
            """
        ]),
    Migration(
        name: "exchange-0002-taxii-status",
        why: "A program that added objects asks later what became of them (TAXII 2.1 §4.3).",
        sql: [
            // `resource` is the JSON that is answered. A row ends after two days, or when an object it names is erased.
            """
            CREATE TABLE taxii_status (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, made BIGINT NOT NULL, resource TEXT NOT NULL)
            """,
            "CREATE INDEX taxii_status_account ON taxii_status (account, made)",
            "CREATE INDEX taxii_status_made ON taxii_status (made)",
        ]),
    Migration(
        name: "exchange-0003-pushes",
        why: "How much of a collection each outside server has been given: the next push sends what is new.",
        sql: [
            // Positions count within an epoch: a restored log begins to count anew.
            """
            CREATE TABLE push (
                collection TEXT NOT NULL, address TEXT NOT NULL, epoch BIGINT NOT NULL, next BIGINT NOT NULL,
                up_to BIGINT NOT NULL, pushed BIGINT NOT NULL, PRIMARY KEY (collection, address))
            """
        ]),
    Migration(
        name: "exchange-0004-plain-lists",
        why: "Lists of values for firewalls and resolvers, each at an address of its own.",
        sql: [
            // `secret` is the SHA-256 of what stands in the address; `collections` are ids, NULL for all that the owner reads.
            """
            CREATE TABLE plain_list (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, collections TEXT,
                confidence BIGINT NOT NULL, ceiling BIGINT NOT NULL, secret BYTEA NOT NULL UNIQUE, created BIGINT NOT NULL)
            """,
            "CREATE INDEX plain_list_account ON plain_list (account)",
        ]),
    Migration(
        name: "exchange-0005-visits",
        why: "A source that ended the process is set aside at the next start, and a slow one comes after the others.",
        sql: [
            // `visiting` is the start of the machine in which a visit began that has not ended.
            "ALTER TABLE polled_source ADD COLUMN visiting TEXT",
            "ALTER TABLE polled_source ADD COLUMN lasted BIGINT NOT NULL DEFAULT 0",
        ]),
    Migration(
        name: "exchange-0006-corrections",
        why: "A source may be told that its later content under one version replaces its own earlier (law 4).",
        sql: ["ALTER TABLE polled_source ADD COLUMN corrections TEXT NOT NULL DEFAULT 'hold'"]),
    Migration(
        name: "exchange-0007-visits-are-work",
        why: "When a source is asked next, and whether it stopped, is said by its row of work.",
        sql: [
            """
            INSERT INTO work (kind, key, payload, due, asked, revision, attempts, failing_since, stopped, problem, ends)
            SELECT 'source', id, '', due, created, 0, failures, failing_since, stopped, problem, 0 FROM polled_source
            WHERE paused = 0
            """,
            "ALTER TABLE polled_source DROP COLUMN due", "ALTER TABLE polled_source DROP COLUMN stopped",
            "ALTER TABLE polled_source DROP COLUMN visiting",
        ]),
    Migration(
        name: "exchange-0008-inner-networks",
        why:
            "A source stands on this machine or in an inner network only where an operator has said so of that source.",
        sql: ["ALTER TABLE polled_source ADD COLUMN inner_network BIGINT NOT NULL DEFAULT 0"]),
]
