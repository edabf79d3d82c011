import Ledger
import Outside

extension HallDomain {
    /// How letters fare, for who may administer: that somebody was written to is nobody else's business.
    func mailMetrics(_ question: MetricsQuestion) async throws -> [MetricFamily] {
        guard question.person.may(.administer) else { return [] }
        let tally = try await MailTable(door.ledger).tally()
        return [
            MetricFamily(
                "concord_mail_letters", .gauge,
                "Letters of the last 30 days and those that wait, by what became of them.",
                LetterState.allCases.map { .init([("state", $0.rawValue)], Double(tally[$0])) }),
            MetricFamily(
                "concord_mail_held_addresses", .gauge, "Addresses to which nothing is sent until somebody frees them.",
                [.init([], Double(tally.heldAddresses))]),
            MetricFamily(
                "concord_mail_trouble", .gauge, "1 while no letter can be handed over, whatever the letter.",
                [.init([], tally.problem == nil ? 0 : 1)]),
        ]
    }
}
