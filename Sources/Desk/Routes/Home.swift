import Hall
import Ledger
import Web

extension Visit<DeskDomain> {
    func home() async throws -> Answer {
        if let person { return try await morning(of: person) }
        var collections: [CollectionSummary] = []
        for collection in try await reader.collections() { collections.append(try await summary(of: collection)) }
        let model = HomeModel(
            collections: collections, types: try await typeCounts(),
            latest: try await listed(reader.latest(12), crossing: true))
        return answer(model.page)
    }
}
