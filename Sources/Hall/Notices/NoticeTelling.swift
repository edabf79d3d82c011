import Foundation
import Ledger
import Mail
import Outside
import STIX
import Storage
import Web
import Work

/// Tells a person by one of their ways what they have not seen: all of it at once, when the most pressing of it may be told.
struct NoticeTelling: WorkHandler {
    static let kind = "notice-way"
    let door: Door
    let kinds: NamedNotices
    /// How a program of this machine is run; tests put another there.
    var program = LocalProgram.run
    /// How long a telling may take, and within it the receiver of a webhook.
    var patience = Duration.seconds(60)
    var webhookPatience = Duration.seconds(10)

    /// What does not press is told so often at most.
    private static let pause: Int64 = 60 * 1_000_000
    /// After so long nobody expects any more that whoever should hear of it does.
    private static let longestFailure: Int64 = 5 * 86_400 * 1_000_000

    var kind: String { Self.kind }
    var lateAfter: Duration { .seconds(300) }
    /// Fewer than one who works does at once: receivers that are slow keep nobody from entering what others must know.
    var atOnce: Int { 4 }
    var considers: Int { 200 }
    /// A telling that was cut off is told again as the same message.
    var mostEnds: Int { 20 }

    /// One way of a person at a time: whoever has many slow ones waits for themselves.
    func choose(_ waiting: [WorkRow], beside running: [WorkRow]) -> [WorkRow] {
        var busy = Set(running.map(\.payload))
        return waiting.filter { busy.insert($0.payload).inserted }
    }

    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    func names(of keys: Set<String>) async throws -> [String: String] {
        var names: [String: String] = [:]
        for key in keys {
            guard let way = try await table.way(key) else { continue }
            let owner = try await door.people.owner(ofAccount: way.account)?.name ?? way.account
            names[key] = "\(owner), \(way.kind.rawValue)"
        }
        return names
    }

