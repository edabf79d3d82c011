import Hall
import Ledger
import STIX
import Storage
import Web
import Work

/// Ends access that was given on request, and tells the three parties of each turn.
struct GivenAccess: WorkHandler {
    static let kind = "access"
    /// Stands in the log, as why the object was withdrawn.
    static let reason = "access ended"
    private static let day: Int64 = 86_400_000_000

    let door: Door

    var kind: String { Self.kind }
    private var ledger: GatewayLedger { door.ledger }
    private var requests: AccessRequests { AccessRequests(ledger: ledger) }

    static let waits = NamedNotice("access") {
        AccessWords.in($0).noticeTitle
    } sentence: { language, subject in
        AccessWords.in(language).notice(subject)
    }
    static let turned = NamedNotice("access-turn") {
        AccessWords.in($0).turnTitle
    } sentence: { language, subject in
        AccessWords.in(language).turn(subject)
    }

    /// A count would tell of requests that only three parties know of.
    func known(in collections: [LogCollection]) -> KnownRows { .only([]) }

    /// Looks each day whether whoever asked still has their account, and ends it when its last day is over.
    func perform(_ row: WorkRow) async throws -> WorkOutcome {
        guard let request = try await requests.find(row.key), request.ended == nil else { return .done() }
        let now = ledger.surroundings.now()
        let person = try await door.people.person(account: request.account)
        let isThere = person?.organisation.id == request.organisation
        guard request.due <= now || !isThere else {
            return .again(min(request.due, Timestamp(clamping: now.microseconds + Self.day)))
        }
        let outcome: AccessRequest.Outcome =
            if isThere { .expired } else { request.isRunning ? .ended : .takenBack }
        do { try await end(request, as: outcome, by: nil) } catch is Drafts.Gone {}
        return .done()
    }

    /// Enters what somebody asks for, and tells those whose word it waits for.
    ///
    /// - Parameter first: whether the sponsor must speak before those who decide are told.
    /// - Throws: `AccessRequests.Full`; `Drafts.Gone` where they asked for the same already.
    func enter(_ request: AccessRequest, toBeVouched first: Bool) async throws {
        var told = Set(request.sponsor != nil && first ? [] : try await deciders(on: request))
        if let sponsor = request.sponsor { told.formUnion(try await vouchers(of: sponsor, for: request)) }
        try await requests.write { [told] session in
            try AccessRequests.enter(request, in: session)
            try request.tell(told, Self.waits, at: request.asked, in: session)
            try session.ask(Self.kind, for: request.id, at: request.asked, now: request.asked)
        }
    }

    /// Somebody of the sponsor's people vouches; from now on it waits for those who decide.
    ///
    /// - Throws: `Drafts.Gone` where others were faster.
    func vouch(for request: AccessRequest, by person: Person) async throws {
        let now = ledger.surroundings.now()
        let told = try await parties(of: request, but: person)
        try await requests.write { session in
            try AccessRequests.vouch(request.id, .init(account: person.account, at: now), in: session)
            try request.tell(told, Self.waits, at: now, in: session)
        }
    }

    /// Places the object and says that access was given, in one transaction.
    ///
    /// - Throws: `PlacementRefused`; `Drafts.Gone` where somebody was faster.
    func grant(_ request: AccessRequest, by plan: PlannedPlacement, confirmed: Set<String>, _ person: Person)
        async throws
    {
        let now = ledger.surroundings.now()
        let told = try await parties(of: request, but: person)
        try await ledger.say([plan], confirmed: confirmed) { session in
            try AccessRequests.grant(
                request, in: plan.collection.id, .init(account: person.account, at: now), session)
            try request.tell(told, Self.turned, at: now, in: session)
        }
    }

    /// Ends a request; access that was given is taken away first, so that nothing that fails leaves it.
    ///
    /// - Parameter person: who ends it; nil where its time is over.
    /// - Throws: `Drafts.Gone` where others did something about it since.
    func end(
        _ request: AccessRequest, as outcome: AccessRequest.Outcome, words: String = "", by person: Person?
    ) async throws {
        try await takeAway(request, by: person?.hand)
        let now = ledger.surroundings.now()
        let told = try await parties(of: request, but: person)
        try await requests.write { session in
            try AccessRequests.end(request, as: outcome, words: words, by: person?.account, at: now, in: session)
            try request.tell(told, Self.turned, at: now, in: session)
        }
    }

    /// Withdraws the object from where it was placed for the request, as the word of whoever placed it alone.
    ///
    /// Done twice it does nothing more.
    private func takeAway(_ request: AccessRequest, by hand: Hand?) async throws {
        guard request.isRunning, let place = request.place, let decision = request.decision else { return }
        do {
            _ = try await ledger.withdraw(
                request.held, from: place, sentBy: .organisation(request.owner), reason: Self.reason,
                by: hand ?? .account(decision.account))
        } catch let error as LedgerError where error.code == .unknownObject {
            // Somebody withdrew it by hand, or erased it.
        }
    }

    /// Those of the organisation that decides who may, as they read at this moment.
    func deciders(on request: AccessRequest) async throws -> [String] {
        var accounts: [String] = []
        for person in try await door.people.whoMay(.publish)
        where person.organisation.id == request.owner && person.account != request.account {
            if try await person.decides(on: request.held, in: Reader(ledger, for: person.viewer)) {
                accounts.append(person.account)
            }
        }
        return accounts
    }

    /// Everybody who reads a request, but whoever has just done something about it.
    func parties(of request: AccessRequest, but person: Person?) async throws -> Set<String> {
        var told = Set(try await deciders(on: request) + [request.account])
        if let sponsor = request.sponsor {
            told.formUnion(try await vouchers(of: sponsor, for: request))
        }
        if let person { told.remove(person.account) }
        return told
    }

    /// Those who may vouch in the name of an organisation.
    func vouchers(of organisation: String, for request: AccessRequest) async throws -> [String] {
        try await door.people.whoMay(.publish).filter {
            $0.organisation.id == organisation && $0.account != request.account
        }.map(\.account)
    }
}

extension Person {
    /// Whether they may decide on access to an object: whoever may publish where it stands.
    ///
    /// - Parameter reader: what they read.
    func decides(on held: String, in reader: Reader) async throws -> Bool {
        try await reader.holdings(of: held).contains { may(.publish, in: $0.collection, reviewed: true).isAllowed }
    }
}

extension AccessRequest {
    /// Tells accounts of it, in the transaction that causes it; by the name of whoever asks, which all who are told know.
    func tell(_ accounts: Set<String>, _ notice: NamedNotice, at now: Timestamp, in session: Session) throws {
        for account in accounts.sorted() {
            try session.notify(
                NoticeDraft(notice.kind, id, .digest, to: .account(account), about: name, at: .accessRequest(id)),
                now: now)
        }
    }
}
