import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    private static let longestReason = 2_000

    /// Says that two records which look alike are different, for whoever reads both.
    func dismissOverlap() async throws -> Answer {
        let person = try themselves()
        guard let standing = try await reader.standing(of: request.value(.id)), let shown = standing.current,
            shown.withdrawal == nil, let body = try await reader.body(of: shown),
            let said = RecordObject.values(of: try JSON.parse(body)),
            let kind = try await shelf.kind(said.kind, for: reader)
        else { throw Problem.notFound }
        let record = RecordAsShown(id: standing.id, kind: kind, values: said.values, reader: reader, person: person)
        let overlaps = Overlaps(ledger: ledger, people: domain.door.people)
        let places = try await overlaps.places(of: record)
        guard !places.isEmpty else { throw Problem.forbidden }
        let back = Address.object(standing.id).href + "#alike"
        // What was looked at is what is dismissed: where one of the two has changed, it is looked at again.
        guard
            let pair = try await overlaps.find(record).first(where: {
                $0.id == request.form["with"] && $0.fingerprint == request.form["grounds"] && $0.dismissal == nil
            })
        else { return .redirect(to: back) }
        let reason = (request.form["reason"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...Self.longestReason).contains(reason.count) else { throw Problem.badRequest(parameter: "reason") }
        try await OverlapTable(ledger: ledger).dismiss(
            standing.id, pair.id, grounds: pair.fingerprint, reason: reason, by: person, in: places)
        return .redirect(to: back)
    }
}
