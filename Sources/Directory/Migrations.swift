package import Storage

/// The directory's tables, all of them truth; `docs/tables.md` says what stands in each.
package let directoryMigrations: [Migration] = [
    Migration(
        name: "directory-0001-people",
        why: "Who may come in, of which organisation they are, by what they are recognised, and what operators did.",
        sql: [
            // `folded` is the name as it is compared: see `FoldedName`. `identity` names the public face, once there is one.
            """
            CREATE TABLE organisation (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, made BIGINT NOT NULL, identity TEXT)
            """,
            """
            CREATE TABLE constituency (
                organisation TEXT NOT NULL, position BIGINT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('network', 'asn', 'domain', 'sector')), value TEXT NOT NULL,
                PRIMARY KEY (organisation, kind, value))
            """,
            """
            CREATE TABLE account (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, organisation TEXT NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('administrator', 'analyst', 'member', 'reader')),
                state TEXT NOT NULL CHECK (state IN ('active', 'disabled')), made BIGINT NOT NULL)
            """,
            "CREATE INDEX account_organisation ON account (organisation)",
            // Of every secret only the SHA-256 is here.
            """
            CREATE TABLE invitation (
                digest BYTEA PRIMARY KEY, account TEXT NOT NULL UNIQUE, made BIGINT NOT NULL, expires BIGINT NOT NULL)
            """,
            // `proof` is what is compared with: for a key its SHA-256.
            """
            CREATE TABLE sign_in_method (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('key')),
                proof BYTEA NOT NULL, made BIGINT NOT NULL, used BIGINT)
            """,
            "CREATE INDEX sign_in_method_account ON sign_in_method (account)",
            """
            CREATE TABLE session (
                id TEXT PRIMARY KEY, digest BYTEA NOT NULL UNIQUE, account TEXT NOT NULL, made BIGINT NOT NULL,
                seen BIGINT NOT NULL, remote TEXT NOT NULL)
            """,
            "CREATE INDEX session_account ON session (account)",
            """
            CREATE TABLE token (
                id TEXT PRIMARY KEY, digest BYTEA NOT NULL UNIQUE, account TEXT NOT NULL, name TEXT NOT NULL,
                scope TEXT NOT NULL CHECK (scope IN ('read', 'write')), collections TEXT, made BIGINT NOT NULL,
                expires BIGINT NOT NULL, used BIGINT)
            """,
            "CREATE INDEX token_account ON token (account)",
            """
            CREATE TABLE sharing_group (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE, hides_members BIGINT NOT NULL,
                made BIGINT NOT NULL)
            """,
            """
            CREATE TABLE sharing_group_member (
                sharing_group TEXT NOT NULL, organisation TEXT NOT NULL, made BIGINT NOT NULL,
                PRIMARY KEY (sharing_group, organisation))
            """,
            "CREATE INDEX sharing_group_member_organisation ON sharing_group_member (organisation)",
            // Written once, with the collection it is made for; nothing changes a row (law 6).
            """
            CREATE TABLE persons_list (
                list TEXT NOT NULL, account TEXT NOT NULL, made BIGINT NOT NULL, PRIMARY KEY (list, account))
            """,
            "CREATE INDEX persons_list_account ON persons_list (account)",
            // `account` is NULL for a command on the machine. Names are those of the day.
            """
            CREATE TABLE audit (
                number INTEGER PRIMARY KEY, made BIGINT NOT NULL, account TEXT, who TEXT NOT NULL, act TEXT NOT NULL,
                subject TEXT NOT NULL, detail TEXT NOT NULL)
            """,
        ]),
    Migration(
        name: "directory-0002-reserved",
        why: "Nobody speaks under the identifier of an organisation here but that organisation (law 4).",
        sql: [
            """
            INSERT INTO reserved (id, party) SELECT 'identity--' || o.id, o.id FROM organisation o
            WHERE NOT EXISTS (SELECT 1 FROM reserved r WHERE r.id = 'identity--' || o.id)
            """,
            """
            INSERT INTO reserved (id, party) SELECT min(o.identity), min(o.id) FROM organisation o
            WHERE o.identity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reserved r WHERE r.id = o.identity)
            GROUP BY o.identity
            """,
        ]),
    Migration(
        name: "directory-0003-working-groups",
        why: "A sharing group has a mandate, and may have an end: past it nothing is added until somebody renews it.",
        sql: [
            "ALTER TABLE sharing_group ADD COLUMN mandate TEXT NOT NULL DEFAULT ''",
            // When it is over, in microseconds.
            "ALTER TABLE sharing_group ADD COLUMN ends BIGINT",
        ]),
]
