import Ledger
import Outside
import STIX
import Testing

@testable import Library

/// When a link counts as dead, and when it is followed next.
@Suite struct CheckedLinkTests {
    private static let start: Int64 = 1_767_225_600_000_000

    /// A link after these findings, each at its day since 2026-01-01.
    private func after(_ findings: (day: Double, LinkFinding)...) throws -> CheckedLink {
        var link: CheckedLink?
        for (day, finding) in findings {
            link = CheckedLink(finding, at: Self.time(day), after: link)
        }
        return try #require(link)
    }

    private static func time(_ day: Double) -> Timestamp {
        Timestamp(clamping: start + Int64(day * 86_400) * 1_000_000)
    }

    @Test func `one that leads nowhere on two days is dead since the first, and one that leads somewhere is not`()
        throws
    {
        #expect(try !after((0, .missing)).isDead)
        #expect(try !after((0, .missing), (0.9, .missing)).isDead, "twice on a day")
        let dead = try after((0, .missing), (1.1, .refused))
        #expect(dead.isDead && dead.failing == Self.time(0))
        #expect(try after((0, .missing), (1.1, .missing), (2.2, .missing)).failing == Self.time(0))
        let recovered = try after((0, .missing), (1.1, .missing), (2.2, .answers))
        #expect(!recovered.isDead && recovered.failing == nil)
        #expect(try !after((0, .missing), (1, .answers), (2, .missing)).isDead)
    }

    @Test func `what can't be said changes nothing of what was found`() throws {
        #expect(try !after((0, .undecided), (1, .undecided), (2, .undecided)).isDead)
        #expect(try after((0, .missing), (1, .undecided), (2, .missing)).failing == Self.time(0))
        #expect(try after((0, .missing), (1, .missing), (2, .undecided)).isDead)
        #expect(try after((0, .missing), (1, .missing), (2, .unvisited)).isDead)
    }

    @Test func `each is followed within seven days, and what may be a mishap on the next`() throws {
        #expect(try after((0, .answers)).due == Self.time(5))
        #expect(try after((0, .missing)).due == Self.time(1))
        #expect(try after((0, .missing), (1, .missing)).due == Self.time(2))
        #expect(try after((0, .undecided)).due == Self.time(1))
        #expect(try after((0, .undecided), (1, .undecided)).due == Self.time(6))
        #expect(try after((0, .unvisited)).due == Self.time(5))
    }
}
