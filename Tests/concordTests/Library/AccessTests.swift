import Directory
import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import Testing
import Web

@testable import Desk
@testable import concord

/// Access that is asked for, vouched for, given for a time, and over.
struct AccessTests {
    @Test func `K7: a restricted record is asked for, vouched for, given, read, and over at its end`() async throws {
        let site = try await AccessSite()
        let records = site.records
        // Its title is there, and not a word of it.
        let page = try await records.page("/objects/\(site.announcement)")
        #expect(page.contains("Logs of the ferry case") && !page.contains("Stay calm.") && page.contains("Sign in"))
        let own = try await records.page("/objects/\(site.announcement)", as: records.member)
        #expect(own.contains("/objects/\(site.announcement)/access"))
        let form = try await records.page("/objects/\(site.announcement)/access", as: records.member)
        #expect(form.contains("<em>yourself</em>") && form.contains("2026-01-31") && form.contains(">Beta<"))
        #expect(!form.contains(">Alpha</option>") && !form.contains(">CSIRT Valdoria</option>"))
        let request = try await site.asked()
        #expect(try await records.page("/objects/\(site.announcement)", as: records.member).contains(request))
        // The sponsor is told first, then those who decide.
        try await records.work("notice", "access")
        #expect(try await records.page("/notices", as: site.bo).contains(request))
        #expect(try await !records.page("/notices", as: records.desk).contains(request))
        #expect(try await site.answer(request, "grant", by: records.desk, into: "g").status == 422)
        #expect(try await records.page("/access", as: site.bo).contains(request))
        let asks = try await records.page(request, as: site.bo)
        #expect(asks.contains("The ferry is ours.") && asks.contains("Vouch for them") && asks.contains("Alpha"))
        _ = try records.follow(try await site.answer(request, "vouch", by: site.bo))
        try await records.work("notice", "access")
        #expect(try await records.page("/notices", as: records.desk).contains(request))
        // Who decides is shown who will see it, and nothing wider than the object may go.
        let decides = try await records.page(request, as: records.desk)
        #expect(decides.contains("Give access") && decides.contains("3 people") && decides.contains("Collection g"))
        #expect(try await !site.reads(records.member))
        _ = try records.follow(try await site.answer(request, "grant", by: records.desk, into: "g"))
        #expect(try await records.page("/objects/\(site.held)", as: records.member).contains("Stay calm."))
        #expect(try await !site.reads(site.bo))
        #expect(try await records.page(request, as: records.member).contains("Access given"))
        let offer = try await records.page("/objects/\(site.announcement)", as: records.member)
        #expect(offer.contains("You read it already"))
        // The whole of the last day counts, and not an hour more.
        site.wait(days: 2)
        try await records.work("access", "notice")
        #expect(try await site.reads(records.member))
        site.wait(days: 1)
        try await records.work("access", "notice")
        #expect(try await !site.stands(in: "g"))
        let gone = try await records.world.ask("/objects/\(site.held)", session: records.member)
        #expect(!String(decoding: gone.body, as: UTF8.self).contains("Stay calm."))
        #expect(try await records.page(request, as: records.member).contains("Its time is over"))
        #expect(try await records.page("/notices", as: records.member).contains(request))
        #expect(try await site.stands(in: "inner"))
    }

