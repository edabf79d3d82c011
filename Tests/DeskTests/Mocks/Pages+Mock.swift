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
        pager: Pager(older: "2.7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01.812", isFirst: false), choices: mockChoices)

    /// Narrowed by everything, and nothing is left.
    static let mockNarrowed = SearchModel(
        query: "forged update", kind: .words, rows: [], total: .exactly(0), pager: Pager(older: nil, isFirst: true),
        chosen: [
            .type: Choice(value: "x-unheard-of", count: 0),
            .collection: Choice(value: CollectionName.mockPublic.id, name: CollectionName.mockPublic.title, count: 0),
            .source: Choice(value: "feed & <others>", count: 0), .marking: Choice(value: "amber+strict", count: 0),
            .period: Choice(value: "2026-11", count: 0),
        ])

    private static let mockChoices: [Facet: [Choice]] = [
        .type: [("malware", 4_100), ("attack-pattern", 3_200), ("indicator", 1_500), ("x-harbour-note", 1_200)]
            .map { Choice(value: $0.0, count: $0.1) },
        .collection: [
            Choice(value: CollectionName.mockPublic.id, name: CollectionName.mockPublic.title, count: 9_000),
            Choice(value: "0b0e7f3c-2a7f-4b51-9d6f-0c7a5f1d2e3f", name: "خزانة البنوك", count: 1_000),
        ],
        .source: (1...12).map { Choice(value: "feed-\($0)", count: 2_000 / $0) },
        .marking: [("amber+strict", 40), ("green", 60), ("clear", 9_900)].map { Choice(value: $0.0, count: $0.1) },
        .period: [("2026", 9_000), ("2025", 1_000)].map { Choice(value: $0.0, count: $0.1) },
    ]

    /// Nothing found.
    static let mockNone = SearchModel(
        query: "no such thing", kind: .words, rows: [], total: .exactly(0), pager: Pager(older: nil, isFirst: true))
}

extension SavedSearchesModel {
    /// Two searches; the feed of one was made just now.
    static let mock = SavedSearchesModel(
        searches: [
            SavedSearch(
                id: "5d0c1f0a-93b8-4f0e-8a7c-2f1d6be45c01", account: "a", name: "Forged updates",
                query: WebQuery([("q", "forged update"), ("type", "malware")]), created: "2026-11-20T07:30:00.000Z"),
            SavedSearch(
                id: "5d0c1f0a-93b8-4f0e-8a7c-2f1d6be45c02", account: "a", name: "<b>مصرف</b>",
                query: WebQuery([("tlp", "amber+strict")]), created: "2026-11-21T07:30:00.000Z"),
        ],
        made: Made(
            name: "Forged updates",
            address: "https://cirt.example/feeds/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"))

    static let mockEmpty = SavedSearchesModel(searches: [])
}

extension AboutModel {
    static let mock = AboutModel(logs: [.mock, .mockAdvisories])
}

extension RelationsModel {
    static let mock = RelationsModel(
        object: .mockTechnique, groups: RelationGroup.mock, total: .exactly(37),
        pager: Pager(older: "37", isFirst: true))
}
