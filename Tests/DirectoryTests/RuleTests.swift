import Ledger
import STIX
import Storage
import Testing
import Web

@testable import Directory

/// Who may change whom, and what nobody may.
struct RuleTests {
    @Test func `nobody takes the last administrator away`() async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        let amina = try await test.principal(try await test.comeIn("Amina", .administrator))
        for principal in [TestDirectory.machine, amina] {
            #expect(
                await DirectoryError.code { try await directory.disable("Amina", by: principal) } == .lastAdministrator)
            for role in [Role.analyst, .member, .reader] {
                let code = await DirectoryError.code {
                    try await directory.changeRole(of: "Amina", to: role, by: principal)
                }
                #expect(code == .lastAdministrator)
            }
        }
        _ = try await test.comeIn("Bela", .administrator)
        try await directory.disable("Amina", by: TestDirectory.machine)
        // A closed account is no administrator.
        #expect(
            await DirectoryError.code { try await directory.disable("Bela", by: TestDirectory.machine) }
                == .lastAdministrator)
        try await directory.enable("Amina", by: TestDirectory.machine)
        try await directory.changeRole(of: "Bela", to: .reader, by: TestDirectory.machine)
        #expect(try await directory.account("Amina").state == .active)
    }

    @Test func `administrators and analysts are of the gateway's own organisation`() async throws {
        let test = try await TestDirectory()
        try await test.directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        for role in [Role.administrator, .analyst] {
            let code = await DirectoryError.code {
                _ = try await test.directory.invite(
                    "Ravi", role: role, organisation: "Harbour Bank", by: TestDirectory.machine)
            }
            #expect(code == .deskOnly)
        }
        _ = try await test.comeIn("Ravi", .member, organisation: "harbour bank")
        #expect(
            await DirectoryError.code {
                try await test.directory.changeRole(of: "Ravi", to: .analyst, by: TestDirectory.machine)
            } == .deskOnly)
    }

    /// Everything that administers, done by each role.
    @Test(arguments: [Role.analyst, .member, .reader]) func `only an administrator administers`(_ role: Role)
        async throws
    {
        let test = try await TestDirectory()
        let directory = test.directory
        _ = try await test.comeIn("Amina", .administrator)
        let organisation = try await directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        let group = try await directory.addGroup("Bank Group", hidesMembers: false, by: TestDirectory.machine)
        let session = try await test.comeIn("Other", role)
        let other = try await test.principal(session)
        let acts: [@Sendable () async throws -> Void] = [
            { _ = try await directory.invite("New", role: .reader, by: other) },
            { _ = try await directory.inviteAgain("Amina", by: other) },
            { try await directory.disable("Amina", by: other) },
            { try await directory.enable("Amina", by: other) },
            { try await directory.changeRole(of: "Other", to: .administrator, by: other) },
            { try await directory.addOrganisation("New", by: other) },
            { try await directory.state(ConstituencyForm(), of: organisation.id, by: other) },
            { try await directory.publish(ContactCard(), of: organisation.id, into: "public", by: other) },
            { try await directory.addGroup("New", hidesMembers: false, by: other) },
            {
                try await directory.add(
                    organisation.id, to: group.id, having: Reach(collections: [], entries: 0), by: other)
            },
            { try await directory.remove(organisation.id, from: group.id, by: other) },
            { _ = try await directory.audience(named: "persons:Other", by: other) },
            { _ = try await directory.makeToken("x", for: "Amina", scope: .read, by: other) },
        ]
        let before = try await test.audit()
        for (index, act) in acts.enumerated() {
            #expect(await DirectoryError.code(act) == .notAllowed, "act \(index)")
        }
        #expect(try await test.audit() == before)

        // And by their pages, which are not there for them.
        let amina = try await directory.account("Amina").id
        let pages = [
            "/people", "/people/\(amina)", "/organisations", "/organisations/\(organisation.id)", "/groups",
            "/groups/\(group.id)", "/audit",
        ]
        for path in pages {
            #expect(try await test.ask(path, session: session).status == 404, "\(path)")
            #expect(try await test.ask(path).status == 401, "\(path)")
        }
        let forms: [(String, [(String, String)])] = [
            ("/people", [("name", "New"), ("role", "reader"), ("organisation", organisation.id)]),
            ("/people/\(amina)/state", [("state", "disable")]), ("/people/\(amina)/role", [("role", "reader")]),
            ("/people/\(amina)/invitation", []), ("/organisations", [("name", "New")]),
            ("/organisations/\(organisation.id)/constituency", [("networks", ""), ("asns", ""), ("domains", "")]),
            ("/organisations/\(organisation.id)/card", []), ("/groups", [("name", "New")]),
            ("/groups/\(group.id)/members", [("organisation", organisation.id), ("action", "add"), ("entries", "0")]),
        ]
        for (path, form) in forms {
            #expect(try await test.ask(path, form, session: session).status == 404, "\(path)")
            #expect(try await test.ask(path, form).status == 401, "\(path)")
        }
        #expect(try await test.audit() == before)
    }

    @Test func `every form of a session needs its token, and comes from this site`() async throws {
        let test = try await TestDirectory()
        let session = try await test.comeIn("Amina", .administrator)
        let id = "00000000-0000-4000-8000-000000000001"
        for endpoint in test.directory.endpoints where endpoint.method == .post && endpoint.kind != .signIn {
            let path = endpoint.path.description.replacing("{uuid}", with: id)
                .replacing("{secret}", with: String(repeating: "A", count: 43))
            #expect(try await test.ask(path, [], session: session, token: .some(nil)).status == 403, "\(path)")
            #expect(try await test.ask(path, [], session: session, fetchSite: "cross-site").status == 403, "\(path)")
            #expect(try await test.ask(path, [], session: session, fetchSite: "same-site").status == 403, "\(path)")
        }
        #expect(try await test.audit().map(\.act) == [.accepted, .invited])
    }

    @Test func `who is closed, demoted or taken out of a group stops at the next request`() async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        _ = try await test.comeIn("Amina", .administrator)
        let bank = try await directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        let group = try await directory.addGroup("Bank Group", hidesMembers: false, by: TestDirectory.machine)
        let ravi = try await test.comeIn("Ravi", .member, organisation: bank.id)
        let audience = Audience.group(group.id)
        #expect(try await test.person(session: ravi)?.viewer.isOf(audience) == false)
        try await directory.add(
            bank.id, to: group.id, having: Reach(collections: [], entries: 0), by: TestDirectory.machine)
        #expect(try await test.person(session: ravi)?.viewer.isOf(audience) == true)
        try await directory.remove(bank.id, from: group.id, by: TestDirectory.machine)
        #expect(try await test.person(session: ravi)?.viewer.isOf(audience) == false)
        try await directory.changeRole(of: "Ravi", to: .reader, by: TestDirectory.machine)
        #expect(try await test.person(session: ravi)?.role == .reader)
        try await directory.disable("Ravi", by: TestDirectory.machine)
        #expect(try await test.person(session: ravi) == nil)
    }

    @Test func `a list of named persons is of these persons, and nothing changes it`() async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        let amina = try await test.comeIn("Amina", .administrator)
        let bela = try await test.comeIn("Bela", .reader)
        let lena = try await test.comeIn("Lena", .analyst)
        let audience = try await directory.audience(named: "persons:Amina,bela", by: TestDirectory.machine)
        #expect(audience.ceiling == .red)
        for (session, isOf) in [(amina, true), (bela, true), (lena, false)] {
            #expect(try await test.person(session: session)?.viewer.isOf(audience) == isOf)
        }
        #expect(try await directory.words(for: audience) == "persons:Amina,Bela")
        // Only one place in this room writes to the table, and it makes a list of its own.
        #expect(try await directory.audience(named: "persons:Amina,Lena", by: TestDirectory.machine) != audience)
        // Nobody looks through the eyes of named persons but themselves.
        #expect(try await test.person(session: lena, seeAs: audience.description)?.seeingAs == nil)
        #expect(try await test.person(session: amina, seeAs: audience.description)?.seeingAs == audience)
        #expect(
            await DirectoryError.code { _ = try await directory.audience(named: "persons:", by: TestDirectory.machine) }
                == .badName)
    }

    @Test func `a name has one owner, however it is written`() async throws {
        let test = try await TestDirectory()
        _ = try await test.comeIn("Zoé Ünal", .administrator)
        for name in ["zoé ünal", "ZOE\u{301} U\u{308}NAL", " Zoé\tÜnal "] {
            let code = await DirectoryError.code {
                _ = try await test.directory.invite(name, role: .reader, by: TestDirectory.machine)
            }
            #expect(code == .nameTaken, "\(name)")
        }
        for name in ["", "  ", "a\u{202E}b", "a\u{0}b", "a\u{200B}b", String(repeating: "x", count: 121)] {
            let code = await DirectoryError.code {
                _ = try await test.directory.invite(name, role: .reader, by: TestDirectory.machine)
            }
            #expect(code == .badName, "\(name)")
        }
    }

    @Test func `seeing as somebody else reads as they do, and changes nothing`() async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        let amina = try await test.comeIn("Amina", .administrator)
        let lena = try await test.comeIn("Lena", .analyst)
        let bank = try await directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        let ravi = try await test.comeIn("Ravi", .member, organisation: bank.id)
        let group = Audience.group(
            try await directory.addGroup("Bank Group", hidesMembers: false, by: TestDirectory.machine).id)
        let asPublic = try #require(try await test.person(session: amina, seeAs: "everyone"))
        #expect(asPublic.seeingAs == .everyone)
        #expect(asPublic.viewer == .everyone)
        let desk = try #require(try await Reader.machine(of: test.ledger).collection("desk"))
        #expect(asPublic.may(.erase, in: desk).isAllowed == false)
        let asGroup = try #require(try await test.person(session: amina, seeAs: group.description))
        #expect(asGroup.viewer == Viewer(of: [.signedIn, group]))
        #expect(!asGroup.viewer.isOf(test.ledger.gateway.desk))
        // An analyst looks through no eyes that see more than their own; a member through none.
        #expect(try await test.person(session: lena, seeAs: "signed-in")?.seeingAs == .signedIn)
        #expect(try await test.person(session: lena, seeAs: group.description)?.seeingAs == nil)
        #expect(try await test.person(session: ravi, seeAs: "everyone")?.seeingAs == nil)
        for nonsense in ["group:nothing", "nonsense", "", "persons:x"] {
            #expect(try await test.person(session: amina, seeAs: nonsense)?.seeingAs == nil, "\(nonsense)")
        }

        let chosen = try await test.ask(
            "/see-as", [("audience", group.description), ("next", "/types")], session: amina)
        #expect(chosen.header("Location") == "/types")
        #expect(
            chosen.header("Set-Cookie")?.hasPrefix(
                "see-as=\(group); Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure") == true)
        #expect(try await test.audit().first?.act == .sawAs)
        #expect(try await test.ask("/see-as", [("audience", group.description)], session: lena).status == 404)
        #expect(try await test.ask("/see-as", session: ravi).status == 404)
        // Every page says so and leads back; nothing can be changed meanwhile.
        let account = try await test.ask("/account", session: amina, seeAs: group.description)
        #expect(account.text.contains("as \u{2068}Bank Group\u{2069} does"))
        #expect(account.text.contains("Back to yourself"))
        for (path, form) in [("/account/keys", []), ("/account/tokens", [("name", "x"), ("scope", "read")])] {
            #expect(try await test.ask(path, form, session: amina, seeAs: "everyone").status == 403)
        }
        #expect(try await test.ask("/people", session: amina, seeAs: "everyone").status == 404)
        let back = try await test.ask("/see-as", [("audience", "")], session: amina, seeAs: group.description)
        #expect(back.header("Set-Cookie")?.hasPrefix("see-as=; Path=/; Max-Age=0") == true)
    }
}
