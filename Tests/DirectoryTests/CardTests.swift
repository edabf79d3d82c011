import Ledger
import STIX
import Testing
import TestSupport

@testable import Directory

/// The public face of an organisation: its identity object, what declares its extensions, and what is read of it.
struct CardTests {
    private static let own = KnownExtension.contactAndConstituency.definition.id
    private static let contacts = KnownExtension.contactInformation.definition.id
    private static let card = ContactCard(
        languages: ["ar", "fr"], timeZone: "Africa/Tunis", hours: "Sun–Thu 8–16", email: "cert@bank.example",
        phone: "+999 555 0100", keys: ["openpgp4fpr:0000"])

    private func bank(_ test: TestDirectory) async throws -> Organisation {
        let bank = try await test.directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        try await test.directory.state(
            ConstituencyForm(
                networks: "198.51.100.0/24", systems: "AS64500", domains: "bank.example", sectors: ["energy"]),
            of: bank.id, by: TestDirectory.machine)
        return try await test.directory.organisation(bank.id)
    }

    private func body(of id: String, _ test: TestDirectory) async throws -> JSON {
        let reader = Reader.everyone(of: test.ledger)
        let newest = try #require(try await reader.standing(of: id)?.current)
        return try JSON.parse(try #require(try await reader.body(of: newest)))
    }

    @Test func `the public face is clean, says what it can with the extension of OASIS, and grows by versions`()
        async throws
    {
        let test = try await TestDirectory()
        let directory = test.directory
        let bank = try await bank(test)
        let id = try await directory.publish(Self.card, of: bank.id, into: "public", by: TestDirectory.machine)
        let first = try await body(of: id, test)
        #expect(first["name"]?.string == "Harbour Bank")
        let own = first["extensions"]?[Self.own]
        #expect(own?["extension_type"]?.string == "property-extension")
        #expect(own?["asns"]?[0]?.number?.value == 64_500)
        #expect(own?["networks"]?[0]?.string == "198.51.100.0/24")
        #expect(own?["email"] == nil && own?["phone"] == nil)
        let contacts = first["extensions"]?[Self.contacts]
        #expect(contacts?["contact_numbers"]?[0]?["contact_number"]?.string == "+999 555 0100")
        #expect(contacts?["contact_numbers"]?[0]?["contact_number_type"]?.string == "work-phone")
        let address = try #require(contacts?["email_addresses"]?[0]?["email_address_ref"]?.string)
        #expect(try await body(of: address, test)["value"]?.string == "cert@bank.example")
        #expect(
            try await directory.card(of: directory.organisation(bank.id), for: .machine(user: "t")).card == Self.card)

        test.clock.pass(.seconds(60))
        var second = Self.card
        second.phone = ""
        #expect(try await directory.publish(second, of: bank.id, into: "public", by: TestDirectory.machine) == id)
        #expect(try await body(of: id, test)["extensions"]?[Self.contacts]?["contact_numbers"] == nil)
        #expect(try await directory.card(of: directory.organisation(bank.id), for: .machine(user: "t")).card == second)

        let reader = Reader.everyone(of: test.ledger)
        let standing = try #require(try await reader.standing(of: id))
        #expect(standing.placements.count == 2)
        #expect(standing.placements.allSatisfy { $0.findings.isEmpty && $0.marking == .clear })
        // What it refers to and what declares it stand beside it, once and clean.
        let author = KnownExtension.contactAndConstituency.definition.author
        for other in [Self.own, Self.contacts, author, address] {
            let standing = try #require(try await reader.standing(of: other), "\(other)")
            #expect(standing.placements.map(\.findings) == [[]], "\(other)")
        }
        let session = try await test.comeIn("Ravi", .member, organisation: bank.id)
        #expect(try await test.person(session: session)?.organisation.identity == id)
    }

    @Test func `an empty card is an identity without extensions of contact`() async throws {
        let test = try await TestDirectory()
        let bank = try await test.directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        let id = try await test.directory.publish(
            ContactCard(), of: bank.id, into: "public", by: TestDirectory.machine)
        #expect(try await body(of: id, test)["extensions"] == nil)
        let standing = try await Reader.everyone(of: test.ledger).standing(of: id)
        #expect(standing?.placements.map(\.findings) == [[]])
        let organisation = try await test.directory.organisation(bank.id)
        #expect(try await test.directory.card(of: organisation, for: .machine(user: "t")).card == ContactCard())
    }

