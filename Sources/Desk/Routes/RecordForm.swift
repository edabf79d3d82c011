import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    var shelf: KindShelf { KindShelf(desk.ledger) }

    /// An empty form of the kind that the query names.
    func newRecord(by person: Person) async throws -> Answer {
        guard let kind = try await shelf.offer(request.query["of"] ?? "") else { throw Problem.notFound }
        var content = DraftContent(.record)
        content.record = TypedRecord(kind, language: request.language.rawValue)
        return try await form(content, of: kind, collection: request.query["collection"] ?? "", draft: nil, for: person)
    }

    /// The form of a draft of a kind.
    func recordForm(_ draft: Draft, for person: Person) async throws -> Answer {
        let kind = try await kind(of: draft.content)
        return try await form(
            draft.content, of: kind, collection: draft.collection, draft: draft, for: person,
            isJudged: request.query["look"] != nil)
    }

    func kind(of content: DraftContent) async throws -> Kind {
        guard let record = content.record else { throw Problem.notFound }
        if let kind = try await shelf.kind(of: record) { return kind }
        guard let kind = try await shelf.kind(record.kind, for: reader) else { throw Problem.notFound }
        return kind
    }

    /// Keeps what was typed, whatever is wrong with it, and goes where the button leads.
    func keepRecord(_ draft: Draft, by person: Person) async throws -> Answer {
        var draft = draft
        let kind = try await kind(of: draft.content)
        guard var record = draft.content.record else { throw Problem.notFound }
        let form = request.form
        let section = kind.sections.first { $0.name == form["section"] } ?? kind.sections.first
        record.take(form.all, names: form.names, for: section.map(kind.fields(in:)) ?? kind.fields)
        draft.content.record = record
        draft.content.marking = form[DraftField.marking.rawValue] ?? draft.content.marking
        let reading = RecordReading(record, of: kind, taxonomies: try await shelf.terms())
        draft.content.title = RecordObject.name(of: reading, in: record.language)
        if draft.corrects == nil { draft.collection = form[DraftField.collection.rawValue] ?? draft.collection }
        draft.changed = desk.ledger.surroundings.now()
        try await drafts.keep(draft)
        let back = Address.draftForm(draft.id)
        let way = (form["go"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
        if way.first == "row" { return .redirect(to: back.href(with: section.map { [("section", $0.name)] } ?? [])) }
        if way.first == "section", way.count == 2 { return .redirect(to: back.href(with: [("section", way[1])])) }
        let isPlaced = try await isPlaced(draft, for: person)
        guard reading.mistakes.isEmpty, isPlaced else { return .redirect(to: back.href(with: [("look", "1")])) }
        return .redirect(to: Address.draft(draft.id).href)
    }

    /// Whether it has a collection to which its author may say it.
    private func isPlaced(_ draft: Draft, for person: Person) async throws -> Bool {
        if draft.corrects != nil { return true }
        return try await targets(of: .publish, for: person).contains { $0.id == draft.collection }
    }

    private func form(
        _ content: DraftContent, of kind: Kind, collection: String, draft: Draft?, for person: Person,
        isJudged: Bool = false
    ) async throws -> Answer {
        guard let record = content.record else { throw Problem.notFound }
        let isNew = draft?.corrects == nil
        let open = isNew ? try await targets(of: .publish, for: person) : []
        if isNew, open.isEmpty { throw Problem.forbidden }
        let reading = RecordReading(record, of: kind, taxonomies: try await shelf.terms())
        let isUnplaced = isNew && !open.contains { $0.id == collection }
        // The first part that has a mistake is where one looks.
        let wrong =
            isJudged
            ? reading.mistakes.first.flatMap { kind.field(String($0.pointer.dropFirst().prefix { $0 != "/" })) } : nil
        // To whom it is said stands on the last part.
        let wanted =
            request.query["section"]
            ?? (isJudged && reading.mistakes.isEmpty ? kind.sections.last?.name : wrong?.section)
        var model = RecordFormModel(
            draft: draft?.id, kind: kind, typed: record, reading: reading,
            section: kind.sections.first { $0.name == wanted } ?? kind.sections.first,
            taxonomies: try await shelf.taxonomies(), parties: try await parties(), isJudged: isJudged,
            isUnplaced: isJudged && isUnplaced, targets: try await targets(open),
            collection: collection.isEmpty ? suggested(kind, among: open) : collection, marking: content.marking,
            corrects: try await draft?.corrects.flatMap { id in
                try await objectNames([id])[id] ?? ObjectName(id: id, type: "", title: id)
            })
        if kind.hasFiles {
            model.files = try await reader.list(type: "file", limit: 40).map { ($0.id, $0.name ?? $0.id) }
        }
        let context = context
        return .page(model.page(in: context), in: context, status: isJudged ? 422 : 200)
    }

    /// The only collection, or the first with the audience that the kind names.
    private func suggested(_ kind: Kind, among open: [LogCollection]) -> String {
        if open.count == 1 { return open[0].id }
        let wanted: Audience.Kind? =
            switch kind.audience {
            case .everyone: .everyone
            case .signedIn: .signedIn
            case .group: .group
            case .organisation: .organisation
            case nil: nil
            }
        return open.first { $0.audience.kind == wanted }?.id ?? ""
    }

    /// Identities from which one chooses; whoever knows another types it into no list.
    private func parties() async throws -> [(id: String, name: String)] {
        try await reader.list(type: "identity", limit: 300).compactMap { listing in
            listing.name.map { (listing.id, $0) }
        }.sorted { $0.name < $1.name }
    }
}

extension Optional where Wrapped == String {
    fileprivate func flatMap<Result>(_ body: (String) async throws -> Result?) async throws -> Result? {
        if let self { try await body(self) } else { nil }
    }
}

extension Kind {
    /// Whether a file may be filled in somewhere.
    fileprivate var hasFiles: Bool {
        fields.contains { field in
            if case .list(let inner) = field.type { return inner.contains { $0.type == .file } }
            return field.type == .file
        }
    }
}
