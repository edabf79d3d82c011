import Foundation
import Hall
import Kinds
import Ledger
import STIX

/// What an organisation says that can be asked for: a record of the kind that this room knows by its name.
struct Announcement: Sendable, Hashable {
    /// The kind of the core pack; what it asks is read by the names of its fields.
    static let kind = "announcement"

    let id: String
    let title: String
    let terms: String
    /// The longest access.
    let longest: ISODuration
    let needsSponsor: Bool
    /// Identifier of what can be asked for.
    let held: String
    /// SHA-256 of the version that is shown, in hexadecimal digits: what somebody agrees to.
    let version: String
    /// UUID of the organisation whose word it is.
    let owner: String

    /// Nil where it lacks what must be known to ask.
    init?(_ id: String, title: String, values: JSON, version: [UInt8], by owner: String) {
        guard let terms = values["terms"]?.string, let held = values["held_ref"]?.string,
            let longest = values["longest"]?.string.flatMap(ISODuration.init)
        else { return nil }
        (self.id, self.title, self.terms, self.longest, self.held) = (id, title, terms, longest, held)
        // Who says *partly* is asked for one.
        needsSponsor = ["yes", "partly"].contains(values["needs_sponsor"]?.string)
        self.version = hex(version)
        self.owner = owner
    }

    /// The last day for which somebody may ask.
    func lastDay(on today: FullDate) -> FullDate { FullDate(of: longest.after(today.start)) }
}

/// That somebody asks for access to what others hold, and what became of it.
struct AccessRequest: Sendable, Hashable {
    /// UUID.
    let id: String
    /// Identifier of the announcement.
    let announcement: String
    /// SHA-256 of the version of the announcement whose terms were agreed to, in hexadecimal digits.
    let version: String
    /// Identifier of what is asked for.
    let held: String
    /// UUID of the organisation that decides: whose word the announcement is.
    let owner: String
    /// UUID of the account of whoever asks.
    let account: String
    let name: String
    /// UUID of their organisation.
    let organisation: String
    let reason: String
    /// The last day of the access.
    let lastDay: FullDate
    /// UUID of the organisation that is to vouch; nil for none.
    let sponsor: String?
    let asked: Timestamp
    /// Who vouched, by their account, and when.
    var voucher: Hand?
    /// Who decided, by their account, and when.
    var decision: Hand?
    /// Nil while it waits.
    var outcome: Outcome?
    /// When nothing was left of it.
    var ended: Timestamp?
    /// UUID of the collection in which the object was placed.
    var place: String?
    /// What whoever ended it says.
    var words: String?

    struct Hand: Sendable, Hashable {
        let account: String
        let at: Timestamp
    }

    enum Outcome: String, Sendable, Hashable, CaseIterable {
        case granted, refused, expired, ended
        /// The sponsor does not vouch.
        case declined
        /// Whoever asked took it back.
        case takenBack = "taken-back"
    }

    /// Whether it waits for somebody's word.
    var isOpen: Bool { outcome == nil }
    /// Whether whoever asked has the access now.
    var isRunning: Bool { outcome == .granted && ended == nil }
    /// When the last day is over.
    var due: Timestamp { Timestamp(lastDay.next.start) }
    /// Whether the sponsor's word is still to come.
    var lacksVoucher: Bool { sponsor != nil && voucher == nil }
}
