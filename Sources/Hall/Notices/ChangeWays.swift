import Ledger
import Mail
import Outside
import STIX
import Storage
import Work
import Web

/// How somebody is told: what a page and a command change alike.
extension HallDomain {
    private var table: NoticeTable { NoticeTable(door.ledger) }
    private var surroundings: Surroundings { door.ledger.surroundings }

    /// Who did not agree in time is not asked any more.
    private static let patience: Int64 = 7 * 86_400 * 1_000_000

    /// Enters a way by which somebody is told.
    ///
    /// A letter asks whoever reads at an address whether they agree; before that nothing else is written there. A webhook is told at once.
    ///
    /// - Parameter isAgreed: whether an operator answers for it, so that nobody is asked.
    /// - Returns: the way; for a webhook, what its receiver needs to check what is signed, shown once.
    /// - Throws: `NoticeError`; ``Problem/tooMany(seconds:)`` where too many letters were asked for.
    package func addWay(
        _ place: NoticeWay.Place, for account: String, least: Urgency, isAgreed: Bool = false
    ) async throws -> (way: NoticeWay, signing: String?) {
        let (id, secret, now) = (surroundings.uuid(), Secret.make(surroundings), surroundings.now())
        try await mayAdd(place, for: account, isAgreed: isAgreed)
        var letter: (@Sendable (NoticeSettings) throws -> LetterDraft)?
        var isAgreed = isAgreed
        switch place {
        case .mail(let address):
            guard !isAgreed else { break }
            try invitations.count(.account(account))
            try invitations.count(.thing(address.key))
            letter = { [self] in try question(to: address, at: .noticeLetters(id, secret.text), in: $0.language) }
        case .webhook, .program: isAgreed = true
        }
        let way = try await table.write { [letter, isAgreed, surroundings] session in
            try session.run(
                "DELETE FROM notice_way WHERE confirmed IS NULL AND made < \(now.microseconds - Self.patience)")
            let way = try session.add(
                place, for: account, least: least, isConfirmed: isAgreed, id: id, secret: secret.text, now: now)
            // Whoever has somebody's browser for a minute must not listen in for ever unseen.
            try session.notify(
                NoticeDraft(
                    HallNotice.wayAdded, id, .soon, to: .account(account), about: way.words, at: .noticeWays), now: now)
            guard let letter else { return way }
            switch try session.post(letter(session.noticeSettings(of: account)), surroundings) {
            case .waits: return way
            case .heldBack: throw NoticeError(.heldBack, "what was written to this address came back")
            case .full: throw NoticeError(.noMail, "so much mail waits that no more is taken; try again later")
            case .noServer: throw NoticeError(.noMail, "letters do not leave this gateway yet")
            }
        }
        if case .webhook = place { return (way, WebhookSignature.shown(secret.text)) }
        return (way, nil)
    }

    /// What is known before anything is counted: who can't be asked uses up nobody's questions.
    private func mayAdd(_ place: NoticeWay.Place, for account: String, isAgreed: Bool) async throws {
        try place.mayJoin(await table.ways(of: account))
        guard case .mail(let address) = place, !isAgreed else { return }
        guard try await !table.refuses(address) else {
            throw NoticeError(.refused, "whoever reads at this address said that they want no letters")
        }
        guard try await MailTable(door.ledger).server() != nil else {
            throw NoticeError(.noMail, "letters do not leave this gateway yet")
        }
    }

    /// The letter that asks whoever reads at an address whether they agree.
    private func question(to address: MailAddress, at place: Address, in language: Language) throws -> LetterDraft {
        let words = NoticeWords.in(language)
        let url = door.gateway.full(place)
        return LetterDraft(
            to: Mailbox(address), subject: try NoticeText.subject(door.gateway, words.questionSubject),
            text: words.question(door.gateway.name, url))
    }

