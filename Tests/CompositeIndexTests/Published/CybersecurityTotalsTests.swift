import CompositeIndex
import Testing

/// Country totals of ITU's Global Cybersecurity Index 2020 and of the National Cyber Security Index, 192 countries.
@Suite(.enabled(if: RealData.isThere, "CONCORD_REAL_DATA is not set"))
struct CybersecurityTotalsTests {
    static let total = "GCI (The Global Cyber Security Index)"
    static let other = "NCSI (The National Cyber Security Index)"

    /// The counts were taken from the file by another program.
    @Test func `published totals fall into five tiers`() throws {
        let table = try RealTable("gci2020_ncsi_ddl_cei.csv")
        let data = try IndexData(
            units: try table.texts("Country").map { UnitInfo(code: $0) },
            hierarchy: Hierarchy(indicators: [.init(code: "GCI")]), values: table.grid([Self.total]))
        let scheme = TierScheme(
            tiers: [
                .init("T1", from: 95), .init("T2", from: 85), .init("T3", from: 55), .init("T4", from: 20),
                .init("T5", from: nil),
            ])
        let framework = Framework(
            name: "GCI",
            steps: [
                Step(.normalise(Normalisation(.asIs))), Step(.aggregate(Aggregation(.arithmetic))), Step(.tier(scheme)),
            ])
        guard case .tiered(let tiers) = try Pipeline(framework).run(data).stages[2].report else { throw NotThere() }
        #expect((0..<5).map { tier in tiers.count { $0 == tier } } == [30, 24, 40, 45, 53])
    }

    @Test func `the two indices agree as far as their published totals do`() throws {
        let table = try RealTable("gci2020_ncsi_ddl_cei.csv")
        // Zero stands for missing in the other index.
        let others = try table.numbers(Self.other).map { $0 == 0 ? Double.nan : $0 }
        let coefficient = Correlation.pearson.coefficient(try table.numbers(Self.total), others)
        #expect(isNear(try coefficient.orThrow(), 0.8353443756850519))
    }
}
