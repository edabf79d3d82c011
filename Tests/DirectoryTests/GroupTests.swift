import Ledger
import STIX
import Storage
import Testing
import Web

@testable import Directory

/// Groups, who is counted, and what is said before a reader is added.
struct GroupTests {
    /// A desk, two banks in a group, and one outside.
    private func neighbourhood(hides: Bool) async throws -> (
        TestDirectory, SharingGroup, sessions: [String: String], banks: [Organisation]
    ) {
        let test = try await TestDirectory()
        var sessions = [
            "Amina": try await test.comeIn("Amina", .administrator), "Lena": try await test.comeIn("Lena", .analyst),
        ]
        var banks: [Organisation] = []
        for (bank, person) in [("Harbour Bank", "Ravi"), ("Hill Bank", "Sofia"), ("Lake Bank", "Tariq")] {
            banks.append(try await test.directory.addOrganisation(bank, by: TestDirectory.machine))
            sessions[person] = try await test.comeIn(person, .member, organisation: bank)
        }
        let group = try await test.directory.addGroup("Bank Group", hidesMembers: hides, by: TestDirectory.machine)
        for bank in banks.prefix(2) {
            try await test.directory.add(
                bank.id, to: group.id, having: try await test.directory.reach(ofGroup: group.id),
                by: TestDirectory.machine)
        }
        return (test, try await test.directory.group(group.id), sessions, banks)
    }

    @Test func `people are counted for those who are of the audience`() async throws {
        let (test, group, sessions, banks) = try await neighbourhood(hides: false)
        func count(_ audience: Audience, _ name: String) async throws -> Headcount {
            let person = try #require(try await test.person(session: sessions[name]))
            return try await test.directory.headcount(audience, for: person)
        }
        #expect(try await count(.everyone, "Ravi") == .everyone)
        #expect(try await count(.signedIn, "Ravi") == .people(5, organisations: 4))
        #expect(try await count(.group(group.id), "Ravi") == .people(2, organisations: 2))
        #expect(try await count(.group(group.id), "Tariq") == .hidden)
        #expect(try await count(.organisation(banks[0].id), "Ravi") == .people(1, organisations: 1))
        #expect(try await count(.organisation(banks[0].id), "Sofia") == .hidden)
        try await test.directory.disable("Sofia", by: TestDirectory.machine)
        #expect(try await count(.group(group.id), "Ravi") == .people(1, organisations: 1))
        let persons = try await test.directory.audience(named: "persons:Ravi,Tariq", by: TestDirectory.machine)
        #expect(try await count(persons, "Ravi") == .people(2, organisations: 2))
    }

    @Test func `a hidden group tells its members neither names nor number`() async throws {
        let (test, group, sessions, banks) = try await neighbourhood(hides: true)
        let audience = Audience.group(group.id)
        for (name, expected) in [
            ("Ravi", Headcount.hidden), ("Lena", .hidden), ("Amina", .people(2, organisations: 2)),
        ] {
            let person = try #require(try await test.person(session: sessions[name]))
            #expect(try await test.directory.headcount(audience, for: person) == expected, "\(name)")
        }
        let member = try await test.ask("/groups/\(group.id)", session: sessions["Ravi"])
        #expect(member.status == 200)
        for trace in ["Hill Bank", "Sofia", "id=\"members\"", banks[1].id] {
            #expect(!member.text.contains(trace), "\(trace)")
        }
        let outside = try await test.ask("/groups/\(group.id)", session: sessions["Tariq"])
        let absent = try await test.ask("/groups/00000000-0000-4000-8000-000000000001", session: sessions["Tariq"])
        #expect(outside.status == 404)
        #expect(outside == absent)
        // One member more or less changes nothing that a member gets to see.
        let page = try await test.ask("/groups/\(group.id)", session: sessions["Ravi"])
        try await test.directory.remove(banks[1].id, from: group.id, by: TestDirectory.machine)
        #expect(try await test.ask("/groups/\(group.id)", session: sessions["Ravi"]) == page)
        // While an administrator looks as a member, they learn no more than a member does.
        let seen = try await test.ask("/groups/\(group.id)", session: sessions["Amina"], seeAs: audience.description)
        #expect(seen.status == 200)
        #expect(!seen.text.contains("Harbour Bank"))
    }

    @Test func `an open group tells its members each other's names`() async throws {
        let (test, group, sessions, _) = try await neighbourhood(hides: false)
        let member = try await test.ask("/groups/\(group.id)", session: sessions["Ravi"])
        #expect(member.text.contains("Hill Bank"))
        #expect(!member.text.contains("Lake Bank"))
        #expect(!member.text.contains("Remove"))
    }

    @Test func `nobody is added to a group before it was said what they will read`() async throws {
        let (test, group, sessions, banks) = try await neighbourhood(hides: false)
        try await test.ledger.createCollection(alias: "banks", title: "Banks", audience: .group(group.id))
        let session = sessions["Amina"]
        let path = "/groups/\(group.id)/members"
        let form = [("organisation", banks[2].id), ("action", "add")]
        let look = try await test.ask(path, form, session: session)
        let page = "/groups/\(group.id)?add=\(banks[2].id)"
        #expect(look.header("Location") == page)
        #expect(
            try await test.ask(page, session: session).text.contains(
                "1 person will read 1 existing entry, from now on."))
        #expect(try await test.directory.group(group.id).members.count == 2)
        // Meanwhile something more was said to the group: what was confirmed is not what would be.
        try await test.ledger.createCollection(alias: "more", title: "More", audience: .group(group.id))
        let stale = try await test.ask(path, form + [("entries", "1")], session: session)
        #expect(stale.header("Location") == page)
        #expect(try await test.directory.group(group.id).members.count == 2)
        let done = try await test.ask(path, form + [("entries", "2")], session: session)
        #expect(done.header("Location") == "/groups/\(group.id)?done=1")
        #expect(
            try await test.directory.group(group.id).members.map(\.name) == ["Harbour Bank", "Hill Bank", "Lake Bank"])
        let entry = try #require(try await test.audit().first)
        #expect(entry.act == .memberAdded)
        #expect(entry.subject == "Lake Bank")
        #expect(entry.detail == "Bank Group, 2 entries")
        #expect(entry.who == "Amina")
    }
}