    /// Whoever reads at an address has agreed, by the secret that was written there; false where there is no such way.
    func agree(to id: String, by secret: String) async throws -> Bool {
        guard try await isKnown(id, by: secret) else { return false }
        let now = surroundings.now().microseconds
        return try await table.write { session in
            // Who was not answered in time is not agreed with any more.
            guard let way = try session.noticeWay(id), way.isKnown(by: secret),
                way.confirmed != nil || way.made.microseconds > now - Self.patience
            else { return false }
            try session.run("UPDATE notice_way SET confirmed = \(now) WHERE id = \(id) AND confirmed IS NULL")
            return true
        }
    }

    /// Whoever reads at an address wants no more; false where there is no such way.
    func stop(_ id: String, by secret: String) async throws -> Bool {
        guard try await isKnown(id, by: secret) else { return false }
        let now = surroundings.now().microseconds
        try await table.write { session in
            guard let way = try session.noticeWay(id) else { return }
            try session.removeNoticeWay(id)
            // Who never agreed was asked once too often already.
            guard way.confirmed == nil, case .mail(let address) = way.place else { return }
            try session.run(
                "INSERT INTO notice_refusal (address, made) VALUES (\(address.key), \(now)) ON CONFLICT (address) DO NOTHING"
            )
        }
        return true
    }

    /// Asked before anybody writes: a stranger with a thousand secrets keeps no writer waiting.
    private func isKnown(_ id: String, by secret: String) async throws -> Bool {
        guard let way = try await table.way(id), way.kind == .mail else { return false }
        return way.isKnown(by: secret)
    }

    /// Takes a way away.
    ///
    /// - Parameter account: whose it must be; nil for an operator.
    /// - Throws: `unknownWay`.
    package func removeWay(_ id: String, of account: String?) async throws {
        try await table.write { session in
            _ = try session.way(id, of: account)
            try session.removeNoticeWay(id)
        }
    }

    /// Has a notice told by the ways of somebody, so that they see whether it comes.
    ///
    /// - Throws: `unknownWay`; ``Problem/tooMany(seconds:)``.
    package func tryWay(_ id: String, of account: String?) async throws {
        let now = surroundings.now()
        try tests.count(.account(account ?? id))
        try await table.write { session in
            let way = try session.way(id, of: account)
            // The try before this one is over, seen or not.
            try session.run(
                """
                UPDATE notice SET seen = \(now.microseconds)
                WHERE account = \(way.account) AND kind = \(HallNotice.test) AND seen IS NULL
                """)
            try session.notify(
                NoticeDraft(HallNotice.test, way.id, .urgent, to: .account(way.account), at: .noticeWays), now: now)
        }
    }

    /// Tells people what an operator says.
    package func tell(_ text: String, _ urgency: Urgency, to addressee: NoticeDraft.Addressee) async throws {
        let (id, now) = (surroundings.uuid(), surroundings.now())
        try await table.write { session in
            try session.notify(
                NoticeDraft(HallNotice.message, id, urgency, to: addressee, about: text, at: .notices), now: now)
        }
    }

    func keep(_ settings: NoticeSettings, of account: String) async throws {
        try await table.write { session in
            try session.keep(settings, of: account)
            // What waited for other hours is looked at again.
            let now = surroundings.now()
            for way in try session.noticeWays(of: account) where way.confirmed != nil {
                try session.askToTell(way, now: now)
            }
        }
    }
}

extension NoticeWay {
    /// Takes as long for a near miss as for any other.
    func isKnown(by secret: String) -> Bool {
        Secret(text: self.secret).digest == Secret(text: secret).digest
    }
}

extension Session {
    /// Nothing is told somebody any more but on their page: their device, and what was entered with it, may be another's.
    package func endNoticeWays(of account: String) throws {
        for way in try noticeWays(of: account) { try removeNoticeWay(way.id) }
    }

    fileprivate func way(_ id: String, of account: String?) throws -> NoticeWay {
        guard let way = try noticeWay(id), account == nil || way.account == account else {
            throw NoticeError(.unknownWay, "there is no such way")
        }
        return way
    }
}
