import CompositeIndex
import Foundation
import Testing

@testable import Measure

@Suite struct ChangeTests {
    private static let later = Sample.data.replacing("WES,Westeria,2,2,6,1", with: "WES,Westeria,8,4,9,1")

    @Test func `the parts of every change add up to it, and only data moved`() async throws {
        let (old, new) = (try FiledEdition(Sample.files()), try FiledEdition(Sample.files(data: Self.later)))
        let change = try await Sample.domain.compare(old, new, acrossMethods: false)
        #expect(change.units.count == 5)
        for unit in change.units {
            let sum = unit.ownData + unit.method + unit.weights + unit.othersData
            #expect(abs(sum - unit.change) < 1e-10)
            #expect(abs(unit.method) < 1e-12 && abs(unit.weights) < 1e-12)
        }
        let westeria = try #require(change.units.first { $0.unit == "WES" })
        #expect(westeria.ownData > 10)
    }

    @Test func `editions of different method are refused unless that is meant`() async throws {
        let framework = Sample.framework.replacing("impute: median", with: "impute: mean")
        let (old, new) = (try FiledEdition(Sample.files()), try FiledEdition(Sample.files(framework: framework)))
        let error = await #expect(throws: MeasureError.self) {
            _ = try await Sample.domain.compare(old, new, acrossMethods: false)
        }
        #expect(error?.problems.first?.code == "methods-differ")
        let change = try await Sample.domain.compare(old, new, acrossMethods: true)
        #expect(!change.methodDifferences.isEmpty)
        let page = String(decoding: Sample.domain.page(of: change, from: old, to: new), as: UTF8.self)
        #expect(page.contains("The method differs in") && page.contains("Ostmark &lt;b&gt;"))
    }
}

@Suite struct RoadmapTests {
    static let actions = """
        aCode,aName,Cost,Needs,laws,courts,team
        bill,A bill,2,,3,,
        bench,A bench,1,bill,,2,
        hire,Hire,3,,,,4

        """

    private static func table(_ text: String) throws -> ActionTable {
        try ActionTable(InputFile(name: "a.csv", bytes: Array(text.utf8)))
    }

    private static let framework = """
        name: Frozen
        steps: [{impute: median}, {normalise: min-max}, {aggregate: arithmetic}, {tier: [{name: high, from: 40}, {name: low}]}]

        """

    @Test func `actions are read with what they cost, need and improve`() throws {
        let actions = try Self.table(Self.actions).actions
        #expect(actions.map(\.code) == ["bill", "bench", "hire"])
        #expect(
            actions[1] == RoadmapAction(code: "bench", name: "A bench", cost: 1, raises: ["courts": 2], needs: ["bill"])
        )
    }

    @Test(arguments: [
        ("aCode\nx\n", "a.csv, row 1, column Cost: the table has no column Cost"),
        ("aCode,Cost\n,1\n", "a.csv, row 2, column aCode: the row has no code"),
        ("aCode,Cost\nx,\n", "a.csv, row 2, column Cost: x has no cost; write 0 where it has none"),
        ("aCode,Cost\nx,-1\n", "a.csv, row 2, column Cost: -1.0 is below zero"),
        (
            "aCode,Cost,laws\nx,1,much\n",
            "a.csv, row 2, column laws: much is not a number; leave the cell empty, or write NA, where there is none"
        ),
        ("aCode,Cost\n", "a.csv: the table has no actions"),
    ])
    func `actions that make no sense are refused with row and column`(_ text: String, _ sentence: String) {
        let error = #expect(throws: MeasureError.self) { try Self.table(text) }
        #expect(error?.description == sentence)
    }

    @Test func `the cheapest way keeps the order that actions need`() throws {
        let edition = try FiledEdition(Sample.files(framework: Self.framework))
        let way = try Sample.domain.plan(
            "WES", to: .profile([.init("courts", atLeast: 70)]), with: Self.table(Self.actions).actions, in: edition,
            doubt: RoadmapDoubt(), seed: 1
        ) { _ in true }
        // Courts of Westeria: (2 − 1) / 4 = 25; the bench lifts them by 50.
        #expect(way.plan.start == [25])
        #expect(way.plan.actions == ["bill", "bench"] && way.plan.cost == 3 && way.plan.isProved)
        #expect(way.plan.steps.map(\.scores) == [[25], [75]])
        #expect(way.probability.share == 1)
    }

    @Test func `a goal that is no tier, and one out of reach, are refused`() throws {
        let edition = try FiledEdition(Sample.files(framework: Self.framework))
        for (goal, code) in [
            (MeasureDomain.Goal.standing("highest"), MeasureError.Code(rawValue: "parameter")),
            (.profile([.init("index", atLeast: 99)]), "infeasible"),
            (.profile([.init("indx", atLeast: 1)]), "unknown-node"),
        ] {
            let error = #expect(throws: MeasureError.self) {
                _ = try Sample.domain.plan(
                    "WES", to: goal, with: Self.table(Self.actions).actions, in: edition, doubt: RoadmapDoubt(), seed: 1
                ) { _ in true }
            }
            #expect(error?.problems.first?.code == code)
        }
    }
}
