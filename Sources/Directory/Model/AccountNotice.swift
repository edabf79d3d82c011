import Hall
import Ledger
import STIX
import Storage
import Web

/// What somebody is told of their own account, because it may not have been they: none of it can be muted.
enum AccountNotice: String, CaseIterable {
    case keyMade = "key-made"
    case tokenMade = "token-made"
    case roleChanged = "role-changed"
    case invitedAgain = "invited-again"

    var named: NamedNotice {
        NamedNotice(rawValue, canBeMuted: false) { [self] language in
            DirectoryWords.in(language).notice(self, nil)
        } sentence: { [self] language, subject in
            let words = DirectoryWords.in(language)
            // A role is stored as its code, and read in the reader's language.
            let shown =
                self == .roleChanged ? subject.flatMap(Role.init(rawValue:)).map(words.role) ?? subject : subject
            return words.notice(self, shown)
        }
    }
}

extension Session {
    /// Somebody is told of their own account.
    func tell(_ account: String, _ what: AccountNotice, _ key: String, about subject: String? = nil, at now: Timestamp)
        throws
    {
        try notify(
            NoticeDraft(what.rawValue, key, .soon, to: .account(account), about: subject, at: .account), now: now)
    }
}
