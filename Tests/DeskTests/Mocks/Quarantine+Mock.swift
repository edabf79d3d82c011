import STIX
import Web

@testable import Desk

extension QuarantineRow {
    static let mockConflict = QuarantineRow(
        id: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520001",
        collection: .init(id: "0e5a7c34-1b2d-4c9f-b1f7-6a9d5e2c8b02", title: "Advisories and indicators"),
        arrived: "2026-11-21T16:40:00.000001Z", source: "Harbour ISAC", code: "conflicting-version",
        sentence: "another content stands under the version 2026-11-20T08:00:00Z; the first stays",
        objectID: "indicator--5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a81")

    static let mockRefused = QuarantineRow(
        id: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520002", collection: mockConflict.collection,
        arrived: "2026-11-20T07:12:00.000001Z", source: "feed",
        code: "refused", sentence: "The id is not of the form type--uuid.", objectID: nil)
}

extension QuarantineModel {
    static let mock = QuarantineModel(
        rows: [.mockConflict, .mockRefused], total: .exactly(2), isDecided: true,
        pager: Pager(older: nil, isFirst: true))
    static let mockEmpty = QuarantineModel(
        rows: [], total: .exactly(0), isDecided: false, pager: Pager(older: nil, isFirst: true))
}

extension DecisionsModel {
    static let mock = DecisionsModel(
        shares: [
            QuarantineShareRow(
                collection: QuarantineRow.mockConflict.collection, code: "conflicting-version",
                source: "Harbour <ISAC>", count: 1_204, acceptance: .replaces,
                filter: QuarantineFilter(code: "conflicting-version", source: "Harbour <ISAC>")),
            QuarantineShareRow(
                collection: QuarantineRow.mockConflict.collection, code: "refused", source: "feed", count: 1,
                acceptance: nil, filter: QuarantineFilter(code: "refused", source: "feed")),
        ], filter: QuarantineFilter(source: "Harbour <ISAC>"), last: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520001",
        done: .init(decided: 1_000, left: 2), reason: "they correct \"themselves\"", lacksReason: true)
}

extension QuarantineCaseModel {
    private static let standing = #"{"type":"indicator","name":"Forged login page","confidence":40}"#
    private static let waiting = #"{"type":"indicator","name":"Forged login page <b>","labels":["phishing"]}"#

    static let mock = QuarantineCaseModel(
        row: .mockConflict, waiting: waiting, standing: standing,
        properties: SideBySide.comparing(
            try? JSON.parse(Array(standing.utf8)), try? JSON.parse(Array(waiting.utf8))),
        acceptance: .replaces, lacksReason: true)
    static let mockRefused = QuarantineCaseModel(
        row: .mockRefused, waiting: #"{"type":"tool","id":"nobody"}"#, standing: nil, properties: [], acceptance: nil,
        refusal: "it can't be let in: The id is not of the form type--uuid.")
}

extension ImportRow {
    static let mock = ImportRow(
        id: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520003", source: "Harbour ISAC",
        collection: QuarantineRow.mockConflict.collection,
        started: "2026-11-21T16:40:00.000001Z", objects: 312, placed: 290, quarantined: 2, state: .done)
    static let mockBroken = ImportRow(
        id: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520004", source: "feed", collection: mock.collection,
        started: "2026-11-22T03:00:00.000001Z", objects: 14,
        placed: 13, quarantined: 1, state: .broken("The input ends too early. (byte 900)"))
}

extension ImportsModel {
    static let mock = ImportsModel(
        rows: [
            .mockBroken, .mock,
            ImportRow(
                id: "2f1d6be4-5c01-4f0e-8a7c-7c1f0a520005", source: "feed", collection: ImportRow.mock.collection,
                started: "2026-11-20T03:00:00.000001Z", objects: 3, placed: 3, quarantined: 0,
                state: .undone("2026-11-20T09:00:00.000001Z", by: "Noor Haddad")),
        ], undone: "290")
}

extension ImportUndoModel {
    static let mock = ImportUndoModel(row: .mock, lacksReason: true)
}
