import Hall
import Ledger
import STIX
import Storage
import Web
import Work

/// Ends reviews: publishes what nobody objected to in time, and says beside what was published why somebody objected.
struct ReviewedPublication: WorkHandler {
    static let kind = "review"
    let door: Door

    var kind: String { Self.kind }
    private var ledger: GatewayLedger { door.ledger }
    private var reviews: Reviews { Reviews(ledger: ledger) }

    static let asked = NamedNotice("review") {
        ReviewWords.in($0).noticeTitle
    } sentence: { language, subject in
        ReviewWords.in(language).notice(subject)
    }
    static let ended = NamedNotice("review-ended") {
        ReviewWords.in($0).endTitle
    } sentence: { language, subject in
        ReviewWords.in(language).end(subject)
    }

    /// A count would tell of texts that wait in collections which nobody but their readers knows.
    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    /// Enters it, and tells those whose word it waits for, in one transaction.
    static func enter(_ submission: Submission, in session: Session) throws {
        try Reviews.enter(submission, in: session)
        try session.notify(
            NoticeDraft(
                asked.kind, submission.id, .soon, to: .whoMay(submission.due == nil ? .decide : .discuss),
                about: submission.title, in: submission.collection, at: .review(submission.id)), now: submission.asked)
        if let due = submission.due {
            try session.ask(kind, for: submission.id, at: due, now: submission.asked)
        }
    }

    func enter(_ submission: Submission) async throws {
        try await reviews.write { try Self.enter(submission, in: $0) }
    }

    /// An objection is gone: silence may be over already.
    func lookAgain(at submission: Submission) async throws {
        guard let due = submission.due else { return }
        let now = ledger.surroundings.now()
        try await reviews.write { try $0.ask(Self.kind, for: submission.id, at: max(due, now), now: now) }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let submission = try await reviews.find(row.key) else { return .done() }
        if submission.outcome == .published { return try await sayObjections(to: submission) }
        guard submission.ended == nil, let due = submission.due else { return .done() }
        let now = ledger.surroundings.now()
        guard due <= now else { return .again(due) }
        // Somebody broke the silence: whoever decides says what becomes of it.
        guard try await reviews.objections(to: submission.id).isEmpty else { return .done() }
        do { try await publish(submission) } catch is Drafts.Gone {}
        return .done()
    }

    /// Publishes it in the name of its author, as they may at this moment; what stands against it gives it back.
    ///
    /// - Throws: `Drafts.Gone` where it has ended already.
    @discardableResult
    func publish(_ submission: Submission) async throws -> Submission.Outcome {
        let now = ledger.surroundings.now()
        guard let author = try await door.people.person(account: submission.account),
            author.organisation.id == submission.organisation
        else {
            try await giveBack(submission, words: "", as: .returned)
            return .returned
        }
        let reader = Reader(ledger, for: author.viewer)
        var plans: [PlannedPlacement] = []
        for part in submission.parts {
            guard let collection = try await reader.collection(part.collection) else { continue }
            var plan = PlannedPlacement(part.objects.map { Array($0.utf8) }, into: collection, by: author)
            plan.isReviewed = part.collection == submission.collection
            plans.append(plan)
        }
        do {
            guard plans.first?.collection.id == submission.collection else { throw PlacementRefused(checks: []) }
            try await ledger.say(plans, confirmed: Set(submission.confirmed)) { session in
                try Reviews.end(submission, as: .published, at: now, in: session)
                try session.notify(submission.news(at: .object(submission.main)), now: now)
                // What was objected is said when the text stands.
                try session.ask(Self.kind, for: submission.id, payload: "", at: now, now: now)
            }
            return .published
        } catch let refused as PlacementRefused {
            let sentences = refused.checks.flatMap(\.concerns).map(\.sentence)
            try await giveBack(submission, words: sentences.joined(separator: "; "), as: .returned)
            return .returned
        }
    }

    /// Gives it back to the desk of its author, who goes on where they were.
    ///
    /// - Throws: `Drafts.Gone` where it has ended already.
    func giveBack(_ submission: Submission, words: String, as outcome: Submission.Outcome) async throws {
        let now = ledger.surroundings.now()
        let draft = submission.draft.map {
            Draft(
                id: submission.id, organisation: submission.organisation, account: submission.account,
                author: submission.author, collection: $0.collection, corrects: submission.corrects,
                translates: submission.translates, content: $0.content, changed: now)
        }
        try await reviews.write { session in
            try Reviews.end(submission, as: outcome, words: words, at: now, in: session)
            if let draft { try Drafts.keep(draft, in: session) }
            if outcome == .returned {
                try session.notify(submission.news(at: .review(submission.id)), now: now)
            }
        }
    }

    /// Dissent stays beside the text: each objection is an opinion of whoever objected, as they may say it at this moment.
    private func sayObjections(to submission: Submission) async throws -> WorkOutcome {
        for objection in try await reviews.objections(to: submission.id) {
            if let plan = try await opinion(objection, on: submission) {
                do {
                    try await ledger.say([plan]) { session in
                        try Reviews.drop(objectionOf: objection.account, to: submission.id, in: session)
                    }
                    continue
                } catch is PlacementRefused {}
            }
            // Who may no longer say it there says it no longer.
            try await reviews.drop(objectionOf: objection.account, to: submission.id)
        }
        return .done()
    }

    private func opinion(_ objection: Objection, on submission: Submission) async throws -> PlannedPlacement? {
        guard let person = try await door.people.person(account: objection.account),
            person.organisation.id == objection.organisation
        else { return nil }
        let introductions = Introductions(ledger, reader: Reader(ledger, for: person.viewer))
        guard let collection = try await introductions.reader.collection(submission.collection),
            let holding = try await introductions.reader.holdings(of: submission.main)
                .first(where: { $0.collection.id == collection.id })
        else { return nil }
        let author = person.organisation.author
        var opinion = Composer(
            "opinion", uuid: ledger.surroundings.uuid(), by: author, created: ledger.surroundings.now(),
            marking: holding.marking)
        opinion.set("explanation", objection.words)
        opinion.set("opinion", Agreement.disagree.rawValue)
        opinion.set("object_refs", [submission.main])
        TextRemark(wording: objection.wording).said(in: &opinion)
        let identity = try await introductions.identity(author, of: person, missingIn: collection)
        let companions = try await introductions.missing(TextRemark.companions, in: collection)
        return PlannedPlacement(
            [identity].compactMap(\.self) + companions + [try opinion.bytes()], into: collection, by: person)
    }
}

extension Submission {
    /// Tells its author that it has ended.
    fileprivate func news(at place: Address) -> NoticeDraft {
        NoticeDraft(
            ReviewedPublication.ended.kind, id, .digest, to: .account(account), about: title, in: collection, at: place)
    }
}
