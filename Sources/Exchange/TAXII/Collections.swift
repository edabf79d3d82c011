import Hall
import Ledger
import STIX
import Web

extension Visit<ExchangeDomain> {
    /// TAXII 2.1 §5.1.
    func collections() async throws -> Answer {
        let found = try await reader.collections()
        return .taxii(
            .object(found.isEmpty ? [] : [.init(name: "collections", value: .array(found.map(resource)))]))
    }

    /// TAXII 2.1 §5.2.
    func collectionResource() async throws -> Answer {
        let found = try await collection()
        var answer = Answer.taxii(resource(found))
        answer.headers.append(
            .init("Link", #"<\#(Address.checkpoint(collection: found.id).href)>; rel="describedby"; type="text/plain""#)
        )
        return answer
    }

    /// The collection with, beside the standard's, where its log proves what it holds (custom properties, §7.1).
    private func resource(_ collection: LogCollection) -> JSON {
        let log = gateway.full(.log(collection: collection.id))
        var members: [JSON.Member] = [
            .text("id", collection.id), .text("title", collection.title), .text("alias", collection.alias),
            .flag("can_read", true), .flag("can_write", mayWrite(collection)),
            .texts("media_types", [TAXIIMediaType.stix]),
            .text("x_concord_log", log), .text("x_concord_checkpoint", log + "/checkpoint"),
            .text("x_concord_origin", collection.origin),
        ]
        if !collection.description.isEmpty { members.append(.text("description", collection.description)) }
        return .object(members)
    }

    func mayWrite(_ collection: LogCollection) -> Bool { person?.may(.publish, in: collection).isAllowed ?? false }
}