    private var table: NoticeTable { NoticeTable(door.ledger) }

    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let way = try await table.way(row.key), way.confirmed != nil,
            let person = try await door.people.person(account: way.account)
        else { return .done() }
        let settings = try await table.settings(of: way.account)
        let muted = settings.muted.filter(kinds.canBeMuted)
        let pending = try await table.read { try $0.pending(for: way, muted: muted) }
        let now = door.ledger.surroundings.now()
        if let due = due(pending, settings.hours, way, now), due > now { return .again(due) }
        guard !pending.isEmpty else { return .done() }
        let readable = try await Reader(door.ledger, for: person.viewer).collections()
        let open = Set(readable.filter { $0.audience == .everyone }.map(\.id))
        let known = Set(readable.map(\.id))
        // What they may not read any more is told by nothing; the page says that there was something.
        let telling = pending.filter { $0.collection.map(known.contains) ?? true }
        guard !telling.isEmpty else { return .done { try $0.tell([], of: pending, by: way, now: now) } }
        // Names of what not everybody reads stay here, and those of somebody's own tokens and ways: a letter passes through
        // hands that may not know.
        let text = NoticeText(telling, of: kinds, in: settings.language, gateway: door.gateway) { notice in
            notice.collection.map(open.contains) ?? (notice.kind == HallNotice.message)
        }
        let told: @Sendable (Session) throws -> Void = { try $0.tell(telling, of: pending, by: way, now: now) }
        do {
            switch way.place {
            case .mail(let address): return try await write(text, to: address, by: way, now, told)
            case .webhook(let address, let reach): try await send(text, to: address, reach, by: way, telling, now)
            case .program(let path): try await run(path, text, now)
            }
        } catch let gone as Gone {
            return .done { session in
                try session.removeNoticeWay(way.id)
                try session.notify(gone.notice(of: way), now: now)
            }
        } catch  where !(error is CancellationError) && !(error is StorageError) {
            let seen = (error as? OutsideError)?.code.rawValue ?? (error as? Refused)?.says ?? "it could not be told"
            return try given(up: "\(error)", seen, row, way, pending, now)
        }
        return .done(also: told)
    }

    /// When it may be told; nil where there is nothing.
    private func due(_ pending: [Notice], _ hours: NoticeHours, _ way: NoticeWay, _ now: Timestamp) -> Timestamp? {
        // After the clock was put back, what was made later than now was made now.
        guard let first = pending.map({ hours.next($0.urgency, at: min($0.since, now)) }).min() else { return nil }
        if pending.contains(where: { $0.urgency == .urgent }) { return min(first, now) }
        var rested = first
        if let told = way.told, told <= now { rested = Timestamp(clamping: told.microseconds + Self.pause) }
        // What was tried in vain before the quiet hours waits until after them.
        return hours.next(.soon, at: max(first, rested, now))
    }

    private func write(
        _ text: NoticeText, to address: MailAddress, by way: NoticeWay, _ now: Timestamp,
        _ told: @escaping @Sendable (Session) throws -> Void
    ) async throws -> WorkOutcome {
        let stop = door.gateway.full(.noticeLetters(way.id, way.secret))
        let draft = try text.letter(to: address, stop: stop)
        let problem: String? = try await table.write { [surroundings = door.ledger.surroundings] session in
            let problem: String?
            switch try session.post(draft, surroundings) {
            case .waits: problem = nil
            case .heldBack(let reason): problem = reason
            case .full: problem = "so much mail waits that no more is taken"
            case .noServer: problem = "nobody has said by which way letters leave: concord mail server"
            }
            if problem == nil {
                try told(session)
            } else {
                try session.note(way.id, told: nil, problem: problem, now: now)
            }
            return problem
        }
        guard let problem else { return .done() }
        throw WorkFailure.passing(problem)
    }

    /// The receiver wants no more of it.
    private struct Gone: Error {
        func notice(of way: NoticeWay) -> NoticeDraft {
            NoticeDraft(
                HallNotice.wayEnded, way.id, .soon, to: .account(way.account), about: way.words, at: .noticeWays)
        }
    }

    private struct Refused: Error, CustomStringConvertible {
        let says: String
        var description: String { says }
    }

    private func send(
        _ text: NoticeText, to address: String, _ reach: Reach, by way: NoticeWay, _ telling: [Notice], _ now: Timestamp
    ) async throws {
        let body = try text.event(at: now)
        // The same notices are the same message, so that a receiver rings once.
        let id = "\(way.id)-\(telling.map(\.number).max() ?? 0)-\(telling.reduce(0) { $0 + $1.times })"
        let headers = WebhookSignature.headers(body, id: id, at: now, secret: way.secret)
        // The address may have a query, which is no part of where credentials go.
        let site = try PeerAddress(request: address).site
        let reply = try await within(webhookPatience) {
            try await PeerClient.with(for: site, reach: reach) {
                try await $0.post(
                    address, body, type: "application/json", accept: "*/*", limit: 64 << 10, headers: headers)
            }
        }
        switch reply.status {
        case 200..<300: return
        // Standard Webhooks: the receiver has gone for good.
        case 410: throw Gone()
        case let status: throw Refused(says: "it answered \(status)")
        }
    }

    /// What takes longer is called off, and has failed.
    private func within<Result: Sendable>(
        _ patience: Duration, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await Task.sleep(for: patience)
                throw OutsideError(.tooSlow, "it took longer than \(patience.components.seconds) seconds")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private func run(_ path: String, _ text: NoticeText, _ now: Timestamp) async throws {
        let (status, _) = try await program(path, [], try text.event(at: now), .seconds(30))
        // What an operator's program says is not for whoever is told.
        guard status == 0 else { throw Refused(says: "the program ended with \(status)") }
    }

    /// It is tried again after waits that grow, and not for ever.
    private func given(
        up problem: String, _ seen: String, _ row: WorkRow, _ way: NoticeWay, _ pending: [Notice], _ now: Timestamp
    ) throws -> WorkOutcome {
        let isOver = row.failingSince.map { now.microseconds - $0.microseconds > Self.longestFailure } ?? false
        let shown = OutsideError.excerpt(problem, most: 300)
        guard !isOver else {
            let last = pending.map(\.number).max()
            return .done { session in
                try session.note(way.id, told: last, problem: "given up: \(shown)", now: now)
            }
        }
        // Whoever looks at the work of all is told no address of anybody's.
        throw WorkFailure.passing(seen) { session in
            try session.note(way.id, told: nil, problem: shown, now: now)
        }
    }
}
