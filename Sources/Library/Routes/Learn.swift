import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// What is known here, by kind and by work area; a place without anything says so.
    func learn() async throws -> Answer {
        let kinds = try await shelf.offers().map(\.kind)
        let counts = try await table.counts(of: kinds, by: "work_areas")
        let rows = kinds.map { kind in
            let counted = counts[kind.name]
            return LearnModel.Row(
                kind: kind, total: counted?.all ?? 0,
                areas: kind.field("work_areas").map { _ in counted?.values ?? [:] })
        }
        let newest = try await spokenTable.newest(of: kinds, limit: 12, today: today)
        let areas =
            kinds.compactMap { kind -> [Choice]? in
                if case .choices(.inline(let choices))? = kind.field("work_areas")?.type { choices } else { nil }
            }.first ?? []
        let reports = try await reader.typeCounts().first { $0.type == "report" }?.count ?? 0
        let model = LearnModel(
            rows: rows, areas: areas.map { ($0.value, $0.label) }, newest: newest, advisories: reports)
        return answer(model.page)
    }

    /// What has a date, of every kind, in the month that the query names.
    func calendar() async throws -> Answer {
        let month = CalendarModel.Month(request.query["month"] ?? "") ?? CalendarModel.Month(today)
        var rows: [RecordRow] = []
        for kind in try await shelf.offers().map(\.kind) {
            guard let dates = kind.dates else { continue }
            rows += try await spokenTable.dated(
                kind, by: dates.start, from: month.description, before: month.next.description, limit: 200, today: today
            )
        }
        return answer(CalendarModel(month: month, rows: rows, today: today).page)
    }

    func calendarFile() async throws -> Answer {
        var events: [CalendarFile.Event] = []
        for kind in try await shelf.offers().map(\.kind) where kind.dates != nil {
            events += try await table.events(of: kind, today: today, at: gateway.address)
        }
        let name = "\(LibraryWords.in(request.language).calendar) · \(gateway.name)"
        return file(Array(CalendarFile(name: name, events: events).text.utf8), "text/calendar; charset=utf-8")
    }
}
