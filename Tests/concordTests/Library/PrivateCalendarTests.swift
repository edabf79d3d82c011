import Directory
import Foundation
import Hall
import Kinds
import Ledger
import STIX
import Storage
import TestSupport
import Testing
import Web

@testable import concord

/// Calendars for programs that can't sign in, each at a secret address.
struct PrivateCalendarTests {
    private static func event(_ name: String, area: String = "capacity") -> [(String, String)] {
        [
            ("name", name), ("description", "A drill."), ("begins", "2026-03-01T09:00+01:00[Africa/Tunis]"),
            ("format", "in-person"), ("place", "Port"), ("work_areas", area),
        ]
    }

    /// A gateway with an event for everyone, one for a group and one for the desk.
    private static func events() async throws -> Records {
        let records = try await Records(showing: ["event", "lesson"])
        try await records.say("event", event("Open drill"))
        try await records.say("event", event("Among ourselves"), into: "g")
        try await records.say("event", event("Of the desk"), into: "desk")
        return records
    }

    /// Makes one as somebody's browser does; the path of its address.
    private static func make(
        _ records: Records, as session: String, _ form: [(name: String, value: String)] = []
    ) async throws -> String {
        let answer = try await records.world.ask("/calendars", session: session, form: form)
        let page = String(decoding: answer.body, as: UTF8.self)
        #expect(answer.status == 200 && answer.keeping == .never && answer.etag == nil, "\(page)")
        let found = page.firstMatch(of: /https:\/\/concord\.example(\/calendars\/[A-Za-z0-9_-]{43}\.ics)/)
        return String(try #require(found).1)
    }

    /// What a calendar program reads there.
    private static func names(_ path: String, in records: Records) async throws -> Set<String> {
        let text = try await records.page(path)
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        return Set(text.matches(of: /SUMMARY:([^\r]*)/).map { String($0.1) })
    }

    /// A request with headers of its own.
    private static func ask(
        _ records: Records, _ method: Endpoint.Method, _ path: String, cookie: String? = nil,
        authorization: String? = nil, form: [(name: String, value: String)] = []
    ) async throws -> Answer {
        let endpoint = try #require(
            records.world.endpoints.first { $0.method == method && $0.path.match(path) != nil })
        let credentials = Credentials(cookie: cookie, authorization: authorization)
        let token = credentials.session.map { [(name: FormToken.field, value: FormToken.of(session: $0))] } ?? []
        let request = try WebRequest(
            path: path, parameters: endpoint.path.match(path) ?? [:], credentials: credentials,
            form: WebForm(form + token))
        return await endpoint.answer(to: request, in: records.world.compose.door.gateway)
    }

