import Foundation
import Hall
import Ledger
import STIX
import Web

/// A search for programs: as JSON with the same parameters, as an Atom feed, and as the private feed of a saved search.
extension Visit<DeskDomain> {
    private static let entries = 50

    func searchJSON() async throws -> Answer {
        let question = try SearchQuestion(request.query)
        let found = try await found(question)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let next = found.next.map { cursor in
            Address.searchJSON.href(with: question.query.with("after", cursor.description).parameters)
        }
        var answer = Answer.json(Array(try encoder.encode(FoundDocument(question, found, next: next))))
        if person != nil { answer.keeping = .own }
        answer.headers.append(Answer.Header("Vary", "Cookie"))
        return answer
    }

    func searchFeed() async throws -> Answer {
        let question = try SearchQuestion(request.query)
        let feed = try await feed(
            of: question, id: "urn:uuid:\(gateway.id)", title: question.text,
            address: Address.searchFeed.href(with: question.query.parameters))
        return feed.answer(keeping: person == nil ? .revalidated : .own)
    }

    /// The feed of a saved search, as its account may read at this moment.
    func savedSearchFeed() async throws -> Answer {
        let secret = try request.value(.secret)
        guard let saved = try await SavedSearchTable(ledger: desk.ledger).search(secret: Secret(text: secret)),
            let owner = try await people.person(account: saved.account)
        else { throw Problem.notFound }
        try desk.feeds.count(.thing(saved.id))
        let visit = try await Visit(request, to: desk, as: owner)
        let feed = try await visit.feed(
            of: SearchQuestion(saved.query), id: "urn:uuid:\(saved.id)", title: saved.name,
            address: Address.savedSearchFeed(secret).href, made: saved.created)
        return feed.answer(keeping: .own)
    }

    private func feed(
        of question: SearchQuestion, id: String, title: String, address: String, made: Moment? = nil
    ) async throws -> AtomFeed {
        let listings = try await reader.newest(question, limit: Self.entries)
        let rows = try await listed(listings)
        var known: Set<String> = []
        let entries = zip(listings, rows).compactMap { listing, row -> AtomFeed.Entry? in
            // One that stands in several collections is one entry.
            guard known.insert(listing.id).inserted else { return nil }
            return AtomFeed.Entry(
                id: "urn:uuid:\(listing.id.suffix(36))", title: Shown.clipped(row.name.title, bytes: 300),
                updated: Moment(listing.added), page: gateway.address + Address.object(listing.id).href,
                category: listing.type, summary: row.line.map { Shown.clipped($0, bytes: 1_000) })
        }
        let name = title.isEmpty ? context.savedSearch.feed : title
        return AtomFeed(
            id: id, title: "\(name) · \(gateway.name)", author: gateway.name, address: gateway.address + address,
            page: gateway.address + Address.search("").href(with: question.query.parameters),
            made: made ?? Moment(desk.ledger.gateway.created), entries: entries)
    }
}

/// What a search found, as a document for programs.
private struct FoundDocument: Encodable {
    let query: String
    /// Exact up to ten thousand.
    let count: Int
    let isMore: Bool
    let results: [Result]
    /// Of the first ten thousand results.
    let facets: [String: [String: Int]]
    let next: String?

    struct Result: Encodable {
        let id: String
        let type: String
        let name: String?
        let collection: String
        let marking: String
        let version: String
        let added: String
    }

    init(_ question: SearchQuestion, _ found: Reader.Findings, next: String?) {
        query = question.query.text
        (count, isMore) =
            switch found.amount {
            case .exactly(let count): (count, false)
            case .moreThan(let count): (count, true)
            }
        results = found.listings.map {
            Result(
                id: $0.id, type: $0.type, name: $0.name, collection: $0.collection, marking: $0.marking.label,
                version: $0.version.description, added: $0.added.description)
        }
        func shares(_ pairs: [(String, Int)]) -> [String: Int] { Dictionary(pairs, uniquingKeysWith: +) }
        facets = [
            SearchModel.Facet.type.rawValue: shares(found.facets.types.map { ($0.value, $0.count) }),
            SearchModel.Facet.collection.rawValue: shares(found.facets.collections.map { ($0.value.id, $0.count) }),
            SearchModel.Facet.source.rawValue: shares(found.facets.sources.map { ($0.value.description, $0.count) }),
            SearchModel.Facet.marking.rawValue: shares(found.facets.markings.map { ($0.value.short, $0.count) }),
            SearchModel.Facet.period.rawValue: shares(
                found.facets.months.map { (SearchQuestion.Period.month($0.value).description, $0.count) }),
        ]
        self.next = next
    }
}
