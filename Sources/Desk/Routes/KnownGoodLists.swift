import Web

extension Visit {
    func knownGood() async throws -> Answer {
        answer(KnownGoodModel(lists: try await KnownGood(desk.ledger).all()).page)
    }
}
