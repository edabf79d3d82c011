import Foundation
package import Hall
import Kinds
package import Ledger
package import Outside
import STIX
package import Storage
package import Web
package import Work

/// What is worth keeping and finding: objects of kinds in lists, feeds, calendars and on paper, and the packs that kinds come in.
package struct LibraryDomain: Domain {
    package static let name = "library"
    package static var migrations: [Migration] { libraryMigrations }
    package static var projections: [any Projection.Type] { [RecordProjection.self, RecordLinks.self] }
    package static var menu: [MenuEntry] {
        [
            MenuEntry(12, .learn, to: .everyone) { LibraryWords.in($0).learn },
            MenuEntry(46, .kinds, to: .whoMay(.administer)) { LibraryWords.in($0).kinds },
        ]
    }
    package static var types: [NamedType] { recordTypes }

    package static var works: [NamedWork] {
        [
            NamedWork(PeriodicalSending.kind) { PeriodicalWords.in($0).work },
            NamedWork(SummaryCounting.kind) { SummaryWords.in($0).work },
            NamedWork(ClockCalls.kind) { ClockWords.in($0).work },
            NamedWork(LinkChecks.kind) { LinkWords.in($0).checks },
        ]
    }
    package static var notices: [NamedNotice] { [ClockCalls.named, LinkWords.named] }

    package let door: Door
    private let visitor: LinkVisitor?
    /// How often one private calendar may be asked for.
    let calendars: RateLimits

    /// - Parameter visitor: who follows the links of records; nil where nobody does.
    package init(_ door: Door, following visitor: LinkVisitor? = nil) {
        self.door = door
        self.visitor = visitor
        calendars = RateLimits(strangers: nil, known: .secretAddress, uptime: door.ledger.surroundings.uptime)
    }

    package var handlers: [any WorkHandler] {
        [
            PeriodicalSending(door: door), SummaryCounting(ledger: door.ledger), ClockCalls(door: door),
            LinkChecks(ledger: door.ledger, visitor: visitor),
        ]
    }

    /// What it knows of records, for the pages that show them.
    package var company: RecordCompany {
        let overlaps = Overlaps(ledger: door.ledger, people: door.people)
        return RecordCompany(
            links: { [ledger = door.ledger] record in
                let links = KindFace.links(in: record.values, of: record.kind)
                let dead = try await LinkTable(ledger: ledger).dead(links, for: record.reader)
                return { link, context in
                    dead[link].map { LinkWords.mark(Moment($0.description), in: context) }
                }
            }, likeness: { try await overlaps.part(for: $0) })
    }

    /// Forgets what is kept here of an object that is erased, in the same transaction.
    package static func forget(_ object: String, in session: Session) throws {
        try OverlapTable.forget(object, in: session)
    }

    package var endpoints: [Endpoint] {
        [
            get(.learn, "What is known here: each kind, how much there is by work area, and what came last.") {
                try await $0.learn()
            },
            get(.records, "The objects of a kind, with filters.") { try await $0.records() },
            get(.recordsJSON, "The same list as JSON, with the same parameters.") { try await $0.recordsJSON() },
            get(.recordsCSV, "The same list as comma-separated values.") { try await $0.recordsCSV() },
            get(.recordsFeed, "The same list as an Atom feed.") { try await $0.recordsFeed() },
            get(.recordsCalendar, "The same list as a calendar (RFC 5545), for a kind with dates.") {
                try await $0.recordsCalendar()
            },
            get(.recordsSchema, "What is filled in for a kind, as JSON Schema.") { try await $0.recordsSchema() },
            get(.serviceDescription, "What programs can ask of the lists, as OpenAPI 3.1.") {
                try await $0.serviceDescription()
            },
            get(.booklet, "The same list on one page, for paper.") { try await $0.booklet() },
            get(.recordsImport, "A form that takes a table of objects of a kind.") { try await $0.importForm() },
            post(.recordsImport, "Looks at every row of a table, and says them all where nothing is wrong.") {
                try await $0.importRecords()
            },
            get(.calendar, "What has a date, of every kind, month by month.") { try await $0.calendar() },
            get(.calendarFile, "The same as a calendar file (RFC 5545).") { try await $0.calendarFile() },
            get(.privateCalendars, "The private calendars that somebody has made.") { try await $0.privateCalendars() },
            post(.privateCalendars, "Makes a private calendar, and its secret address.") {
                try await $0.makePrivateCalendar()
            },
            post(.privateCalendarRemoval, "Ends a private calendar.") { try await $0.removePrivateCalendar() },
            get(.privateCalendar, "A private calendar, as its account may read at that moment.") {
                try await $0.privateCalendar()
            },
            get(.agenda, "The work areas and goals of the Global Cybersecurity Agenda, with what stands under each.") {
                try await $0.agenda()
            },
            get(.parties, "Who is named in what is written here, and as what.") { try await $0.parties() },
            get(.countries, "What is known of up to three countries, side by side.") { try await $0.countries() },
            get(.landscape, "What a year brought, and what is coming, from the register of emerging issues.") {
                try await $0.landscape()
            },
            get(.terms, "How terms are called now, and every change of them.") { try await $0.termsPage() },
            post(.terms, "Calls a term otherwise, or merges it into another.") { try await $0.changeTerm() },
            get(.summary, "What everyone may read, counted last night.") { try await $0.summary() },
            get(.periodical, "The weekly letter, as its reader would get it now.") { try await $0.periodical() },
            post(.periodical, "Subscribes to the weekly letter, or ends that.") { try await $0.changeSubscription() },
            get(.periodicalEnd, "Where whoever reads the weekly letter ends it.") { try await $0.periodicalEnd() },
            post(.periodicalEnd, "Ends the weekly letter at once (RFC 8058).") { try await $0.endPeriodical() },
            get(.sitemap, "Which sitemaps there are, of what everyone may read.") { try await $0.sitemap() },
            get(.sitemapPart, "Addresses of what everyone may read.") { try await $0.sitemapPart() },
            get(.robots, "What crawlers may ask (RFC 9309).") { $0.robots() },
            get(.kinds, "The packs here, and which of their kinds people are shown.") { try await $0.kinds() },
            post(.kinds, "Shows a kind to people, or hides it.") { try await $0.showKind() },
            get(.deadLinks, "The links in records that lead nowhere, by the records that name them.") {
                try await $0.deadLinks()
            },
            post(.overlaps, "Says that a record is different from one that it looks like.") {
                try await $0.dismissOverlap()
            },
        ]
    }
}

extension Visit<LibraryDomain> {
    var shelf: KindShelf { KindShelf(ledger) }
    /// Objects in the words of their authors, for programs.
    var table: RecordTable { RecordTable(reader: reader, shelf: shelf) }
    /// The same in the reader's language, where somebody translated them.
    var spokenTable: RecordTable {
        RecordTable(reader: reader, shelf: shelf, language: request.language.rawValue)
    }
    var today: FullDate { FullDate(of: ledger.surroundings.now().date) }

    /// The kind that the path names.
    func kind() async throws -> Kind {
        guard let kind = try await shelf.offer(request.value(.type)) else { throw Problem.notFound }
        return kind
    }

    /// An answer for programs, which depends on who asks.
    func file(_ body: [UInt8], _ type: String, named name: String? = nil) -> Answer {
        var answer = Answer.json(body, type: type)
        if person != nil { answer.keeping = .own }
        answer.headers.append(Answer.Header("Vary", "Cookie"))
        if let name { answer.headers.append(Answer.Header("Content-Disposition", "attachment; filename=\"\(name)\"")) }
        return answer
    }
}
