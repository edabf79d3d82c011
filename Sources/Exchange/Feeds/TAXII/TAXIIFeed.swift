import Ledger
import Outside
import STIX
import Synchronization

/// Reads a TAXII 2.1 collection, by page marks or by dates, whichever the server gives.
struct TAXIIFeed: Feed {
    func poll(_ poll: Poll) async throws {
        var visit = TAXIIPull(poll)
        try await visit.run()
    }
}

/// One visit: all pages flow into one admission, so that an object and the marking it bears may come on different pages.
///
/// A cursor is kept only for pages of which every object is durable. Whatever interrupts the visit, the next one begins at
/// or before the first object that was not placed.
struct TAXIIPull {
    private let poll: Poll
    private let before: TAXIICursor
    private var paging: TAXIIPaging
    private var manner: TAXIICursor.Manner
    private let handover = Handover()
    private let durable = DurableMark()
    private var isAdmitting = false
    /// Bytes handed to the admission.
    private var sent = 0
    /// Where each page ended in those, with the cursor behind it.
    private var pages: [(end: Int, cursor: TAXIICursor)] = []
    private var flushed = ContinuousClock.now
    /// Of the answer that came last.
    private var status = 0
    private var isWhole = false
    /// Objects of STIX 2.0 that were converted.
    private var converted = 0

    /// Waiting objects are placed at least so often.
    private static let patience = Duration.seconds(2)
    /// A server that ignores `limit` gives all at once; it streams through.
    private static let longestPage = 2 << 30
    /// What one visit takes from a server, however much it has; the next goes on.
    private static let mostBytes = 4 << 30

    init(_ poll: Poll) {
        self.poll = poll
        before = TAXIICursor(poll.cursor)
        paging = TAXIIPaging(before)
        manner = before.manner
    }

    mutating func run() async throws {
        _ = try PeerAddress(poll.settings.address)
        try await withThrowingTaskGroup(of: AdmissionReport.self) { group in
            var problem: (any Error)?
            do {
                try await readPages(&group)
            } catch {
                problem = error
            }
            await handover.finish()
            let report = isAdmitting ? try await group.next() : nil
            if let report {
                durable.note(report)
                converted = report.converted
                // What was cut off on the way has its own reason.
                if let broken = report.broken, problem == nil || problem is Handover.Closed || broken.code != .truncated
                {
                    problem = ExchangeError(.malformed, "a page of it can't be read to its end: \(broken)")
                }
            }
            try await keep(isSettled: report.map { $0.placed + $0.quarantinedCount == 0 } ?? true)
            if let problem { throw problem }
        }
        try await tell()
    }

    private mutating func readPages(_ group: inout ThrowingTaskGroup<AdmissionReport, any Error>) async throws {
        var page = try await firstPage(&group)
        while true {
            // A server that always has more must not keep a gateway that is asked to end.
            try Task.checkCancellation()
            let next = try paging.turn(page)
            var cursor = paging.cursor(from: before, isLast: next == nil, now: poll.ledger.surroundings.now())
            cursor.manner = manner
            pages.append((sent, cursor))
            guard let next else {
                isWhole = true
                return
            }
            if ContinuousClock.now - flushed > Self.patience {
                flushed = .now
                if isAdmitting { try await handover.send([]) }
                try await keep(isSettled: nil)
            }
            if paging.isTired || sent > Self.mostBytes {
                guard cursor != before else {
                    throw ExchangeError(.tooLarge, "it has more than one visit may take, and no dates to go on from")
                }
                return
            }
            page = try await fetch(next, &group)
        }
    }

    /// What may be left out of a question, one thing after the other and then all: servers refuse what they don't know.
    private static let manners = [
        TAXIICursor.Manner(isLatestOnly: true), TAXIICursor.Manner(isSmall: true), TAXIICursor.Manner(isCoarse: true),
        TAXIICursor.Manner(isLatestOnly: true, isSmall: true, isCoarse: true),
    ]

