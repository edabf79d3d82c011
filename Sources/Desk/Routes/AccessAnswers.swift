import Hall
import Kinds
import Ledger
import STIX
import Web

/// What the three parties of a request for access see, and do about it.
extension Visit<DeskDomain> {
    private static let mostPlaces = 30

    /// What somebody asked for, and what waits for their word.
    func accessList() async throws -> Answer {
        let person = try inPerson()
        let own = try await accessRequests.asked(by: person.account)
        let toVouch = try await requestsToVouch(for: person)
        let open = try await requestsToDecide(for: person)
        let names = try await objectNames((own + toVouch + open).map(\.announcement))
        var organisations: [String: String] = [:]
        func rows(_ requests: [AccessRequest]) async throws -> [AccessListModel.Row] {
            var rows: [AccessListModel.Row] = []
            for request in requests {
                let name: String
                if let known = organisations[request.organisation] {
                    name = known
                } else {
                    name = try await sourceName(.organisation(request.organisation))
                    organisations[request.organisation] = name
                }
                rows.append(
                    .init(request: request, about: about(request, names), organisation: name))
            }
            return rows
        }
        let model = AccessListModel(
            own: try await rows(own), toVouch: try await rows(toVouch),
            toDecide: try await rows(open.filter(\.isOpen)), running: try await rows(open.filter(\.isRunning)))
        return answer(model.page)
    }

    /// How many requests wait for the word of somebody.
    func waitingAccess(for person: Person) async throws -> Int {
        guard person.seeingAs == nil else { return 0 }
        return try await requestsToVouch(for: person).count + requestsToDecide(for: person).filter(\.isOpen).count
    }

    private func requestsToVouch(for person: Person) async throws -> [AccessRequest] {
        guard person.may(.publish) else { return [] }
        return try await accessRequests.waiting(forSponsor: person.organisation.id).filter {
            $0.account != person.account
        }
    }

    private func requestsToDecide(for person: Person) async throws -> [AccessRequest] {
        guard person.may(.publish) else { return [] }
        var decides: [String: Bool] = [:]
        var open: [AccessRequest] = []
        for request in try await accessRequests.open(to: person.organisation.id) where request.account != person.account
        {
            let may: Bool
            if let known = decides[request.held] {
                may = known
            } else {
                may = try await person.decides(on: request.held, in: reader)
                decides[request.held] = may
            }
            if may { open.append(request) }
        }
        return open
    }

    private func about(_ request: AccessRequest, _ names: [String: ObjectName]) -> ObjectName {
        let id = request.announcement
        return names[id] ?? ObjectName(id: id, type: String(id.prefix { $0 != "-" }), title: id)
    }

    /// Nil for those to whom it does not exist: all but whoever asked, the sponsor's people, and those who decide.
    private func role(of person: Person, in request: AccessRequest) async throws -> AccessRole? {
        var role = AccessRole(isAsker: request.account == person.account)
        if !role.isAsker, person.may(.publish) {
            role.isSponsor = request.sponsor == person.organisation.id
            if request.owner == person.organisation.id {
                role.isOwner = try await person.decides(on: request.held, in: reader)
            }
        }
        guard role.isAsker || role.isSponsor || role.isOwner else { return nil }
        role.mayVouch = role.isSponsor && request.isOpen && request.lacksVoucher
        role.mayDecide = role.isOwner && request.isOpen
        role.mayTakeBack = role.isAsker && request.isOpen
        role.mayEnd = role.isOwner && request.isRunning
        return role
    }

    private func access(for person: Person) async throws -> (AccessRequest, AccessRole) {
        guard let found = try await accessRequests.find(request.value(.uuid)),
            let role = try await role(of: person, in: found)
        else { throw Problem.notFound }
        return (found, role)
    }

    func accessRequest() async throws -> Answer {
        let person = try inPerson()
        let (found, role) = try await access(for: person)
        return try await page(of: found, role, for: person)
    }

    private func page(
        of found: AccessRequest, _ role: AccessRole, for person: Person,
        _ mistake: AccessRequestModel.Mistake? = nil
    ) async throws -> Answer {
        let names = try await objectNames([found.announcement])
        // Whose hand it was is for their own people; to others it is their organisation.
        func name(of hand: AccessRequest.Hand?, _ isOurs: Bool) async throws -> String? {
            guard isOurs, let hand else { return nil }
            return try await people.owner(ofAccount: hand.account)?.name
        }
        var places: [AccessRequestModel.Place] = []
        for option in role.mayDecide ? try await options(for: found, by: person) : [] {
            places.append(
                .init(
                    destination: try await destination(option.check, for: person), stoodBefore: option.stoodBefore))
        }
        var place: LogCollection?
        if let id = found.place { place = try await reader.collection(id) }
        let current = names[found.announcement] == nil ? nil : try await announcement(found.announcement)
        var sponsor: String?
        if let id = found.sponsor { sponsor = try await sourceName(.organisation(id)) }
        let model = AccessRequestModel(
            request: found, about: about(found, names), held: try await readable(found.held),
            organisation: try await sourceName(.organisation(found.organisation)), sponsor: sponsor,
            owner: try await sourceName(.organisation(found.owner)),
            voucher: try await name(of: found.voucher, role.isSponsor),
            decider: try await name(of: found.decision, role.isOwner),
            place: place.map { CollectionName($0) }, hasChanged: current.map { $0.version != found.version },
            role: role, places: places, mistake: mistake,
            typed: mistake == nil ? "" : request.form["words"] ?? "", wasAsked: request.query["done"] == "asked")
        let context = context
        return .page(model.page(in: context), in: context, status: mistake == nil ? 200 : 422)
    }

