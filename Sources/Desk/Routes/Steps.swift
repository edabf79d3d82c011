import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// What the page of an object of a kind shows; nil for an object without one that is known.
    func face(of json: JSON, _ standing: Standing, showing shown: Standing.Placement) async throws -> RecordFace? {
        guard let said = RecordObject.values(of: json), let kind = try await shelf.kind(said.kind, for: reader) else {
            return nil
        }
        let now = desk.ledger.surroundings.now()
        let ids = Array(Set(KindFace.references(in: said.values, of: kind)).prefix(200))
        let names = try await reader.names(of: ids).compactMapValues(\.name)
        let due = kind.review?.after(shown.version.date)
        return RecordFace(
            kind: kind, values: said.values, today: FullDate(of: now.date), names: names,
            taxonomies: try await shelf.taxonomies(), life: try await life(of: kind, said.values, standing, shown),
            unmaintainedSince: due.map { $0 < now.date } == true ? Moment(shown.version) : nil)
    }

    /// The steps that were taken on an object, and where that leaves it.
    private func life(of kind: Kind, _ values: JSON, _ standing: Standing, _ shown: Standing.Placement) async throws
        -> StandingLife?
    {
        guard let life = kind.life else { return nil }
        let authorship = try await reader.authorship(of: shown)
        let author = authorship?.isTrue == true ? authorship?.claimed : nil
        let addressees = life.addressee.map { Self.texts(values[$0]) } ?? []
        func roles(of identity: String?) -> Set<Life.Who> {
            guard let identity else { return [] }
            var roles: Set<Life.Who> = []
            if identity == author { roles.insert(.author) }
            if addressees.contains(identity) { roles.insert(.addressee) }
            if identity == desk.ledger.gateway.identity { roles.insert(.desk) }
            return roles
        }
        let found = try await reader.remarks(on: standing, types: ["concord-step"], limit: Life.mostSteps).remarks
            .reversed()
        var (taken, said) = ([TakenStep](), [String: (json: JSON, remark: Remark)]())
        for remark in found {
            guard let json = remark.body.flatMap({ try? JSON.parse($0) }), json.text("object_ref") == standing.id else {
                continue
            }
            // Nobody takes a step for another: only what its author really said counts as theirs.
            let by = remark.authorship?.isTrue == true ? remark.authorship?.claimed : nil
            taken.append(
                TakenStep(
                    id: remark.id, step: json.text("step") ?? "", from: json.text("from_state") ?? "",
                    seen: Set(json.texts("seen_refs")), roles: roles(of: by)))
            said[remark.id] = (json, remark)
        }
        let state = life.state(after: taken)
        let rows = taken.map { step in
            let entry = said[step.id]
            return StandingLife.Row(
                id: step.id, step: life.step(step.step),
                author: entry?.remark.authorship.flatMap { said in
                    said.claimed.flatMap { id in said.name.map { ObjectName(id: id, type: "identity", name: $0) } }
                }, said: Moment(entry?.json.text("created") ?? entry?.remark.added.description ?? ""),
                reason: entry?.json.text("reason") ?? "", ignored: state.ignored[step.id])
        }
        let own = roles(of: person?.organisation.author)
        let isOpen = try await !openPlaces(of: standing).isEmpty
        let mayTake = isOpen ? life.steps.filter { $0.from.contains(state.state) && !own.isDisjoint(with: $0.who) } : []
        let begun = state.last.flatMap { said[$0]?.json.text("created") }.flatMap { Timestamp($0) } ?? shown.version
        let now = desk.ledger.surroundings.now().date
        let clocks = kind.clocks.filter { $0.state == state.state }.map { clock in
            let due = clock.due(since: begun.date)
            return StandingLife.Running(clock: clock, due: Moment(Timestamp(due).description), isOver: due < now)
        }
        return StandingLife(life: life, state: state, rows: rows, mayTake: mayTake, clocks: clocks)
    }

    private static func texts(_ value: JSON?) -> [String] {
        value?.array?.compactMap(\.string) ?? [value?.string].compactMap(\.self)
    }

    /// Where an object stands and its reader may say something of it.
    private func openPlaces(of standing: Standing) async throws -> [LogCollection] {
        guard let person else { return [] }
        return try await reader.holdings(of: standing.id).map(\.collection).filter {
            person.may(.discuss, in: $0).isAllowed
        }
    }

    /// Takes a step on an object: an object of whoever takes it.
    func takeStep() async throws -> Answer {
        let person = try writer()
        guard let standing = try await reader.standing(of: request.value(.id)), let shown = standing.current,
            shown.withdrawal == nil
        else { throw Problem.notFound }
        let json = try JSON.parse(try await body(of: shown))
        guard let face = try await face(of: json, standing, showing: shown), let life = face.life else {
            throw Problem.notFound
        }
        let back = Address.object(standing.id)
        let name = try request.form.required("step")
        guard request.form["state"] == life.stamp else {
            return .redirect(to: back.href(with: [("done", "step-changed")]))
        }
        guard let step = life.mayTake.first(where: { $0.name == name }) else { throw Problem.forbidden }
        let reason = (request.form["reason"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard reason.count <= 2_000 else { throw Problem.badRequest(parameter: "reason") }
        guard !reason.isEmpty || !step.needsReason else {
            return .redirect(to: back.href(with: [("done", "step-why")]) + "#life")
        }
        let surroundings = desk.ledger.surroundings
        var plans: [PlannedPlacement] = []
        let uuid = surroundings.uuid()
        for place in try await openPlaces(of: standing) {
            let marking = min(place.defaultMarking, place.ceiling)
            var object = Composer(
                "concord-step", uuid: uuid, by: person.organisation.author, created: surroundings.now(),
                marking: marking)
            object.set("object_ref", standing.id)
            object.set("step", step.name)
            object.set("from_state", life.state.state)
            object.set("seen_refs", life.state.counted.sorted())
            object.set("reason", reason)
            object.declare(KnownExtension.step.definition.id)
            let before = try await missing(
                [
                    (KnownExtension.step.definition.author, KnownExtension.ownAuthor),
                    (KnownExtension.step.definition.id, KnownExtension.step.definition.object),
                ], in: place)
            let identity = try await identity(person.organisation.author, of: person, missingIn: place)
            plans.append(
                PlannedPlacement(before + (identity.map { [$0] } ?? []) + [try object.bytes()], into: place, by: person)
            )
        }
        do {
            // What it names is what its author saw on the page, and is confirmed by that.
            try await desk.ledger.say(plans, confirmed: Set(life.state.counted + [standing.id]))
        } catch is PlacementRefused {
            throw Problem.forbidden
        }
        return .redirect(to: back.href(with: [("done", "step")]) + "#life")
    }
}

extension StandingLife {
    /// Tells what was seen from what is so later.
    var stamp: String { ([state.state] + state.counted.sorted()).joined(separator: " ") }
}
