import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let pageSize = 50

    func quarantine() async throws -> Answer {
        let collections = try await decidable()
        let after = request.query["after"]
        let ledger = desk.ledger
        let filter = try await filter(of: request.query)
        let found = try await ledger.quarantined(
            in: collections, matching: filter.0, after: after, limit: Self.pageSize + 1)
        let page = found.prefix(Self.pageSize)
        var rows: [QuarantineRow] = []
        for kept in page { rows.append(try await row(kept, in: collections)) }
        let model = QuarantineModel(
            rows: rows,
            total: Tally(try await ledger.quarantinedCount(in: collections)),
            shares: try await shares(in: collections, filter), filter: filter.1,
            isDecided: request.query["decided"] != nil,
            pager: Pager(
                older: found.count > page.count ? page.last?.id : nil, isFirst: after == nil))
        return answer(model.page)
    }

    func quarantineCase() async throws -> Answer {
        let model = try await caseModel()
        return answer(model.page)
    }

    func decide() async throws -> Answer {
        let person = try signedIn()
        let found = try await decidableCase()
        guard let decision = QuarantineDecision(rawValue: try request.form.required("decision")) else {
            throw Problem.badRequest(parameter: "decision")
        }
        guard let reason else {
            let model = try await caseModel(lacksReason: true)
            return answer(model.page)
        }
        do {
            try await desk.ledger.decide(decision, on: found.kept.number, reason: reason, by: person.hand)
        } catch let error as LedgerError where error.code == .undecidable {
            let model = try await caseModel(refusal: error.sentence)
            return answer(model.page)
        }
        return .redirect(to: Address.quarantine.href(with: [("decided", "1")]))
    }

    /// The collections in which whoever asks may decide.
    func decidable() async throws -> [LogCollection] {
        let person = try signedIn()
        let collections = try await reader.collections().filter { person.may(.decide, in: $0).isAllowed }
        // Who may decide nowhere is told no more than who asks for what is not there.
        guard !collections.isEmpty else { throw Problem.notFound }
        return collections
    }

    private func decidableCase() async throws -> QuarantineCase {
        let collections = try await decidable()
        guard let found = try await desk.ledger.quarantineCase(id: request.value(.uuid)),
            collections.contains(where: { $0.number == found.collection.number })
        else { throw Problem.notFound }
        return found
    }

    private func caseModel(lacksReason: Bool = false, refusal: String? = nil) async throws -> QuarantineCaseModel {
        let found = try await decidableCase()
        return QuarantineCaseModel(
            row: try await row(found.kept, alsoFrom: found.alsoFrom, in: [found.collection]),
            waiting: found.bytes.map { Shown.text($0) }, standing: found.standing.map { Shown.text($0) },
            properties: SideBySide.comparing(
                found.standing.flatMap { try? JSON.parse($0) }, found.bytes.flatMap { try? JSON.parse($0) }),
            acceptance: found.acceptance.map(QuarantineCaseModel.Acceptance.init), lacksReason: lacksReason,
            refusal: refusal)
    }

    /// - Parameter others: who sent the same after its source.
    private func row(
        _ kept: Quarantine.Kept, alsoFrom others: [Source] = [], in collections: [LogCollection]
    ) async throws -> QuarantineRow {
        var names: [String] = []
        for source in [kept.source] + others { names.append(try await sourceName(source)) }
        return QuarantineRow(kept, from: names.joined(separator: ", "), in: collections)
    }
}

extension QuarantineRow {
    fileprivate init(_ kept: Quarantine.Kept, from source: String, in collections: [LogCollection]) {
        let collection = collections.first { $0.alias == kept.collection }
        self.init(
            id: kept.id,
            collection: collection.map { CollectionName($0) } ?? CollectionName(id: "", title: kept.collection),
            arrived: Moment(kept.arrived), source: source, code: kept.code.rawValue, sentence: kept.sentence,
            objectID: kept.objectID)
    }
}

extension Shown {
    /// Bytes that somebody sent, as text.
    fileprivate static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
