import Crypto
import Hall
import Kinds
import Ledger
import Outside
import STIX

/// A link by its SHA-256, because an address may be longer than a key should be.
enum LinkHash {
    static func of(_ link: String) -> String { hex(Array(SHA256.hash(data: Array(link.utf8)))) }
}

/// What was found at a link, and when it is followed next.
struct CheckedLink: Sendable, Hashable {
    let looked: Timestamp
    let finding: LinkFinding
    /// When it was first found for certain to lead nowhere, unless it has led somewhere since.
    let failing: Timestamp?
    /// Whether that was found again on another day.
    let isDead: Bool
    let due: Timestamp

    private static let day: Int64 = 86_400 * 1_000_000
    /// One that died just after it was looked at is found dead within seven days: five, and one more to be certain.
    private static let seldom = 5 * day

    /// A link after it was followed.
    ///
    /// - Parameter before: how it stood; nil for one that was never followed.
    init(_ finding: LinkFinding, at now: Timestamp, after before: CheckedLink?) {
        looked = now
        self.finding = finding
        switch finding {
        case .answers:
            (failing, isDead) = (nil, false)
        case .missing, .unknownName, .refused, .untrusted:
            let first = before?.failing ?? now
            failing = first
            isDead = before?.isDead == true || FullDate(of: first.date) != FullDate(of: now.date)
        case .undecided, .unvisited:
            // It says nothing about what was found before.
            (failing, isDead) = (before?.failing, before?.isDead ?? false)
        }
        // What may be a mishap is looked at again on the next day, and so is a dead link, which somebody may have mended.
        let isMishap = finding == .undecided && before?.finding != .undecided
        let wait = failing != nil || isMishap ? Self.day : Self.seldom
        due = Timestamp(clamping: now.microseconds + wait)
    }

    init(looked: Timestamp, finding: LinkFinding, failing: Timestamp?, isDead: Bool, due: Timestamp) {
        self.looked = looked
        self.finding = finding
        self.failing = failing
        self.isDead = isDead
        self.due = due
    }
}
