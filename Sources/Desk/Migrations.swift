package import Storage

/// The desk's own tables, in the order in which they came; `docs/tables.md` says which are truth and which projection.
package let deskMigrations: [Migration] = [
    Migration(
        name: "desk-0001-drafts",
        why: "What somebody writes before it is published: no entry of any log, and nobody's but their organisation's.",
        sql: [
            // `content` is what the form held, as JSON; `changed` tells whether a preview is still the draft's.
            """
            CREATE TABLE draft (
                id TEXT PRIMARY KEY, organisation TEXT NOT NULL, account TEXT NOT NULL, author TEXT NOT NULL,
                collection TEXT NOT NULL, corrects TEXT, content TEXT NOT NULL, changed BIGINT NOT NULL)
            """,
            "CREATE INDEX draft_organisation ON draft (organisation, changed)",
        ]),
    Migration(
        name: "desk-0002-looked",
        why: "Since when something is new for somebody.",
        sql: ["CREATE TABLE looked (account TEXT PRIMARY KEY, at BIGINT NOT NULL)"]),
    Migration(
        name: "desk-0003-saved-searches",
        why: "Searches that somebody keeps and follows in a feed reader.",
        sql: [
            // `query` is that of the search page; `secret` the SHA-256 of what stands in the feed's address.
            """
            CREATE TABLE saved_search (
                id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL,
                secret BYTEA NOT NULL UNIQUE, created BIGINT NOT NULL, UNIQUE (account, query))
            """
        ]),
    Migration(
        name: "desk-0004-known-good",
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
        ]),
    Migration(
        name: "desk-0005-known-good-urls", why: "URLs have one key for all ways of writing them.", sql: [],
        afterwards: { try KnownGood.renewKeys(in: $0) }),
    Migration(
        name: "desk-0006-translations",
        why: "The draft of a translation holds the words of an object, and is forgotten with it.",
        sql: ["ALTER TABLE draft ADD COLUMN translates TEXT"]),
    Migration(
        name: "desk-0007-review",
        why: "What is to stand in a collection that asks for a review waits for it, exactly as it would be placed.",
        sql: [
            // `draft`, `parts` and `confirmed` are emptied when it ends.
            """
            CREATE TABLE review (
                id TEXT PRIMARY KEY, collection TEXT NOT NULL, organisation TEXT NOT NULL, account TEXT NOT NULL,
                author TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, main TEXT NOT NULL, corrects TEXT,
                translates TEXT, draft TEXT, parts TEXT NOT NULL, confirmed TEXT NOT NULL, asked BIGINT NOT NULL,
                due BIGINT, ended BIGINT, outcome TEXT, words TEXT)
            """,
            "CREATE INDEX review_waiting ON review (collection, asked) WHERE ended IS NULL",
            "CREATE INDEX review_organisation ON review (organisation, asked)",
            """
            CREATE TABLE review_objection (
                review TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
                said BIGINT NOT NULL, words TEXT NOT NULL, wording TEXT NOT NULL, PRIMARY KEY (review, account))
            """,
        ]),
    Migration(
        name: "desk-0008-access",
        why: "Somebody asks for access to what others hold, another vouches, its owner decides, and it has an end.",
        sql: [
            // `outcome` is null while it waits; what was granted runs until `ended`. `version` is the SHA-256 of what was agreed to.
            """
            CREATE TABLE access_request (
                id TEXT PRIMARY KEY, announcement TEXT NOT NULL, version TEXT NOT NULL, held TEXT NOT NULL,
                owned_by TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
                reason TEXT NOT NULL, last_day TEXT NOT NULL, sponsor TEXT, asked BIGINT NOT NULL, vouched_by TEXT,
                vouched BIGINT, decided_by TEXT, decided BIGINT, outcome TEXT, ended BIGINT, place TEXT, words TEXT)
            """,
            "CREATE INDEX access_request_account ON access_request (account, asked)",
            "CREATE INDEX access_request_sponsor ON access_request (sponsor, asked) WHERE outcome IS NULL",
            "CREATE INDEX access_request_owner ON access_request (owned_by, asked) WHERE ended IS NULL",
            "CREATE INDEX access_request_announcement ON access_request (announcement)",
            "CREATE INDEX access_request_held ON access_request (held)",
        ]),
]
