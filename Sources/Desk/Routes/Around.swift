import Hall
import Ledger
import STIX
import Web

extension Visit<DeskDomain> {
    private static let fewSightings = 8
    /// Types that say something about other objects, of which nobody says anything in turn here.
    static let unremarkable: Set<String> = [
        "marking-definition", "extension-definition", "language-content", "sighting", "opinion",
    ]

    /// What stands around an object that is shown.
    func around(
        _ standing: Standing, showing shown: Standing.Placement, json: JSON, isConsulted: Bool = false
    ) async throws -> ObjectAround {
        let holdings = try await reader.holdings(of: standing.id)
        var places: [StandingPlace] = []
        let ordered =
            holdings.filter { $0.collection.id == shown.collection.id }
            + holdings.filter { $0.collection.id != shown.collection.id }
        for holding in ordered {
            places.append(
                StandingPlace(
                    collection: CollectionName(holding.collection), readers: try await readers(of: holding.collection),
                    marking: holding.marking, version: Moment(holding.version.description),
                    isMirror: holding.collection.kind == .mirror, differs: holding.sha256 != shown.sha256))
        }
        guard shown.withdrawal == nil else {
            return ObjectAround(
                standings: places, sightings: Sightings(rows: [], total: 0),
                discussion: Discussion(rows: [], total: 0, mayAdd: []), actions: [], done: done)
        }
        return ObjectAround(
            standings: places, sightings: try await sightings(of: standing),
            discussion: try await discussion(on: standing, showing: shown, json, isConsulted: isConsulted),
            actions: try await actions(holdings, json, isTrue: reader.authorship(of: shown)?.isTrue == true),
            done: done)
    }

    private var done: ObjectAround.Done? { request.query["done"].flatMap(ObjectAround.Done.init) }

    private func sightings(of standing: Standing) async throws -> Sightings {
        let found = try await reader.remarks(
            on: standing, types: ["sighting", "observed-data"], limit: Self.fewSightings)
        let read = found.remarks.map { ($0, $0.body.flatMap { try? JSON.parse($0) } ?? .object([])) }
        let places = read.compactMap { $0.1.texts("where_sighted_refs").first }
        let names = try await objectNames(places)
        let parties = try await reader.partyIdentifiers(among: places)
        // That a party saw something is the party's own word, or nobody's here.
        func seer(_ remark: Remark, _ json: JSON) -> ObjectName? {
            guard let place = json.texts("where_sighted_refs").first else { return author(of: remark) }
            if parties.contains(place), remark.authorship?.claimed != place || remark.authorship?.isTrue != true {
                return nil
            }
            return names[place]
        }
        let rows = read.map { remark, json in
            Sightings.Row(
                id: remark.id, seenBy: seer(remark, json),
                count: (json["count"] ?? json["number_observed"])?.number.flatMap { Int(exactly: $0.value) },
                first: (json.text("first_seen") ?? json.text("first_observed")).map { Moment($0) },
                last: (json.text("last_seen") ?? json.text("last_observed")).map { Moment($0) },
                marking: remark.marking)
        }
        return Sightings(rows: rows, total: found.amount)
    }

    /// Who says so, by the name that they wrote themselves.
    func author(of remark: Remark) -> ObjectName? {
        guard let said = remark.authorship, let id = said.claimed, let name = said.name else { return nil }
        return ObjectName(id: id, type: "identity", name: name)
    }

    private func actions(_ holdings: [Holding], _ json: JSON, isTrue: Bool) async throws -> [ObjectAction] {
        var actions: [ObjectAction] = json.text("type") == "report" ? [.text, .mail] : []
        guard let person, !holdings.isEmpty else { return actions }
        let correctable = holdings.first { person.mayCorrect($0, reviewed: true).isAllowed }
        if correctable != nil {
            actions.append(Self.whyNoForm(json).map(ObjectAction.noCorrection) ?? .correct)
        } else if person.may(.discuss) {
            // Whose words they are helps more than what a role may do elsewhere.
            let reasons = holdings.compactMap { WhyNot(person.mayCorrect($0, reviewed: true)) }
            if let whyNot = reasons.contains(.otherSource) ? .otherSource : reasons.first {
                actions.append(.noCorrection(whyNot))
            }
        }
        let held = Set(holdings.map(\.collection.id))
        if isTrue, try await targets(of: .publish, for: person).contains(where: { !held.contains($0.id) }) {
            actions.append(.share)
        }
        if holdings.contains(where: { person.mayWithdraw($0).isAllowed }) { actions.append(.withdraw) }
        if holdings.contains(where: { person.may(.erase, in: $0.collection).isAllowed }) { actions.append(.erase) }
        return actions
    }
}
