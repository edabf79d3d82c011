import Hall
import Kinds
import Ledger
import Outside
import STIX
import Storage
import Web
import Work

/// Follows the links of what everybody reads, each once in seven days at least, and has those told whose links lead nowhere any more.
///
/// Following a link tells its host that somebody here knows it. So what stands where not everybody reads is not looked at.
struct LinkChecks: WorkHandler {
    static let kind = "link-check"
    private static let key = "all"
    /// Links of one run.
    private static let most = 200
    /// A run begins no further link after so long.
    private static let longest = Duration.seconds(480)
    /// Records that are looked up for one run, to find out whose they are.
    private static let mostRecords = 200

    let ledger: GatewayLedger
    /// Nil where nobody follows links: the gateway of a demonstration, a test, an operator who wants it so.
    let visitor: LinkVisitor?

    var kind: String { Self.kind }
    var atOnce: Int { 1 }
    private var table: LinkTable { LinkTable(ledger: ledger) }
    private var everyone: Reader { Reader.everyone(of: ledger) }

    /// One row for what everybody reads: it tells of nothing else.
    func known(in collections: [LogCollection]) -> KnownRows { .all }

    func begin() async throws {
        let now = ledger.surroundings.now()
        guard visitor != nil, try await WorkTable(ledger).row(Self.kind, for: Self.key) == nil else { return }
        try await table.write { try $0.ask(Self.kind, for: Self.key, at: now, now: now) }
    }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let visitor else { return .again(later(3_600)) }
        let due = try await table.due(at: ledger.surroundings.now(), in: fields(), atMost: Self.most)
        let end = ledger.surroundings.uptime() + Self.longest
        var found: [String: LinkFinding] = [:]
        try await visitor.visit(Set(due.map(\.link)).sorted()) { link, finding in
            found[link] = finding
            return ledger.surroundings.uptime() < end
        }
        let now = ledger.surroundings.now()
        let checked = due.compactMap { link in
            found[link.link].map { (link: link, state: CheckedLink($0, at: now, after: link.before)) }
        }
        let died = checked.filter { $0.state.isDead && $0.link.before?.isDead != true }.map(\.link)
        let notices = try await notices(of: died)
        // What did not fit is done soon: others have their turn in between.
        let isMore = due.count == Self.most || checked.count < due.count
        return .again(later(isMore ? 60 : 3_600)) { session in
            for one in checked { try LinkTable.keep(one.state, at: one.link, in: session) }
            for notice in notices { try session.notify(notice, now: now) }
        }
    }

    private func later(_ seconds: Int64) -> Timestamp {
        Timestamp(clamping: ledger.surroundings.now().microseconds + seconds * 1_000_000)
    }

    /// The fields of kinds that hold links, as far as everybody knows these kinds.
    private func fields() async throws -> [(kind: String, field: String)] {
        let (shelf, named) = (KindShelf(ledger), try await table.fields())
        var kinds: [String: Kind] = [:]
        for id in Set(named.map(\.kind)) { kinds[id] = try await shelf.kind(id, for: everyone) }
        return named.filter { kinds[$0.kind]?.field($0.field)?.type == .link }
    }

    // MARK: Who is told

    /// One notice for each organisation, of all its records that name one of these links.
    private func notices(of died: [LinkTable.Due]) async throws -> [NoticeDraft] {
        var records: [String: (collection: LogCollection, ids: [String])] = [:]
        var left = Self.mostRecords
        for (collection, links) in Dictionary(grouping: died, by: \.collection).sorted(by: { $0.key < $1.key }) {
            let ids = try await table.records(naming: links.map(\.hash), in: collection, atMost: left)
            left -= ids.count
            for id in ids {
                guard
                    let holding = try await everyone.holdings(of: id).first(where: {
                        $0.collection.number == collection
                    }),
                    let owner = holding.source.organisation
                else { continue }
                records[owner, default: (holding.collection, [])].ids.append(id)
            }
        }
        var notices: [NoticeDraft] = []
        for (owner, own) in records.sorted(by: { $0.key < $1.key }) {
            let names = try await everyone.names(of: own.ids)
            let listed = Set(own.ids).sorted().map { Shown.clipped(names[$0]?.name ?? $0, bytes: 120) }
            let subject = listed.prefix(5).joined(separator: " · ") + (listed.count > 5 ? " · …" : "")
            notices.append(
                NoticeDraft(
                    LinkWords.notice, owner, .digest, to: .organisation(owner), about: subject,
                    in: own.collection.id, at: .deadLinks))
        }
        return notices
    }
}