    @Test func `a private calendar says what its account may read now, and nothing once it is revoked`() async throws {
        let records = try await Self.events()
        let world = records.world
        records.turn(1)
        let calendar = try await Self.make(records, as: records.member)
        records.turn(2)
        let ofDesk = try await Self.make(records, as: records.desk)
        #expect(try await Self.names("/calendar.ics", in: records) == ["Open drill"])
        #expect(try await Self.names(calendar, in: records) == ["Open drill", "Among ourselves"])
        #expect(
            try await Self.names(ofDesk, in: records) == ["Open drill", "Among ourselves", "Of the desk"])
        // Whoever asks, it is its account's.
        let answer = try await world.ask(calendar, session: nil)
        #expect(try await world.ask(calendar, session: records.desk).body == answer.body)
        #expect(answer.keeping.header == "private, no-cache" && answer.contentType.hasPrefix("text/calendar"))
        #expect(answer.headers.contains(Answer.Header("X-Robots-Tag", "noindex")))
        // One request after leaving the group it is gone.
        #expect(await Step.leaves(organisation: "Alpha", group: "G").happen(in: world) == "left")
        #expect(try await Self.names(calendar, in: records) == ["Open drill"])
        #expect(try await world.ask(calendar, session: nil).etag != answer.etag)
        #expect(await Step.joins(organisation: "Alpha", group: "G").happen(in: world) == "joined")
        #expect(try await Self.names(calendar, in: records).contains("Among ourselves"))
        // Its page says what it is of and when it was asked for, and not its address.
        let page = try await records.page("/calendars", as: records.member)
        #expect(page.contains("Everything with a date") && page.contains("last asked for"))
        #expect(!page.contains(calendar.dropFirst("/calendars/".count).dropLast(4)))
        // Revoked, it is like one that never was; the other stays.
        let removal = try #require(page.firstMatch(of: /\/calendars\/[0-9a-f-]{36}\/removal/)).output
        #expect(try await world.ask(String(removal), session: records.desk, form: []).status == 404)
        #expect(try await Self.names(calendar, in: records).contains("Open drill"))
        _ = try records.follow(try await world.ask(String(removal), session: records.member, form: []))
        let revoked = try await world.ask(calendar, session: nil)
        let never = try await world.ask("/calendars/\(String(repeating: "A", count: 43)).ics", session: nil)
        #expect(revoked == never && revoked.status == 404 && revoked.keeping == .never)
        #expect(try await records.page("/calendars", as: records.member).contains("You have no private calendar"))
        #expect(try await world.ask(ofDesk, session: nil).status == 200)
        // Nor does one of an account that is closed.
        records.turn(3)
        let another = try await Self.make(records, as: records.member)
        #expect(try await world.ask(another, session: nil).status == 200)
        #expect(await Step.disabled(account: "Al").happen(in: world) == "disabled")
        #expect(try await world.ask(another, session: nil) == never)
    }

    @Test func `a private calendar follows the list beside which it was made, as long as that is there`()
        async throws
    {
        let records = try await Self.events()
        try await records.say("event", Self.event("Legal drill", area: "legal"), into: "g")
        let list = "/learn/event?f.work_areas=legal&q=drill"
        #expect(try await !records.page(list).contains("/calendars"))
        let page = try await records.page(list, as: records.member)
        let sent = try #require(
            page.firstMatch(of: /name="kind" value="(event)"><input type="hidden" name="query" value="([^"]*)"/))
        let query = String(sent.2).replacing("&amp;", with: "&")
        #expect(query == "q=drill&f.work_areas=legal")
        let calendar = try await Self.make(
            records, as: records.member, [(name: "kind", value: "event"), (name: "query", value: query + "&x=y")])
        #expect(try await Self.names(calendar, in: records) == ["Legal drill"])
        let own = try await records.page("/calendars", as: records.member)
        #expect(own.contains("/learn/event?q=drill&amp;f.work_areas=legal\"") && own.contains("Legal measures"))
        // Of what has no dates there is no calendar, nor of a kind that nobody is shown.
        for kind in ["lesson", "risk", "nothing"] {
            let answer = try await records.world.ask(
                "/calendars", session: records.member, form: [(name: "kind", value: kind)])
            #expect(answer.status == 400, "\(kind)")
        }
        #expect(try await !records.page("/learn/lesson", as: records.member).contains("/calendars"))
        try await KindShelf(records.world.ledger).show("event", of: KindShelf.core.name, false)
        #expect(try await records.world.ask(calendar, session: nil).status == 404)
        #expect(try await records.page("/calendars", as: records.member).contains("Hidden"))
    }

    @Test func `only whoever is signed in as themselves makes and ends private calendars, twenty of them`()
        async throws
    {
        let records = try await Self.events()
        #expect(try await records.world.ask("/calendars", session: nil).status == 401)
        #expect(try await records.world.ask("/calendars", session: nil, form: []).status >= 400)
        let asEveryone = "session=\(records.desk); see-as=everyone"
        #expect(try await Self.ask(records, .post, "/calendars", cookie: asEveryone).status == 403)
        let seen = String(
            decoding: try await Self.ask(records, .get, "/calendar", cookie: asEveryone).body, as: UTF8.self)
        #expect(seen.contains("iCalendar") && !seen.contains("action=\"/calendars\""))
        let token = try await records.world.compose.directory.makeToken(
            "feed", for: "Al", scope: .write, by: .machine
        ).secret.text
        for method in [Endpoint.Method.get, .post] {
            let answer = try await Self.ask(records, method, "/calendars", authorization: "Bearer \(token)")
            #expect([403, 404].contains(answer.status))
        }
        for _ in 0..<20 { _ = try await Self.make(records, as: records.desk) }
        let full = try await records.world.ask("/calendars", session: records.desk, form: [])
        let page = String(decoding: full.body, as: UTF8.self)
        #expect(full.status == 422 && page.contains("as many as there may be") && !page.contains(".ics</code>"))
        let removal = String(try #require(page.firstMatch(of: /\/calendars\/[0-9a-f-]{36}\/removal/)).output)
        #expect(try await Self.ask(records, .post, removal, cookie: asEveryone).status == 403)
        _ = try records.follow(try await records.world.ask(removal, session: records.desk, form: []))
        _ = try await Self.make(records, as: records.desk)
    }

    @Test(.onSQLite) func `the secret of a private calendar is kept nowhere, and opens nothing else`() async throws {
        let records = try await Self.events()
        let world = records.world
        let calendar = try await Self.make(records, as: records.member)
        let secret = String(calendar.dropFirst("/calendars/".count).dropLast(4))
        let stranger = String(repeating: "A", count: 43)
        let uuid = "7c1f0a52-93b8-4f0e-8a7c-2f1d6be45c01"
        // No other address with a secret knows it, nor does a session or a token.
        let templates = world.endpoints.filter { $0.method == .get && $0.path.placeholders.contains(.secret) }
        #expect(templates.count >= 6)
        for template in templates where template.path.match(calendar) == nil {
            func path(_ secret: String) -> String {
                template.path.description.replacing("{secret}", with: secret).replacing("{uuid}", with: uuid)
            }
            let (one, other) = (
                try await world.ask(path(secret), session: nil), try await world.ask(path(stranger), session: nil)
            )
            let said = String(decoding: one.body, as: UTF8.self).replacing(secret, with: stranger)
            #expect(
                one.status == other.status && said == String(decoding: other.body, as: UTF8.self), "\(template.path)")
        }
        for path in ["/account", "/calendars", "/drafts"] {
            #expect(try await world.ask(path, session: secret).status == 401, "\(path)")
            let answer = try await Self.ask(records, .get, path, authorization: "Bearer \(secret)")
            #expect([401, 404].contains(answer.status), "\(path)")
        }
        #expect(try await world.ask("/taxii2/", session: nil, token: secret).status == 401)
        #expect(try await world.ask(calendar, session: nil).status == 200)
        for ending in ["", ".ICS", ".json", ".ics/", "/.ics"] {
            #expect(try await world.ask("/calendars/\(secret)\(ending)", session: nil).status == 404, "\(ending)")
        }
        // It is in no file.
        let folder = URL(fileURLWithPath: world.ledger.directory.file).deletingLastPathComponent()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var looked = 0
        for case let file as URL in files {
            guard let bytes = try? Data(contentsOf: file) else { continue }
            looked += 1
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file.path)")
        }
        #expect(looked > 1)
    }
}
