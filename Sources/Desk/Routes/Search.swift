import Ledger
import STIX
import Web

extension Visit {
    private static let pageSize = 25

    func search() async throws -> Answer {
        let query = request.query["q"] ?? ""
        var from: SearchCursor?
        if let text = request.query["after"] {
            guard let number = SearchCursor(text) else { throw Problem.badRequest(parameter: "after") }
            from = number
        }
        let found = try await reader.search(query, from: from, limit: Self.pageSize)
        let model = SearchModel(
            query: query, kind: Self.kind(of: query), rows: try await listed(found.listings, crossing: true),
            total: Tally(found.amount), pager: Pager(older: found.next?.description, isFirst: from == nil))
        return answer(model.page)
    }

    /// How the page says it understood the question; the search itself makes no difference.
    private static func kind(of query: String) -> SearchModel.Kind {
        let words = query.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let word = words.first else { return .words }
        if STIXIdentifier.isValid(String(word)) || word.wholeMatch(of: /[A-Za-z]{1,8}-?[0-9][0-9.\-]*/) != nil {
            return .identifier
        }
        let isHash = word.count >= 32 && word.allSatisfy(\.isHexDigit)
        return isHash || word.contains(".") || word.contains(":") || word.contains("@") ? .value : .words
    }
}
