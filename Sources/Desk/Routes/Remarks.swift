import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

/// What is said of an object, and what its author does about it.
extension Visit<DeskDomain> {
    private static let fewRemarks = 12
    /// Most remarks that are looked at before something is closed.
    private static let mostAnswered = 500
    private static let mostOpinions = 300

    func discussion(
        on standing: Standing, showing shown: Standing.Placement, _ json: JSON, isConsulted: Bool
    ) async throws -> Discussion {
        let type = json.text("type") ?? ""
        var found = try await reader.remarks(on: standing, types: ["note", "opinion"], limit: Self.fewRemarks)
        let thing = try await reader.authorship(of: shown)
        // Whoever must answer all of them sees those that wait first.
        if isConsulted, let person, isAuthor(person, of: thing) {
            found = try await waitingFirst(on: standing, by: thing)
        }
        let read = found.remarks.map { ($0, $0.body.flatMap { try? JSON.parse($0) } ?? .object([])) }
            .filter { !$0.1.isTrue("revoked") }
        let replies = try await replies(to: found.remarks.map(\.id), by: thing)
        let isOwn = person.map { isAuthor($0, of: thing) && $0.may(.discuss) } ?? false
        let rows = read.map { remark, json in
            Discussion.Row(
                id: remark.id, author: author(of: remark),
                opinion: json.text("opinion").flatMap(Agreement.init), title: json.text("abstract"),
                text: json.text("content") ?? json.text("explanation") ?? "",
                said: Moment(json.text("modified") ?? remark.added.description), marking: remark.marking,
                remark: TextRemark(of: json), reply: replies[remark.id],
                mayAnswer: isOwn && replies[remark.id] == nil && remark.authorship?.source != thing?.source)
        }
        var mayAdd: [DraftKind] = []
        if let person, !Self.unremarkable.contains(type), try await !targets(of: .discuss, for: person).isEmpty {
            // Nobody sees a guide or a law at work, as one sees an indicator.
            let isSeen = type != "relationship" && RecordObject.values(of: json) == nil
            mayAdd = isSeen ? [.note, .opinion, .sighting] : [.note, .opinion]
        }
        let revoked = found.remarks.count - read.count
        var discussion = Discussion(rows: rows.reversed(), total: found.amount - revoked, mayAdd: mayAdd)
        if rows.contains(where: { $0.opinion != nil }) || found.amount > rows.count {
            discussion.opinions = try await opinions(on: standing)
        }
        return discussion
    }

    /// As many remarks as a page shows, those without an answer before the others.
    private func waitingFirst(on standing: Standing, by thing: Authorship?) async throws -> (
        remarks: [Remark], amount: Int
    ) {
        let found = try await reader.remarks(on: standing, types: ["note", "opinion"], limit: Self.mostAnswered)
        let replies = try await replies(to: found.remarks.map(\.id), by: thing)
        let waiting = found.remarks.filter { replies[$0.id] == nil && $0.authorship?.source != thing?.source }
        let others = found.remarks.filter { replies[$0.id] != nil || $0.authorship?.source == thing?.source }
        return (Array((waiting + others).prefix(Self.fewRemarks)), found.amount)
    }

    private func isAuthor(_ person: Person, of thing: Authorship?) -> Bool {
        thing?.isTrue == true && thing?.source == person.source && thing?.claimed == person.organisation.author
    }

    /// How many organisations hold which opinion; each by its last word, and only those that are known here.
    private func opinions(on standing: Standing) async throws -> [(agreement: Agreement, count: Int)] {
        let found = try await reader.remarks(on: standing, types: ["opinion"], limit: Self.mostOpinions)
        var last: [String: Agreement] = [:]
        for remark in found.remarks {
            guard let said = remark.authorship, said.isConfirmed, let author = said.claimed, last[author] == nil,
                let json = remark.body.flatMap({ try? JSON.parse($0) }), !json.isTrue("revoked")
            else { continue }
            last[author] = json.text("opinion").flatMap(Agreement.init)
        }
        return Agreement.allCases.compactMap { agreement in
            let count = last.values.count { $0 == agreement }
            return count == 0 ? nil : (agreement, count)
        }
    }

