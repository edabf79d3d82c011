import Web

@testable import Desk

extension MorningModel {
    static let mock = MorningModel(
        since: "2026-11-21T07:30:00.000000Z", now: "2026-11-22T07:12:00.000000Z",
        news: [
            .init(
                source: "Harbour ISAC", reliability: "B",
                types: [TypeCount(type: "indicator", count: 1_204), TypeCount(type: "sighting", count: 31)]),
            .init(source: "CIRT Valdoria", types: [TypeCount(type: "report", count: 2)]),
        ],
        hits: [.init(object: ListedObject.mockRows[0], touched: ["198.51.100.0/24"])], hasConstituency: true, drafts: 2,
        waiting: .init(
            quarantine: .exactly(2), broken: [.mockBroken],
            failing: [
                .init(
                    source: "Bank <b>ISAC</b>", problem: "couldn't reach https://taxii.example/: nobody listens there",
                    since: "2026-11-21T22:00:00.000000Z", succeeded: "2026-11-21T21:45:00.000000Z",
                    next: "2026-11-22T07:30:00.000000Z"),
                .init(
                    source: "CIRT Examplia", problem: "the credentials are not known there",
                    since: "2026-11-20T08:00:00.000000Z", succeeded: nil, next: nil),
            ]),
        collections: [.mockPublic, .mockAdvisories, .mockDesk], latest: ListedObject.mockRows)

    /// The first morning of a new gateway.
    static let mockEmpty = MorningModel(
        since: "2026-11-15T07:30:00.000000Z", now: "2026-11-22T07:12:00.000000Z", news: [], hits: [],
        hasConstituency: false, drafts: 0, waiting: .init(quarantine: .exactly(0), broken: []),
        collections: [.mockDesk], latest: [])
}