    /// The first page, with what the server can't do left out.
    private mutating func firstPage(
        _ group: inout ThrowingTaskGroup<AdmissionReport, any Error>
    ) async throws -> TAXIIPaging.Page {
        do {
            let page = try await fetch(paging.question, &group)
            let isEmpty = page.envelope.objects == 0 && !page.envelope.more
            guard isEmpty, poll.cursor == nil, !manner.isLatestOnly else { return page }
            // Some servers match nothing where they don't know what is asked for.
            manner.isLatestOnly = true
            let other = try await fetch(paging.question, &group)
            manner.isLatestOnly = other.envelope.objects > 0
            return other
        } catch let refusal as ExchangeError where refusal.code == .refused {
            for other in Self.manners where isAnother(other) && isRefusedQuestion {
                (manner, paging) = (other, paging.begun(in: other))
                do {
                    return try await fetch(paging.question, &group)
                } catch let error as ExchangeError where error.code == .refused {}
            }
            (manner, paging) = (before.manner, paging.begun(in: before.manner))
            // What it said to the whole question says most.
            throw refusal
        }
    }

    /// Whether the last answer may mean that the question was not understood.
    private var isRefusedQuestion: Bool { [400, 404, 422, 500, 501].contains(status) }

    private func isAnother(_ other: TAXIICursor.Manner) -> Bool {
        other != before.manner && (!other.isCoarse || other.isSmall || paging.question.addedAfter != nil)
    }

    private func address(of question: TAXIIPaging.Question) throws -> String {
        var query = [(name: "limit", value: String(question.limit))]
        if let after = question.addedAfter {
            // Cut, so that nothing is passed over.
            let text = after.whole
            query.append(("added_after", manner.isCoarse ? text.dropLast(4) + "Z" : text))
        }
        // All versions are wanted: what is left out is the latest only (§3.4).
        if !manner.isLatestOnly { query.append(("match[version]", "all")) }
        if let next = question.next { query.append(("next", next)) }
        return try PeerAddress(poll.settings.address).appending("objects/", query)
    }

    private mutating func fetch(
        _ question: TAXIIPaging.Question, _ group: inout ThrowingTaskGroup<AdmissionReport, any Error>
    ) async throws -> TAXIIPaging.Page {
        let address = try address(of: question)
        let page = TAXIIPageReader(address: address)
        try await poll.client.read(
            address, accept: TAXIIMedia.type, limit: Self.longestPage,
            begin: { status, headers in
                self.status = status
                page.begin(status, headers)
            },
            take: { piece in
                guard let bytes = try page.take(piece) else { return }
                if !isAdmitting {
                    isAdmitting = true
                    admit(in: &group)
                }
                sent += bytes.count
                try await handover.send(bytes)
            })
        let result = try page.finish(now: poll.ledger.surroundings.now())
        return result
    }

    private func admit(in group: inout ThrowingTaskGroup<AdmissionReport, any Error>) {
        group.addTask { [poll, handover, durable] in
            do {
                let report = try await poll.admit(handover) { durable.note($0) }
                await handover.close()
                return report
            } catch {
                await handover.close()
                throw error
            }
        }
    }

    /// Keeps the cursor behind the last page that is durable whole.
    ///
    /// - Parameter isSettled: at the end of the visit, whether it brought nothing new.
    private mutating func keep(isSettled: Bool?) async throws {
        let reached = durable.bytes
        guard let index = pages.lastIndex(where: { $0.end <= reached }) else { return }
        var cursor = pages[index].cursor
        if let isSettled, isWhole, index == pages.count - 1 { cursor.isSettled = isSettled }
        pages.removeSubrange(...index)
        try await poll.keep(cursor.text)
    }

    private func tell() async throws {
        let versions = manner.isLatestOnly ? "; the server gives only the latest version of each object" : ""
        let dates =
            switch (isWhole, paging.latest) {
            case (false, _): "more is to come at the next visit"
            case (true, let latest?) where latest > poll.ledger.surroundings.now():
                "read to its end; it dates what it gives \(latest), which has not come: one of the two clocks is wrong"
            case (true, let latest?): "read up to \(latest)"
            case (true, nil):
                before.after.map { "read up to \($0)" }
                    ?? "read to its end; the server gives no dates\(paging.hasBadDate ? " that can be read" : ""), so each visit reads all of it"
            }
        let old = converted > 0 ? "; \(converted) objects were STIX 2.0, and are read as 2.1" : ""
        try await poll.say(dates + versions + old)
    }
}

/// How many bytes of the input are durable, told by the admission and asked by the reading.
final class DurableMark: Sendable {
    private let state = Mutex(0)

    var bytes: Int { state.withLock { $0 } }

    func note(_ report: AdmissionReport) {
        let settled = report.placed + report.known + report.quarantinedCount + report.quarantinedBefore
        // Objects that wait for a marking are not durable, and nothing behind them may be passed.
        guard settled == report.read else { return }
        state.withLock { $0 = max($0, report.bytesRead) }
    }
}