    @Test func `a card of the older form is read, and the next one is of the newer`() async throws {
        let test = try await TestDirectory()
        let bank = try await bank(test)
        let id = "identity--\(bank.id)"
        let old = """
            {"type":"identity","spec_version":"2.1","id":"\(id)","created_by_ref":"\(id)",\
            "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"Harbour Bank",\
            "identity_class":"organization","object_marking_refs":["\(TLP.clear.markingID)"],"extensions":{"\(Self.own)":\
            {"extension_type":"property-extension","email":"cert@bank.example","phone":"+999 555 0100",\
            "hours":"Sun–Thu 8–16"}}}
            """
        let report = try await test.ledger.admit(
            MemorySource(Array(old.utf8)), into: "public", source: .organisation(bank.id))
        #expect(report.placed == 1 && report.withFindings == 0)
        let read = try await test.directory.card(of: bank, for: .machine(user: "t")).card
        #expect(read == ContactCard(hours: "Sun–Thu 8–16", email: "cert@bank.example", phone: "+999 555 0100"))
        try await test.directory.publish(read, of: bank.id, into: "public", by: TestDirectory.machine)
        let own = try await body(of: id, test)["extensions"]?[Self.own]
        #expect(own?["hours"]?.string == "Sun–Thu 8–16" && own?["email"] == nil)
        #expect(try await test.directory.card(of: bank, for: .machine(user: "t")).card == read)
    }

    @Test func `an address that somebody else calls by the identifier is not read`() async throws {
        let test = try await TestDirectory()
        let bank = try await bank(test)
        let id = try await test.directory.publish(Self.card, of: bank.id, into: "public", by: TestDirectory.machine)
        let contacts = try await body(of: id, test)["extensions"]?[Self.contacts]
        let address = try #require(contacts?["email_addresses"]?[0]?["email_address_ref"]?.string)
        let forged = """
            {"type":"email-addr","spec_version":"2.1","id":"\(address)","value":"thief@other.example",\
            "object_marking_refs":["\(TLP.clear.markingID)"]}
            """
        _ = try await test.ledger.admit(
            MemorySource(Array(forged.utf8)), into: "public", source: .program)
        #expect(try await test.directory.card(of: bank, for: .machine(user: "t")).card.email == "cert@bank.example")
    }

    @Test func `the definition of others, said by others before, does not keep a card away`() async throws {
        let test = try await TestDirectory()
        let bank = try await bank(test)
        let published = String(
            decoding: KnownExtension.contactInformation.definition.object, as: UTF8.self
        ).replacing("\"name\":", with: "\"description\":\"Words of its authors.\",\"name\":")
        let elsewhere = try await test.directory.addOrganisation("Elsewhere", by: TestDirectory.machine)
        let report = try await test.ledger.admit(
            MemorySource(Array(published.utf8)), into: "public", source: .organisation(elsewhere.id))
        #expect(report.placed == 1)
        let id = try await test.directory.publish(Self.card, of: bank.id, into: "public", by: TestDirectory.machine)
        #expect(try await body(of: id, test)["name"]?.string == "Harbour Bank")
        #expect(try await body(of: Self.contacts, test)["description"]?.string == "Words of its authors.")
    }

    @Test func `what declares a face is the same bytes as before`() throws {
        // Gateways hold these since their first card; another content under the same version would wait in quarantine.
        let definition = """
            {"type":"extension-definition","spec_version":"2.1",\
            "id":"extension-definition--8d0a5f3e-6c1b-4f0e-9b57-3a2d41c7e9b6",\
            "created_by_ref":"identity--2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8","created":"2026-01-01T00:00:00.000Z",\
            "modified":"2026-01-01T00:00:00.000Z","name":"Contact and constituency",\
            "description":"How a party is reached, and whom it answers for.","version":"1.0.0",\
            "schema":"A property extension of identity. languages: list of RFC 5646 tags, best first. time_zone: IANA name. \
            hours: text. email, phone: text. keys: list of fingerprints or addresses of public keys. networks: list of IPv4 and \
            IPv6 prefixes. asns: list of AS numbers. domains: list of domain names, each with everything below it. sectors: list \
            of industry-sector-ov. All properties are optional.",\
            "extension_types":["property-extension"],"object_marking_refs":["\(TLP.clear.markingID)"]}
            """
        let author = """
            {"type":"identity","spec_version":"2.1","id":"identity--2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8",\
            "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"Concord",\
            "identity_class":"organization","description":"The authors of Concord, a cybersecurity cooperation gateway.",\
            "object_marking_refs":["\(TLP.clear.markingID)"]}
            """
        let written = PublicFace.declarations.map(\.object)
        #expect(try JSON.parse(Array(author.utf8)).canonical() == written[0])
        #expect(try JSON.parse(Array(definition.utf8)).canonical() == written[1])
    }

    @Test(
        arguments: [
            ContactCard(email: "nobody"), ContactCard(languages: ["a b"]), ContactCard(timeZone: "../etc"),
            ContactCard(phone: "call me"), ContactCard(hours: String(repeating: "x", count: 501)),
        ])
    func `what can't stand on a card is refused`(_ wrong: ContactCard) async throws {
        let test = try await TestDirectory()
        let bank = try await bank(test)
        #expect(
            await DirectoryError.code {
                try await test.directory.publish(wrong, of: bank.id, into: "public", by: TestDirectory.machine)
            } == .badContact)
    }

    @Test func `a card goes into a collection that there is`() async throws {
        let test = try await TestDirectory()
        let bank = try await bank(test)
        #expect(
            await DirectoryError.code {
                try await test.directory.publish(Self.card, of: bank.id, into: "nowhere", by: TestDirectory.machine)
            } == .unknownCollection)
    }
}
