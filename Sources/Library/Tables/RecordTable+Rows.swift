import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension RecordTable {
    /// Most objects whose state is asked so that a list can say how many are where.
    private static let mostStates = 300
    /// Most bytes that a list reads of what is longer than a row.
    private static let room = 4 << 20

    /// The rows of a list, in the order of what was found.
    func rows(_ found: [Found], of kind: Kind, today: FullDate) async throws -> [(line: Int, row: RecordRow)] {
        let listings = try await reader.read { session, readable in
            try session.listings(found.map(\.line), among: readable)
        }
        let lines = Dictionary(found.map { ($0.id, $0.line) }) { first, _ in first }
        let translations = language == nil ? nil : try await reader.remarks(ofType: "language-content", on: lines)
        var (read, kinds, room) = ([(Listing, JSON, Kind, JSON)](), [kind.id: kind], Self.room)
        for listing in listings {
            var body = listing.body
            // What is longer than a list reads is read by itself, so many; beyond that it is listed by its name.
            if body == nil, room > 0,
                // The very entry that is listed: elsewhere the object may say something else.
                let placement = try await reader.standing(of: listing.id)?.placements.first(where: {
                    $0.collection.alias == listing.collection && $0.position == listing.position
                })
            {
                body = try await reader.body(of: placement, atMost: room)
                room -= body?.count ?? 0
            }
            let json = body.flatMap { try? JSON.parse($0) } ?? .object([])
            let said = RecordObject.values(of: json) ?? (kind: kind.id, values: .object([]))
            if kinds[said.kind] == nil { kinds[said.kind] = try await shelf.kind(said.kind, for: reader) }
            read.append((listing, json, kinds[said.kind] ?? kind, said.values))
        }
        let terms = try await TermTable(ledger: shelf.ledger).map()
        let now = shelf.ledger.surroundings.now().date
        let living = read.filter { $0.2.life != nil }
        let steps = try await reader.remarks(
            ofType: "concord-step",
            on: Dictionary(living.compactMap { one in lines[one.0.id].map { (one.0.id, $0) } }) { first, _ in first })
        var rows: [(line: Int, row: RecordRow)] = []
        for (listing, json, kind, values) in read {
            guard let line = lines[listing.id] else { continue }
            let translation = translation(among: translations?[listing.id], of: json, version: listing.version)
            let spoken = translation?.applied(to: json, kind: kind)
            var row = RecordRow(
                id: listing.id, collection: listing.collection,
                name: spoken?["name"]?.string ?? listing.name ?? listing.id, kind: kind,
                values: terms.applied(
                    to: spoken.flatMap { RecordObject.values(of: $0)?.values } ?? values, of: kind),
                changed: Moment(listing.version.description), added: Moment(listing.added.description),
                created: Moment(json["created"]?.string ?? listing.version.description),
                marking: listing.marking.label, overdue: kind.overdueField(in: values, on: today),
                language: translation?.language ?? json["lang"]?.string,
                isStale: translation?.isStale(for: listing.version) ?? false)
            if let steps,
                let standing = standing(of: listing.id, values, kind, said: steps[listing.id], version: listing.version)
            {
                row.state = standing.state
                row.clocks = standing.clocks
                row.runOut = standing.clocks.filter { $0.due < now }.map(\.clock)
                // What has ended waits for nothing.
                if kind.life?.state(standing.state)?.isEnd == true { row.overdue = nil }
            }
            rows.append((line, row))
        }
        return rows
    }

    /// Where something stands in its life, and until when that may last.
    private func standing(
        of id: String, _ values: JSON, _ kind: Kind, said: ListedRemarks?, version: Timestamp
    ) -> (state: String, clocks: [(clock: LifeClock, due: Date)])? {
        guard let life = kind.life else { return nil }
        var (taken, dates) = ([TakenStep](), [String: Timestamp]())
        let steps = StandingSteps(of: life, on: id, values, by: said?.original, at: reader.gateway)
        for remark in said?.remarks ?? [] {
            guard let json = try? JSON.parse(remark.body),
                let step = steps.step(remark.id, json, by: remark.authorship),
                steps.whyNot(step) == nil
            else { continue }
            taken.append(step)
            dates[remark.id] = json["created"]?.string.flatMap { Timestamp($0) }
        }
        let state = life.state(after: taken)
        let begun = state.last.flatMap { dates[$0] } ?? version
        return (
            state.state,
            kind.clocks.filter { $0.state == state.state }.map { ($0, $0.due(since: begun.date)) }
        )
    }

    /// How many objects are in each state; nil for a kind without states, and where there are more than are asked.
    func states(of found: [Found], of kind: Kind) async throws -> [String: Int]? {
        guard let life = kind.life, let first = life.states.first, found.count <= Self.mostStates else { return nil }
        let lines = Dictionary(found.map { ($0.id, $0.line) }) { first, _ in first }
        guard let steps = try await reader.remarks(ofType: "concord-step", on: lines) else { return nil }
        // Nothing was done to the others: they are where everything begins.
        let moved = found.filter { steps[$0.id] != nil }
        let rows = try await rows(moved, of: kind, today: FullDate(of: .distantPast))
        var counts = Self.counted(rows.compactMap(\.row.state))
        if found.count > moved.count { counts[first.name, default: 0] += found.count - moved.count }
        return counts
    }

    static func counted(_ values: [String]) -> [String: Int] {
        values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The words of a row in the reader's language: a fresh translation before one that the original has left behind.
    private func translation(among said: ListedRemarks?, of original: JSON, version: Timestamp) -> Translation? {
        guard let language, let said,
            original["lang"]?.string.map({ Translation.primary($0) != Translation.primary(language) }) ?? true
        else { return nil }
        let fitting = said.remarks
            .filter { Translation.isShown($0.authorship, for: said.original, at: reader.gateway) }
            .compactMap { try? JSON.parse($0.body) }.flatMap(Translation.all(in:)).filter { $0.speaks(language) }
        return fitting.first { !$0.isStale(for: version) } ?? fitting.first
    }
}
