import Ledger
import STIX
import Web

extension DeskDomain {
    private static let pageSize = 50

    var types: Endpoint {
        Endpoint(.types, says: "The types of objects and how many there are of each.") { request in
            let model = TypesModel(types: try await typeCounts())
            return answer(request, model.page)
        }
    }

    var type: Endpoint {
        Endpoint(.type, says: "The objects of one type, newest first.") { request in
            try await list(request, in: nil)
        }
    }

    var collectionType: Endpoint {
        Endpoint(.collectionType, says: "The objects of one type in one collection, newest first.") { request in
            try await list(request, in: readable(request))
        }
    }

    private func list(_ request: WebRequest, in collection: LogCollection?) async throws -> Answer {
        let type = try request.value(.type)
        var before: Timestamp?
        if let text = request.query["after"] {
            guard let time = Timestamp(text) else { throw Problem.badRequest(parameter: "after") }
            before = time
        }
        let found = try await reader.list(type: type, in: collection, before: before, limit: Self.pageSize + 1)
        let page = found.prefix(Self.pageSize)
        let count = try await reader.typeCounts(in: collection).first { $0.type == type }?.count
        guard let count else { throw Problem.notFound }
        let older = found.count > page.count ? page.last?.added.description : nil
        let model = TypeListModel(
            type: type, collection: collection.map { CollectionName($0) },
            rows: try await listed(page, crossing: collection == nil), total: .exactly(count),
            pager: Pager(older: older, isFirst: before == nil))
        return answer(request, model.page)
    }
}
