import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// The objects of a kind, with filters.
    func records() async throws -> Answer {
        let kind = try await kind()
        let question = try RecordQuestion(request.query, of: kind)
        // An old term leads to what it became (RFC 9110 §15.4.2).
        let terms = try await TermTable(ledger: ledger).map()
        let current = question.current(of: kind, terms)
        if current.parameters.map(\.value) != question.parameters.map(\.value) {
            return .moved(to: Address.records(kind.name).href(with: current.parameters))
        }
        let found = try await spokenTable.find(question, of: kind, from: offset, today: today)
        let model = RecordListModel(
            kind: kind, question: question, found: found, names: try await names(in: found, of: kind),
            taxonomies: try await shelf.taxonomies(), mayWrite: try await mayWrite(),
            deadLinks: try await deadLinks(in: found.rows))
        return answer(model.page)
    }

    func recordsJSON() async throws -> Answer {
        let (kind, question, found) = try await all()
        let next = next(after: found, at: .recordsJSON(kind.name), question)
        let opinions = try await opinions(on: found.rows.map(\.id))
        let items = found.rows.map { row in
            JSON.object([
                .text("id", row.id), .text("name", row.name), .text("kind", row.kind.id),
                .text("changed", row.changed.text),
                .text("added", row.added.text), .text("marking", row.marking),
                .init(name: "state", value: row.state.map(JSON.string) ?? .null),
                .init(name: "late", value: .bool(row.isLate)),
                .text("address", gateway.address + Address.object(row.id).href),
                .init(name: "values", value: row.values),
                .init(name: "opinions", value: .array((opinions[row.id] ?? []).map(\.json))),
            ])
        }
        let document = JSON.object([
            .text("kind", kind.name), .text("pack", kind.pack),
            .init(name: "query", value: .object(question.parameters.map { .text($0.name, $0.value) })),
            .init(name: "count", value: .whole(found.total.number)), .init(name: "items", value: .array(items)),
            .init(name: "next", value: next.map(JSON.string) ?? .null),
        ])
        return linked(file(try document.canonical(), "application/json"), next)
    }

    func recordsCSV() async throws -> Answer {
        let (kind, question, found) = try await all()
        let fields = kind.fields.filter { if case .list = $0.type { false } else { true } }
        var text = CSV.line(["id", "changed", "marking"] + fields.map(\.name))
        for row in found.rows {
            let cells = fields.map { field in row.values[field.name].map { Self.cell($0) } ?? "" }
            text += CSV.line([row.id, row.changed.text, row.marking] + cells)
        }
        let answer = file(Array(text.utf8), "text/csv; charset=utf-8", named: "\(kind.name).csv")
        return linked(answer, next(after: found, at: .recordsCSV(kind.name), question))
    }

    /// A value as the import reads it again: several by `|`, money and ranges with spaces between.
    private static func cell(_ value: JSON) -> String {
        if let elements = value.array { return elements.map(cell).joined(separator: " | ") }
        if let text = value.string ?? value.number?.text { return text }
        return ["amount", "low", "high", "currency"].compactMap { value[$0]?.number?.text ?? value[$0]?.string }
            .joined(separator: " ")
    }

    func recordsFeed() async throws -> Answer {
        let (kind, question, found) = try await all(limit: RecordTable.entries)
        let entries = found.rows.map { row in
            AtomFeed.Entry(
                id: "urn:uuid:\(row.id.suffix(36))", title: Shown.clipped(row.name, bytes: 300), updated: row.added,
                page: gateway.address + Address.object(row.id).href, category: kind.name,
                summary: kind.summary.flatMap { row.values[$0]?.string }.map { Prose.plain($0, bytes: 1_000) })
        }
        let many = kind.many.text(for: request.language.rawValue)
        let feed = AtomFeed(
            id: "urn:uuid:\(kind.id.suffix(36))", title: "\(many) · \(gateway.name)", author: gateway.name,
            address: gateway.address + Address.recordsFeed(kind.name).href(with: question.parameters),
            page: gateway.address + Address.records(kind.name).href(with: question.parameters),
            made: Moment(ledger.gateway.created.description), entries: entries)
        return feed.answer(keeping: person == nil ? .revalidated : .own)
    }

    func recordsCalendar() async throws -> Answer {
        let (kind, question, found) = try await all()
        guard kind.dates != nil else { throw Problem.notFound }
        let file = CalendarFile(
            name: "\(kind.many.text(for: request.language.rawValue)) · \(gateway.name)",
            events: found.rows.compactMap { CalendarFile.Event($0, at: gateway.address) })
        let answer = self.file(Array(file.text.utf8), "text/calendar; charset=utf-8")
        return linked(answer, next(after: found, at: .recordsCalendar(kind.name), question))
    }

    func recordsSchema() async throws -> Answer {
        file(try await kind().jsonSchema.canonical(), "application/schema+json")
    }

    func booklet() async throws -> Answer {
        let (kind, question, found) = try await all(limit: 100, in: spokenTable)
        var names: [String: String] = [:]
        let ids = Set(found.rows.flatMap { KindFace.references(in: $0.values, of: $0.kind) })
        for (id, name) in try await reader.names(of: Array(ids.sorted().prefix(1_000))) { names[id] = name.name }
        let model = BookletModel(
            kind: kind, question: question, found: found, names: names, taxonomies: try await shelf.taxonomies(),
            today: today, deadLinks: try await deadLinks(in: found.rows),
            opinions: try await opinions(on: found.rows.map(\.id)))
        return answer(model.page)
    }

    /// What parties that are known here think of objects: they stand beside the text, which stays as it is.
    private func opinions(on ids: [String]) async throws -> [String: [RecordOpinion]] {
        let found = try await reader.remarks(ofType: "opinion", on: ids) ?? [:]
        return found.mapValues { remarks in
            var seen: Set<String> = []
            return remarks.compactMap { remark in
                // The last word of each counts.
                guard let said = remark.authorship, said.isConfirmed, let party = said.claimed,
                    let json = try? JSON.parse(remark.body), json["revoked"]?.bool != true,
                    let opinion = json["opinion"]?.string, seen.insert(party).inserted
                else { return nil }
                return RecordOpinion(
                    id: remark.id, party: party, name: said.name, opinion: opinion,
                    explanation: json["explanation"]?.string ?? "", remark: TextRemark(of: json))
            }
        }
    }

    /// From where the query says; what does not fit is led to (``next(after:at:_:)``).
    private func all(limit: Int = RecordTable.mostAtOnce, in table: RecordTable? = nil) async throws -> (
        Kind, RecordQuestion, RecordsFound
    ) {
        let kind = try await kind()
        let question = try RecordQuestion(request.query, of: kind)
        let found = try await (table ?? self.table).find(question, of: kind, from: offset, limit: limit, today: today)
        // A program is told, where a page asks.
        if found.isTooMuch { throw Problem.badRequest(parameter: question.state == nil ? "late" : "state") }
        return (kind, question, found)
    }

    /// How many come before what is asked for.
    private var offset: Int { min(max(request.query["from"].flatMap(Int.init) ?? 0, 0), RecordTable.mostBefore) }

    /// The address of what follows; nil at the end.
    private func next(after found: RecordsFound, at address: Address, _ question: RecordQuestion) -> String? {
        let end = found.offset + found.rows.count
        guard !found.rows.isEmpty, end < found.total.number else { return nil }
        return gateway.address + address.href(with: question.parameters + [("from", String(end))])
    }

    /// The same with a link to what follows (RFC 8288).
    private func linked(_ answer: Answer, _ next: String?) -> Answer {
        var answer = answer
        if let next { answer.headers.append(Answer.Header("Link", "<\(next)>; rel=\"next\"")) }
        return answer
    }

    /// What the parties are called by which the list can be narrowed, and those in its columns.
    private func names(in found: RecordsFound, of kind: Kind) async throws -> [String: String] {
        let parties = kind.facets.filter { kind.field($0)?.type == .party }.flatMap {
            (found.facets[$0] ?? []).prefix(40).map(\.value)
        }
        let shown = found.rows.flatMap { row in
            kind.columns.filter { kind.field($0)?.type.isReference == true }.flatMap { name in
                row.values[name]?.array?.compactMap(\.string) ?? [row.values[name]?.string].compactMap(\.self)
            }
        }
        return try await reader.names(of: Array(Set(parties + shown))).compactMapValues(\.name)
    }

    func mayWrite() async throws -> Bool {
        guard let person, person.may(.publish) else { return false }
        return try await reader.collections().contains { person.may(.publish, in: $0, reviewed: true).isAllowed }
    }
}
