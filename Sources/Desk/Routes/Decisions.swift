import Hall
import Ledger
import Web

extension Visit<DeskDomain> {
    /// Most that one request decides upon: so many are done within a few seconds.
    private static let mostDecided = 500
    /// Most that a page counts.
    private static let mostCounted = 10_000

    func decisionsForm() async throws -> Answer {
        let model = try await decisions(try await filter(of: request.query))
        return answer(model.page)
    }

    func decideAll() async throws -> Answer {
        let person = try signedIn()
        guard let decision = QuarantineDecision(rawValue: try request.form.required("decision")) else {
            throw Problem.badRequest(parameter: "decision")
        }
        let collections = try await decidable()
        let (chosen, shown) = try await filter(of: request.form)
        guard let reason else {
            let model = try await decisions((chosen, shown), lacksReason: true)
            return answer(model.page)
        }
        // What came after the page that was looked at waits; where its newest is decided upon, all of it is.
        guard let last = try await desk.ledger.quarantineCase(id: request.form.required("last")),
            collections.contains(where: { $0.number == last.collection.number })
        else {
            return .redirect(to: Address.quarantineDecisions.href(with: shown.pairs))
        }
        var seen = chosen
        seen.last = last.kept.number
        let (account, people) = (person.account, people)
        let ledger = desk.ledger
        let here = Set(collections.map(\.number))
        // Asked anew before each transaction: whoever decides may have lost the right meanwhile. What narrows this request
        // narrows all of them.
        let done = try await ledger.decide(
            decision, onAll: seen,
            in: {
                guard let now = try await people.person(account: account) else { return [] }
                return try await Reader(ledger, for: now.viewer).collections().filter {
                    here.contains($0.number) && now.may(.decide, in: $0).isAllowed
                }
            }, reason: reason, by: .account(account), most: Self.mostDecided)
        guard !done.isDone else {
            return .redirect(to: Address.quarantine.href(with: [("decided", String(done.decided))] + shown.pairs))
        }
        let model = try await decisions(
            (seen, shown), done: .init(decided: done.decided, left: done.leftCount), reason: reason)
        return answer(model.page)
    }

    private func decisions(
        _ filter: (chosen: QuarantineChoice, shown: QuarantineFilter), done: DecisionsModel.Done? = nil,
        reason: String = "", lacksReason: Bool = false
    ) async throws -> DecisionsModel {
        let collections = try await decidable()
        let shares = try await shares(in: collections, filter)
        let last = try await desk.ledger.quarantined(in: collections, matching: filter.chosen, limit: 1).first?.id ?? ""
        return DecisionsModel(
            shares: shares, filter: filter.shown, last: last, done: done, reason: reason, lacksReason: lacksReason)
    }

    /// What waits, by collection, reason and source.
    func shares(
        in collections: [LogCollection], _ filter: (chosen: QuarantineChoice, shown: QuarantineFilter)
    ) async throws -> [QuarantineShareRow] {
        let found = try await desk.ledger.quarantineShares(
            in: collections, matching: filter.chosen, limit: Self.mostCounted)
        var rows: [QuarantineShareRow] = []
        for share in found.shares.prefix(50) {
            rows.append(
                QuarantineShareRow(
                    collection: CollectionName(share.collection), code: share.code.rawValue,
                    source: try await sourceName(share.source), count: share.count,
                    acceptance: share.acceptance.map(QuarantineCaseModel.Acceptance.init),
                    filter: QuarantineFilter(
                        code: share.code.rawValue, source: share.source.description,
                        importing: filter.shown.importing)))
        }
        return rows
    }

    /// What the request chooses.
    func filter(of query: some QuarantineParameters) async throws -> (QuarantineChoice, QuarantineFilter) {
        let shown = QuarantineFilter(code: query["code"], source: query["source"], importing: query["import"])
        var chosen = QuarantineChoice(source: shown.source)
        if let code = shown.code {
            guard let code = Quarantine.Code(rawValue: code) else { throw Problem.badRequest(parameter: "code") }
            chosen.code = code
        }
        if let id = shown.importing {
            guard let found = try await desk.ledger.importSummary(id: id),
                try await decidable().contains(where: { $0.alias == found.collection })
            else { throw Problem.notFound }
            chosen.importing = found.number
        }
        return (chosen, shown)
    }
}

/// Where a request says which of the quarantine it means.
protocol QuarantineParameters {
    subscript(name: String) -> String? { get }
}

extension WebQuery: QuarantineParameters {}
extension WebForm: QuarantineParameters {}

extension QuarantineCaseModel.Acceptance {
    init(_ acceptance: Acceptance) {
        self =
            switch acceptance {
            case .place: .places
            case .replace: .replaces
            case .takeOver: .takesOver
            }
    }
}
