package import Ledger
import Outside
package import Storage
package import Web
package import Work

/// What belongs to every domain together: the figures of them all, and the files that each page needs.
package struct HallDomain: Domain {
    package static let name = "hall"
    package static var menu: [MenuEntry] {
        [
            MenuEntry(35, .notices, to: .themselves, count: \.waiting) { NoticeWords.in($0).title },
            MenuEntry(45, .work, to: .whoMay(Act.administer.rawValue)) { HallWords.in($0).work },
        ]
    }

    package static var migrations: [Migration] { noticeMigrations + kindMigrations }
    package static var listeners: [any GrowthListener.Type] { [WatchedCollections.self] }
    package static var notices: [NamedNotice] { HallNotice.all }

    package static var works: [NamedWork] {
        [
            NamedWork(LetterHandover.kind) { HallWords.in($0).letters },
            NamedWork(BlobTidying.kind) { HallWords.in($0).blobs },
            NamedWork(NoticeAddressing.kind) { NoticeWords.in($0).title },
            NamedWork(NoticeTelling.kind) { NoticeWords.in($0).telling },
            NamedWork(WorkAlarm.kind) { NoticeWords.in($0).alarm },
        ]
    }

    package let door: Door
    let domains: [any Domain]
    /// Every kind of notice there is.
    let notices: NamedNotices
    /// How often somebody may have a letter written to an address that has not agreed, and how often one is written to.
    let invitations: RateLimits
    /// How often somebody may try their ways.
    let tests: RateLimits

    /// - Parameter domains: all others, in the order in which their figures are told.
    package init(_ door: Door, domains: [any Domain]) {
        self.door = door
        self.domains = domains
        notices = NamedNotices(domains.flatMap { type(of: $0).notices } + Self.notices)
        let uptime = door.ledger.surroundings.uptime
        invitations = RateLimits(strangers: nil, known: .init(atOnce: 5, every: .seconds(1_800)), uptime: uptime)
        tests = RateLimits(strangers: nil, known: .init(atOnce: 5, every: .seconds(20)), uptime: uptime)
    }

    package var handlers: [any WorkHandler] {
        let own: [any WorkHandler] = [
            LetterHandover(door.ledger), BlobTidying(ledger: door.ledger), NoticeAddressing(door: door),
            NoticeTelling(door: door, kinds: notices),
        ]
        return own + [WorkAlarm(ledger: door.ledger, handlers: domains.flatMap(\.handlers) + own)]
    }
    /// Who does what waits, of all domains.
    package var everyHandler: [any WorkHandler] { domains.flatMap(\.handlers) + handlers }

    package var endpoints: [Endpoint] {
        [
            get(.metrics, "Figures of the gateway, for Prometheus; for people of the organisation that runs it.") {
                try await $0.metrics()
            },
            get(.work, "What waits to be done later, by kind; for people of the organisation that runs the gateway.") {
                try await $0.work()
            },
            post(.work, "Has a row of work done at once, or never.") { try await $0.changeWork() },
        ] + noticeEndpoints + Assets.endpoints
    }
}

extension Visit<HallDomain> {
    /// Figures in the text format that Prometheus reads (version 0.0.4).
    ///
    /// They name sources and collections, so they are for the organisation that runs the gateway: a program of somebody there
    /// sends a bearer token that only reads, and is told of the collections that its owner reads.
    func metrics() async throws -> Answer {
        let person = try signedIn()
        guard person.organisation.isDesk, person.seeingAs == nil else { throw Problem.notFound }
        let question = MetricsQuestion(person: person, collections: try await reader.collections())
        var text = ""
        for family in try await domain.workMetrics(question) { text += family.text }
        for family in try await domain.mailMetrics(question) { text += family.text }
        for one in domain.domains { text += try await one.metrics(question).map(\.text).joined() }
        return Answer(
            contentType: "text/plain; version=0.0.4; charset=utf-8", body: Array(text.utf8), keeping: .never)
    }
}
