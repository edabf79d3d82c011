import Ledger
import STIX
import Web

extension DeskDomain {
    var collection: Endpoint {
        Endpoint(.collection, says: "A collection: who sees it, what it holds, what changed, and its log.") { request in
            let collection = try await readable(request)
            guard let log = try logHead(of: collection) else { throw Problem.notFound }
            let model = CollectionModel(
                summary: try await summary(of: collection), types: try await typeCounts(in: collection),
                changes: try await reader.changes(in: collection, limit: 20).map(EntryRow.init), log: log)
            return answer(request, model.page)
        }
    }
}

extension EntryRow {
    fileprivate init(_ change: LogChange) {
        let kind: Kind =
            switch change.kind {
            case .placed(let item): .placed(ListedObject(item))
            case .withdrawn(let item, let reason):
                .withdrawn(ObjectName(id: item.id, type: item.type, name: item.name), reason: reason)
            case .erased: .erased
            case .configured: .configured
            }
        self.init(number: change.position, added: Moment(change.added), kind: kind)
    }
}

extension ListedObject {
    fileprivate init(_ item: LogChange.Item) {
        let json = item.body.flatMap { try? JSON.parse($0) }
        self.init(
            name: ObjectName(id: item.id, type: item.type, name: item.name, json: json),
            line: json?.text("description"), changed: Moment(item.version), isRevoked: json?.isTrue("revoked") ?? false)
    }
}
