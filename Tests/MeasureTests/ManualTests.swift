import CompositeIndex
import Foundation
import Testing

@testable import Measure

/// What the manual shows must work.
@Suite struct ManualTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func file(_ path: String) throws -> InputFile {
        try InputFile(path: root.appending(path: path).path)
    }

    @Test func `the framework of the manual computes an index, and what it calls uncertain`() async throws {
        let page = String(decoding: try Self.file("docs/composite-index.md").bytes, as: UTF8.self)
        let text = try #require(page.components(separatedBy: "```yaml\n").dropFirst().first).components(
            separatedBy: "```")[0]
        let fixtures = "Tests/concordTests/Fixtures/readiness/"
        let edition = try FiledEdition(
            InputFiles(
                framework: InputFile(name: "framework.yaml", bytes: Array(text.utf8)),
                data: try Self.file(fixtures + "data.csv"), indicators: try Self.file(fixtures + "indicators.csv")))
        #expect(edition.framework.steps.count == 8)
        var plan = try #require(edition.uncertainty)
        #expect(plan.factors.count == 4)
        plan.sampling = .sobol(points: 16, scrambles: 2)
        let robustness = try await Robustness(edition, plan: plan) { _, _ in }
        #expect(robustness.result.units.count == 8)
    }
}