    func answerAccess() async throws -> Answer {
        let person = try inPerson()
        let (found, role) = try await access(for: person)
        let work = GivenAccess(door: desk.door)
        let words = String((request.form["words"] ?? "").prefix(AccessRequests.longestText))
        func lacksWords() -> Bool { words.allSatisfy(\.isWhitespace) }
        do {
            switch request.form["do"] {
            case "vouch" where role.isSponsor:
                try await work.vouch(for: found, by: person)
            case "decline" where role.isSponsor:
                guard !lacksWords() else { return try await page(of: found, role, for: person, .words) }
                if role.mayVouch { try await work.end(found, as: .declined, words: words, by: person) }
            case "grant" where role.isOwner:
                if found.isOpen, let mistake = try await grant(found, by: person) {
                    return try await page(of: found, role, for: person, mistake)
                }
            case "refuse" where role.isOwner:
                guard !lacksWords() else { return try await page(of: found, role, for: person, .words) }
                if found.isOpen { try await work.end(found, as: .refused, words: words, by: person) }
            case "take-back" where role.isAsker:
                if found.isOpen { try await work.end(found, as: .takenBack, by: person) }
            case "end" where role.isOwner:
                if found.isRunning { try await work.end(found, as: .ended, words: words, by: person) }
            default: throw Problem.forbidden
            }
        } catch is Drafts.Gone {
            // Somebody was faster; the page says who.
        }
        return .redirect(to: Address.accessRequest(found.id).href)
    }
}

/// Giving access: placing the object where whoever asks reads it.
extension Visit<DeskDomain> {
    private struct Option {
        let plan: PlannedPlacement
        let check: PlacementCheck
        let stoodBefore: Bool
    }

    /// Where access can be given: narrower collections first.
    ///
    /// What everybody reads is no access of somebody's, and what only marks or reviews forbid is shown with the reason.
    private func options(for found: AccessRequest, by person: Person) async throws -> [Option] {
        guard let asker = try await asker(of: found), let standing = try await reader.standing(of: found.held),
            let shown = standing.current, shown.withdrawal == nil, let bytes = try await reader.body(of: shown),
            try await reader.authorship(of: shown)?.isTrue == true
        else { return [] }
        let json = try JSON.parse(bytes)
        let held = Set(try await reader.holdings(of: found.held).map(\.collection.id))
        let targets = try await targets(of: .publish, for: person).filter {
            !held.contains($0.id) && asker.viewer.reads($0) && $0.audience.kind != .everyone
                && shown.marking <= $0.ceiling
        }.sorted { $1.audience.kind < $0.audience.kind }
        var options: [Option] = []
        for target in targets.prefix(Self.mostPlaces) {
            let objects = try await declarations(of: json, missingIn: target) + [bytes]
            let plan = PlannedPlacement(objects, into: target, by: person)
            guard let check = try await desk.ledger.check([plan]).first else { continue }
            let stoodBefore = standing.placements.contains {
                $0.collection.id == target.id && $0.sha256 == shown.sha256 && $0.withdrawal != nil
            }
            options.append(Option(plan: plan, check: check, stoodBefore: stoodBefore))
        }
        return options
    }

    /// Whoever asks, as they read at this moment; nil where their account is closed, or is of others now.
    private func asker(of found: AccessRequest) async throws -> Person? {
        guard let asker = try await people.person(account: found.account),
            asker.organisation.id == found.organisation
        else { return nil }
        return asker
    }

    /// Places the object and says that access was given, in one transaction; else what stands against it.
    ///
    /// - Throws: `Drafts.Gone` where somebody was faster.
    private func grant(_ found: AccessRequest, by person: Person) async throws -> AccessRequestModel.Mistake? {
        guard try await asker(of: found) != nil else { return .closed }
        guard desk.ledger.surroundings.now() < found.due else { return .place }
        let needsSponsor = try await announcement(found.announcement)?.needsSponsor ?? true
        guard !found.lacksVoucher || !needsSponsor else { return .voucher }
        guard
            let option = try await options(for: found, by: person).first(where: {
                $0.plan.collection.id == request.form["into"] && !$0.stoodBefore
            })
        else { return .place }
        do {
            try await GivenAccess(door: desk.door).grant(
                found, by: option.plan, confirmed: Set(request.form.all("confirm")), person)
            return nil
        } catch is PlacementRefused {
            return .place
        }
    }
}
