import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Web

/// What one reader finds in one issue of the periodical: what came since the last, and what is ahead.
struct Issue: Sendable {
    /// Something that everyone may read, by its name.
    struct Item: Sendable, Hashable {
        let title: String
        let path: String
        /// What kind of thing it is.
        let about: String
    }

    let since: Timestamp
    let until: Timestamp
    let came: [Item]
    let ahead: [Item]
    /// What was said of things.
    let said: [Item]
    /// How much more the reader finds here that not everyone may read: a letter passes through hands that may not know its names.
    let withheld: Int

    var isEmpty: Bool { came.isEmpty && ahead.isEmpty && said.isEmpty && withheld == 0 }

    private static let most = 60
    private static let mostSaid = 20

    /// - Parameters:
    ///   - reader: for whom it is made; nothing that they may not read counts or is named.
    ///   - language: of its words, and of what is translated.
    init(
        for reader: Reader, since: Timestamp, until: Timestamp, in language: Language, on shelf: KindShelf
    ) async throws {
        (self.since, self.until) = (since, until)
        let words = PeriodicalWords.in(language)
        let tag = language.rawValue
        let table = RecordTable(reader: reader, shelf: shelf, language: tag)
        let today = FullDate(of: until.date)
        let kinds = try await shelf.offers().map(\.kind)
        let rows = try await table.newest(of: kinds, limit: Self.most, today: today).filter {
            Self.isNew($0.added.text, since, until)
        }
        let reports = try await reader.list(type: "report", limit: Self.most).filter {
            $0.added > since && $0.added <= until
        }
        var remarks: [(id: String, thing: String)] = []
        for type in ["note", "opinion"] {
            for one in try await reader.list(type: type, limit: Self.mostSaid)
            where one.added > since && one.added <= until {
                let json = one.body.flatMap { try? JSON.parse($0) }
                guard let thing = json?["object_refs"]?.array?.first?.string else { continue }
                remarks.append((one.id, thing))
            }
        }
        // What is ahead is asked as everyone reads it: the same object may say another date elsewhere.
        let everyone = RecordTable(reader: .everyone(of: shelf.ledger), shelf: shelf, language: tag)
        var dated: [RecordRow] = []
        let end = FullDate(of: until.date.addingTimeInterval(31 * 86_400)).description
        for kind in kinds where kind.noun == .gathering {
            guard let dates = kind.dates else { continue }
            dated += try await everyone.dated(
                kind, by: dates.start, from: today.description, before: end, limit: 20, today: today)
        }
        // Named is what everyone may read, under the name that everyone reads.
        let ids = rows.map(\.id) + reports.map(\.id) + remarks.flatMap { [$0.id, $0.thing] } + dated.map(\.id)
        let open = try await Reader.everyone(of: shelf.ledger).names(of: Array(Set(ids)))
        let spoken = Dictionary(
            try await everyone.newest(of: kinds, limit: Self.most, today: today).map { ($0.id, $0.name) }
        ) { first, _ in first }
        came =
            rows.compactMap { row in
                open[row.id].map {
                    Item(
                        title: spoken[row.id] ?? $0.name ?? row.id, path: Address.object(row.id).href,
                        about: row.kind.one.text(for: tag))
                }
            }
            + reports.compactMap { report in
                open[report.id].map {
                    Item(title: $0.name ?? report.id, path: Address.object(report.id).href, about: words.advisory)
                }
            }
        ahead = dated.filter { open[$0.id] != nil }.prefix(20).map { row in
            let start = row.kind.dates.flatMap { row.values[$0.start]?.string } ?? ""
            return Item(
                title: row.name, path: Address.object(row.id).href, about: String(start.prefix(10)))
        }
        said = remarks.compactMap { remark in
            guard open[remark.id] != nil, let thing = open[remark.thing] else { return nil }
            return Item(
                title: thing.name ?? remark.thing, path: Address.object(remark.thing).href + "#discussion",
                about: words.comment)
        }
        let closed = Set(rows.map(\.id) + reports.map(\.id) + remarks.map(\.id)).filter { open[$0] == nil }
        withheld = closed.count
    }

    private static func isNew(_ text: String, _ since: Timestamp, _ until: Timestamp) -> Bool {
        Timestamp(text).map { $0 > since && $0 <= until } ?? false
    }
}
