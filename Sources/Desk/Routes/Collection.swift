import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    func collection() async throws -> Answer {
        let collection = try await readableCollection()
        let mirror = try await reader.mirror(collection)
        let log = try await logHead(of: collection)
        guard log != nil || mirror != nil else { throw Problem.notFound }
        var model = CollectionModel(
            summary: try await summary(of: collection), types: try await typeCounts(in: collection),
            changes: try await rows(of: try await reader.changes(in: collection, limit: 20), in: collection), log: log,
            mirror: mirror.map(MirrorStatus.init))
        model.review = collection.review
        model.mayAdminister = person?.may(.administer, in: collection).isAllowed ?? false
        return answer(model.page)
    }
}

extension Visit<DeskDomain> {
    private func rows(of changes: [LogChange], in collection: LogCollection) async throws -> [EntryRow] {
        let sentences = try await sentences(of: changes.compactMap(\.item?.body).compactMap { try? JSON.parse($0) })
        var rows: [EntryRow] = []
        for change in changes {
            rows.append(
                EntryRow(
                    change, name: change.item.flatMap { sentences[$0.id] ?? $0.name },
                    by: try await handName(change.hand, in: collection)))
        }
        return rows
    }
}

extension MirrorStatus {
    fileprivate init(_ mirror: MirroredLog) {
        self.init(
            copied: mirror.collection.size, verified: mirror.proven, at: mirror.verified.map { Moment($0) },
            unexplained: mirror.unexplained, erasedHere: mirror.erasedHere, alarm: mirror.alarm?.sentence)
    }
}

extension EntryRow {
    /// - Parameter name: of the object that the entry is about.
    fileprivate init(_ change: LogChange, name: String?, by hand: HandName?) {
        let kind: Kind =
            switch change.kind {
            case .placed(let item): .placed(ListedObject(item, name: name))
            case .withdrawn(let item, let reason):
                .withdrawn(ObjectName(id: item.id, type: item.type, name: name), reason: reason)
            case .erased: .erased
            case .absent: .absent
            case .configured: .configured
            }
        self.init(number: change.position, added: Moment(change.added), kind: kind, hand: hand)
    }
}

extension ListedObject {
    fileprivate init(_ item: LogChange.Item, name: String?) {
        let json = item.body.flatMap { try? JSON.parse($0) }
        self.init(
            name: ObjectName(id: item.id, type: item.type, name: name, json: json),
            line: json?.text("description"), changed: Moment(item.version), isRevoked: json?.isTrue("revoked") ?? false)
    }
}
