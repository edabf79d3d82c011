import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// A form that takes a table of objects of a kind.
    func importForm() async throws -> Answer {
        let (kind, open) = try await (kind(), places())
        let said = request.query["said"].flatMap(Int.init).map { min(max($0, 0), 100_000) }
        return page(kind, open, text: heading(of: kind), collection: "", said: said)
    }

    /// Looks at every row of a table, and says them all where that was asked and nothing is wrong.
    func importRecords() async throws -> Answer {
        let (kind, open) = try await (kind(), places())
        let person = try themselves()
        let (text, collection) = (request.form["text"] ?? "", request.form["collection"] ?? "")
        let read: RecordImport
        do {
            read = try RecordImport(
                text, of: kind, language: request.language.rawValue, taxonomies: try await shelf.terms())
        } catch let fault as CSVFault {
            return page(kind, open, text: text, collection: collection, fault: fault)
        }
        guard request.form["go"] == "say", read.isFine, let target = open.first(where: { $0.id == collection }) else {
            return page(kind, open, text: text, collection: collection, read: read)
        }
        let (surroundings, author) = (ledger.surroundings, person.organisation.author)
        let now = surroundings.now()
        let objects = try read.rows.map { row in
            let begun = Composer(
                kind.noun.type, uuid: surroundings.uuid(), by: author, created: now, marking: target.defaultMarking)
            return try RecordObject.written(row.reading, language: request.language.rawValue, on: begun).canonical()
        }
        let identity = try await identity(author, of: person, missingIn: target)
        let before = (identity.map { [$0] } ?? []) + (try await missing(RecordObject.companions(of: kind), in: target))
        do {
            try await ledger.say([PlannedPlacement(before + objects, into: target, by: person)])
        } catch is PlacementRefused {
            return page(kind, open, text: text, collection: collection, read: read, isRefused: true)
        }
        return .redirect(to: Address.recordsImport(kind.name).href(with: [("said", String(objects.count))]))
    }

    /// Where somebody may say what is worth keeping.
    private func places() async throws -> [LogCollection] {
        let person = try themselves()
        let open = try await reader.collections().filter { person.may(.publish, in: $0).isAllowed }
        guard !open.isEmpty else { throw Problem.forbidden }
        return open
    }

    private func heading(of kind: Kind) -> String {
        CSV.line(kind.fields.filter { if case .list = $0.type { false } else { true } }.map(\.name))
    }

    private func page(
        _ kind: Kind, _ open: [LogCollection], text: String, collection: String, fault: CSVFault? = nil,
        read: RecordImport? = nil, said: Int? = nil, isRefused: Bool = false
    ) -> Answer {
        let model = RecordImportModel(
            kind: kind, text: text, targets: open.map { .init(id: $0.id, title: $0.title) }, collection: collection,
            fault: fault, read: read, said: said, isRefused: isRefused)
        let context = context
        let isWrong = fault != nil || isRefused || read.map { !$0.isFine } ?? false
        return .page(model.page(in: context), in: context, status: isWrong ? 422 : 200)
    }
}
