import Ledger
import Web

extension DeskDomain {
    var about: Endpoint {
        Endpoint(.about, says: "What the logs prove, and the key of each.") { request in
            let model = AboutModel(logs: try await reader.collections().compactMap(logHead))
            return answer(request, model.page)
        }
    }
}
