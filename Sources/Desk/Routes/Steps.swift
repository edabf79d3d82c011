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
        let shownRecord = RecordAsShown(
            id: standing.id, kind: kind, values: said.values, reader: reader, person: person)
        return RecordFace(
            kind: kind, isOffered: try await shelf.offer(kind.name)?.id == kind.id, values: said.values,
            today: FullDate(of: now.date), names: names,
            taxonomies: try await shelf.taxonomies(), life: try await life(of: kind, said.values, standing, shown),
            unmaintainedSince: due.map { $0 < now.date } == true ? Moment(shown.version) : nil,
            marks: try await desk.company.links(shownRecord), likeness: try await desk.company.likeness(shownRecord))
    }

    /// The steps that were taken on an object, and where that leaves it.
    private func life(of kind: Kind, _ values: JSON, _ standing: Standing, _ shown: Standing.Placement) async throws
        -> StandingLife?
    {
        guard let life = kind.life else { return nil }
        let thing = try await reader.authorship(of: shown)
        let steps = StandingSteps(of: life, on: standing.id, values, by: thing, at: desk.ledger.gateway)
        // All of them, before any bound: whoever may not act must not crowd out those who may.
        let found = try await reader.remarks(on: standing, types: ["concord-step"], limit: 2_000, ownFirst: true)
            .remarks.reversed()
        var (taken, said) = ([TakenStep](), [String: (json: JSON, remark: Remark)]())
        var idle: [StandingLife.Row] = []
        for remark in found {
            guard let json = remark.body.flatMap({ try? JSON.parse($0) }),
                let step = steps.step(remark.id, json, by: remark.authorship)
            else { continue }
            said[remark.id] = (json, remark)
            if let why = steps.whyNot(step) {
                if idle.count < 20 { idle.append(Self.row(step, json, remark, life, why)) }
                continue
            }
            taken.append(step)
        }
        let state = life.state(after: taken)
        let rows =
            taken.compactMap { step in
                said[step.id].map { Self.row(step, $0.json, $0.remark, life, state.ignored[step.id]) }
            } + idle
        let own = person.map(steps.roles(of:)) ?? []
        let places = try await openPlaces(of: standing)
        let mayTake =
            places.isEmpty ? [] : life.steps.filter { $0.from.contains(state.state) && !own.isDisjoint(with: $0.who) }
        let begun = state.last.flatMap { said[$0]?.json.text("created") }.flatMap { Timestamp($0) } ?? shown.version
        let now = desk.ledger.surroundings.now().date
        let clocks = kind.clocks.filter { $0.state == state.state }.map { clock in
            let due = clock.due(since: begun.date)
            return StandingLife.Running(clock: clock, due: Moment(Timestamp(due).description), isOver: due < now)
        }
        var readable: [StandingLife.Place] = []
        for place in mayTake.isEmpty ? [] : places {
            readable.append(.init(name: CollectionName(place), readers: try await readers(of: place)))
        }
        let unanswered =
            mayTake.contains(where: \.needsAnswers)
            ? try await self.unanswered(on: standing, by: thing) : 0
        return StandingLife(
            life: life, state: state, rows: rows, mayTake: mayTake, places: readable, clocks: clocks,
            unanswered: unanswered)
    }

    private static func row(
        _ step: TakenStep, _ json: JSON, _ remark: Remark, _ life: Life, _ ignored: LifeState.Why?
    ) -> StandingLife.Row {
        StandingLife.Row(
            id: step.id, step: life.step(step.step),
            author: remark.authorship.flatMap { said in
                guard said.isTrue, let id = said.claimed, let name = said.name else { return nil }
                return ObjectName(id: id, type: "identity", name: name)
            }, said: Moment(json.text("created") ?? remark.added.description), reason: json.text("reason") ?? "",
            ignored: ignored)
    }

    /// Where an object stands and its reader may say something of it.
    private func openPlaces(of standing: Standing) async throws -> [LogCollection] {
        guard let person else { return [] }
        return try await reader.holdings(of: standing.id).map(\.collection).filter {
            person.may(.discuss, in: $0).isAllowed
        }
    }

    /// Where an object is in its life, as the readers of a collection know; nil where they do not read it.
    private func known(of kind: Kind, _ values: JSON, _ id: String, to place: LogCollection) async throws -> LifeState?
    {
        let shared = try await Visit(
            request, to: domain, reading: Reader(desk.ledger, forReadersOf: place))
        guard let standing = try await shared.reader.standing(of: id), let shown = standing.current else { return nil }
        return try await shared.life(of: kind, values, standing, shown)?.state
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
        if step.needsAnswers, life.unanswered > 0 {
            return .redirect(to: back.href(with: [("done", "step-answers")]) + "#discussion")
        }
        guard !reason.isEmpty || !step.needsReason else {
            return .redirect(to: back.href(with: [("done", "step-why")]) + "#life")
        }
        let surroundings = desk.ledger.surroundings
        var plans: [PlannedPlacement] = []
        var uuids: [String: String] = [:]
        let chosen = Set(request.form.all("in"))
        for place in try await openPlaces(of: standing) where chosen.contains(place.id) || life.places.count == 1 {
            // To each audience in the words of what it can know: what stands elsewhere is not named there.
            let seen = try await known(of: face.kind, face.values, standing.id, to: place)
            guard let seen, step.from.contains(seen.state) else { continue }
            let marking = min(place.defaultMarking, place.ceiling)
            // What says something else is another object: none is served in two shapes (law 8).
            let content = ([seen.state, marking.name] + seen.counted.sorted()).joined(separator: " ")
            let uuid = uuids[content] ?? surroundings.uuid()
            uuids[content] = uuid
            var object = Composer(
                "concord-step", uuid: uuid, by: person.organisation.author, created: surroundings.now(),
                marking: marking)
            object.set("object_ref", standing.id)
            object.set("step", step.name)
            object.set("from_state", seen.state)
            object.set("seen_refs", seen.counted.sorted())
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
        guard !plans.isEmpty else { return .redirect(to: back.href(with: [("done", "step-changed")]) + "#life") }
        do {
            try await desk.ledger.say(plans)
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
