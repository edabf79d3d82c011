import Web

@testable import Desk

extension HomeModel {
    /// A gateway with three collections.
    static let mock = HomeModel(
        collections: [.mockPublic, .mockAdvisories, .mockDesk], types: TypeCount.mock, latest: ListedObject.mockRows)

    /// A gateway that was just made.
    static let mockEmpty = HomeModel(collections: [.mockDesk], types: [], latest: [])
}

extension CollectionModel {
    static let mock = CollectionModel(
        summary: .mockPublic, types: TypeCount.mock,
        changes: [
            EntryRow(number: 6_701, added: "2026-11-22T09:14:07.120411Z", kind: .placed(ListedObject.mockRows[0])),
            EntryRow(
                number: 6_700, added: "2026-11-21T12:00:00.000002Z",
                kind: .withdrawn(.mockIndicator, reason: "The server was cleaned on 20 November.")),
            EntryRow(number: 6_699, added: "2026-11-21T12:00:00.000001Z", kind: .placed(ListedObject.mockRows[1])),
            EntryRow(number: 6_698, added: "2026-11-20T08:30:00.000000Z", kind: .erased),
            EntryRow(number: 6_697, added: "2026-11-19T08:00:00.000000Z", kind: .placed(ListedObject.mockRows[2])),
            EntryRow(number: 0, added: "2026-11-01T07:00:00.000000Z", kind: .configured),
        ],
        log: .mock)
}

extension TypeListModel {
    static let mock = TypeListModel(
        type: "attack-pattern", collection: .mockPublic,
        rows: [
            ListedObject.mockRows[0],
            ListedObject(
                name: .mockSubtechnique, line: "A tab of the browser imitates the update screen of the browser itself.",
                changed: "2026-11-20T11:02:00.000Z"),
            ListedObject(
                name: ObjectName(
                    id: "attack-pattern--aa0d1e2f-3a4b-4c5d-8e6f-7a8b9c0d1e20", type: "attack-pattern",
                    title: "Hijacked Subscriber Number", externalID: "V1017"),
                line: "Adversaries may persuade an operator to move a number to their own SIM card.",
                changed: "2026-10-02T09:00:00.000Z", isRevoked: true),
        ].map { row in
            ListedObject(name: row.name, line: row.line, changed: row.changed, isRevoked: row.isRevoked)
        },
        total: .exactly(549), pager: Pager(older: "2026-10-02T09:00:00.000Z_1042", isFirst: true))
}

extension TypesModel {
    static let mock = TypesModel(types: TypeCount.mock)
}

extension SearchModel {
    static let mock = SearchModel(
        query: "forged update", kind: .words, rows: ListedObject.mockRows, total: .moreThan(10_000),
        pager: Pager(older: "812", isFirst: false))

    /// Nothing found.
    static let mockNone = SearchModel(
        query: "no such thing", kind: .words, rows: [], total: .exactly(0), pager: Pager(older: nil, isFirst: true))
}

extension AboutModel {
    static let mock = AboutModel(logs: [.mock, .mockAdvisories])
}

extension RelationsModel {
    static let mock = RelationsModel(
        object: .mockTechnique, groups: RelationGroup.mock, total: .exactly(37),
        pager: Pager(older: "37", isFirst: true))
}
