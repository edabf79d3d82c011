import Hall
import Kinds
import Ledger
import STIX
import Web

/// Asking for access to what others hold.
extension Visit<DeskDomain> {
    var accessRequests: AccessRequests { AccessRequests(ledger: desk.ledger) }

    var today: FullDate { FullDate(of: desk.ledger.surroundings.now().date) }

    /// The announcement of this identifier, as its reader reads it; nil for what is none, and is not its author's own word.
    func announcement(_ id: String) async throws -> Announcement? {
        guard let shown = try await reader.standing(of: id)?.current, shown.withdrawal == nil,
            let bytes = try await reader.body(of: shown)
        else { return nil }
        return try await announcement(id, try JSON.parse(bytes), showing: shown)
    }

    private func announcement(_ id: String, _ json: JSON, showing shown: Standing.Placement) async throws
        -> Announcement?
    {
        guard json["revoked"]?.bool != true, let record = RecordObject.values(of: json),
            let kind = try await shelf.kind(record.kind, for: reader), kind.name == Announcement.kind,
            kind.pack == KindShelf.core.name
        else { return nil }
        guard let said = try await reader.authorship(of: shown), said.isTrue, said.isConfirmed,
            let owner = try await vouching().first(where: { $0.author == said.claimed })
        else { return nil }
        return Announcement(
            id, title: json.text("name") ?? id, values: record.values, version: shown.sha256, by: owner.id)
    }

    /// The organisations that have somebody here who may speak for them, by name.
    private func vouching() async throws -> [Person.Organisation] {
        var seen: Set<String> = []
        return try await people.whoMay(.publish).map(\.organisation).filter { seen.insert($0.id).inserted }.sorted {
            ($0.name, $0.id) < ($1.name, $1.id)
        }
    }

    /// What the page of an object says of access; nil but on an announcement.
    func accessOffer(_ id: String, _ json: JSON, showing shown: Standing.Placement) async throws -> AccessOffer? {
        guard let announcement = try await announcement(id, json, showing: shown) else { return nil }
        if let name = try await readable(announcement.held) { return .reads(name) }
        guard let person else { return .signIn }
        guard person.seeingAs == nil else { return nil }
        let request = try await accessRequests.current(of: person.account, for: id)
        return request.map { .asked($0.id) } ?? .ask
    }

    /// What an object is called, where it stands for the reader.
    func readable(_ id: String) async throws -> ObjectName? {
        guard try await !reader.holdings(of: id).isEmpty else { return nil }
        return try await objectNames([id])[id] ?? ObjectName(id: id, type: String(id.prefix { $0 != "-" }), title: id)
    }

    /// The form; whoever need not ask is led on.
    func accessForm() async throws -> Answer {
        let person = try inPerson()
        let announcement = try await asked(by: person)
        if let other = try await onward(from: announcement, for: person) { return other }
        return try await form(announcement, .init(), [], for: person)
    }

    func askForAccess() async throws -> Answer {
        let person = try inPerson()
        let announcement = try await asked(by: person)
        if let other = try await onward(from: announcement, for: person) { return other }
        let typed = AccessFormModel.Typed(
            reason: request.form["reason"] ?? "", until: request.form["until"] ?? "",
            sponsor: request.form["sponsor"] ?? "", agrees: request.form["agree"] == "yes")
        let surroundings = desk.ledger.surroundings
        let now = surroundings.now()
        let mistakes = try await mistakes(in: typed, for: announcement, by: person)
        guard mistakes.isEmpty, let lastDay = FullDate(typed.until) else {
            return try await form(announcement, typed, mistakes, for: person)
        }
        let asked = AccessRequest(
            id: surroundings.uuid(), announcement: announcement.id, version: announcement.version,
            held: announcement.held, owner: announcement.owner, account: person.account, name: person.name,
            organisation: person.organisation.id, reason: typed.reason, lastDay: lastDay,
            sponsor: typed.sponsor.isEmpty ? nil : typed.sponsor, asked: now)
        do {
            try await GivenAccess(door: desk.door).enter(asked, toBeVouched: announcement.needsSponsor)
        } catch let full as AccessRequests.Full {
            return try await form(announcement, typed, [full == .account ? .tooMany : .full], for: person)
        } catch is Drafts.Gone {
            return .redirect(to: Address.access.href)
        }
        return .redirect(to: Address.accessRequest(asked.id).href(with: [("done", "asked")]))
    }

    /// The announcement that the path names; for whoever does not read it, and for what is none, there is nothing here.
    private func asked(by person: Person) async throws -> Announcement {
        guard let announcement = try await announcement(request.value(.id)) else { throw Problem.notFound }
        return announcement
    }

    /// Where somebody is led who reads it already, or has asked.
    private func onward(from announcement: Announcement, for person: Person) async throws -> Answer? {
        if try await readable(announcement.held) != nil {
            return .redirect(to: Address.object(announcement.held).href)
        }
        return try await accessRequests.current(of: person.account, for: announcement.id).map {
            .redirect(to: Address.accessRequest($0.id).href)
        }
    }

    /// Whom somebody may ask to vouch: neither their own organisation nor the one that decides.
    private func sponsors(for announcement: Announcement, asked person: Person) async throws -> [Person.Organisation] {
        try await vouching().filter { ![person.organisation.id, announcement.owner].contains($0.id) }
    }

    private func mistakes(in typed: AccessFormModel.Typed, for announcement: Announcement, by person: Person)
        async throws -> Set<AccessFormModel.Mistake>
    {
        var mistakes: Set<AccessFormModel.Mistake> = []
        if typed.reason.allSatisfy(\.isWhitespace) || typed.reason.count > AccessRequests.longestText {
            mistakes.insert(.reason)
        }
        let (today, last) = (today, announcement.lastDay(on: today))
        if FullDate(typed.until).map({ $0 < today || last < $0 }) ?? true { mistakes.insert(.until) }
        let sponsors = try await sponsors(for: announcement, asked: person)
        let isNone = typed.sponsor.isEmpty
        if isNone ? announcement.needsSponsor : !sponsors.contains(where: { $0.id == typed.sponsor }) {
            mistakes.insert(.sponsor)
        }
        if !typed.agrees { mistakes.insert(.agree) }
        if request.form["version"] != announcement.version { mistakes.insert(.changed) }
        return mistakes
    }

    private func form(
        _ announcement: Announcement, _ typed: AccessFormModel.Typed, _ mistakes: Set<AccessFormModel.Mistake>,
        for person: Person
    ) async throws -> Answer {
        let model = AccessFormModel(
            announcement: announcement, lastDay: announcement.lastDay(on: today), today: today,
            sponsors: try await sponsors(for: announcement, asked: person).map { ($0.id, $0.name) }, typed: typed,
            mistakes: mistakes)
        let context = context
        return .page(model.page(in: context), in: context, status: mistakes.isEmpty ? 200 : 422)
    }
}
