package import Mail
package import STIX
import Storage

/// What became of a letter.
package enum LetterState: String, Sendable, CaseIterable, SQLValue {
    /// It is to be handed over.
    case waiting
    /// A mail server, or the machine's own, has taken it.
    case sent
    /// It was not taken, and is not tried again.
    case failed
    /// It was taken, and came back.
    case bounced
    /// Its address is held back.
    case held
}

/// A letter without what it says, which is kept no longer than it waits.
package struct PostedLetter: Sendable {
    /// 32 hexadecimal digits: the key of its row of work, and the secret by which a report is believed.
    package let id: String
    package let recipient: String
    package let state: LetterState
    package let made: Timestamp
    package let ended: Timestamp?
    /// What a server said in numbers.
    package let status: String?
    /// How it ended, for people.
    package let outcome: String?
}

/// An address to which nothing is sent until somebody frees it.
package struct HeldAddress: Sendable, Equatable {
    package let address: String
    package let reason: String
    package let since: Timestamp
}

/// How all letters fare.
package struct MailTally: Sendable, Equatable {
    package var counts: [LetterState: Int] = [:]
    package var heldAddresses = 0
    /// Why nothing can be handed over for now; nil where the last went well.
    package var problem: String?

    package init() {}

    package subscript(_ state: LetterState) -> Int { counts[state] ?? 0 }
}

/// What somebody wants to have written to somebody; who it is from, its name and its date are added when it is posted.
package struct LetterDraft: Sendable, Hashable {
    package var to: Mailbox
    package var subject: HeaderText
    package var text: String
    package var html: String?
    package var thread: [MessageID]
    package var unsubscribing: Unsubscribing?
    package var isAutomatic: Bool

    /// - Parameter thread: the letters that it continues, the one that it answers last.
    package init(
        to: Mailbox, subject: HeaderText, text: String, html: String? = nil, thread: [MessageID] = [],
        unsubscribing: Unsubscribing? = nil, isAutomatic: Bool = true
    ) {
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.thread = thread
        self.unsubscribing = unsubscribing
        self.isAutomatic = isAutomatic
    }
}
