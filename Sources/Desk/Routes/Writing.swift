import Hall
import Ledger
import STIX
import Web

/// What the routes of drafts have in common: who may, where to, and how the laws' words become a page's.
extension Visit<DeskDomain> {
    /// Who is signed in and writes as themselves.
    func writer() throws -> Person {
        let person = try signedIn()
        guard person.may(.discuss) else { throw Problem.forbidden }
        return person
    }

    var drafts: Drafts { Drafts(ledger: desk.ledger) }

    /// The draft that the path names, for its author and for colleagues who may publish it.
    ///
    /// For everybody else it is absent.
    func draft(for person: Person) async throws -> Draft {
        guard let draft = try await drafts.find(request.value(.uuid), of: person.organisation.id),
            try await isOpen(draft, to: person)
        else { throw Problem.notFound }
        return draft
    }

    func isOpen(_ draft: Draft, to person: Person) async throws -> Bool {
        // A draft holds words of what it corrects: who may not read that any more does not read them here.
        let isOwn = draft.account == person.account
        if let translated = draft.translates,
            try await !reader.holdings(of: translated).contains(where: { $0.collection.id == draft.collection })
        {
            return false
        }
        if let corrects = draft.corrects {
            // Only from where its first words came: the same object may say more in a narrower collection.
            return try await reader.holdings(of: corrects).contains {
                $0.collection.id == draft.collection && (isOwn || person.mayCorrect($0, reviewed: true).isAllowed)
            }
        }
        guard let collection = try await reader.collection(draft.collection) else {
            return isOwn && request.credentials.bearer == nil
        }
        return isOwn || person.may(draft.content.kind.act, in: collection, reviewed: true).isAllowed
    }

    /// The collections in which somebody may do this, some of them once it is reviewed.
    func targets(of act: Act, for person: Person) async throws -> [LogCollection] {
        try await reader.collections().filter { person.may(act, in: $0, reviewed: true).isAllowed }
    }

    func targets(_ collections: [LogCollection]) async throws -> [DraftFormModel.Target] {
        var targets: [DraftFormModel.Target] = []
        for collection in collections {
            targets.append(
                .init(
                    name: CollectionName(collection), ceiling: collection.ceiling,
                    readers: try await readers(of: collection)))
        }
        return targets
    }

    /// Names of objects as far as this reader knows them; of the others, their identifier.
    func objectNames(_ ids: [String]) async throws -> [String: ObjectName] {
        let found = try await reader.names(of: ids)
        return Dictionary(
            found.map { ($0.key, ObjectName(id: $0.key, type: $0.value.type, name: $0.value.name)) },
            uniquingKeysWith: { first, _ in first })
    }

    func destination(_ check: PlacementCheck, for person: Person) async throws -> PreviewModel.Destination {
        let seeing: Seeing =
            switch try await people.headcount(check.collection.audience, for: person) {
            case .everyone: .everyone
            case .people(let count, let organisations): .people(count, organisations: organisations)
            case .hidden: .hidden
            }
        return PreviewModel.Destination(
            name: CollectionName(check.collection), ceiling: check.collection.ceiling,
            readers: try await readers(of: check.collection), headcount: seeing,
            concerns: check.concerns.map { Concern($0, in: check.collection) })
    }
}

extension DraftKind {
    /// What its author does.
    var act: Act { isRemark ? .discuss : .publish }
}

extension WhyNot {
    /// Nil for a reason to allow.
    init?(_ decision: Decision) {
        guard case .refused(let reason) = decision else { return nil }
        self.init(reason)
    }

    init(_ reason: Reason) {
        self =
            switch reason {
            case .isMirror: .mirror
            case .ofAnotherSource: .otherSource
            case .seeingAs: .seeingAs
            case .isReviewed: .reviewed
            case .hasEnded: .ended
            case .notOfAudience: .notOfAudience
            case .roleMayNot, .roleMay, .ofAudience: .role
            }
    }
}

extension Concern {
    init(_ concern: PlacementConcern, in collection: LogCollection) {
        func name(_ subject: PlacementConcern.Subject) -> ObjectName {
            ObjectName(id: subject.id, type: subject.type, name: subject.name)
        }
        self =
            switch concern {
            case .mayNot(let reason): .mayNot(WhyNot(reason))
            case .unclean(let subject, let sentence): .unclean(name(subject), sentence)
            case .unmarked(let subject): .unmarked(name(subject))
            case .unknownMarking(let subject, let marking): .unknownMarking(name(subject), marking)
            case .aboveCeiling(let subject, let tlp): .aboveCeiling(name(subject), tlp, ceiling: collection.ceiling)
            case .partsAboveCeiling(let subject, let tlp, let canBe):
                .partsAboveCeiling(name(subject), tlp, ceiling: collection.ceiling, canBeRedacted: canBe)
            case .emptyEnvelope(let subject): .emptyEnvelope(name(subject))
            case .held(let subject, _, let sentence): .held(name(subject), sentence)
            case .hiddenFromAudience(let subject, let target): .namesHidden(name(subject), hidden: name(target))
            }
    }
}
