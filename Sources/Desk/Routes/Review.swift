import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let mostParts = 60

    var reviews: Reviews { Reviews(ledger: desk.ledger) }

    /// What waits for the reader's word, and what became of what their organisation asked for.
    func reviewList() async throws -> Answer {
        let person = try writer()
        let waiting = try await waitingReviews(for: person)
        var own: [Submission] = []
        for submission in try await reviews.asked(by: person.organisation.id)
        where try await role(of: person, in: submission) != nil { own.append(submission) }
        let names = Dictionary(
            try await reader.collections().map { ($0.id, CollectionName($0)) }, uniquingKeysWith: { first, _ in first })
        func row(_ submission: Submission) -> ReviewListModel.Row {
            .init(
                id: submission.id, title: submission.title, kind: submission.kind, author: submission.author,
                collection: names[submission.collection], asked: Moment(submission.asked),
                due: submission.due.map { Moment($0) }, outcome: submission.outcome)
        }
        return answer(ReviewListModel(waiting: waiting.map(row), own: own.map(row)).page)
    }

    /// What waits for the word of somebody: what they may decide on, or object to.
    func waitingReviews(for person: Person) async throws -> [Submission] {
        guard person.seeingAs == nil else { return [] }
        let collections = try await reader.collections().filter { person.may(.discuss, in: $0).isAllowed }
        var waiting: [Submission] = []
        for submission in try await reviews.waiting(in: collections.map(\.id)) {
            guard let role = try await role(of: person, in: submission), role.mayObject || role.mayDecide else {
                continue
            }
            waiting.append(submission)
        }
        return waiting
    }

    /// What somebody is to a text under review.
    struct ReviewRole {
        var isAuthor = false
        var mayDecide = false
        var mayObject = false
        let collection: LogCollection
    }

    /// Nil for those to whom it does not exist: all but its author's people, who decides there, and in a silence procedure who may discuss.
    private func role(of person: Person, in submission: Submission) async throws -> ReviewRole? {
        guard person.seeingAs == nil, let collection = try await reader.collection(submission.collection) else {
            return nil
        }
        let isOther = person.account != submission.account
        let role = ReviewRole(
            isAuthor: submission.organisation == person.organisation.id
                && (!isOther || person.may(submission.kind.act, in: collection, reviewed: true).isAllowed),
            mayDecide: isOther && person.may(.decide, in: collection).isAllowed,
            mayObject: isOther && submission.due != nil && person.may(.discuss, in: collection).isAllowed,
            collection: collection)
        return role.isAuthor || role.mayDecide || role.mayObject ? role : nil
    }

    private func submitted(to person: Person) async throws -> (Submission, ReviewRole) {
        guard let submission = try await reviews.find(request.value(.uuid)),
            let role = try await role(of: person, in: submission)
        else { throw Problem.notFound }
        return (submission, role)
    }

    func review() async throws -> Answer {
        let person = try writer()
        let (submission, role) = try await submitted(to: person)
        return try await page(of: submission, role, for: person)
    }

    private func page(
        of submission: Submission, _ role: ReviewRole, for person: Person, lacksWords: Bool = false, status: Int = 200
    ) async throws -> Answer {
        let objects = (submission.parts.first?.objects ?? []).compactMap { try? JSON.parse(Array($0.utf8)) }
        let main = submission.object ?? .object([])
        let references = main.texts("object_refs") + [main.text("sighting_of_ref")].compactMap(\.self)
        let objections = try await reviews.objections(to: submission.id)
        let now = desk.ledger.surroundings.now()
        let isOver = submission.due.map { $0 <= now } ?? true
        let model = ReviewModel(
            id: submission.id, title: submission.title, kind: submission.kind, author: submission.author,
            collection: CollectionName(role.collection), readers: try await readers(of: role.collection),
            main: main,
            parts: objects.prefix(Self.mostParts).map {
                (type: $0.text("type") ?? "", title: $0.text("name") ?? $0.text("pattern") ?? "")
            }, names: try await objectNames(references + [submission.corrects].compactMap(\.self)),
            corrects: submission.corrects, asked: Moment(submission.asked), due: submission.due.map { Moment($0) },
            outcome: submission.outcome, words: submission.words ?? "",
            stands: submission.outcome == .published ? submission.main : nil,
            objections: objections.map {
                .init(name: $0.name, said: Moment($0.said), words: $0.words, wording: $0.wording)
            },
            own: objections.first { $0.account == person.account }.map { ($0.words, $0.wording) },
            typed: lacksWords ? request.form["words"] ?? "" : "", lacksWords: lacksWords,
            wasAsked: request.query["done"] == "asked",
            mayTakeBack: role.isAuthor && submission.ended == nil,
            mayPublish: role.mayDecide && submission.ended == nil && isOver,
            mayGiveBack: role.mayDecide && submission.ended == nil,
            mayObject: role.mayObject && submission.ended == nil)
        let context = context
        return .page(model.page(in: context), in: context, status: status)
    }

    func answerReview() async throws -> Answer {
        let person = try writer()
        let (submission, role) = try await submitted(to: person)
        guard submission.ended == nil else { return .redirect(to: Address.review(submission.id).href) }
        let work = ReviewedPublication(door: desk.door)
        let now = desk.ledger.surroundings.now()
        let words = (request.form["words"] ?? "").trimmed
        let wording = (request.form["wording"] ?? "").trimmed
        // The fields of the page hold no more.
        for (name, text) in [("words", words), ("wording", wording)] where text.count > ReviewModel.longestWords {
            throw Problem.badRequest(parameter: name)
        }
        do {
            switch request.form["do"] {
            case "publish" where role.mayDecide && (submission.due.map { $0 <= now } ?? true):
                if try await work.publish(submission) == .published {
                    return .redirect(to: Address.object(submission.main).href(with: [("done", "published")]))
                }
            case "return" where role.mayDecide:
                guard !words.isEmpty else {
                    return try await page(of: submission, role, for: person, lacksWords: true, status: 422)
                }
                try await work.giveBack(submission, words: words, as: .returned)
            case "object" where role.mayObject:
                guard !words.isEmpty else {
                    return try await page(of: submission, role, for: person, lacksWords: true, status: 422)
                }
                try await reviews.object(
                    Objection(
                        account: person.account, name: person.name, organisation: person.organisation.id, said: now,
                        words: words, wording: wording),
                    to: submission.id)
            case "drop" where role.mayObject:
                try await reviews.drop(objectionOf: person.account, to: submission.id)
                // The last objection is gone: silence may be over already.
                try await work.lookAgain(at: submission)
            case "take-back" where role.isAuthor:
                try await work.giveBack(submission, words: "", as: .takenBack)
                if submission.draft != nil { return .redirect(to: Address.draft(submission.id).href) }
            default: throw Problem.forbidden
            }
        } catch is Drafts.Gone {
            // Somebody was faster; the page says who.
        }
        return .redirect(to: Address.review(submission.id).href)
    }

    /// What an administrator says must happen before anything is published in a collection.
    func setReview() async throws -> Answer {
        let person = try signedIn()
        let collection = try await readableCollection()
        guard person.may(.administer, in: collection).isAllowed else { throw Problem.forbidden }
        let review: Review?
        switch request.form["review"] {
        case "none": review = nil
        case "agreement": review = .agreement
        case "silence":
            guard let days = Int(request.form["days"] ?? ""), (1...Review.longest).contains(days) else {
                throw Problem.badRequest(parameter: "days")
            }
            review = .silence(days: days)
        default: throw Problem.badRequest(parameter: "review")
        }
        try await desk.ledger.setReview(review, of: collection.id, by: person)
        return .redirect(to: Address.collection(collection.id).href)
    }

    /// What is asked for with these placements, of which the first is for the collection that asks for a review.
    func submission(
        _ placements: [PlannedPlacement], of main: String, from draft: Draft?, confirming confirmed: [String],
        by person: Person
    ) -> Submission {
        let surroundings = desk.ledger.surroundings
        let now = surroundings.now()
        let collection = placements[0].collection
        var due: Timestamp?
        if case .silence(let days) = collection.review {
            due = Timestamp(clamping: now.microseconds + Int64(days) * 86_400_000_000)
        }
        let json = placements[0].objects.lazy.compactMap { try? JSON.parse($0) }.first { $0.text("id") == main }
        return Submission(
            id: surroundings.uuid(), collection: collection.id, organisation: person.organisation.id,
            account: person.account, author: person.name, kind: draft?.content.kind ?? .record,
            title: json.flatMap { $0.text("name") ?? $0.text("abstract") } ?? draft?.content.shortTitle ?? main,
            main: main, corrects: draft?.corrects, translates: draft?.translates,
            draft: draft.map { .init(collection: $0.collection, content: $0.content) },
            parts: placements.map(Submission.Part.init), confirmed: confirmed, asked: now, due: due)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
