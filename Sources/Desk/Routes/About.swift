import Ledger
import Web

extension DeskDomain {
    var about: Endpoint {
        Endpoint(.about, says: "What the logs prove, and the key of each.") { request in
            var logs: [LogHead] = []
            for collection in try await reader.collections() {
                if let head = try await logHead(of: collection) { logs.append(head) }
            }
            return answer(request, AboutModel(logs: logs).page)
        }
    }
}
