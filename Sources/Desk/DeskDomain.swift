package import Hall
package import Ledger
package import STIX
package import Storage
package import Web
package import Work

/// The pages of the gateway, and the logs beside them.
package struct DeskDomain: Domain {
    package static let name = "desk"
    package static var migrations: [Migration] { deskMigrations }
    package static var menu: [MenuEntry] {
        [
            MenuEntry(10, .home, to: .signedIn) { DeskWords.in($0).menu.morning },
            MenuEntry(20, .drafts, to: .whoMay(.discuss)) { DeskWords.in($0).menu.write },
            MenuEntry(30, .quarantine, to: .whoMay(.decide)) { DeskWords.in($0).menu.quarantine },
            MenuEntry(50, .check, to: .everyone) { DeskWords.in($0).menu.check },
            MenuEntry(60, .home, section: "collections", to: .everyone) { DeskWords.in($0).menu.collections },
            MenuEntry(70, .types, to: .everyone) { DeskWords.in($0).menu.types },
            MenuEntry(80, .about, to: .everyone) { DeskWords.in($0).menu.about },
        ]
    }

    package static var listeners: [any GrowthListener.Type] { [QuarantineNotice.self] }
    package static var notices: [NamedNotice] {
        [
            QuarantineNotice.named, ReviewedPublication.asked, ReviewedPublication.ended, GivenAccess.waits,
            GivenAccess.turned,
        ]
    }
    package static var works: [NamedWork] {
        [
            NamedWork(ReviewedPublication.kind) { ReviewWords.in($0).work },
            NamedWork(GivenAccess.kind) { AccessWords.in($0).work },
        ]
    }
    package var handlers: [any WorkHandler] { [ReviewedPublication(door: door), GivenAccess(door: door)] }

    package static var types: [NamedType] { KnownType.allCases.map(\.named) }

    package let door: Door
    let sources: SourceWatch
    /// What the library knows of records.
    let company: RecordCompany
    /// How often somebody may check a text: each is read whole.
    let checks: RateLimits
    /// How often the feed of one saved search may be asked for.
    let feeds: RateLimits
    /// What other rooms keep of an object that is erased, and forget with it.
    private let forgets: @Sendable (_ object: String, Session) throws -> Void

    package init(
        _ door: Door, sources: SourceWatch = .none, company: RecordCompany = .none,
        forgets: @escaping @Sendable (_ object: String, Session) throws -> Void = { _, _ in }
    ) {
        self.door = door
        self.sources = sources
        self.company = company
        let uptime = door.ledger.surroundings.uptime
        checks = RateLimits(
            strangers: .init(atOnce: 20, every: .seconds(5)), known: .init(atOnce: 60, every: .seconds(1)),
            uptime: uptime)
        feeds = RateLimits(strangers: nil, known: .secretAddress, uptime: uptime)
        self.forgets = forgets
    }

    var ledger: GatewayLedger { door.ledger }

    /// What is likely to be harmless of values that somebody is about to publish or to block.
    package var harmless: HarmlessValues { HarmlessValues(door) }

    /// Erases an object, its words in other languages, what somebody has begun to write from it, and who asked for it.
    package func erase(_ id: String, version: Timestamp? = nil, reason: String, by hand: Hand) async throws -> Removal {
        if version == nil {
            for translation in try await Reader.machine(of: ledger).translations(of: id) {
                _ = try await ledger.erase(translation, reason: reason, by: hand)
            }
        }
        // What is forgotten could never end; of an object that is erased as a whole nothing is left to end.
        let access = GivenAccess(door: door)
        for request in try await AccessRequests(ledger: ledger).running(of: id)
        where request.held != id || version != nil {
            do { try await access.end(request, as: .ended, by: nil) } catch is Drafts.Gone {}
        }
        return try await ledger.erase(id, version: version, reason: reason, by: hand) { [forgets] in
            try Drafts.forget(id, in: $0)
            try Reviews.forget(id, in: $0)
            try AccessRequests.forget(id, wholly: version == nil, in: $0)
            try forgets(id, $0)
        }
    }

    /// Keeps what somebody has begun to write.
    ///
    /// - Parameter collection: UUID of the one it is meant for.
    package func keepDraft(_ content: DraftContent, for collection: String, by person: Person) async throws {
        try await Drafts(ledger: ledger).keep(
            Draft(
                id: ledger.surroundings.uuid(), organisation: person.organisation.id, account: person.account,
                author: person.name, collection: collection, corrects: nil, content: content,
                changed: ledger.surroundings.now()))
    }

    /// Every route of the desk; each stands in a file of its own.
    package var endpoints: [Endpoint] {
        [
            get(.home, "What this gateway is, its collections, and what came last.") { try await $0.home() },
            get(.about, "What the logs prove, and the key of each.") { try await $0.about() },
            get(.types, "The types of objects and how many there are of each.") { try await $0.types() },
            get(.type, "The objects of one type, newest first.") { try await $0.type() },
            get(.search, "Search by words, identifier or observable value.") { try await $0.search() },
            get(.searchJSON, "A search as JSON, with the same parameters.") { try await $0.searchJSON() },
            get(.searchFeed, "A search as an Atom feed, with the same parameters.") { try await $0.searchFeed() },
            get(.savedSearches, "The searches that somebody keeps.") { try await $0.savedSearches() },
            post(.savedSearches, "Keep a search, and make its private feed.") { try await $0.keepSearch() },
            post(.savedSearchName, "Call a saved search something else.") { try await $0.renameSearch() },
            post(.savedSearchAddress, "Give the feed of a saved search another address.") {
                try await $0.renewSearchFeed()
            },
            post(.savedSearchRemoval, "Delete a saved search.") { try await $0.deleteSearch() },
            get(.savedSearchFeed, "The private Atom feed of a saved search.") { try await $0.savedSearchFeed() },
            get(.check, "A form that takes a mail, a log or a list and says what is known of the values in it.") {
                try await $0.checkForm()
            },
            post(
                .check, longestOpenForm: WebForm.longest,
                "What is known of the values in a text; nothing of it is kept."
            ) { try await $0.check() },
            post(.checkTable, longestOpenForm: WebForm.longest, "The same as comma-separated values.") {
                try await $0.checkTable()
            },
            get(.knownGood, "The lists of values that are known to be harmless.") { try await $0.knownGood() },
            get(.collection, "A collection: who sees it, what it holds, what changed, and its log.") {
                try await $0.collection()
            },
            get(.collectionType, "The objects of one type in one collection, newest first.") {
                try await $0.collectionType()
            },
            get(.export, "The whole log as one file that `concord log verify` reads.") { try await $0.export() },
            get(.object, "An object in its newest version, with relations, versions and proof.") {
                try await $0.object()
            },
            get(.relations, "All relations of an object.") { try await $0.relations() },
            get(.version, "An object in one version.") { try await $0.version() },
            post(.seen, "Says that what is new has been seen.") { try await $0.markSeen() },
            get(.quarantine, "What waits in quarantine for a decision.") { try await $0.quarantine() },
            get(.quarantineDecisions, "What one decision on many objects in quarantine would do.") {
                try await $0.decisionsForm()
            },
            post(.quarantineDecisions, "Decides upon many objects in quarantine, so many at a time.") {
                try await $0.decideAll()
            },
            get(.quarantineCase, "An object in quarantine beside what stands.") { try await $0.quarantineCase() },
            post(.quarantineCase, "Decides upon an object in quarantine.") { try await $0.decide() },
            get(.imports, "What was read in, from which source, and how it ended.") { try await $0.imports() },
            get(.importUndo, "What undoing an import would do.") { try await $0.importUndo() },
            post(.importUndo, "Withdraws what an import placed.") { try await $0.undoImport() },
            get(.raw, "The exact bytes of an object's newest version.") { try await $0.raw() },
            get(.rawVersion, "The exact bytes of one version of an object.") { try await $0.rawVersion() },
            get(.objectBlob, "The file that an object names, whole or in part.") { try await $0.objectBlob() },
            get(.drafts, "What one's organisation is writing.") { try await $0.draftList() },
            get(.newDraft, "An empty form for an advisory, indicators or a remark.") { try await $0.newDraft() },
            post(.newDraft, "Keep a new draft.") { try await $0.keepNewDraft() },
            get(.draft, "What a draft will be, who will see it, and what stands against it.") {
                try await $0.preview()
            },
            get(.draftForm, "The form of a draft.") { try await $0.draftForm() },
            post(.draftForm, "Save a draft.") { try await $0.keepDraft() },
            post(.publication, "Publish a draft.") { try await $0.publish() },
            post(.draftRemoval, "Throw a draft away.") { try await $0.discardDraft() },
            get(.files, "A form that brings a file.") { try await $0.fileForm() },
            post(.files, longestFile: Visit<DeskDomain>.longestFile, "Bring a file, with an object that names it.") {
                try await $0.bringFile()
            },
            get(.reviews, "What waits for a review, and what became of what one's organisation asked for.") {
                try await $0.reviewList()
            },
            get(.review, "A text under review, who would see it, and what is objected to.") { try await $0.review() },
            post(.review, "Agree to a text under review, object to it, give it back or take it back.") {
                try await $0.answerReview()
            },
            post(.reviewRule, "Say what must happen before anything is published in a collection.") {
                try await $0.setReview()
            },
            get(.accessForm, "The form by which somebody asks for access to what an announcement speaks of.") {
                try await $0.accessForm()
            },
            post(.accessForm, "Ask for access.") { try await $0.askForAccess() },
            get(.access, "What somebody asked access for, and which requests wait for their word.") {
                try await $0.accessList()
            },
            get(.accessRequest, "A request for access, for the three parties to it.") {
                try await $0.accessRequest()
            },
            post(.accessRequest, "Vouch for a request, decide on it, take it back or end what was given.") {
                try await $0.answerAccess()
            },
            post(.correction, "Open a draft that corrects an object.") { try await $0.correct() },
            post(.disposition, "Say what is done about a remark on one's own text.") { try await $0.answerRemark() },
            post(.steps, "Take a step on an object of a kind.") { try await $0.takeStep() },
            get(.sharing, "Ask who would see an object in a further collection.") { try await $0.sharingForm() },
            post(.sharing, "Place an object in a further collection, redacted if need be.") { try await $0.share() },
            get(.withdrawal, "Ask from where to withdraw an object, and why.") { try await $0.withdrawalForm() },
            post(.withdrawal, "Withdraw an object.") { try await $0.withdraw() },
            get(.erasure, "Ask why to erase an object.") { try await $0.erasureForm() },
            post(.erasure, "Erase an object on this gateway.") { try await $0.erase() },
            get(.text, "An advisory as plain text.") { try await $0.text() },
            get(.mail, "An advisory as a mail to save.") { try await $0.mail() },
            get(.log, "The address of a log; leads on to its collection.") { try await $0.log() },
            get(.checkpoint, "The signed checkpoint of a collection's log.") { try await $0.checkpoint() },
            get(.blobs, "The files that objects of a collection name: SHA-256 and size of each, in order.") {
                try await $0.blobs()
            },
            get(.blob, "A file of a collection by its SHA-256, whole or in part.") { try await $0.blob() },
            get(.tile, "A hash tile, entry bundle or record bundle of a collection's log.") { try await $0.tile() },
        ]
    }
}

extension Visit<DeskDomain> {
    var desk: DeskDomain { domain }
    var people: any People { domain.door.people }
}
