import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

/// Calendars for programs that can't sign in, each at a secret address.
extension Visit<LibraryDomain> {
    private var privateTable: PrivateCalendarTable { PrivateCalendarTable(ledger: ledger) }

    /// Those that somebody has made.
    func privateCalendars() async throws -> Answer {
        // A program's token may read less than its owner, and a calendar reads as its owner does.
        guard !request.credentials.isAuthorization else { throw Problem.notFound }
        return answer(try await model(of: signedIn()).page)
    }

    /// Makes one of what the form names, and shows its address this once.
    func makePrivateCalendar() async throws -> Answer {
        let owner = try inPerson()
        let name = request.form["kind"] ?? ""
        var query = WebQuery([])
        if !name.isEmpty {
            guard let kind = try await shelf.offer(name), kind.dates != nil else {
                throw Problem.badRequest(parameter: "kind")
            }
            query = WebQuery(try RecordQuestion(WebQuery(text: request.form["query"] ?? ""), of: kind).parameters)
        }
        let surroundings = ledger.surroundings
        let secret = Secret.make(surroundings)
        let isKept = try await privateTable.keep(
            PrivateCalendar(
                id: surroundings.uuid(), account: owner.account, kind: name.isEmpty ? nil : name, query: query,
                language: request.language, created: surroundings.now(), fetched: nil),
            secret: secret)
        var model = try await model(of: owner)
        guard isKept else {
            model.isFull = true
            return once(here: Address.privateCalendars.href, status: 422, model.page)
        }
        model.made = gateway.full(.privateCalendar(secret.text))
        return once(.privateCalendars, model.page)
    }

    /// Ends one: its address answers no more.
    func removePrivateCalendar() async throws -> Answer {
        let owner = try inPerson()
        guard try await privateTable.delete(request.value(.uuid), of: owner.account) else { throw Problem.notFound }
        return .redirect(to: Address.privateCalendars.href)
    }

    /// One as its account may read at this moment; the same answer where it never was and where it is no more.
    func privateCalendar() async throws -> Answer {
        guard let calendar = try await privateTable.calendar(secret: Secret(text: request.value(.secret))),
            let owner = try await domain.door.people.person(account: calendar.account)
        else { throw Problem.notFound }
        try domain.calendars.count(.thing(calendar.id))
        let all = try await shelf.offers().map(\.kind).filter { $0.dates != nil }
        let kinds = all.filter { calendar.kind == nil || $0.name == calendar.kind }
        // As its list: nobody is shown that kind any more.
        guard calendar.kind == nil || !kinds.isEmpty else { throw Problem.notFound }
        let table = RecordTable(reader: Reader(ledger, for: owner.viewer), shelf: shelf)
        let terms = try await TermTable(ledger: ledger).map()
        var events: [CalendarFile.Event] = []
        for kind in kinds {
            let question = try RecordQuestion(calendar.query, of: kind).current(of: kind, terms)
            events += try await table.events(question, of: kind, today: today, at: gateway.address)
        }
        let words = LibraryWords.in(calendar.language).calendar
        let what = calendar.kind == nil ? words : kinds.first?.many.text(for: calendar.language.rawValue) ?? words
        let text = CalendarFile(name: "\(what) · \(gateway.name)", events: events).text
        try await privateTable.note(calendar, fetchedOn: today)
        var answer = Answer.json(Array(text.utf8), type: "text/calendar; charset=utf-8")
        answer.keeping = .own
        // Where somebody links to it, it is not to be found by a search engine.
        answer.headers.append(Answer.Header("X-Robots-Tag", "noindex"))
        return answer
    }

    private func model(of owner: Person) async throws -> PrivateCalendarsModel {
        let kinds = Dictionary(
            try await shelf.offers().map(\.kind).filter { $0.dates != nil }.map { ($0.name, $0) }
        ) { first, _ in first }
        let rows = try await privateTable.all(of: owner.account).map { calendar in
            PrivateCalendarsModel.Row(calendar: calendar, kind: calendar.kind.flatMap { kinds[$0] })
        }
        let parties = rows.flatMap { row in
            row.kind.map { kind in
                (try? RecordQuestion(row.calendar.query, of: kind))?.chosen.filter {
                    kind.field($0.field)?.type.isReference == true
                }.map(\.value) ?? []
            } ?? []
        }
        return PrivateCalendarsModel(
            rows: rows, names: try await reader.names(of: Array(Set(parties))).compactMapValues(\.name),
            taxonomies: try await shelf.taxonomies(), canChange: owner.seeingAs == nil)
    }
}

extension RecordTable {
    /// What has a date among the objects that answer, as calendars have it; no more than programs get at once.
    ///
    /// - Parameter address: of the gateway, for the way to each.
    /// - Throws: `Problem.badRequest` where the question is to be narrowed first.
    func events(
        _ question: RecordQuestion? = nil, of kind: Kind, today: FullDate, at address: String
    ) async throws -> [CalendarFile.Event] {
        let question = question ?? RecordQuestion()
        let found = try await find(question, of: kind, limit: Self.mostAtOnce, today: today)
        if found.isTooMuch { throw Problem.badRequest(parameter: question.state == nil ? "late" : "state") }
        return found.rows.compactMap { CalendarFile.Event($0, at: address) }
    }
}
