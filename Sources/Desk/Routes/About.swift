import Hall
import Ledger
import Web

extension Visit<DeskDomain> {
    func about() async throws -> Answer {
        var logs: [LogHead] = []
        for collection in try await reader.collections() {
            if let head = try await logHead(of: collection) { logs.append(head) }
        }
        return answer(AboutModel(logs: logs).page)
    }
}
