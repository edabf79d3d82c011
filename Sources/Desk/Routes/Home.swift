import Ledger
import Web

extension DeskDomain {
    var home: Endpoint {
        Endpoint(.home, says: "What this gateway is, its collections, and what came last.") { request in
            var collections: [CollectionSummary] = []
            for collection in try await reader.collections() { collections.append(try await summary(of: collection)) }
            let model = HomeModel(
                collections: collections, types: try await typeCounts(),
                latest: try await listed(reader.latest(12), crossing: true))
            return answer(request, model.page)
        }
    }
}
