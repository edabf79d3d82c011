import STIX

/// Which page to ask for next, whatever the server says of its pages (TAXII 2.1 §3.5).
///
/// It does no I/O. Two promises: the moment that it names as read is never later than what was read; and a server that gives
/// nothing new is left after a bounded number of pages.
struct TAXIIPaging {
    /// One request for a page.
    struct Question: Equatable {
        var addedAfter: Timestamp?
        var next: String?
        var limit: Int
    }

    /// What one page was.
    struct Page {
        let envelope: EnvelopeCutter.Envelope
        /// X-TAXII-Date-Added-First.
        let first: Timestamp?
        /// X-TAXII-Date-Added-Last.
        let last: Timestamp?
        /// Whether it gives a date that is none.
        var hasBadDate = false
    }

    private(set) var question: Question
    /// The latest date that a page has named.
    private(set) var latest: Timestamp?
    /// Whether a page has named a date that is none.
    private(set) var hasBadDate = false
    private var digests: Set<[UInt8]> = []
    private var marks: Set<String> = []
    private var idle = 0
    private var pages = 0
    /// Whether the server's page marks lead in a circle, so that dates are followed instead.
    private var marksLoop = false
    private var largest = 0
    /// Whether the pages so far came in the order of their dates, as they must (§3.5), so that a date says how far they go.
    private var isAscending = true
    /// The date of the last object of the page before.
    private var reached: Timestamp?

    static let firstLimit = 1_000
    /// For servers that refuse to be asked for more.
    static let smallLimit = 100
    static let mostLimit = 64_000
    /// Pages in a row that bring nothing new.
    static let mostIdle = 20
    /// Pages of one visit; the next goes on behind them.
    static let mostPages = 20_000

    init(_ cursor: TAXIICursor) {
        question = Question(
            addedAfter: Self.start(of: cursor), next: nil,
            limit: cursor.manner.isSmall ? Self.smallLimit : Self.firstLimit)
    }

    /// The same from the beginning, to a server that takes no other questions.
    func begun(in manner: TAXIICursor.Manner) -> TAXIIPaging {
        var paging = self
        paging.question.limit = manner.isSmall ? Self.smallLimit : Self.firstLimit
        return paging
    }

    /// Five seconds: what was dated before the last visit and became visible after it.
    private static let lookBack: Int64 = 5_000_000
    /// Dates may be cut or rounded to milliseconds.
    private static let overlaps: [Int64] = [1_000, 1]

    private static func start(of cursor: TAXIICursor) -> Timestamp? {
        guard let after = cursor.after else { return nil }
        return cursor.isSettled ? after : Timestamp(clamping: after.microseconds - lookBack)
    }

    /// Takes a page in; the next question, or nil where this was the last page.
    ///
    /// - Throws: `malformed` where the server says that there is more, and no way leads there.
    mutating func turn(_ page: Page) throws -> Question? {
        pages += 1
        let envelope = page.envelope
        note(page)
        let isNew = envelope.objects > 0 && digests.insert(envelope.digest).inserted
        idle = isNew ? 0 : idle + 1
        // A mark alone, without a word that there is more, may stand for where to go on another day.
        guard envelope.more, envelope.saysMore != nil || isNew else { return nil }
        guard idle < Self.mostIdle else {
            throw ExchangeError(
                .malformed, "it says that there is more, but \(idle) pages in a row brought nothing new")
        }
        if let next = envelope.next, !next.isEmpty, !marksLoop {
            guard next.utf8.count <= 2_048 else {
                throw ExchangeError(.malformed, "its mark of the next page is longer than any honest one")
            }
            // One mark for all pages is a server's way to count on; one that brings the same again is a circle.
            if marks.insert(next).inserted || isNew {
                question.next = next
                return question
            }
            marksLoop = true
        }
        try turnByDate(page)
        return question
    }

    private mutating func note(_ page: Page) {
        guard page.envelope.objects > 0 else { return }
        let first = page.first ?? page.last
        if let reached, let first, first.microseconds < reached.microseconds - Self.overlaps[0], question.next != nil {
            isAscending = false
        }
        hasBadDate = hasBadDate || page.hasBadDate
        reached = page.last
        guard let last = page.last else {
            isAscending = false
            return
        }
        latest = max(latest ?? last, last)
    }

    private mutating func turnByDate(_ page: Page) throws {
        guard let last = page.last else {
            let why = marksLoop ? "its marks of the next page lead in a circle" : "it gives no mark of the next page"
            throw ExchangeError(.malformed, "it says that there is more, but \(why), and no date to go on from")
        }
        question.next = nil
        // What was added at the same moment may continue behind the border of the page, so it is read again.
        for overlap in Self.overlaps {
            let from = Timestamp(clamping: last.microseconds - overlap)
            guard from > question.addedAfter ?? Timestamp(clamping: .min) else { continue }
            question.addedAfter = from
            return
        }
        // A whole page of one moment: only a larger page leads out of it.
        guard page.envelope.objects > largest, question.limit < Self.mostLimit else {
            throw ExchangeError(
                .malformed,
                "it holds more objects added at \(last) than it gives in one page, and no mark of the next page; its people must give either"
            )
        }
        largest = page.envelope.objects
        question.limit *= 4
    }

    /// What was read to here, once it is durable.
    ///
    /// - Parameter isLast: whether the page before was the last.
    func cursor(from before: TAXIICursor, isLast: Bool, now: Timestamp) -> TAXIICursor {
        var cursor = before
        if isLast {
            // A date in the future would hide what is added until then.
            if let latest { cursor.after = max(before.after ?? min(latest, now), min(latest, now)) }
        } else if isAscending, let reached {
            // What was added at the same moment may stand on the next page.
            let safe = min(Timestamp(clamping: reached.microseconds - Self.overlaps[0]), now)
            cursor.after = max(before.after ?? safe, safe)
            cursor.isSettled = true
        }
        return cursor
    }

    /// Whether this visit has done enough.
    var isTired: Bool { pages >= Self.mostPages }
}
