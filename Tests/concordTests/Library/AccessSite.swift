import Foundation
import Hall
import Ledger
import STIX
import Testing
import Web

@testable import concord

/// A gateway whose desk holds a guide of its own, and says to everybody that it can be asked for.
struct AccessSite {
    let records: Records
    /// A member of Beta, who is of no group.
    let bo: String
    let beta: String
    /// An analyst of the desk.
    let ana: String
    let held: String
    let announcement: String
    private let clock = Clock()

    /// A moment passes: whatever is made then has a name of its own.
    func tick() { records.turn(clock.next()) }
    /// Days pass.
    func wait(days: Int) { records.turn(clock.skip(days * 8_640)) }

    init(needsSponsor: String = "yes", more steps: [Step] = []) async throws {
        records = try await Records(showing: ["guide", "announcement"])
        let cast: [Step] =
            [
                .organisation("Beta", domain: "b.example", network: "198.51.100.0/28"),
                .account("Bo", .member, organisation: "Beta"),
                .account("Ana", .analyst, organisation: "CSIRT Valdoria"),
                .collection("inner", audience: "organisation:CSIRT Valdoria", defaultMarking: .green),
            ] + steps
        var outcomes: [String] = []
        for (number, step) in cast.enumerated() {
            records.world.turn(to: 20 + number, isHidden: false)
            outcomes.append(await step.happen(in: records.world))
        }
        (beta, bo, ana) = (outcomes[0], outcomes[1], outcomes[2])
        held = try await records.say("guide", TranslationTests.guide, into: "inner", marking: "green")
        announcement = try await Self.announce(held, needsSponsor: needsSponsor, in: records)
        tick()
    }

    /// Says that an object can be asked for; its author confirms that it is named (law 9).
    static func announce(_ held: String, needsSponsor: String = "no", in records: Records) async throws -> String {
        let preview = try await records.draft(
            "announcement",
            [
                ("name", "Logs of the ferry case"), ("what_it_is", "Who called whom."), ("held_ref", held),
                ("terms", "Keep it to *yourself*."), ("longest", "P30D"), ("needs_sponsor", needsSponsor),
            ], into: "public", as: records.desk, marking: "clear")
        let page = try await records.page(preview, as: records.desk)
        let stamp = try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.1)
        var form = [(name: "stamp", value: String(stamp))]
        if page.contains("name=\"confirm\"") { form.append((name: "confirm", value: held)) }
        let done = try records.follow(
            try await records.world.ask("\(preview)/publish", session: records.desk, form: form))
        return try #require(done.firstMatch(of: /\/objects\/([a-z0-9-]+)/).map { String($0.1) })
    }

    func ask(
        _ id: String? = nil, as session: String, reason: String = "The ferry is ours.",
        until: String = "2026-01-03",
        sponsor: String? = nil, agree: String = "yes", version: String? = nil
    ) async throws -> Answer {
        tick()
        let path = "/objects/\(id ?? announcement)/access"
        let form = String(decoding: try await records.world.ask(path, session: session).body, as: UTF8.self)
        let shown = form.firstMatch(of: /name="version" value="([0-9a-f]+)"/).map { String($0.1) }
        return try await records.world.ask(
            path, session: session,
            form: [
                (name: "reason", value: reason), (name: "until", value: until),
                (name: "sponsor", value: sponsor ?? beta), (name: "agree", value: agree),
                (name: "version", value: version ?? shown ?? ""),
            ])
    }

    /// Asks as the member of Alpha; the address of the request.
    func asked(_ id: String? = nil, until: String = "2026-01-03", sponsor: String? = nil) async throws -> String {
        let place = try records.follow(
            try await ask(id, as: records.member, until: until, sponsor: sponsor))
        try #require(place.hasPrefix("/access/"), "\(place)")
        return String(place.prefix { $0 != "?" })
    }

    func answer(
        _ address: String, _ act: String, by session: String?, words: String = "", into alias: String? = nil
    ) async throws -> Answer {
        tick()
        var form = [(name: "do", value: act), (name: "words", value: words)]
        if let alias { form.append((name: "into", value: try await records.collection(alias))) }
        return try await records.world.ask(address, session: session, form: form)
    }

    func reads(_ session: String) async throws -> Bool {
        try await records.world.ask("/objects/\(held)", session: session).status == 200
    }

    /// Whether the object stands where it was placed for somebody.
    func stands(in alias: String) async throws -> Bool {
        try await Reader.machine(of: records.world.ledger).holdings(of: held).contains {
            $0.collection.alias == alias
        }
    }
}

private final class Clock: @unchecked Sendable {
    private var step = 0
    func next() -> Int { skip(1) }
    func skip(_ steps: Int) -> Int {
        step += steps
        return step
    }
}
