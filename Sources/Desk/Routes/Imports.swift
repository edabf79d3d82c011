import Ledger
import STIX
import Web

extension Visit {
    private static let most = 100

    func imports() async throws -> Answer {
        let collections = try await decidable()
        let found = try await desk.ledger.imports(into: collections, limit: Self.most)
        let model = ImportsModel(rows: found.map { ImportRow($0, in: collections) }, undone: request.query["undone"])
        return answer(model.page)
    }

    func importUndo() async throws -> Answer {
        let model = ImportUndoModel(row: try await undoable(), lacksReason: false)
        return answer(model.page)
    }

    func undoImport() async throws -> Answer {
        let row = try await undoable()
        let reason = try request.form.required("reason").trimmingSpace
        guard !reason.isEmpty else {
            let model = ImportUndoModel(row: row, lacksReason: true)
            return answer(model.page)
        }
        let count = try await desk.ledger.undoImport(row.number, reason: reason)
        return .redirect(to: Address.imports.href(with: [("undone", String(count))]))
    }

    private func undoable() async throws -> ImportRow {
        let collections = try await decidable()
        guard let number = Int(try request.value(.number)), let found = try await desk.ledger.importSummary(number),
            collections.contains(where: { $0.alias == found.collection })
        else { throw Problem.notFound }
        return ImportRow(found, in: collections)
    }
}

extension ImportRow {
    init(_ found: ImportSummary, in collections: [LogCollection]) {
        let collection = collections.first { $0.alias == found.collection }
        let state: State =
            if let undone = found.undone {
                .undone(Moment(undone))
            } else if let broken = found.broken {
                .broken(broken)
            } else {
                found.ended == nil ? .unfinished : .done
            }
        self.init(
            number: found.number, source: found.source,
            collection: collection.map { CollectionName($0) } ?? CollectionName(id: "", title: found.collection),
            started: Moment(found.started), objects: found.objects, placed: found.placed,
            quarantined: found.quarantined, state: state)
    }
}
