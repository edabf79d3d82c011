import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let pageSize = 50

    func types() async throws -> Answer {
        let model = TypesModel(types: try await typeCounts())
        return answer(model.page)
    }

    func type() async throws -> Answer {
        try await list(in: nil)
    }

    func collectionType() async throws -> Answer {
        try await list(in: readableCollection())
    }

    private func list(in collection: LogCollection?) async throws -> Answer {
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
        return answer(model.page)
    }
}
