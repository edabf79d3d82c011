import Testing

@testable import Measure

@Suite struct PublishedTests {
    @Test(arguments: PublishedIndex.all.map(\.code)) func `a published index comes out as it was published`(
        _ code: String
    ) throws {
        let index = try #require(PublishedIndex.all.first { $0.code == code })
        let comparison = try index.reproduced()
        #expect(comparison.differences.isEmpty)
        #expect(comparison.count == (code == "tai-23" ? 23 : 192))
    }
}
