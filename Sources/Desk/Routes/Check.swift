import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// The empty form.
    func checkForm() async throws -> Answer {
        answer(CheckModel.empty.page)
    }

    /// What is known of the values in a pasted text; nothing of it is kept.
    func check() async throws -> Answer {
        var answer = answer(try await checked().page)
        answer.keeping = .never
        answer.etag = nil
        return answer
    }

    /// The same as a file for a spreadsheet.
    func checkTable() async throws -> Answer {
        let table = CheckTable(rows: try await checked().rows)
        return Answer(
            contentType: "text/csv; charset=utf-8", body: Array(table.text.utf8), keeping: .never,
            headers: [Answer.Header("Content-Disposition", "attachment; filename=\"check.csv\"")])
    }

    private func checked() async throws -> CheckModel {
        try desk.checks.count(person.map { .account($0.account) } ?? request.credentials.party)
        let from = Int(request.form["from"] ?? "0")
        guard let from, (0...CheckModel.most).contains(from) else { throw Problem.badRequest(parameter: "from") }
        let found = ObservableScanner.scan(try request.form.required("pasted"), atMost: CheckModel.most)
        let known = try await reader.known(found.readings.map(\.value))
        let ours = try await constituency()
        let values = found.settled { known[$0] != nil || ours.part(holding: $0) != nil }.prefix(CheckModel.most)
        let good = try await KnownGood(desk.ledger).lists(holding: Array(values))
        let rows = values.map { value in
            CheckRow(
                value: value, mentions: known[value] ?? [], ours: ours.part(holding: value),
                knownGood: good[value] ?? [])
        }
        return CheckModel(rows: rows, hasMore: found.hasMore, from: from, collections: try await collectionNames())
    }

    /// Whom the reader's organisation answers for; nobody for the public, nor for an operator who looks as others.
    private func constituency() async throws -> Constituency {
        guard let person, person.seeingAs == nil else { return Constituency() }
        return try await people.constituency(of: person.organisation.id)
    }
}
