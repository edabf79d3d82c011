import Ledger
import STIX
import Web
import Work

/// What waits to be done later, as far as somebody may know.
struct WorkModel: Sendable {
    struct Row: Sendable, Hashable {
        let kind: String
        let key: String
        /// What people call it; nil where it has no other name than its key.
        let name: String?
        let state: WorkRow.State
        let due: Moment
        let problem: String?
    }

    let tallies: [WorkTable.Tally]
    /// Those that need somebody first, then those that are due first; not all where there are many.
    let rows: [Row]
    /// Whether there may be more rows than are shown.
    let isCut: Bool
    /// Whether the reader may have a row done at once, or never.
    let canChange: Bool
    /// What was just done to a row.
    let done: Change?
    /// How each kind is called.
    let titles: @Sendable (_ kind: String) -> String

    enum Change: String, Sendable { case retry, drop }
}

extension Visit<HallDomain> {
    private static var most: Int { 200 }

    /// The page of what waits; for people of the organisation that runs the gateway, of what they read.
    func work() async throws -> Answer {
        let person = try ofTheDesk()
        let collections = try await reader.collections()
        let table = WorkTable(ledger)
        let handlers = domain.domains.flatMap(\.handlers)
        var found = try await table.rows(of: handlers, in: collections, limit: Self.most)
        var tallies = try await table.tallies(handlers, in: collections)
        var isCut = found.count == Self.most
        // What is of no collection, such as letters, is for whoever administers.
        if person.may(.administer) {
            let readable = Set(collections.map(\.id))
            let ours = try await table.rows(of: domain.handlers, in: nil, limit: Self.most).filter {
                mayKnow($0, readable)
            }
            isCut = isCut || ours.count == Self.most
            // That files wait to be tidied says that files came, somewhere: it is shown where it goes wrong.
            let moment = ledger.surroundings.now()
            found += ours.filter { $0.kind != BlobTidying.kind || $0.state(at: moment) != .waiting }
            tallies += try await table.tallies(domain.handlers, in: nil).filter {
                $0.kind != BlobTidying.kind || $0.late + $0.failing + $0.stopped > 0
            }
        }
        let names = try await domain.everyHandler.names(of: found)
        let now = ledger.surroundings.now()
        let language = request.language
        let titles = Dictionary(
            (HallDomain.works + domain.domains.flatMap { type(of: $0).works }).map { ($0.kind, $0.words(language)) }
        ) { first, _ in first }
        let model = WorkModel(
            tallies: tallies.filter { $0.waiting + $0.stopped > 0 },
            rows: found.map { row in
                WorkModel.Row(
                    kind: row.kind, key: row.key, name: names[row.kind]?[row.key],
                    state: row.state(at: now),
                    due: Moment(row.due.description), problem: row.problem)
            }, isCut: isCut, canChange: person.may(.administer),
            done: request.query["done"].flatMap(WorkModel.Change.init),
            titles: { titles[$0] ?? $0 })
        return answer(model.page)
    }

    /// Has a row done at once, or never.
    func changeWork() async throws -> Answer {
        _ = try ofTheDesk()
        _ = try whoMay(.administer)
        guard let kind = request.form["kind"], let key = request.form["key"],
            let change = request.form["do"].flatMap(WorkModel.Change.init),
            let handler = domain.everyHandler.first(where: { $0.kind == kind })
        else { throw Problem.notFound }
        // Of a row that they may not know of they are told nothing, and change nothing.
        let isOfNoCollection = domain.handlers.contains { $0.kind == kind }
        if !isOfNoCollection, case .only(let keys) = try await handler.known(in: reader.collections()),
            !keys.contains(key)
        {
            throw Problem.notFound
        }
        let table = WorkTable(ledger)
        let readable = Set(try await reader.collections().map(\.id))
        guard let row = try await table.row(kind, for: key), mayKnow(row, readable) else { throw Problem.notFound }
        let isThere =
            switch change {
            case .retry: try await table.retry(kind, for: key)
            case .drop: try await table.drop(kind, for: key)
            }
        guard isThere else { throw Problem.notFound }
        return .redirect(to: Address.work.href(with: [("done", change.rawValue)]))
    }

    /// Whoever administers knows of the rows that are of no domain, but of no collection that they don't read.
    private func mayKnow(_ row: WorkRow, _ readable: Set<String>) -> Bool {
        guard row.kind == NoticeAddressing.kind, let collection = NoticeDraft.collection(of: row) else { return true }
        return readable.contains(collection)
    }

    private func ofTheDesk() throws -> Person {
        let person = try signedIn()
        guard person.organisation.isDesk, person.seeingAs == nil else { throw Problem.notFound }
        return person
    }
}
