import Hall
import Ledger
import Web

extension Visit<DirectoryDomain> {
    private static let pageSize = 80

    func audit() async throws -> Answer {
        _ = try administrator()
        var before: Int?
        if let text = request.query["before"] {
            guard let number = Int(text) else { throw Problem.badRequest(parameter: "before") }
            before = number
        }
        let entries = try await directory.auditTrail(before: before, limit: Self.pageSize + 1)
        let page = Array(entries.prefix(Self.pageSize))
        return answer(AuditModel(entries: page, older: entries.count > page.count ? page.last?.number : nil).page)
    }
}
