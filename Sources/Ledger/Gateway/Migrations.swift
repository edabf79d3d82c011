package import Storage

/// The ledger's tables, in the order in which they came; `docs/tables.md` says which are truth and which projection.
package let ledgerMigrations: [Migration] = [
    Migration(
        name: "ledger-0001-truth",
        why: "The gateway, its collections, and the log of each with what its entries say.",
        sql: [
            """
            CREATE TABLE gateway (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, sentence TEXT NOT NULL, created BIGINT NOT NULL,
                is_demo BIGINT NOT NULL, signing_key BYTEA NOT NULL)
            """,
            """
            CREATE TABLE collection (
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alias TEXT NOT NULL UNIQUE,
                kind TEXT NOT NULL CHECK (kind IN ('own', 'mirror')),
                title TEXT NOT NULL, description TEXT NOT NULL, audience TEXT NOT NULL, ceiling BIGINT NOT NULL,
                default_marking BIGINT NOT NULL, epoch BIGINT NOT NULL, size BIGINT NOT NULL, last_added BIGINT)
            """,
            // Everything ever named here, by a number that keeps the other tables' keys short and in order of arrival.
            // `key` is the beginning of the SHA-256 of `id`; the one writer keeps `id` unique.
            "CREATE TABLE object (number INTEGER PRIMARY KEY, key BIGINT NOT NULL, id TEXT NOT NULL)",
            "CREATE INDEX object_key ON object (key)",
            "CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
            // A body contains its id, so equal bytes have equal object: that makes the key cheap, and the body stored once.
            """
            CREATE TABLE body (
                number INTEGER PRIMARY KEY, object BIGINT NOT NULL, sha256 BYTEA NOT NULL, bytes BYTEA NOT NULL,
                UNIQUE (object, sha256))
            """,
            // `record` holds the bytes of every kind but place, whose record is made from its columns. Erasing sets salt and
            // columns to NULL. `ended` is the position of the entry that withdrew or erased this one. `number` counts the entries
            // of all logs in order of arrival.
            """
            CREATE TABLE entry (
                number INTEGER PRIMARY KEY,
                collection BIGINT NOT NULL, position BIGINT NOT NULL, kind BIGINT NOT NULL, added BIGINT NOT NULL,
                commitment BYTEA NOT NULL, salt BYTEA, record BYTEA,
                object BIGINT, version BIGINT, marking BIGINT, sha256 BYTEA, body BIGINT, source BIGINT, ended BIGINT,
                UNIQUE (collection, position),
                CHECK (kind <> 1 OR (salt IS NULL) = (object IS NULL)),
                CHECK ((kind = 1) = (record IS NULL)))
            """,
            "CREATE INDEX entry_version ON entry (object, collection, version, position) WHERE object IS NOT NULL",
            """
            CREATE TABLE quarantine (
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection BIGINT NOT NULL, source BIGINT NOT NULL,
                import BIGINT,
                arrived BIGINT NOT NULL,
                code TEXT NOT NULL, sentence TEXT NOT NULL, object_id TEXT, sha256 BYTEA NOT NULL, bytes BYTEA,
                default_marking BIGINT,
                decided BIGINT, decision TEXT, decided_by TEXT, reason TEXT,
                UNIQUE (collection, sha256, code))
            """,
            "CREATE INDEX quarantine_object ON quarantine (object_id)",
            // What nobody has decided upon yet is what an operator looks at every morning.
            "CREATE INDEX quarantine_open ON quarantine (collection, number) WHERE decided IS NULL",
            // Numbers are for commands; pages name both by `id`, because numbers tell how much there is that one can't see.
            // Each input, and the entries it brought as ranges of positions: one per transaction.
            """
            CREATE TABLE import (
                number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection BIGINT NOT NULL, source BIGINT NOT NULL,
                account TEXT,
                started BIGINT NOT NULL, ended BIGINT, objects BIGINT NOT NULL, placed BIGINT NOT NULL,
                quarantined BIGINT NOT NULL, broken TEXT, undone BIGINT)
            """,
            "CREATE INDEX import_source ON import (collection, source, number)",
            """
            CREATE TABLE import_range (
                import BIGINT NOT NULL, first BIGINT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (import, first))
            """,
            "CREATE TABLE backup (made BIGINT NOT NULL, path TEXT NOT NULL)",
        ]),
    Migration(
        name: "ledger-0002-projections",
        why: "What pages, lists, search and proofs read; all of it can be dropped and made again from the truth.",
        sql: [
            // Hash tiles of each log's tree, C2SP tlog-tiles.
            """
            CREATE TABLE tile (
                collection BIGINT NOT NULL, level BIGINT NOT NULL, tile BIGINT NOT NULL, hashes BYTEA NOT NULL,
                PRIMARY KEY (collection, level, tile))
            """,
            // One version line (law 4): who began it, and the version that readers see (position NULL: none). `number` is that
            // of the entry shown, so lines in order of their numbers are in order of arrival. Marking, date and source of
            // that entry stand here too: a search counts by them.
            """
            CREATE TABLE line (
                number INTEGER PRIMARY KEY, collection BIGINT NOT NULL, object BIGINT NOT NULL, type TEXT NOT NULL,
                source BIGINT NOT NULL, created BIGINT, created_by BIGINT, revoked_from BIGINT,
                position BIGINT, version BIGINT, marking BIGINT, added BIGINT, said_by BIGINT, sha256 BYTEA, name TEXT,
                UNIQUE (object, collection))
            """,
            "CREATE INDEX line_type ON line (collection, type, position) WHERE position IS NOT NULL",
            """
            CREATE TABLE type_count (
                collection BIGINT NOT NULL, type TEXT NOT NULL, lines BIGINT NOT NULL, PRIMARY KEY (collection, type))
            """,
            // `number` is that of the line that says so (a relationship's own, or the object that refers), 2²⁰ times, and a
            // count within it: what one line says stands together, at the end of the table when it is new.
            """
            CREATE TABLE link (
                number INTEGER PRIMARY KEY, start BIGINT NOT NULL, verb TEXT NOT NULL, target BIGINT NOT NULL)
            """,
            "CREATE INDEX link_start ON link (start)",
            "CREATE INDEX link_target ON link (target)",
            """
            CREATE TABLE marking (
                collection BIGINT NOT NULL, object BIGINT NOT NULL, tlp BIGINT, PRIMARY KEY (collection, object))
            """,
            "CREATE INDEX marking_object ON marking (object)",
            """
            CREATE TABLE finding (
                collection BIGINT NOT NULL, position BIGINT NOT NULL, findings TEXT NOT NULL,
                PRIMARY KEY (collection, position))
            """,
            // Which values a line names; in the order of `key`, a network is a range, and so is a domain with all below it.
            """
            CREATE TABLE observable (
                collection BIGINT NOT NULL, key BYTEA NOT NULL, line BIGINT NOT NULL, PRIMARY KEY (collection, key, line))
            """,
            SearchProjection.index.creation,
        ]),
    Migration(
        name: "ledger-0003-lines-in-order",
        why: "Who follows a collection reads what stands in it in the order of its log, however much no longer stands.",
        sql: ["CREATE INDEX line_position ON line (collection, position) WHERE position IS NOT NULL"]),
    Migration(
        name: "ledger-0004-mirrors",
        why:
            "Logs of peers that are copied here: whom to believe, how far they are proven, what is missing, what contradicts.",
        sql: [
            // `trusted` is the key in force, handed over from `given`, which the operator stated; `stated` is what the log says
            // of itself. `promised` is the newest signed note that was accepted, and `proven` the size of the last one to
            // which everything is here.
            """
            CREATE TABLE mirror (
                collection BIGINT PRIMARY KEY, origin TEXT NOT NULL, given TEXT NOT NULL, trusted TEXT NOT NULL, stated TEXT,
                promised TEXT, proven BIGINT NOT NULL, verified BIGINT)
            """,
            // Placements without record or body here: 'record' and 'body' where the peer gave none and no entry has said
            // why yet, 'erased' where they were erased here.
            """
            CREATE TABLE mirror_gap (
                collection BIGINT NOT NULL, position BIGINT NOT NULL, kind TEXT NOT NULL, noticed BIGINT NOT NULL,
                reason TEXT, PRIMARY KEY (collection, position))
            """,
            // Evidence: `ours` and `theirs` are signed notes.
            """
            CREATE TABLE mirror_alarm (
                number INTEGER PRIMARY KEY, collection BIGINT NOT NULL, raised BIGINT NOT NULL, code TEXT NOT NULL,
                sentence TEXT NOT NULL, ours TEXT, theirs TEXT)
            """,
        ]),
    Migration(
        name: "ledger-0005-search-by-collection",
        why: """
            Words stand in the index behind the number of their collection, so that a question touches no other one; \
            characters stand in pairs where nothing sets words apart; URLs have one key for all ways of writing them.
            """,
        sql: [SearchProjection.index.vocabulary],
        afterwards: { try Reindexing.run([SearchProjection.self, ObservableProjection.self], in: $0) }),
    Migration(
        name: "ledger-0006-reserved",
        why: "Nobody speaks under the identifier of an organisation here but that organisation (law 4).",
        sql: [
            "CREATE TABLE reserved (id TEXT PRIMARY KEY, party TEXT NOT NULL)",
            "INSERT INTO reserved (id, party) SELECT 'identity--' || id, id FROM gateway",
        ]),
    Migration(
        name: "ledger-0007-originals",
        why: "What was STIX 2.0 is placed as STIX 2.1, and kept beside it as it arrived.",
        sql: [
            // `object` is the identifier that it keeps, `made` all those that were made of it, each in quotation marks.
            """
            CREATE TABLE original (
                collection BIGINT NOT NULL, sha256 BYTEA NOT NULL, object TEXT NOT NULL, made TEXT NOT NULL,
                bytes BYTEA NOT NULL, PRIMARY KEY (collection, sha256))
            """,
            "CREATE INDEX original_object ON original (object, collection)",
        ]),
    Migration(
        name: "ledger-0008-also-sent",
        why: "What several sources sent stands once, and is the word of each of them.",
        sql: [
            """
            CREATE TABLE also_sent (
                collection BIGINT NOT NULL, sha256 BYTEA NOT NULL, source BIGINT NOT NULL, arrived BIGINT NOT NULL,
                PRIMARY KEY (collection, sha256, source))
            """
        ]),
    Migration(
        name: "ledger-0009-purges",
        why: "What was erased is rewritten in pieces, and remembered until the last of them is.",
        sql: ["CREATE TABLE purge (what TEXT PRIMARY KEY, asked BIGINT NOT NULL, done BIGINT NOT NULL)"]),
    Migration(
        name: "ledger-0010-hands",
        why: "Who withdrew, erased or decided must be answerable, to those who may know.",
        sql: [
            // Entries from `first` up to `next`, by an account or by whoever ran a command.
            """
            CREATE TABLE hand (
                collection BIGINT NOT NULL, first BIGINT NOT NULL, next BIGINT NOT NULL, account TEXT, operator TEXT,
                PRIMARY KEY (collection, first))
            """,
            "ALTER TABLE import ADD COLUMN undone_by TEXT",
        ]),
    Migration(
        name: "ledger-0011-blobs",
        why: "Files that are not objects: which collection holds which, and which objects name them.",
        sql: [
            // Held by each collection into which it was brought; the bytes stand beside the database, once for all of them.
            """
            CREATE TABLE blob (
                collection BIGINT NOT NULL, sha256 BYTEA NOT NULL, size BIGINT NOT NULL, media_type TEXT,
                arrived BIGINT NOT NULL, PRIMARY KEY (collection, sha256))
            """,
            "CREATE INDEX blob_content ON blob (sha256)",
            // Entries of which salt and record are here, whether they stand or were withdrawn; the file may be anywhere.
            """
            CREATE TABLE blob_use (
                collection BIGINT NOT NULL, position BIGINT NOT NULL, sha256 BYTEA NOT NULL,
                PRIMARY KEY (collection, position))
            """,
            "CREATE INDEX blob_use_content ON blob_use (collection, sha256)",
            "CREATE TABLE blob_space (collection BIGINT PRIMARY KEY, blobs BIGINT NOT NULL, bytes BIGINT NOT NULL)",
            // No collection holds these any more, and their bytes are still to be destroyed.
            "CREATE TABLE blob_gone (sha256 BYTEA PRIMARY KEY)",
            "ALTER TABLE collection ADD COLUMN blob_quota BIGINT", "ALTER TABLE gateway ADD COLUMN blob_quota BIGINT",
            // The file that an object in quarantine names.
            "ALTER TABLE quarantine ADD COLUMN names BYTEA",
            "CREATE INDEX quarantine_names ON quarantine (collection, names) WHERE names IS NOT NULL",
        ], afterwards: { try $0.learnBlobUses() }),
    Migration(
        name: "ledger-0012-fillings",
        why: "What a room begins to keep of objects later than they came is filled when the gateway is opened.",
        sql: [
            """
            CREATE TABLE projection_filling (
                collection BIGINT NOT NULL, projection TEXT NOT NULL, version BIGINT NOT NULL,
                PRIMARY KEY (collection, projection))
            """,
            // The ledger's own have followed every collection from its first entry.
            """
            INSERT INTO projection_filling (collection, projection, version)
            SELECT c.number, own.name, 1 FROM collection c CROSS JOIN (
                SELECT 'type_count' AS name UNION ALL SELECT 'search' UNION ALL SELECT 'link' UNION ALL SELECT 'observable'
            ) own
            """,
        ]),
    Migration(
        name: "ledger-0013-blob-grants",
        why: "Naming a file hands it out only for who brought it, or could read it when they named it.",
        sql: [
            // Decided when the entry, or the file, came; it holds while the entry is here, and hands out while the entry is shown.
            """
            CREATE TABLE blob_grant (
                collection BIGINT NOT NULL, position BIGINT NOT NULL, sha256 BYTEA NOT NULL,
                PRIMARY KEY (collection, position))
            """,
            "CREATE INDEX blob_grant_content ON blob_grant (collection, sha256)",
            """
            CREATE TABLE blob_bringer (
                collection BIGINT NOT NULL, sha256 BYTEA NOT NULL, source BIGINT NOT NULL,
                PRIMARY KEY (collection, sha256, source))
            """,
            // Before, whoever named a file had it.
            """
            INSERT INTO blob_grant (collection, position, sha256) SELECT u.collection, u.position, u.sha256 FROM blob_use u
            JOIN blob b ON b.collection = u.collection AND b.sha256 = u.sha256
            """,
            """
            INSERT INTO blob_bringer (collection, sha256, source) SELECT DISTINCT g.collection, g.sha256, e.source
            FROM blob_grant g JOIN entry e ON e.collection = g.collection AND e.position = g.position
            WHERE e.source IS NOT NULL
            """,
        ]),
    Migration(
        name: "ledger-0014-numbers-by-collection",
        why:
            "What is numbered is numbered within its collection, so that no counter is everybody's and a table can be divided.",
        sql: Renumbering.statements, afterwards: { try Renumbering.finish(in: $0) }),
    Migration(
        name: "ledger-0015-review",
        why:
            "A collection may ask that somebody else agrees, or that nobody objects, before anything is published there.",
        // Nothing, 0 for the agreement of another, or the days of a silence.
        sql: ["ALTER TABLE collection ADD COLUMN review BIGINT"]),
]
