import Hall
import Ledger
import STIX
import Storage
import Synchronization
import Testing
import TestSupport
import Web

@testable import Desk

/// What takes much work is there for all, so nobody has all of it.
@Suite struct LimitTests {
    private func ask(
        _ desk: DeskDomain, _ kind: Address.Kind, _ method: Endpoint.Method, _ path: String,
        _ form: [(String, String)] = [],
        from remote: String = "192.0.2.1", as person: String? = nil
    ) async throws -> Answer {
        let endpoint = try #require(desk.endpoints.first { $0.kind == kind && $0.method == method })
        let request = try WebRequest(
            path: path, parameters: endpoint.path.match(path) ?? [:],
            credentials: Credentials(authorization: person.map { "Bearer \($0)" }, remote: remote),
            form: WebForm(form.map { (name: $0.0, value: $0.1) }))
        return await endpoint.answer(to: request, in: .mock) { Issue.record($0) }
    }

    @Test func `whoever checks too often has to wait: strangers sooner, by address, and each person by themselves`()
        async throws
    {
        let gateway = try await DeskGateway()
        let form = [("pasted", "c2.example")]
        for number in 0..<20 {
            let kind: Address.Kind = number < 10 ? .check : .checkTable
            let path = number < 10 ? Address.check.href : Address.checkTable.href
            #expect(try await ask(gateway.desk, kind, .post, path, form).status == 200)
        }
        for kind in [Address.check, Address.checkTable] {
            let refused = try await ask(gateway.desk, kind == .check ? .check : .checkTable, .post, kind.href, form)
            #expect(refused.status == 429)
            #expect(refused.headers.contains(.init("Retry-After", "5")))
        }
        #expect(try await ask(gateway.desk, .check, .post, Address.check.href, form, from: "192.0.2.2").status == 200)
        for _ in 0..<60 {
            #expect(try await ask(gateway.desk, .check, .post, Address.check.href, form, as: "member").status == 200)
        }
        #expect(try await ask(gateway.desk, .check, .post, Address.check.href, form, as: "member").status == 429)
        #expect(try await ask(gateway.desk, .check, .post, Address.check.href, form, as: "analyst").status == 200)
    }

    @Test func `only Check takes a long form of somebody who is not signed in`() async throws {
        let gateway = try await DeskGateway()
        let open = gateway.desk.endpoints.filter { $0.longestOpenForm > WebForm.short }.map(\.kind)
        #expect(Set(open) == [.check, .checkTable])
    }

    @Test func `the feed of a saved search is asked for now and then`() async throws {
        let gateway = try await DeskGateway()
        let ledger = gateway.ledger
        let (secret, other) = (String(repeating: "A", count: 43), String(repeating: "B", count: 43))
        for (secret, query) in [(secret, "q=lantern"), (other, "q=other")] {
            let search = SavedSearch(
                id: ledger.surroundings.uuid(), account: "member", name: query, query: try WebQuery(text: query),
                created: "2026-01-01T00:00:00Z")
            #expect(
                try await SavedSearchTable(ledger: ledger).keep(
                    search, at: ledger.surroundings.now(), secret: Secret(text: secret)))
        }
        let desk = DeskDomain(
            Door(
                ledger: ledger, gateway: .mock, people: TestPeople(account: { DeskGateway.person($0, of: ledger) })))
        for _ in 0..<10 {
            let answer = try await ask(desk, .savedSearchFeed, .get, Address.savedSearchFeed(secret).href)
            #expect(answer.status == 200)
        }
        let refused = try await ask(
            desk, .savedSearchFeed, .get, Address.savedSearchFeed(secret).href, from: "198.51.100.1")
        #expect(refused.status == 429)
        #expect(refused.headers.contains(.init("Retry-After", "1")))
        #expect(try await ask(desk, .savedSearchFeed, .get, Address.savedSearchFeed(other).href).status == 200)
    }

    @Test func `what somebody saw while the clock was wrong hides no news afterwards`() async throws {
        let gateway = try await DeskGateway()
        let looked = Looked(ledger: gateway.ledger)
        func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }
        let (now, later) = (try time("2026-01-01T00:00:00Z"), try time("2036-01-01T00:00:00Z"))
        try await looked.note("member", at: later, now: later)
        #expect(try await looked.last("member", at: later) == later)
        #expect(try await looked.last("member", at: now) == nil)
        try await looked.note("member", at: now, now: now)
        #expect(try await looked.last("member", at: now) == now)
        // An earlier moment says nothing, as ever.
        try await looked.note("member", at: try time("2025-12-31T00:00:00Z"), now: now)
        #expect(try await looked.last("member", at: now) == now)
    }
}
