import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let pageSize = 25

    func search() async throws -> Answer {
        let question = try SearchQuestion(request.query)
        let found = try await found(question)
        let model = SearchModel(
            query: question.text, kind: Self.kind(of: question.text),
            rows: try await listed(found.listings, crossing: true), total: Tally(found.amount),
            pager: Pager(older: found.next?.description, isFirst: request.query["after"] == nil),
            chosen: try await chosen(question, found.facets), choices: try await choices(question, found.facets))
        return answer(model.page)
    }

    /// One page of results; `after` in the address is the end of the page before.
    func found(_ question: SearchQuestion) async throws -> Reader.Findings {
        var from: SearchCursor?
        if let text = request.query["after"] {
            guard let cursor = SearchCursor(text) else { throw Problem.badRequest(parameter: "after") }
            from = cursor
        }
        return try await reader.search(question, from: from, limit: Self.pageSize)
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

extension Visit<DeskDomain> {
    /// What is offered to narrow a search by: whatever is not chosen yet, and would leave something out.
    private func choices(_ question: SearchQuestion, _ facets: SearchFacets) async throws
        -> [SearchModel.Facet: [SearchModel.Choice]]
    {
        var choices: [SearchModel.Facet: [SearchModel.Choice]] = [:]
        if question.type == nil {
            choices[.type] = facets.types.map { .init(value: $0.value, count: $0.count) }
        }
        if question.collection == nil {
            choices[.collection] = facets.collections.map {
                .init(value: $0.value.id, name: $0.value.title, count: $0.count)
            }
        }
        if question.source == nil {
            var sources: [SearchModel.Choice] = []
            for share in facets.sources {
                sources.append(
                    .init(
                        value: share.value.description, name: try await name(of: share.value), count: share.count))
            }
            choices[.source] = sources
        }
        if question.marking == nil {
            choices[.marking] = facets.markings.map { .init(value: $0.value.short, count: $0.count) }
        }
        choices[.period] = periods(question, facets.months)
        return choices
    }

    /// Years, or the months of the one year there is or was chosen.
    private func periods(_ question: SearchQuestion, _ months: [SearchFacets.Share<CalendarMonth>])
        -> [SearchModel.Choice]?
    {
        if case .month = question.period { return nil }
        var years: [Int: Int] = [:]
        for share in months { years[share.value.year, default: 0] += share.count }
        if years.count > 1 {
            return years.sorted { $0.key > $1.key }
                .map { .init(value: SearchQuestion.Period.year($0.key).description, count: $0.value) }
        }
        return months.map { .init(value: SearchQuestion.Period.month($0.value).description, count: $0.count) }
    }

    private func chosen(_ question: SearchQuestion, _ facets: SearchFacets) async throws
        -> [SearchModel.Facet: SearchModel.Choice]
    {
        var chosen: [SearchModel.Facet: SearchModel.Choice] = [:]
        func choose(_ facet: SearchModel.Facet, _ value: String?, name: String? = nil) {
            chosen[facet] = value.map { .init(value: $0, name: name, count: 0) }
        }
        choose(.type, question.type)
        if let collection = question.collection {
            choose(.collection, collection, name: try await reader.collection(collection)?.title)
        }
        if let source = question.source {
            // What a reader may not know of is called as they called it.
            let known = facets.sources.isEmpty ? nil : Source(listed: source)
            let called = if let known { try await name(of: known) } else { String?.none }
            choose(.source, source, name: called)
        }
        choose(.marking, question.marking?.short)
        choose(.period, question.period?.description)
        return chosen
    }

    /// What a source is called: an organisation by its name, everything else as its operator named it.
    private func name(of source: Source) async throws -> String? {
        guard let id = source.organisation else { return nil }
        let audience = Audience.organisation(id)
        if audience == desk.ledger.gateway.desk { return gateway.name }
        if let person, person.organisation.id == id { return person.organisation.name }
        return try await people.name(of: audience)
    }
}
