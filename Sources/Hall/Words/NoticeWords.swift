import Web

/// The sentences of notices: on their pages, in letters, and on the screen of a telephone.
struct NoticeWords: Sendable {
    struct Kind: Sendable {
        let title: String
        let sentence: @Sendable (_ subject: String?) -> String
    }

    // Kinds.
    let message: Kind
    let test: Kind
    let work: Kind
    let grew: Kind
    let wayAdded: Kind
    let wayEnded: Kind
    // The page of notices.
    let title: String
    let lead: String
    let nothing: String
    let see: String
    let allSeen: String
    let seenBefore: String
    let told: String
    let notTold: String
    let times: @Sendable (Int) -> String
    let andMore: @Sendable (Int) -> String
    let urgency: @Sendable (Urgency) -> String
    let urgentPrefix: String
    let done: String
    // Ways.
    let telling: String
    let alarm: String
    let waysTitle: String
    let waysLead: String
    let ways: String
    let noWay: String
    let kind: @Sendable (NoticeWay.Kind) -> String
    /// What is told by a way.
    let extent: @Sendable (_ least: Urgency) -> String
    let notYet: String
    let notAgreed: String
    let tryIt: String
    let remove: String
    let add: String
    let place: String
    let placeHint: String
    let least: String
    let secretTitle: String
    let secretLead: String
    // Hours.
    let hours: String
    let language: String
    let zone: String
    let zoneHint: String
    let quietFrom: String
    let quietUntil: String
    let digestAt: String
    let quietHint: String
    let muted: String
    let mutedHint: String
    let save: String
    let watch: String
    let watchLead: String
    // Letters.
    let letterEnd: @Sendable (_ gateway: String, _ url: String) -> String
    let letterStop: String
    let questionSubject: String
    let question: @Sendable (_ gateway: String, _ url: String) -> String
    let askedTitle: String
    let askedLead: @Sendable (_ gateway: String) -> String
    let agree: String
    let refuse: String
    let agreedTitle: String
    let agreedLead: @Sendable (_ gateway: String) -> String
    let stop: String
    let endedTitle: String
    let endedLead: String
    let error: @Sendable (NoticeError.Code) -> String

    static func `in`(_ language: Language) -> NoticeWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }
}