    @Test func `each answer of the form is asked for, and what was typed is kept`() async throws {
        let site = try await AccessSite()
        let records = site.records
        let many = String(repeating: "x", count: 4_001)
        for (answer, sentence) in [
            (try await site.ask(as: records.member, reason: " "), "Say why"),
            (try await site.ask(as: records.member, reason: many), "Say why"),
            (try await site.ask(as: records.member, until: "2025-12-31"), "Choose a day"),
            (try await site.ask(as: records.member, until: "2026-02-01"), "Choose a day"),
            (try await site.ask(as: records.member, until: "soon"), "Choose a day"),
            (try await site.ask(as: records.member, sponsor: ""), "Choose a sponsor"),
            (try await site.ask(as: records.member, sponsor: "nobody"), "Choose a sponsor"),
            (try await site.ask(as: records.member, agree: ""), "Without agreeing"),
            (try await site.ask(as: records.member, version: "00"), "has changed"),
        ] {
            let page = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.status == 422 && page.contains(sentence), "\(sentence)")
            #expect(page.contains("The ferry is ours.") || sentence == "Say why")
        }
        let alpha = try #require(
            try await records.world.compose.directory.whoMay(.publish).first { $0.name == "Al" })
        // Nobody vouches for themselves, and who decides does not vouch.
        for organisation in [alpha.organisation.id, records.world.ledger.gateway.id] {
            #expect(try await site.ask(as: records.member, sponsor: organisation).status == 422)
        }
        #expect(try await !records.page("/access", as: records.member).contains("/access/"))
        // The last day that the terms allow is allowed.
        _ = try await site.asked(until: "2026-01-31")
    }

    @Test func `whoever reads it is led to it, and a stranger learns nothing`() async throws {
        let site = try await AccessSite()
        let records = site.records
        let path = "/objects/\(site.announcement)/access"
        #expect(try records.follow(try await records.world.ask(path, session: site.ana)) == "/objects/\(site.held)")
        let none = "concord-record--00000000-0000-4000-8000-000000000001"
        for id in [site.announcement, site.held, none] {
            #expect(try await records.world.ask("/objects/\(id)/access", session: nil).status == 401)
            #expect(try await records.world.ask("/objects/\(id)/access", session: nil, form: []).status == 401)
        }
        for id in [site.held, none] {
            #expect(try await records.world.ask("/objects/\(id)/access", session: records.member).status == 404)
        }
        // What is announced and is nowhere is asked for as what is hidden.
        let nothing = try await AccessSite.announce(none, in: records)
        let other = try await records.page("/objects/\(nothing)/access", as: records.member)
        let real = try await records.page(path, as: records.member)
        func plain(_ page: String, _ id: String) -> String {
            page.replacing(id, with: "").replacing(/name="version" value="[0-9a-f]+"/, with: "").replacing(
                /value="[A-Za-z0-9_-]{20,}"/, with: "")
        }
        #expect(
            plain(other, nothing).replacing("An organisation here that vouches for you, if you like.", with: "")
                == plain(real, site.announcement).replacing("Another organisation here that vouches for you.", with: "")
        )
        site.tick()
        let request = try await site.asked(nothing)
        #expect(try await records.world.ask(request, session: records.desk).status == 404)
        #expect(try await records.page(request, as: records.member).contains("Waits for the sponsor"))
    }

    @Test func `nobody reads a request but its three parties, and who sees as others does nothing`() async throws {
        let site = try await AccessSite(more: [
            .organisation("Gamma", domain: "c.example", network: "192.0.2.0/28")
        ])
        let records = site.records
        let request = try await site.asked()
        let none = "/access/00000000-0000-4000-8000-000000000001"
        let cy = await Step.account("Cy", .member, organisation: "Gamma").happen(in: records.world)
        site.tick()
        let re = await Step.account("Re", .reader, organisation: "Beta").happen(in: records.world)
        for session in [cy, re] {
            let one = try await records.world.ask(request, session: session)
            let other = try await records.world.ask(none, session: session)
            #expect(one.status == 404 && one.body == other.body)
            #expect(try await site.answer(request, "vouch", by: session).status == 404)
            #expect(try await !records.page("/access", as: session).contains("/access/"))
        }
        for path in [request, none, "/access"] {
            #expect(try await records.world.ask(path, session: nil).status == 401)
        }
        // What is not theirs to do is not done by any of the three.
        for (act, session) in [
            ("vouch", records.member), ("vouch", records.desk), ("grant", records.member), ("grant", site.bo),
            ("refuse", site.bo), ("take-back", site.bo), ("take-back", records.desk), ("end", site.bo), ("x", site.bo),
        ] {
            #expect(try await site.answer(request, act, by: session, words: "No.").status == 403, "\(act)")
        }
        // Who decides and looks as others decides nothing meanwhile, and neither does a program of theirs.
        for path in [request, "/access", "/objects/\(site.announcement)/access"] {
            for form in [nil, [(name: "do", value: "refuse"), (name: "words", value: "x")]] {
                if form != nil, path == "/access" { continue }
                #expect(try await Self.asEveryone(path, session: records.desk, form: form, of: records).status == 403)
            }
        }
        #expect(try await records.page(request, as: records.member).contains("Waits for the sponsor"))
    }

    /// What an administrator is answered who looks with the eyes of the public.
    private static func asEveryone(
        _ path: String, session: String, form: [(name: String, value: String)]?, of records: Records
    ) async throws -> Answer {
        let method: Endpoint.Method = form == nil ? .get : .post
        for endpoint in records.world.endpoints where endpoint.method == method {
            guard let parameters = endpoint.path.match(path) else { continue }
            let request = try WebRequest(
                path: path, parameters: parameters, query: "", acceptLanguage: "en",
                cookie: "\(Credentials.cookieName(secure: false))=\(session); see-as=everyone",
                form: WebForm((form ?? []) + [(name: FormToken.field, value: FormToken.of(session: session))]))
            return await endpoint.answer(to: request, in: records.world.compose.door.gateway)
        }
        throw Problem.notFound
    }

    @Test func `of two decisions the first counts, and what was refused can be asked for again`() async throws {
        let site = try await AccessSite(needsSponsor: "no")
        let records = site.records
        let request = try await site.asked(sponsor: "")
        #expect(try await site.answer(request, "refuse", by: site.ana).status == 422)
        _ = try records.follow(try await site.answer(request, "refuse", by: site.ana, words: "Not your ferry."))
        #expect(try await site.answer(request, "grant", by: records.desk, into: "g").status == 303)
        #expect(try await !site.reads(records.member))
        #expect(try await records.page(request, as: records.member).contains("Not your ferry."))
        let again = try await site.asked(sponsor: "")
        #expect(again != request)
        _ = try records.follow(try await site.answer(again, "grant", by: records.desk, into: "g"))
        for act in ["refuse", "grant"] {
            #expect(try await site.answer(again, act, by: site.ana, words: "x", into: "g").status == 303)
        }
        #expect(try await site.reads(records.member))
        // Its owner ends it at once; taking back what was given is not for whoever asked.
        #expect(try await site.answer(again, "take-back", by: records.member).status == 303)
        #expect(try await site.reads(records.member))
        _ = try records.follow(try await site.answer(again, "end", by: site.ana))
        #expect(try await !site.stands(in: "g"))
        #expect(try await records.page(again, as: records.member).contains("Access ended"))
        // The same version can't stand again where it was withdrawn, and the page says so.
        let third = try await site.asked(sponsor: "")
        #expect(try await records.page(third, as: site.ana).contains("Only a newer version"))
        #expect(try await site.answer(third, "grant", by: site.ana, into: "g").status == 422)
        _ = try records.follow(try await site.answer(third, "take-back", by: records.member))
        #expect(try await records.page(third, as: site.ana).contains("Taken back"))
    }

    @Test func `a sponsor who does not vouch ends it, and says why`() async throws {
        let site = try await AccessSite()
        let records = site.records
        let request = try await site.asked()
        #expect(try await site.answer(request, "decline", by: site.bo).status == 422)
        _ = try records.follow(try await site.answer(request, "decline", by: site.bo, words: "Who is Al?"))
        let page = try await records.page(request, as: records.member)
        #expect(page.contains("The sponsor does not vouch") && page.contains("Who is Al?"))
        #expect(try await site.answer(request, "grant", by: records.desk, into: "g").status == 303)
        #expect(try await !site.reads(records.member))
    }

    @Test func `access goes where both are, not above the ceiling and not round a review`() async throws {
        let site = try await AccessSite(
            needsSponsor: "no",
            more: [
                .group("H", hidesMembers: false), .joins(organisation: "Beta", group: "H"),
                .joins(organisation: "CSIRT Valdoria", group: "H"),
            ])
        let records = site.records
        // Beta and the desk have no collection together.
        let place = try records.follow(try await site.ask(as: site.bo, sponsor: ""))
        let request = String(place.prefix { $0 != "?" })
        #expect(try await records.page(request, as: records.desk).contains("Have a sharing group"))
        for alias in ["g", "public", "inner"] {
            #expect(try await site.answer(request, "grant", by: records.desk, into: alias).status == 422)
        }
        site.tick()
        _ = await Step.collection("h", audience: "group:H", defaultMarking: .green).happen(in: records.world)
        try await records.world.ledger.setReview(.agreement, of: "h")
        #expect(try await records.page(request, as: records.desk).contains("reviewed first"))
        #expect(try await site.answer(request, "grant", by: records.desk, into: "h").status == 422)
        #expect(try await !site.reads(site.bo))
        try await records.world.ledger.setReview(nil, of: "h")
        _ = try records.follow(try await site.answer(request, "grant", by: records.desk, into: "h"))
        #expect(try await site.reads(site.bo))
    }

    @Test func `five of somebody wait, and a hundred of an announcement`() async throws {
        let site = try await AccessSite(needsSponsor: "no")
        let records = site.records
        var requests: [String] = []
        for _ in 0..<5 {
            site.tick()
            requests.append(
                try await site.asked(try await AccessSite.announce(site.held, in: records), sponsor: ""))
        }
        let refused = try await site.ask(as: records.member, sponsor: "")
        #expect(refused.status == 422)
        #expect(String(decoding: refused.body, as: UTF8.self).contains("Five of your requests"))
        _ = try records.follow(try await site.answer(requests[0], "take-back", by: records.member))
        _ = try await site.asked(sponsor: "")
        // Who has asked is led to what they asked.
        #expect(try await site.ask(as: records.member, sponsor: "").status == 303)
        let table = AccessRequests(ledger: records.world.ledger)
        for number in 0..<99 {
            let account = "account \(number)"
            let filled = AccessRequest(
                id: "id \(number)", announcement: site.announcement, version: "", held: site.held, owner: "x",
                account: account, name: account, organisation: "x", reason: "x",
                lastDay: try #require(FullDate("2026-01-03")), sponsor: nil, asked: .init(clamping: 0))
            try await table.write { try AccessRequests.enter(filled, in: $0) }
        }
        #expect(try await site.ask(as: site.bo, sponsor: "").status == 422)
    }

    @Test func `an erased announcement takes what was given with it, and an erased object its requests`() async throws {
        let site = try await AccessSite(needsSponsor: "no")
        let records = site.records
        let request = try await site.asked(sponsor: "")
        _ = try records.follow(try await site.answer(request, "grant", by: records.desk, into: "g"))
        #expect(try await site.stands(in: "g"))
        _ = try await records.world.compose.desk.erase(
            site.announcement, reason: "asked", by: .machine(user: "root"))
        #expect(try await !site.stands(in: "g"))
        #expect(try await records.world.ask(request, session: records.member).status == 404)
        site.tick()
        let second = try await site.asked(try await AccessSite.announce(site.held, in: records), sponsor: "")
        _ = try await records.world.compose.desk.erase(site.held, reason: "asked", by: .machine(user: "root"))
        #expect(try await records.world.ask(second, session: records.member).status == 404)
        try await records.work("access", "notice")
    }

    @Test func `whose account is closed gets nothing, and loses what was given`() async throws {
        let site = try await AccessSite(needsSponsor: "no")
        let records = site.records
        let request = try await site.asked(sponsor: "")
        _ = try records.follow(try await site.answer(request, "grant", by: records.desk, into: "g"))
        site.tick()
        let other = try records.follow(try await site.ask(as: site.bo, sponsor: "")).prefix { $0 != "?" }
        for account in ["Al", "Bo"] { _ = await Step.disabled(account: account).happen(in: records.world) }
        #expect(try await site.answer(String(other), "grant", by: records.desk, into: "g").status == 422)
        site.wait(days: 1)
        try await records.work("access", "notice")
        #expect(try await !site.stands(in: "g"))
        #expect(try await records.page(request, as: records.desk).contains("Access ended"))
        #expect(try await records.page(String(other), as: records.desk).contains("Taken back"))
    }

    @Test func `what nobody answers is over with its last day`() async throws {
        let site = try await AccessSite()
        let records = site.records
        let request = try await site.asked(until: "2026-01-01")
        site.wait(days: 1)
        #expect(try await site.answer(request, "grant", by: records.desk, into: "g").status == 422)
        try await records.work("access", "notice")
        #expect(try await records.page(request, as: records.member).contains("Its time is over"))
        #expect(try await site.answer(request, "vouch", by: site.bo).status == 303)
        #expect(try await records.page(request, as: site.bo).contains("Its time is over"))
    }
}
