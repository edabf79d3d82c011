import Hall
import Web

extension Visit<DeskDomain> {
    func knownGood() async throws -> Answer {
        answer(KnownGoodModel(lists: try await KnownGood(desk.ledger).all()).page)
    }
}
