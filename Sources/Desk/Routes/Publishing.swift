import Hall
import Kinds
import Ledger
import STIX
import Web

/// What would be published if it were published now.
struct PublicationPlan: Sendable {
    var composition: Composition
    var marking: TLP
    var placements: [PlannedPlacement] = []
    var checks: [PlacementCheck] = []
    var withheld: [PreviewModel.Withheld] = []
    /// Values that are likely to be harmless; only those that are kept are published.
    var spared: [SparedValue] = []
    /// Whether nothing is left without the spared values; what is planned has them then, for the preview alone.
    var needsSpared = false
}

extension Visit<DeskDomain> {
    /// Nil where the draft has no collection that it could go to; a correction that goes nowhere says why.
    ///
    /// - Parameter keeping: values that are published although they are likely to be harmless.
    func plan(_ draft: Draft, by person: Person, keeping: Set<String> = []) async throws -> PublicationPlan? {
        var reading = DraftReading(draft.content, correcting: draft.corrects != nil)
        // What is corrected has been published already: to leave it out would be no answer.
        let spared =
            draft.corrects == nil ? try await spared(of: reading.patterns, for: person, keeping: keeping) : []
        let left = Set(spared.filter { !$0.isKept }.map(\.text))
        let needsSpared = draft.content.kind == .indicators && reading.patterns.allSatisfy { left.contains($0.value) }
        if !needsSpared { reading.patterns.removeAll { left.contains($0.value) } }
        var (targets, withheld, predecessor) = ([LogCollection](), [PreviewModel.Withheld](), JSON?.none)
        if let corrects = draft.corrects {
            (targets, withheld, predecessor) = try await succession(of: draft, correcting: corrects, by: person)
        } else if let collection = try await reader.collection(draft.collection) {
            targets = [collection]
        }
        var original: TypedTranslation.Original?
        if let translation = draft.content.translation {
            original = try await self.original(
                of: translation.object, in: draft.collection, translated: translation.version)
            guard let original else { return nil }
            // What says the words of an object is no further to be shared than the object.
            reading.marking = max(original.holding.marking, targets.first?.defaultMarking ?? .clear)
        }
        guard let marking = reading.marking ?? targets.first?.defaultMarking else { return nil }
        let author = person.organisation.author
        let surroundings = desk.ledger.surroundings
        let ground = Composition.Ground(
            now: surroundings.now(), uuid: { surroundings.uuid() }, author: author, marking: marking,
            weaknesses: try await known(reading.weaknesses, in: targets), predecessor: predecessor)
        var composition = Composition(reading, kind: draft.content.kind, on: ground)
        var companions: [(id: String, object: [UInt8])] = []
        if let record = draft.content.record {
            let kind = try await kind(of: draft.content)
            let filled = RecordReading(record, of: kind, taxonomies: try await shelf.terms())
            composition = Composition(filled, language: record.language, on: ground)
            companions = try RecordObject.companions(of: kind)
        }
        if !reading.remark.isEmpty { companions = TextRemark.companions }
        if let translation = draft.content.translation, let original {
            composition = Composition(translation, of: original, on: ground)
        }
        var plan = PublicationPlan(
            composition: composition, marking: marking, withheld: withheld, spared: spared, needsSpared: needsSpared)
        let objects = try composition.objects.map { try $0.canonical() }
        for target in targets {
            let identity = try await identity(author, of: person, missingIn: target)
            let before = (identity.map { [$0] } ?? []) + (try await missing(companions, in: target))
            plan.placements.append(
                try PlannedPlacement(before + objects, into: target, by: person).reviewedWhereAsked())
        }
        plan.checks = try await desk.ledger.check(plan.placements)
        // A correction goes where it can; what stands against it in one collection does not hold it back in another.
        if plan.checks.contains(where: \.refusals.isEmpty) {
            for check in plan.checks {
                guard let refusal = check.refusals.first else { continue }
                plan.withheld.append(
                    .init(
                        name: CollectionName(check.collection),
                        reason: .concern(Concern(refusal, in: check.collection))))
            }
            let going = Set(plan.checks.filter(\.refusals.isEmpty).map(\.collection.id))
            plan.checks.removeAll { !going.contains($0.collection.id) }
            plan.placements.removeAll { !going.contains($0.collection.id) }
        }
        return plan
    }

    /// Where a correction goes: wherever the very version stands that it began from, and its author may write.
    private func succession(of draft: Draft, correcting id: String, by person: Person) async throws -> (
        [LogCollection], [PreviewModel.Withheld], JSON?
    ) {
        let holdings = try await reader.holdings(of: id)
        let base = holdings.first {
            $0.collection.id == draft.collection && $0.version.description == draft.content.base
        }
        var (targets, withheld) = ([LogCollection](), [PreviewModel.Withheld]())
        for holding in holdings {
            var whyNot = WhyNot(person.mayCorrect(holding, reviewed: true))
            if whyNot == nil, holding.sha256 != base?.sha256 { whyNot = .otherVersion }
            if let whyNot {
                withheld.append(.init(name: CollectionName(holding.collection), reason: .whyNot(whyNot)))
            } else {
                targets.append(holding.collection)
            }
        }
        let predecessor = if let base { try await content(of: base, id: id) } else { JSON?.none }
        return (targets, withheld, predecessor)
    }

    /// What an object says where it stands.
    func content(of holding: Holding, id: String) async throws -> JSON? {
        let placements = try await reader.standing(of: id)?.placements ?? []
        guard
            let placement = placements.first(where: {
                $0.collection.id == holding.collection.id && $0.position == holding.position
            }), let body = try await reader.body(of: placement)
        else { return nil }
        return try JSON.parse(body)
    }

    /// Vulnerabilities by their CVE number, where all readers of these collections can read them.
    private func known(_ numbers: [String], in targets: [LogCollection]) async throws -> [String: String] {
        var known: [String: String] = [:]
        for number in numbers {
            var candidates: Set<String>?
            for target in targets {
                let shared = Reader(desk.ledger, forReadersOf: target)
                let found = try await shared.search(number, limit: 50).listings
                    .filter { $0.type == "vulnerability" && $0.name?.uppercased() == number }.map(\.id)
                candidates = candidates?.intersection(found) ?? Set(found)
            }
            known[number] = candidates?.min()
        }
        return known
    }
}
