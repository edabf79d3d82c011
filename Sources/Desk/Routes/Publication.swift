import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    /// What the draft will be, who will see it, and what stands against it.
    func preview() async throws -> Answer {
        let person = try writer()
        return try await preview(of: draft(for: person), by: person, hasChanged: request.query["changed"] != nil)
    }

    private func preview(
        of draft: Draft, by person: Person, keeping: Set<String> = [], hasChanged: Bool = false, status: Int = 200
    ) async throws -> Answer {
        guard try await isComplete(draft), let plan = try await plan(draft, by: person, keeping: keeping)
        else { return .redirect(to: Address.draftForm(draft.id).href(with: [("look", "1")])) }
        var places: [PreviewModel.Destination] = []
        for check in plan.checks { places.append(try await destination(check, for: person)) }
        let objects = plan.composition.objects
        var main = objects.first { $0.text("id") == plan.composition.main } ?? .object([])
        if let translation = draft.content.translation {
            // As its readers will read it.
            let said = main["contents"]?[translation.language]?.members ?? []
            main = .object(said + [.list("object_refs", [translation.object])])
        }
        let references = main.texts("object_refs") + [main.text("sighting_of_ref") ?? ""]
        var names = try await objectNames(references + (draft.corrects.map { [$0] } ?? []))
        for object in objects {
            guard let id = object.text("id") else { continue }
            names[id] = ObjectName(id: id, type: object.text("type") ?? "", name: object.text("name"))
        }
        var model = PreviewModel(
            draft: draft.id, stamp: draft.stamp, kind: draft.content.kind, author: draft.author,
            objects: objects.prefix(60).map {
                .init(
                    type: $0.text("type") ?? "", title: $0.text("name") ?? $0.text("pattern") ?? "",
                    marking: plan.marking)
            }, main: main, corrects: draft.corrects.map { names[$0] ?? ObjectName(id: $0, type: "", title: $0) },
            places: places, withheld: plan.withheld, names: names, hasChanged: hasChanged, spared: plan.spared,
            needsSpared: plan.needsSpared, lacksKept: plan.needsSpared && status != 200)
        model.review = plan.placements.lazy.filter(\.isReviewed).compactMap(\.collection.review).first
        if let said = RecordObject.values(of: main), let kind = try await shelf.kind(said.kind, for: reader) {
            model.reading = ReadingEase(of: said.values, kind: kind).map {
                ($0, said.values[ReadingEase.claim]?.string)
            }
            model.likeness = try await desk.company.likeness(
                RecordAsShown(id: draft.corrects, kind: kind, values: said.values, reader: reader, person: nil))
        }
        let context = context
        return .page(model.page(in: context), in: context, status: status)
    }

    /// Whether nothing in the draft is wrong.
    private func isComplete(_ draft: Draft) async throws -> Bool {
        if let translation = draft.content.translation {
            let original = try await original(
                of: translation.object, in: draft.collection, translated: translation.version)
            return original.map { translation.mistakes(for: $0).isEmpty } ?? false
        }
        guard let record = draft.content.record else {
            return DraftReading(draft.content, correcting: draft.corrects != nil).mistakes.isEmpty
        }
        let kind = try await kind(of: draft.content)
        return RecordReading(record, of: kind, taxonomies: try await shelf.terms()).mistakes.isEmpty
    }

    /// Publishes what was seen in the preview, or shows again what stands against it.
    func publish() async throws -> Answer {
        let person = try writer()
        let draft = try await draft(for: person)
        guard request.form["stamp"] == draft.stamp else {
            return .redirect(to: Address.draft(draft.id).href(with: [("changed", "1")]))
        }
        let keeping = Set(request.form.all("keep"))
        guard try await isComplete(draft), let plan = try await plan(draft, by: person, keeping: keeping)
        else { return .redirect(to: Address.draftForm(draft.id).href(with: [("look", "1")])) }
        guard !plan.needsSpared else { return try await preview(of: draft, by: person, status: 422) }
        let confirmed = request.form.all("confirm")
        let submissions = plan.placements.filter(\.isReviewed).map {
            submission([$0], of: plan.composition.main, from: draft, confirming: confirmed, by: person)
        }
        // Under review it is asked for, and nothing more: what would be refused is refused now.
        guard plan.checks.allSatisfy({ $0.allows(confirmed: Set(confirmed)) }) else {
            return try await preview(of: draft, by: person, keeping: keeping, status: 422)
        }
        do {
            try await desk.ledger.say(plan.placements.filter { !$0.isReviewed }, confirmed: Set(confirmed)) { session in
                try Drafts.take(draft, in: session)
                for submission in submissions { try ReviewedPublication.enter(submission, in: session) }
            }
        } catch is PlacementRefused {
            return try await preview(of: draft, by: person, keeping: keeping, status: 422)
        } catch is Drafts.Gone {
            throw Problem.notFound
        }
        if let submission = submissions.first, submissions.count == plan.placements.count {
            return .redirect(to: Address.review(submission.id).href(with: [("done", "asked")]))
        }
        // A translation is read on the page of what it translates.
        let place = draft.content.translation.map {
            Address.object($0.object).href(with: [
                ("in", $0.language), ("by", plan.composition.main), ("done", "published"),
            ])
        }
        return .redirect(to: place ?? Address.object(plan.composition.main).href(with: [("done", "published")]))
    }
}

extension Draft {
    /// Tells this state of the draft from any other.
    fileprivate var stamp: String { String(changed.microseconds) }
}
