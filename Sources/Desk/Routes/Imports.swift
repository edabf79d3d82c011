import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let most = 100

    func imports() async throws -> Answer {
        let collections = try await decidable()
        let found = try await desk.ledger.imports(into: collections, limit: Self.most)
        let model = ImportsModel(rows: try await rows(found, in: collections), undone: request.query["undone"])
        return answer(model.page)
    }

    func importUndo() async throws -> Answer {
        let model = ImportUndoModel(row: try await undoable().row, lacksReason: false)
        return answer(model.page)
    }

    func undoImport() async throws -> Answer {
        let (number, row) = try await undoable()
        guard let reason else {
            let model = ImportUndoModel(row: row, lacksReason: true)
            return answer(model.page)
        }
        let count = try await desk.ledger.undoImport(number, reason: reason, by: signedIn().hand)
        return .redirect(to: Address.imports.href(with: [("undone", String(count))]))
    }

    private func undoable() async throws -> (number: Int, row: ImportRow) {
        let collections = try await decidable()
        guard let found = try await desk.ledger.importSummary(id: request.value(.uuid)),
            collections.contains(where: { $0.alias == found.collection })
        else { throw Problem.notFound }
        return (found.number, try await row(found, in: collections))
    }

    func rows(_ found: [ImportSummary], in collections: [LogCollection]) async throws -> [ImportRow] {
        var rows: [ImportRow] = []
        for summary in found { rows.append(try await row(summary, in: collections)) }
        return rows
    }

    private func row(_ found: ImportSummary, in collections: [LogCollection]) async throws -> ImportRow {
        ImportRow(
            found, from: try await sourceName(found.source), in: collections,
            sender: try await name(ofAccount: found.account), undoneBy: try await name(ofAccount: found.undoneBy))
    }

    /// Whoever decides there may know whose account it was.
    private func name(ofAccount id: String?) async throws -> String? {
        guard let id else { return nil }
        return try await people.owner(ofAccount: id)?.name
    }
}

extension ImportRow {
    fileprivate init(
        _ found: ImportSummary, from source: String, in collections: [LogCollection], sender: String?, undoneBy: String?
    ) {
        let collection = collections.first { $0.alias == found.collection }
        let state: State =
            if let undone = found.undone {
                .undone(Moment(undone), by: undoneBy)
            } else if let broken = found.broken {
                .broken(broken)
            } else {
                found.ended == nil ? .unfinished : .done
            }
        self.init(
            id: found.id, source: source,
            collection: collection.map { CollectionName($0) } ?? CollectionName(id: "", title: found.collection),
            started: Moment(found.started), objects: found.objects, placed: found.placed,
            quarantined: found.quarantined, state: state, sender: sender)
    }
}
