import CompositeIndex
import Testing

/// Mean years of school in 23 countries by several methods, as printed in the Handbook (OECD/JRC 2008), page 87, table 15.
///
/// The table's ranks give equal values the lowest place and its percentiles divide by all units; ours share the mean place and
/// divide by the others, so these two columns are not compared.
struct NormalisationTableTests {
    static let schooling: [Double] = [
        10, 12, 11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9, 9.4, 9.3, 11.7, 8.4, 7.9, 9.6, 7.3, 7.2, 9.5,
        9.1, 7.1,
    ]

    static let columns: [(Normaliser, [Double])] = [
        (
            .zScore(mean: 0, deviation: 1),
            [
                0.26, 1.52, 1.14, -0.06, 0.76, -0.12, -0.12, 1.27, 0.83, -1.58, 0.38, 1.46, -0.12, -0.19, 1.33, -0.76,
                -1.08,
                0.00, -1.46, -1.52, -0.06, -0.31, -1.58,
            ]
        ),
        (
            .minMax(scale: .unit),
            [
                0.59, 1.00, 0.88, 0.49, 0.76, 0.47, 0.47, 0.92, 0.78, 0.00, 0.63, 0.98, 0.47, 0.45, 0.94, 0.27, 0.16,
                0.51,
                0.04, 0.02, 0.49, 0.41, 0.00,
            ]
        ),
        (
            .distanceToReference(unit: nil, cap: false),
            [
                1.04, 1.25, 1.19, 0.99, 1.13, 0.98, 0.98, 1.21, 1.14, 0.74, 1.06, 1.24, 0.98, 0.97, 1.22, 0.88, 0.82,
                1.00,
                0.76, 0.75, 0.99, 0.95, 0.74,
            ]
        ),
        (
            .distanceToMaximum,
            [
                0.83, 1.00, 0.95, 0.79, 0.90, 0.78, 0.78, 0.97, 0.91, 0.59, 0.85, 0.99, 0.78, 0.78, 0.98, 0.70, 0.66,
                0.80,
                0.61, 0.60, 0.79, 0.76, 0.59,
            ]
        ),
        (.aroundMean(band: 0.2), [0, 1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 1, 0, 0, 1, 0, 0, 0, -1, -1, 0, 0, -1]),
    ]

    @Test(arguments: columns)
    func `every printed figure is matched within its rounding`(_ method: Normaliser, _ printed: [Double]) throws {
        let data = try SmallIndex.data(Self.schooling.map { [$0] })
        let scores = try SmallIndex.stage(.normalise(Normalisation(method)), data).data.values.column(0)
        for (ours, theirs) in zip(scores, printed) { #expect(abs(ours - theirs) <= 0.005 + 1e-9, "\(ours) \(theirs)") }
    }
}
