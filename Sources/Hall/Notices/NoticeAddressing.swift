import Ledger
import STIX
import Storage
import Web
import Work

/// Finds out who must know something, and has each of them told.
struct NoticeAddressing: WorkHandler {
    static let kind = "notice"
    let door: Door

    var kind: String { Self.kind }
    var lateAfter: Duration { .seconds(60) }
    var atOnce: Int { 4 }

    /// Of no domain's, so none of its figures; the page of work asks of each row whether its collection is read.
    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        let draft: NoticeDraft
        do { draft = try NoticeDraft(stored: row.payload) } catch {
            throw WorkFailure.lasting("a notice can't be read: \(error)")
        }
        let people = try await whom(draft)
        let now = door.ledger.surroundings.now()
        return .done { session in
            for account in people { try session.enter(draft, for: account, now: now) }
        }
    }

    /// The accounts of those who must know, and who read the collection that it is about.
    private func whom(_ draft: NoticeDraft) async throws -> [String] {
        var people: [Person]
        switch draft.to {
        case .account(let id): people = [try await door.people.person(account: id)].compactMap(\.self)
        case .whoMay(let act): people = try await door.people.whoMay(act)
        case .organisation(let id):
            people = try await door.people.whoMay(.publish).filter { $0.organisation.id == id }
        case .watchers:
            people = []
            guard let collection = draft.collection else { return [] }
            for account in try await NoticeTable(door.ledger).watchers(of: collection) {
                if let person = try await door.people.person(account: account) { people.append(person) }
            }
        }
        guard let id = draft.collection else { return people.map(\.account) }
        var readers: [String] = []
        for person in people {
            guard let collection = try await Reader(door.ledger, for: person.viewer).collection(id) else { continue }
            if case .whoMay(let act) = draft.to, !person.may(act, in: collection).isAllowed { continue }
            readers.append(person.account)
        }
        return readers
    }
}

/// Has those told who asked to be told when something happens in a collection; who they are is asked once a minute, however
/// often a log grows.
enum WatchedCollections: GrowthListener {
    static func grew(_ collection: LogCollection, to size: Int, at now: Timestamp, in session: Session) throws {
        let watcher: String? = try session.value(
            "SELECT account FROM notice_watch WHERE collection = \(collection.id) LIMIT 1")
        guard watcher != nil else { return }
        try session.notify(
            NoticeDraft(
                HallNotice.grew, collection.id, .digest, to: .watchers, about: collection.title, in: collection.id,
                at: .collection(collection.id)), gathering: 60, now: now)
    }
}
