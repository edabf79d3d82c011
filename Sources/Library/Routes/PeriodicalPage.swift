import Hall
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    private var subscriptions: SubscriptionTable { SubscriptionTable(ledger: ledger) }

    /// The issue that the reader would get now, and whether they get it by mail.
    func periodical() async throws -> Answer {
        let now = ledger.surroundings.now()
        let subscription: Subscription? = if let person { try await subscriptions.find(person.account) } else { nil }
        let week = Timestamp(clamping: now.microseconds - 7 * 86_400 * 1_000_000)
        let issue = try await Issue(for: reader, since: week, until: now, in: request.language, on: shelf)
        var address: String?
        if let person { address = try await NoticeTable(ledger).address(of: person.account).map { "\($0)" } }
        let model = PeriodicalModel(
            issue: issue, isSignedIn: person != nil, subscription: subscription, address: address)
        return answer(model.page)
    }

    func changeSubscription() async throws -> Answer {
        let person = try signedIn()
        guard person.seeingAs == nil else { throw Problem.forbidden }
        guard request.form["do"] != "end" else {
            try await subscriptions.end(person.account)
            return .redirect(to: Address.periodical.href)
        }
        let language = request.form["language"].flatMap(Language.init) ?? request.language
        let surroundings = ledger.surroundings
        try await subscriptions.keep(
            Subscription(
                account: person.account, language: language, secret: Secret.make(surroundings).text,
                sent: surroundings.now()))
        return .redirect(to: Address.periodical.href)
    }

    /// Where whoever reads the letters ends them; looking ends nothing, for programs of mail servers look at links.
    func periodicalEnd() async throws -> Answer {
        let secret = try request.value(.secret)
        let isThere = try await subscriptions.owner(of: secret) != nil
        return once(
            here: Address.periodical.href, PeriodicalEndModel(secret: secret, isOver: !isThere).page)
    }

    func endPeriodical() async throws -> Answer {
        let secret = try request.value(.secret)
        guard request.form["do"] == "stop" || request.form["List-Unsubscribe"] == "One-Click" else {
            throw Problem.badRequest(parameter: "do")
        }
        // Twice is as well as once.
        if let account = try await subscriptions.owner(of: secret) { try await subscriptions.end(account) }
        return once(here: Address.periodical.href, PeriodicalEndModel(secret: secret, isOver: true).page)
    }
}
