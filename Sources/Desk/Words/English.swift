import HTML
import Web

extension DeskWords {
    static let english = DeskWords(
        menu: Menu(
            morning: "Morning", write: "Write", quarantine: "Quarantine", check: "Check",
            collections: "Collections", types: "Types", about: "How to verify"),
        common: Common(
            objects: { Self.count($0, .english) { Plural.english($0, "object", "objects") } },
            readers: { readers in
                switch readers {
                case .everyone: "Everyone can read this, without signing in."
                case .signedIn: "Everyone with an account here can read this."
                case .group(let name): "Only the members of \(name) can read this."
                case .organisation(let name): "Only people of \(name) can read this."
                case .persons(let name): "Only the persons named in \(name) can read this."
                }
            },
            readersTitle: "Who sees it",
            doneBy: { "by \($0)" },
            doneByCommand: { "by a command of \($0)" },
            ceiling: "Ceiling",
            lastChange: "Last change",
            nothingYet: "nothing yet",
            type: "Type",
            number: "Number",
            revoked: "revoked",
            older: "Older",
            newest: "Newest",
            name: "Name",
            changed: "Changed",
            allTypes: "All types",
            more: { "\(Language.english.number($0)) more" }
        ),
        home: Home(
            lead: "Search what is known here, read it, and prove to yourself that it has not been altered.",
            examples: "For example",
            typesTitle: "What it holds",
            latestTitle: "Latest",
            emptyTitle: "Nothing here yet",
            emptyLead: "The gateway runs and its logs are empty. What to do next, on the machine where it runs:",
            importStep: "Import what you know. Any bundle of STIX 2.1 will do.",
            collectionStep: "See the collections, and who may read each of them.",
            doctorStep: "Ask whether all is well."
        ),
        collection: Collection(
            kind: "Collection",
            contents: "What it holds",
            changes: "Latest entries",
            placed: "placed",
            withdrawn: "withdrawn",
            erased: "erased: its content is gone, its proof stands",
            configured: "rules of the collection set",
            log: "Its log",
            logLead:
                "Each change is an entry of an append-only log. Whoever keeps a root hash can later prove that nothing before it was altered.",
            size: "Size",
            entries: { "\(Language.english.number($0)) \(Plural.english($0, "entry", "entries"))" },
            root: "Root hash",
            signed: "Signed",
            key: "Key",
            origin: "Origin",
            verifyTitle: "Verify it yourself",
            verifyLead:
                "One command fetches the log, recomputes each hash and names the first entry that does not fit.",
            tilesTitle: "How to read the log with other tools",
            tilesLead:
                "The log is served as C2SP tlog-tiles. A tile covers 256 entries; its number is written in groups of three digits.",
            checkpoint: "the signed checkpoint: origin, size, root",
            hashTile: "the first tile of hashes",
            entryTile: "the first bundle of entries",
            export: "Export the collection",
            exportLead: "One file with the checkpoint, the entries and the exact bytes of each object."
        ),
        list: List(
            inCollection: "In the collection",
            inAll: "In all collections that you can read",
            empty: "There are none.",
            typesTitle: "Types",
            typesLead: "All kinds of objects in the collections that you can read."
        ),
        object: Object(
            also: "Also known as",
            revoked: "Its author has revoked this object: it should no longer be used.",
            withdrawn: { "Withdrawn from \($0) on \($1). What it said is kept for the record." },
            superseded: { "This is the version of \($0). A newer one exists: \($1)." },
            sentBy: { "Sent by \($0)." },
            noAuthor: "It names no author.",
            notTheirs:
                "This speaks under the identifier of an organisation that did not say it. Whoever sent it did.",
            description: "Description",
            references: "References",
            facts: "Facts",
            rest: "All other properties",
            relations: "Relations",
            relationsLead: { Self.count($0, .english) { Plural.english($0, "relation", "relations") } },
            allRelations: { "All \(Language.english.number($0))" },
            unknownEnd: "unknown here",
            says: "Statement",
            versions: "Versions",
            firstVersion: "first version here",
            added: "added",
            removed: "removed",
            changedTo: "now",
            reordered: "same elements in another order",
            nothingElse: "nothing but its date",
            olderVersions: { "and \(Language.english.number($0)) older" },
            noted: "added here",
            seesTitle: "Who sees this",
            everyone: {
                "<strong>Everyone.</strong> It stands in \($0), which is open to all, and its marking allows that."
            },
            signedIn: { "<strong>Everyone with an account here.</strong> It stands in \($0)." },
            organisation: {
                "<strong>Only \($0).</strong> It stands in \($1), which only they read."
            },
            ownMarking: "The object carries this marking itself.",
            defaultMarking: "The object carries no marking; this is the collection’s default.",
            statements: "Terms",
            findings: "Findings",
            findingsLead: {
                "Admitted with \(Language.english.number($0)) \(Plural.english($0, "finding", "findings")): written elsewhere, not quite as the standard asks."
            },
            raw: "The object as data",
            rawLead: { "\(Language.english.number($0)) \(Plural.english($0, "byte", "bytes"))" },
            rawCut: "Shown in part.",
            exactBytes: "the exact bytes",
            fileTitle: "The file", fileDownload: "Download",
            fileCaution: "It is served as it came. Open it only where it can do no harm.",
            yes: "yes",
            no: "no"
        ),
        proof: Proof(
            title: "Proof",
            lead: { "Entry \($0) of \($1), added on \($2)." },
            withdrawn: { "Withdrawn by entry \($0) on \($1)." },
            waiting: "The log has not been signed up to this entry yet.",
            entry: "Entry",
            added: "Added",
            leaf: "Leaf hash",
            body: "SHA-256 of its bytes",
            size: "Tree size",
            root: "Root hash",
            path: {
                "Inclusion proof, \($0) \(Plural.english($0, "hash", "hashes"))"
            },
            verify: "Verify it yourself"
        ),
        search: Search(
            title: "Search",
            results: { Self.count($0, .english) { Plural.english($0, "result", "results") } },
            kind: { kind in
                switch kind {
                case .words: "by words"
                case .identifier: "by identifier"
                case .value: "by observable value"
                }
            },
            none: "Nothing found",
            noneLead: "Nothing that you can read here matches. Fewer or other words may help; these are understood:",
            startLead: "Three ways to ask:",
            byWords: "words, all of which must occur",
            byIdentifier: "an identifier of STIX or of a knowledge base",
            byValue: "the value of an observable: an address, a domain, a hash"
        ),
        check: .english,
        sparing: .english,
        about: About(
            title: "How to verify",
            lead:
                "You need not believe this gateway. Each of its collections is an append-only Merkle log, and its head is signed.",
            proves: [
                "What you read is what was placed: its bytes hash to the leaf, the leaf to the root, and the root is signed.",
                "Nothing was altered, reordered or dropped between two checkpoints that you hold.",
                "What was withdrawn is still accounted for; what was erased leaves a proof that says nothing about it.",
            ],
            provesNot:
                "It does not prove that a statement is true, nor that you and others are shown the same log. For that, compare your checkpoint with theirs.",
            stepsTitle: "What the command does",
            steps: [
                "It fetches the checkpoint and checks its signature with the key below.",
                "It fetches all entries, recomputes the tree and compares the root.",
                "It fetches the objects and compares each with its entry, and names the first that does not fit.",
            ],
            keysTitle: "Keys",
            keysLead:
                "Keep these somewhere else. A key that you have from this page alone proves only that the gateway agrees with itself.",
            noLogs: "There is no collection that you can read yet.",
            formats:
                "Formats: RFC 6962 for hashes, C2SP signed note for checkpoints, C2SP tlog-tiles for what is served."
        ),
        publish: .english,
        mirror: .english,
        quarantine: .english,
        imports: .english,
        morning: .english,
        verb: englishVerb,
        property: englishProperty,
        type: englishType
    )

    /// `1,234 objects`, `more than 10,000 objects`.
    private static func count(_ tally: Tally, _ language: Language, _ noun: (Int) -> String) -> String {
        let number = "\(language.number(tally.number)) \(noun(tally.number))"
        if case .moreThan = tally { return "more than \(number)" }
        return number
    }
}
