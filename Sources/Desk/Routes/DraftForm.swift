import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// What their organisation writes.
    func draftList() async throws -> Answer {
        let person = try writer()
        var rows: [DraftListModel.Row] = []
        for draft in try await drafts.all(of: person.organisation.id) where try await isOpen(draft, to: person) {
            rows.append(
                .init(
                    id: draft.id, kind: draft.content.kind, title: draft.content.shortTitle, author: draft.author,
                    changed: Moment(draft.changed.description), isCorrection: draft.corrects != nil))
        }
        let done: DraftListModel.Done? =
            switch request.query["done"] {
            case "discarded": .discarded
            case "erased": .erased(backups: min(request.query["backups"].flatMap(Int.init) ?? 0, 10_000))
            default: nil
            }
        var model = DraftListModel(rows: rows, done: done)
        let waiting = try await waitingReviews(for: person)
        let asked = try await reviews.asked(by: person.organisation.id)
        if !waiting.isEmpty || !asked.isEmpty { model.reviews = waiting.count }
        return answer(model.page)
    }

    /// An empty form, or one that speaks of an object already.
    func newDraft() async throws -> Answer {
        let person = try writer()
        guard let kind = DraftKind(rawValue: request.query["kind"] ?? "") else {
            throw Problem.badRequest(parameter: "kind")
        }
        if kind == .record { return try await newRecord(by: person) }
        if kind == .translation { return try await newTranslation(by: person) }
        var content = DraftContent(kind)
        content.about = request.query["about"] ?? ""
        if let quote = request.query["quote"], !quote.isEmpty, quote.utf8.count <= 4_000 {
            content.remark = TypedRemark(field: String((request.query["anchor"] ?? "").prefix(60)), quote: quote)
        }
        content.opinion = request.query["opinion"].flatMap { Agreement(rawValue: $0)?.rawValue } ?? ""
        return try await form(
            content, collection: request.query["collection"] ?? "", draft: nil, for: person, mistakes: [:])
    }

    /// Keeps a new draft.
    func keepNewDraft() async throws -> Answer {
        let person = try writer()
        guard let kind = DraftKind(rawValue: try request.form.required("kind")) else {
            throw Problem.badRequest(parameter: "kind")
        }
        let surroundings = desk.ledger.surroundings
        var draft = Draft(
            id: surroundings.uuid(), organisation: person.organisation.id, account: person.account,
            author: person.name, collection: "", corrects: nil, content: DraftContent(kind),
            changed: surroundings.now())
        if kind == .translation { return try await keepTranslation(draft, by: person) }
        guard kind == .record else { return try await keep(draft, isNew: true, by: person) }
        guard let offered = try await shelf.offer(request.form["of"] ?? "") else { throw Problem.notFound }
        draft.content.record = TypedRecord(offered, language: request.language.rawValue)
        return try await keepRecord(draft, by: person)
    }

    func draftForm() async throws -> Answer {
        let person = try writer()
        let draft = try await draft(for: person)
        if draft.content.kind == .record { return try await recordForm(draft, for: person) }
        if draft.content.kind == .translation { return try await translationForm(draft, for: person) }
        var mistakes = DraftReading(draft.content, correcting: draft.corrects != nil).mistakes
        let isReadable = try await reader.collection(draft.collection) != nil
        if draft.corrects == nil, !isReadable { mistakes[.collection] = .missing }
        return try await form(
            draft.content, collection: draft.collection, draft: draft, for: person,
            mistakes: request.query["look"] == nil ? [:] : mistakes)
    }

    func keepDraft() async throws -> Answer {
        let person = try writer()
        let draft = try await draft(for: person)
        if draft.content.kind == .record { return try await keepRecord(draft, by: person) }
        if draft.content.kind == .translation { return try await keepTranslation(draft, by: person) }
        return try await keep(draft, isNew: false, by: person)
    }

    func discardDraft() async throws -> Answer {
        let person = try writer()
        try await drafts.discard(draft(for: person))
        return .redirect(to: Address.drafts.href(with: [("done", "discarded")]))
    }

    /// What the form sent becomes the draft's; or comes back with what is wrong with it.
    private func keep(_ draft: Draft, isNew: Bool, by person: Person) async throws -> Answer {
        var draft = draft
        let base = draft.content.base
        draft.content = DraftContent(draft.content.kind, request.form)
        draft.content.base = base
        var mistakes = DraftReading(draft.content, correcting: draft.corrects != nil).mistakes
        if draft.corrects == nil {
            draft.collection = request.form["collection"] ?? ""
            let isOpen = try await targets(of: draft.content.kind.act, for: person).contains {
                $0.id == draft.collection
            }
            // Hidden and absent collections are the same mistake.
            if !isOpen { mistakes[.collection] = draft.collection.isEmpty ? .missing : .unknownChoice }
        }
        guard mistakes.isEmpty else {
            return try await form(
                draft.content, collection: draft.collection, draft: isNew ? nil : draft, for: person,
                mistakes: mistakes)
        }
        draft.changed = desk.ledger.surroundings.now()
        try await drafts.keep(draft)
        return .redirect(to: Address.draft(draft.id).href)
    }

    private func form(
        _ content: DraftContent, collection: String, draft: Draft?, for person: Person,
        mistakes: [DraftField: DraftMistake]
    ) async throws -> Answer {
        let corrects = draft?.corrects
        let open = corrects == nil ? try await targets(of: content.kind.act, for: person) : []
        if corrects == nil, open.isEmpty { throw Problem.forbidden }
        let ids = content.about.split(whereSeparator: \.isWhitespace).prefix(50).map(String.init)
        let names = try await objectNames(ids + (corrects.map { [$0] } ?? []))
        let model = DraftFormModel(
            draft: draft?.id, content: content, mistakes: mistakes, targets: try await targets(open),
            collection: collection, corrects: corrects.map { names[$0] ?? ObjectName(id: $0, type: "", title: $0) },
            about: ids.compactMap { names[$0] })
        let context = context
        return .page(model.page(in: context), in: context, status: mistakes.isEmpty ? 200 : 422)
    }
}

extension DraftContent {
    /// What a form sent, under the names of its fields.
    init(_ kind: DraftKind, _ form: WebForm) {
        self.init(kind)
        func text(_ field: DraftField) -> String { form[field.rawValue] ?? "" }
        func texts(_ field: DraftField) -> [String] { form.all(field.rawValue).filter { !$0.isEmpty } }
        title = text(.title)
        self.text = text(.text)
        marking = text(.marking)
        labels = text(.labels)
        tags = texts(.tags)
        reportTypes = texts(.reportTypes)
        // Another page may send one field for each value.
        values = form.all(DraftField.values.rawValue).joined(separator: "\n")
        references = text(.references)
        about = form.all(DraftField.about.rawValue).joined(separator: "\n")
        opinion = text(.opinion)
        count = text(.count)
        first = text(.first)
        last = text(.last)
        published = text(.published)
        validFrom = text(.validFrom)
        let typed = TypedRemark(field: text(.anchor), quote: text(.quote), wording: text(.wording))
        remark = typed == TypedRemark() ? nil : typed
    }

    /// What a list calls it.
    var shortTitle: String {
        if !title.isEmpty { return title }
        let line = text.split(whereSeparator: \.isNewline).first ?? values.split(whereSeparator: \.isNewline).first
        return Shown.clipped(line.map(String.init) ?? about, bytes: 120)
    }
}
