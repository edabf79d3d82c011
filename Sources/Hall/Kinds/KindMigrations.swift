package import Storage

/// The tables of packs; `docs/tables.md` says what stands in each.
package let kindMigrations: [Migration] = [
    Migration(
        name: "hall-0002-packs",
        why:
            "Kinds come in packs, and people are shown those that their operator chose; of the core pack two from the start.",
        sql: [
            // `content`: the files by their paths, as JSON. `signer`: whose signature was verified when it was installed.
            """
            CREATE TABLE pack (
                name TEXT PRIMARY KEY, version TEXT NOT NULL, signer TEXT, content TEXT NOT NULL, installed BIGINT NOT NULL)
            """,
            "CREATE TABLE kind_offer (kind TEXT PRIMARY KEY, pack TEXT NOT NULL, since BIGINT NOT NULL)",
            "INSERT INTO kind_offer (kind, pack, since) VALUES ('guide', 'core', 0), ('event', 'core', 0)",
        ]),
    Migration(
        name: "hall-0003-terms",
        why:
            "Terms are renamed and merged; what was said under the old ones stays, and everyone reads what was changed.",
        sql: [
            """
            CREATE TABLE term_change (
                vocabulary TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL, reason TEXT NOT NULL, name TEXT NOT NULL,
                at BIGINT NOT NULL, PRIMARY KEY (vocabulary, old, at))
            """
        ]),
]
