import Hall
import Ledger
import STIX
import Storage
import Web

/// Has those told who decide, when something waits in quarantine.
enum QuarantineNotice: GrowthListener {
    static let kind = "quarantine"

    static let named = NamedNotice(kind) {
        DeskWords.in($0).quarantine.noticeTitle
    } sentence: { language, subject in
        DeskWords.in(language).quarantine.notice(subject)
    }

    static func held(for collection: LogCollection, at now: Timestamp, in session: Session) throws {
        try session.notify(
            NoticeDraft(
                kind, collection.id, .soon, to: .whoMay(.decide), about: collection.title, in: collection.id,
                at: .quarantine), now: now)
    }
}
