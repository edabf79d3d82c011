import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

extension Visit<LibraryDomain> {
    /// The numbers of the last night, beside those of a week before.
    func summary() async throws -> Answer {
        let table = SummaryTable(ledger: ledger)
        let latest = try await table.latest()
        var before: Summary?
        if let day = latest.flatMap({ FullDate($0.day) }) {
            before = try await table.last(by: FullDate(of: day.start.addingTimeInterval(-7 * 86_400)).description)
        }
        let kinds = try await shelf.offers().map(\.kind)
        return answer(SummaryModel(latest: latest, before: before, kinds: kinds).page)
    }
}
