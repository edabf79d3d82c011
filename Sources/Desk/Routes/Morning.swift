import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// Who has not looked yet is shown the news of a week.
    private static let firstLook: Int64 = 7 * 86_400 * 1_000_000
    private static let mostHits = 12
    private static let mostLatest = 10
    private static let mostBroken = 5

    private var looked: Looked { Looked(ledger: desk.ledger) }

    /// The first page of somebody who is signed in.
    func morning(of person: Person) async throws -> Answer {
        let now = desk.ledger.surroundings.now()
        let since =
            try await looked.last(person.account, at: now) ?? Timestamp(clamping: now.microseconds - Self.firstLook)
        let constituency = try await people.constituency(of: person.organisation.id)
        let collections = try await reader.collections()
        var summaries: [CollectionSummary] = []
        for collection in collections { summaries.append(try await summary(of: collection)) }
        var model = MorningModel(
            since: Moment(since), now: Moment(now), news: try await news(since: since),
            hits: try await hits(on: constituency, of: person), hasConstituency: !constituency.isEmpty,
            drafts: try await draftCount(of: person),
            waiting: try await waiting(for: person, in: collections), collections: summaries,
            latest: try await listed(reader.latest(Self.mostLatest), crossing: true))
        if person.may(.discuss) { model.reviews = try await waitingReviews(for: person).count }
        model.access = try await waitingAccess(for: person)
        return answer(model.page)
    }

    func markSeen() async throws -> Answer {
        let person = try signedIn()
        guard person.seeingAs == nil else { throw Problem.forbidden }
        guard let moment = Timestamp(try request.form.required("at")) else { throw Problem.badRequest(parameter: "at") }
        // Nobody has seen the future.
        let now = desk.ledger.surroundings.now()
        try await looked.note(person.account, at: min(moment, now), now: now)
        return .redirect(to: Address.home.href)
    }

    /// Nil for somebody who does not write.
    private func draftCount(of person: Person) async throws -> Int? {
        guard person.may(.discuss) else { return nil }
        var count = 0
        for draft in try await drafts.all(of: person.organisation.id) where try await isOpen(draft, to: person) {
            count += 1
        }
        return count
    }

    private func news(since: Timestamp) async throws -> [MorningModel.News] {
        var order: [Source?] = []
        var types: [Source?: [TypeCount]] = [:]
        for count in try await reader.news(since: since) {
            if types[count.source] == nil { order.append(count.source) }
            types[count.source, default: []].append(TypeCount(type: count.type, count: count.count))
        }
        let reliability = try await desk.sources.reliability()
        var news: [MorningModel.News] = []
        for source in order {
            let name = if let source { try await sourceName(source) } else { "" }
            news.append(
                .init(
                    source: name,
                    reliability: source.flatMap { reliability[$0.description] }, types: types[source] ?? []))
        }
        return news
    }

    private func hits(on constituency: Constituency, of person: Person) async throws -> [MorningModel.Hit] {
        let found = try await reader.hits(
            on: constituency, identity: person.organisation.identity, limit: Self.mostHits)
        let objects = try await listed(found.hits.map(\.listing), crossing: true)
        let between = found.hits.compactMap { hit in if case .through(let id) = hit.touch { id } else { nil } }
        let names = try await reader.names(of: between)
        return zip(objects, found.hits).map { object, hit in
            let touched =
                switch hit.touch {
                case .network(let text), .domain(let text), .sector(let text): text
                case .through(let id): names[id]?.name ?? id
                case .system(let number): "AS\(number)"
                case .party: person.organisation.name
                }
            return MorningModel.Hit(object: object, touched: [touched])
        }
    }

    private func waiting(for person: Person, in collections: [LogCollection]) async throws -> MorningModel.Waiting? {
        let decides = collections.filter { person.may(.decide, in: $0).isAllowed }
        guard !decides.isEmpty else { return nil }
        let broken = try await desk.ledger.brokenSources(in: decides, limit: Self.mostBroken)
        let failing = person.may(.decide) ? try await desk.sources.failing(Set(collections.map(\.id))) : []
        let names = Set(failing.map(\.name))
        return MorningModel.Waiting(
            quarantine: Tally(try await desk.ledger.quarantinedCount(in: decides)),
            // Of a source that is asked again the reason is told once.
            broken: try await rows(broken.filter { !names.contains($0.source.description) }, in: decides),
            failing: failing.map { source in
                MorningModel.Failing(
                    source: source.name, problem: source.problem, since: Moment(source.since),
                    succeeded: source.succeeded.map { Moment($0) }, next: source.next.map { Moment($0) })
            })
    }
}