    /// What an author does about remarks, by the remarks; the last word counts.
    private func replies(to remarks: [String], by thing: Authorship?) async throws -> [String: Discussion.Reply] {
        guard let thing, thing.isTrue else { return [:] }
        let notes = try await reader.remarks(ofType: "note", on: remarks) ?? [:]
        return notes.compactMapValues { notes in
            notes.lazy.compactMap { note -> Discussion.Reply? in
                guard let said = note.authorship, said.isTrue, said.source == thing.source,
                    said.claimed == thing.claimed, let json = try? JSON.parse(note.body), !json.isTrue("revoked"),
                    let disposition = TextRemark(of: json).disposition
                else { return nil }
                return Discussion.Reply(
                    id: note.id, disposition: disposition, reason: json.text("content") ?? "",
                    said: Moment(json.text("modified") ?? ""))
            }.first
        }
    }

    /// How many remarks of others wait for an answer of the object's author.
    func unanswered(on standing: Standing, by thing: Authorship?) async throws -> Int {
        let found = try await reader.remarks(on: standing, types: ["note", "opinion"], limit: Self.mostAnswered)
        let others = found.remarks.filter { remark in
            let isRevoked = remark.body.flatMap { try? JSON.parse($0) }?.isTrue("revoked") ?? false
            return !isRevoked && (remark.authorship?.source != thing?.source || thing == nil)
        }
        let replies = try await replies(to: others.map(\.id), by: thing)
        // What is not looked at is not answered.
        return others.count { replies[$0.id] == nil } + max(0, found.amount - found.remarks.count)
    }

    /// Says what is done about a remark: a note of the object's author, where the remark stands.
    func answerRemark() async throws -> Answer {
        let person = try writer()
        guard let remark = try await reader.standing(of: request.value(.id)), let shown = remark.current,
            shown.withdrawal == nil
        else { throw Problem.notFound }
        let json = try JSON.parse(try await body(of: shown))
        guard ["note", "opinion"].contains(json.text("type") ?? "") else { throw Problem.notFound }
        // It may be about several objects: whoever said one of them answers for that.
        var own: String?
        for id in json.texts("object_refs").prefix(100) {
            guard let current = try await reader.standing(of: id)?.current, current.withdrawal == nil,
                isAuthor(person, of: try await reader.authorship(of: current))
            else { continue }
            own = id
            break
        }
        guard let thing = own else { throw Problem.forbidden }
        guard let disposition = Disposition(rawValue: try request.form.required("disposition")) else {
            throw Problem.badRequest(parameter: "disposition")
        }
        let reason = (request.form["reason"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard reason.utf8.count <= 8_000 else { throw Problem.badRequest(parameter: "reason") }
        let surroundings = desk.ledger.surroundings
        var plans: [PlannedPlacement] = []
        for holding in try await reader.holdings(of: remark.id)
        where person.may(.discuss, in: holding.collection).isAllowed {
            let place = holding.collection
            var note = Composer(
                "note", uuid: surroundings.uuid(), by: person.organisation.author, created: surroundings.now(),
                marking: max(holding.marking, min(place.defaultMarking, place.ceiling)))
            // A note has a text (STIX 2.1 §4.10): where no reason is given, the word itself.
            note.set("content", reason.isEmpty ? RemarkWords.in(request.language).disposition(disposition) : reason)
            note.set("object_refs", [remark.id])
            TextRemark(disposition: disposition).said(in: &note)
            let before = try await missing(TextRemark.companions, in: place)
            let identity = try await identity(person.organisation.author, of: person, missingIn: place)
            plans.append(
                PlannedPlacement(before + (identity.map { [$0] } ?? []) + [try note.bytes()], into: place, by: person))
        }
        guard !plans.isEmpty else { throw Problem.forbidden }
        do {
            try await desk.ledger.say(plans)
        } catch is PlacementRefused {
            throw Problem.forbidden
        }
        return .redirect(to: Address.object(thing).href(with: [("done", "answered")]) + "#discussion")
    }
}
