import Directory
import Exchange
import Foundation
import Hall
import Ledger
import Testing
import Web

@testable import concord

/// Whatever counts who asks refuses at last, and says when to come again.
struct LimitedEndpointTests {
    private typealias Machine = ClockTests.Machine

    /// The gateway with somebody signed in.
    private struct Desk {
        let machine: Machine
        let session: String

        init(requestsPerSecond: Int = 500) async throws {
            machine = try await Machine(requestsPerSecond: requestsPerSecond)
            let invitation = try await machine.compose.directory.invite(
                "Ada", role: .administrator, by: .machine(user: "root"))
            session = try #require(try await machine.accept(invitation)).session
        }

        /// Where a form leads to.
        func follow(_ path: String, _ form: [(name: String, value: String)]) async throws -> String {
            let answer = try await machine.ask(path, session: session, form: form)
            return try #require(
                answer.headers.first { $0.name == "Location" }?.value,
                "\(answer.status) \(String(decoding: answer.body.prefix(2_000), as: UTF8.self))")
        }

        /// A draft of an indicator, whose preview asks what would be harmed.
        func draft() async throws -> String {
            let reader = Reader.machine(of: machine.compose.door.ledger)
            let collection = try #require(try await reader.collection("public")).id
            return try await follow(
                "/drafts/new",
                [("kind", "indicators"), ("collection", collection), ("values", "c2.lantern.example")])
        }

        func savedSearch() async throws -> String {
            let answer = try await machine.ask("/searches", session: session, form: [("query", "q=a"), ("name", "a")])
            let page = String(decoding: answer.body, as: UTF8.self)
            return String(try #require(page.firstMatch(of: /\/feeds\/[0-9A-Za-z_-]{43}/)?.output))
        }

        func privateCalendar() async throws -> String {
            let answer = try await machine.ask("/calendars", session: session, form: [])
            let page = String(decoding: answer.body, as: UTF8.self)
            return String(try #require(page.firstMatch(of: /\/calendars\/[0-9A-Za-z_-]{43}\.ics/)?.output))
        }

        func list() async throws -> String {
            let directory = machine.compose.directory
            let person = try #require(try await directory.person(account: directory.account("Ada").id))
            return try #require(
                URL(string: try await machine.compose.exchange.makeList("edge", of: .domain, for: person).address)
            ).path
        }
    }

    /// Each page that counts who asks, and how it is asked.
    private static let cases: [String: @Sendable (Desk) async throws -> @Sendable () async throws -> Answer] = [
        "post signIn": { desk in
            { try await desk.machine.ask("/sign-in", form: [("name", "Ada"), ("key", "wrong")]) }
        },
        "post invitation": { desk in
            { try await desk.machine.ask("/invitations/" + String(repeating: "A", count: 43), form: []) }
        },
        "post check": { desk in { try await desk.machine.ask("/check", form: [("pasted", "a.example")]) } },
        "post checkTable": { desk in { try await desk.machine.ask("/check.csv", form: [("pasted", "a.example")]) } },
        "get draft": { desk in
            let draft = try await desk.draft()
            return { try await desk.machine.ask(draft, session: desk.session) }
        },
        "post publication": { desk in
            let draft = try await desk.draft()
            let page = String(decoding: try await desk.machine.ask(draft, session: desk.session).body, as: UTF8.self)
            let stamp = String(try #require(page.firstMatch(of: /name="stamp" value="([0-9]+)"/)?.output.1))
            // What is checked here is counted there too, and a draft is published once.
            for _ in 0..<60 {
                _ = try await desk.machine.ask("/check", session: desk.session, form: [("pasted", "a.example")])
            }
            return { try await desk.machine.ask(draft + "/publish", session: desk.session, form: [("stamp", stamp)]) }
        },
        "get savedSearchFeed": { desk in
            let feed = try await desk.savedSearch()
            return { try await desk.machine.ask(feed) }
        },
        "get privateCalendar": { desk in
            let calendar = try await desk.privateCalendar()
            return { try await desk.machine.ask(calendar) }
        },
        "get listText": { desk in
            let list = try await desk.list()
            return { try await desk.machine.ask(list) }
        },
        "get listTable": { desk in
            let list = try await desk.list()
            return { try await desk.machine.ask(list.replacing(".txt", with: ".csv")) }
        },
    ]

    @Test func `each page that counts is known here`() throws {
        let stray = try LimitedEndpoints.all().symmetricDifference(Self.cases.keys)
        #expect(stray.isEmpty)
    }

    @Test(arguments: cases.keys.sorted()) func `a page that counts refuses whoever asks too often`(_ name: String)
        async throws
    {
        let begin = try #require(Self.cases[name])
        let ask = try await begin(Desk())
        var answers: [Answer] = []
        while answers.count < 100, answers.last?.status != 429 { answers.append(try await ask()) }
        let last = try #require(answers.last)
        #expect(last.status == 429)
        #expect(last.headers.first { $0.name == "Retry-After" }.flatMap { Int($0.value) }.map { $0 > 0 } == true)
        #expect(answers.dropLast().allSatisfy { $0.status < 500 })
    }

    @Test func `each endpoint of a protocol refuses a program that asks too often, in the protocol's own words`()
        async throws
    {
        let desk = try await Desk(requestsPerSecond: 1)
        let endpoints = desk.machine.compose.endpoints.filter { $0.interface != nil }
        #expect(endpoints.count >= 10)
        for _ in 0..<10 { #expect(try await desk.machine.ask("/taxii2/").status == 200) }
        for endpoint in endpoints {
            let path = endpoint.path.description.replacing(/\{(\w+)\}/) { match in
                match.1 == "id" ? "tool--00000000-0000-4000-8000-000000000001" : "00000000-0000-4000-8000-000000000001"
            }
            let answer = try await desk.machine.ask(path, by: endpoint)
            #expect(answer.status == 429, "\(endpoint.method) \(path)")
            #expect(answer.contentType.hasPrefix("application/taxii+json"), "\(path)")
            #expect(answer.headers.contains { $0.name == "Retry-After" }, "\(path)")
        }
    }
}
