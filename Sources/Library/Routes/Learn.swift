import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// The five work areas of the Global Cybersecurity Agenda, as kinds of the core pack name them.
    static let workAreas = ["legal", "technical", "organisational", "capacity", "cooperation"]

    /// What is known here, by kind and by work area; a place without anything says so.
    func learn() async throws -> Answer {
        let kinds = try await shelf.offers().map(\.kind)
        let counts = try await table.counts(of: kinds, by: "work_areas")
        var (rows, newest) = ([LearnModel.Row](), [RecordRow]())
        for kind in kinds {
            rows.append(.init(kind: kind, total: try await table.count(of: kind), areas: counts[kind.name]))
            newest += try await table.find(RecordQuestion(WebQuery([]), of: kind), of: kind, limit: 6, today: today)
                .rows
        }
        newest.sort { ($0.added, $0.id) > ($1.added, $1.id) }
        let areas =
            kinds.compactMap { kind -> [Choice]? in
                if case .choices(.inline(let choices))? = kind.field("work_areas")?.type { choices } else { nil }
            }.first ?? []
        let reports = try await reader.typeCounts().first { $0.type == "report" }?.count ?? 0
        let model = LearnModel(
            rows: rows, areas: areas.map { ($0.value, $0.label) }, newest: Array(newest.prefix(12)),
            advisories: reports,
            mayWrite: try await mayWrite())
        return answer(model.page)
    }

    /// What has a date, of every kind, in the month that the query names.
    func calendar() async throws -> Answer {
        let month = CalendarModel.Month(request.query["month"] ?? "") ?? CalendarModel.Month(today)
        var rows: [RecordRow] = []
        for kind in try await shelf.offers().map(\.kind) {
            guard let dates = kind.dates else { continue }
            rows += try await table.dated(
                kind, by: dates.start, from: month.description, before: month.next.description, limit: 200, today: today
            )
        }
        return answer(CalendarModel(month: month, rows: rows, today: today).page)
    }

    func calendarFile() async throws -> Answer {
        var events: [CalendarFile.Event] = []
        for kind in try await shelf.offers().map(\.kind) where kind.dates != nil {
            let found = try await table.find(
                RecordQuestion(WebQuery([]), of: kind), of: kind, limit: RecordTable.mostAtOnce, today: today)
            events += found.rows.compactMap { CalendarFile.Event($0, at: gateway.address) }
        }
        let name = "\(LibraryWords.in(request.language).calendar) · \(gateway.name)"
        return file(Array(CalendarFile(name: name, events: events).text.utf8), "text/calendar; charset=utf-8")
    }
}
