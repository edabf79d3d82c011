import Kinds
import Ledger
import STIX
import Web

/// What the page of an announcement offers to its reader.
package enum AccessOffer: Sendable, Hashable {
    /// They must sign in to ask.
    case signIn
    case ask
    /// They have asked: the request.
    case asked(String)
    /// They read it already.
    case reads(ObjectName)
}

/// The form by which somebody asks for access.
struct AccessFormModel: Sendable {
    let announcement: Announcement
    let lastDay: FullDate
    let today: FullDate
    /// Organisations that can be asked to vouch.
    let sponsors: [(id: String, name: String)]
    let typed: Typed
    let mistakes: Set<Mistake>

    struct Typed: Sendable, Hashable {
        var reason = ""
        var until = ""
        var sponsor = ""
        var agrees = false
    }

    enum Mistake: Sendable, Hashable, CaseIterable {
        case reason, until, sponsor, agree
        /// The announcement has changed since it was read.
        case changed
        /// They have as many requests that wait as they may; so has the announcement.
        case tooMany, full
    }
}

/// What somebody asked for, and what waits for their word.
struct AccessListModel: Sendable {
    let own: [Row]
    let toVouch: [Row]
    let toDecide: [Row]
    let running: [Row]

    struct Row: Sendable, Hashable {
        let request: AccessRequest
        /// What the announcement is called, where the reader reads it.
        let about: ObjectName
        let organisation: String
    }
}

/// A request for access.
struct AccessRequestModel: Sendable {
    let request: AccessRequest
    /// What the announcement is called, where the reader reads it.
    let about: ObjectName
    /// What is asked for, where the reader reads it.
    let held: ObjectName?
    let organisation: String
    let sponsor: String?
    /// The organisation that decides.
    let owner: String
    /// Who vouched and who decided, for their own people.
    let voucher: String?
    let decider: String?
    /// Where it was placed, where the reader reads that.
    let place: CollectionName?
    /// Whether the announcement says something else since its terms were agreed to; nil for those who don't read it.
    let hasChanged: Bool?
    let role: AccessRole
    /// Where access can be given.
    let places: [Place]
    let mistake: Mistake?
    let typed: String
    let wasAsked: Bool

    /// A collection that whoever asks reads.
    struct Place: Sendable {
        let destination: PreviewModel.Destination
        /// This very version stood there and was withdrawn: it can't stand there again.
        let stoodBefore: Bool

        var canGo: Bool { !stoodBefore && destination.concerns.allSatisfy(\.isQuestion) }
    }

    enum Mistake: Sendable, Hashable {
        case words, place
        /// The sponsor has not vouched.
        case voucher
        /// The account of whoever asked is closed.
        case closed
    }
}

/// Where a request is.
enum AccessState: Sendable, Hashable, CaseIterable {
    case waitsForSponsor, waitsForDecision, granted, refused, declined, expired, takenBack, ended

    init(_ request: AccessRequest) {
        self =
            switch request.outcome {
            case nil: request.lacksVoucher ? .waitsForSponsor : .waitsForDecision
            case .granted: .granted
            case .refused: .refused
            case .declined: .declined
            case .expired: .expired
            case .takenBack: .takenBack
            case .ended: .ended
            }
    }
}

/// What somebody is to a request, and what they may do about it now.
struct AccessRole: Sendable, Hashable {
    var isAsker = false
    /// Of the sponsor's people.
    var isSponsor = false
    /// Of those who decide.
    var isOwner = false
    var mayVouch = false
    var mayDecide = false
    var mayTakeBack = false
    var mayEnd = false
}
