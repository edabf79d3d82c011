import Hall
import Ledger
import Web

extension Visit<ExchangeDomain> {
    /// TAXII 2.1 §5.7: the object is withdrawn from this collection; its log keeps that it stood there.
    func deleteObject() async throws -> Answer {
        let person = try signedIn()
        let collection = try await collection()
        guard mayWrite(collection) else {
            throw TAXIIError(.forbidden, "You may read this collection, but not delete from it.")
        }
        let id = try request.value(.id)
        var filter = try Filter(
            request.query, matches: [.version, .specVersion], of: "delete \(collection.id) \(id)", isPaged: false)
        let isWhole = request.query["match[version]"] == nil
        filter.narrow(to: id, isWhole ? .all : nil)
        let found = try await reader.versions(filter.asked, in: collection.id)?.content ?? []
        let holding = try await reader.holdings(of: id).first { $0.collection.id == collection.id }
        guard let holding, !found.isEmpty else { throw TAXIIError.notFound }
        let ofOthers = TAXIIError(.forbidden, "Others sent what stands of this object here.")
        guard person.mayWithdraw(holding).isAllowed else { throw ofOthers }
        var isTaken = false
        do {
            _ = try await ledger.withdraw(
                [id], versions: isWhole ? nil : Set(found.map(\.version)),
                from: [collection.id: person.withdrawing([id], from: collection)], reason: "withdrawn through TAXII",
                by: person.hand)
            isTaken = true
        } catch let error as LedgerError where error.code == .unknownObject {
            // Somebody else was faster, and it stands no longer; or none of these versions is theirs.
        }
        let isGone = try await reader.versions(filter.asked, in: collection.id)?.content.isEmpty ?? true
        guard isTaken || isGone else { throw ofOthers }
        return .taxii([UInt8]())
    }
}
