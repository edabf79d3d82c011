import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// Placing an object in a further collection: as it is, or redacted where its parts are marked above the ceiling.
    func sharingForm() async throws -> Answer {
        let person = try writer()
        let source = try await shared(by: person)
        return try await question(source, into: request.query["into"] ?? "", by: person)
    }

    func share() async throws -> Answer {
        let person = try writer()
        let source = try await shared(by: person)
        guard let target = source.targets.first(where: { $0.id == request.form["into"] }) else {
            return try await question(source, into: "", by: person, status: 422)
        }
        let placements: [PlannedPlacement]
        let main: String
        if request.form["form"] == "redacted" {
            guard let redaction = try await redaction(of: source, into: target, by: person) else {
                throw Problem.forbidden
            }
            placements = try await redacted(redaction, of: source, into: target, by: person)
            main = redaction.id
        } else {
            let objects = try await declarations(of: source.json, missingIn: target) + [source.bytes]
            placements = [try PlannedPlacement(objects, into: target, by: person).reviewedWhereAsked()]
            main = source.id
        }
        let confirmed = request.form.all("confirm")
        do {
            if placements[0].isReviewed {
                // What is said beside it waits with it.
                let submission = submission(placements, of: main, from: nil, confirming: confirmed, by: person)
                let checks = try await desk.ledger.check(placements)
                guard checks.allSatisfy({ $0.allows(confirmed: Set(confirmed)) }) else {
                    throw PlacementRefused(checks: checks)
                }
                try await ReviewedPublication(door: desk.door).enter(submission)
                return .redirect(to: Address.review(submission.id).href(with: [("done", "asked")]))
            }
            try await desk.ledger.say(placements, confirmed: Set(confirmed))
        } catch is PlacementRefused {
            return try await question(source, into: target.id, by: person, status: 422)
        }
        return .redirect(to: Address.object(main).href(with: [("done", "shared")]))
    }

    private struct SharedObject {
        let id: String
        let bytes: [UInt8]
        let json: JSON
        let home: LogCollection
        let marking: TLP
        /// Collections where it does not stand yet, and its author may publish.
        let targets: [LogCollection]
    }

    private func shared(by person: Person) async throws -> SharedObject {
        let id = try request.value(.id)
        guard let placement = try await reader.standing(of: id)?.current, placement.withdrawal == nil,
            let bytes = try await reader.body(of: placement), let said = try await reader.authorship(of: placement)
        else { throw Problem.notFound }
        // Passed on, it would become the word of whoever passes it on; and of a party that never said it.
        guard said.isTrue else { throw Problem.forbidden }
        let held = Set(try await reader.holdings(of: id).map(\.collection.id))
        let targets = try await targets(of: .publish, for: person).filter { !held.contains($0.id) }
        guard !targets.isEmpty else { throw Problem.forbidden }
        return SharedObject(
            id: id, bytes: bytes, json: try JSON.parse(bytes), home: placement.collection, marking: placement.marking,
            targets: targets)
    }

    /// What must be readable beside an object of a kind: those who read it there alone read of its kind there.
    func declarations(of json: JSON, missingIn target: LogCollection) async throws -> [[UInt8]] {
        guard let said = RecordObject.values(of: json), let kind = try await shelf.kind(said.kind, for: reader) else {
            return []
        }
        return try await missing(RecordObject.companions(of: kind), in: target)
    }

    /// In the name of the organisation whose member redacts (law 8).
    private func redaction(of source: SharedObject, into target: LogCollection, by person: Person) async throws
        -> Redaction?
    {
        try await desk.ledger.redaction(
            of: source.bytes, atLeast: source.marking, for: target, author: person.organisation.author)
    }

    /// The redacted object where it is to be read; the link to the original stays where the original is.
    private func redacted(
        _ redaction: Redaction, of source: SharedObject, into target: LogCollection, by person: Person
    ) async throws -> [PlannedPlacement] {
        let author = person.organisation.author
        let surroundings = desk.ledger.surroundings
        func identity(in collection: LogCollection) async throws -> [[UInt8]] {
            try await self.identity(author, of: person, missingIn: collection).map { [$0] } ?? []
        }
        var placements = [
            try PlannedPlacement(try await identity(in: target) + [redaction.object], into: target, by: person)
                .reviewedWhereAsked()
        ]
        guard person.may(.publish, in: source.home).isAllowed else { return placements }
        let link = try redaction.link(
            to: source.id, id: "relationship--\(surroundings.uuid())", author: author,
            marking: max(source.marking, redaction.marking), now: surroundings.now())
        // Where the readers of the original cannot read the new object, the link would name nothing to them.
        if source.home.audience.wider.contains(target.audience) {
            placements.append(
                PlannedPlacement(try await identity(in: source.home) + [link], into: source.home, by: person))
        }
        return placements
    }

    private func question(_ source: SharedObject, into id: String, by person: Person, status: Int = 200) async throws
        -> Answer
    {
        var chosen: PreviewModel.Destination?
        var redacted: JSON?
        if let target = source.targets.first(where: { $0.id == id }) {
            let declared = try await declarations(of: source.json, missingIn: target)
            let checks = try await desk.ledger.check([
                try PlannedPlacement(declared + [source.bytes], into: target, by: person).reviewedWhereAsked()
            ])
            if let check = checks.first {
                chosen = try await destination(check, for: person)
                let isOffered =
                    !check.refusals.isEmpty
                    && check.refusals.allSatisfy { if case .partsAboveCeiling(_, _, true) = $0 { true } else { false } }
                if isOffered {
                    redacted = try await redaction(of: source, into: target, by: person).map {
                        try JSON.parse($0.object)
                    }
                }
            }
        }
        let type = source.json.text("type") ?? ""
        let model = SharingModel(
            object: try await objectNames([source.id])[source.id]
                ?? ObjectName(id: source.id, type: type, title: source.id), marking: source.marking,
            targets: try await targets(source.targets), chosen: chosen, redacted: redacted)
        let context = context
        return .page(model.page(in: context), in: context, status: status)
    }
}
