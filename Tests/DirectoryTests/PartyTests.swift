import Ledger
import STIX
import Testing
import Web

@testable import Directory

/// Organisations: whom they answer for, and their public face.
struct PartyTests {
    @Test(
        arguments: [
            ("198.51.100.0/24", "198.51.100.0/24"), ("192.0.2.7", "192.0.2.7/32"), ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:DB8:0:0:0:0:0:0/32", "2001:db8::/32"), ("2001:db8::1", "2001:db8::1/128"), ("::/0", "::/0"),
            ("2001:db8:0:1::/64", "2001:db8:0:1::/64"), ("::ffff:192.0.2.0/120", "::ffff:c000:200/120"),
            ("198.51.100.128/25", "198.51.100.128/25"), ("198.51.100.1/24", nil), ("198.51.100.0/33", nil),
            ("198.51.100/24", nil), ("2001:db8::/129", nil), ("2001:db8::1/64", nil), ("1.2.3.04", nil),
            ("1.2.3.256", nil),
            ("::1::", nil), ("12345::", nil), ("198.51.100.0/", nil), ("198.51.100.0/+4", nil), ("bank.example", nil),
            ("", nil),
        ] as [(String, String?)])
    func `networks are read as people write them`(_ text: String, _ expected: String?) {
        #expect(ConstituencyForm.network(text) == expected)
    }

    @Test(
        arguments: [
            ("AS64500", 64_500), ("as64500", 64_500), ("64500", 64_500), ("4294967294", 4_294_967_294), ("0", nil),
            ("4294967295", nil), ("AS", nil), ("AS-1", nil), ("AS 1", nil), ("99999999999", nil),
        ] as [(String, Int?)])
    func `AS numbers are numbers that can be had`(_ text: String, _ expected: Int?) {
        #expect(ConstituencyForm.system(text) == expected)
    }

    @Test(
        arguments: [
            ("Bank.Example.", "bank.example"), ("*.bank.example", "bank.example"), ("vl", "vl"),
            ("xn--mgbh0fb.example", "xn--mgbh0fb.example"), ("مثال.example", nil), ("-a.example", nil), ("a..b", nil),
            ("a_b.example", nil), ("192.0.2.1", nil), (String(repeating: "a", count: 64) + ".example", nil), (".", nil),
            ("", nil),
        ] as [(String, String?)])
    func `domains are names of the DNS`(_ text: String, _ expected: String?) {
        #expect(ConstituencyForm.domain(text) == expected)
    }

    @Test func `a constituency is stated whole, and the first mistake is named`() async throws {
        let test = try await TestDirectory()
        let bank = try await test.directory.addOrganisation("Harbour Bank", by: TestDirectory.machine)
        let form = ConstituencyForm(
            networks: "198.51.100.0/24\n2001:db8::/32, 198.51.100.0/24", systems: "AS64500 64501",
            domains: "bank.example\n",
            sectors: ["financial-services"])
        try await test.directory.state(form, of: "harbour bank", by: TestDirectory.machine)
        let stated = Constituency(
            networks: ["198.51.100.0/24", "2001:db8::/32"], systems: [64_500, 64_501], domains: ["bank.example"],
            sectors: ["financial-services"])
        #expect(try await test.directory.constituency(of: bank.id) == stated)
        for wrong in [
            ConstituencyForm(networks: "198.51.100.0/24\n198.51.100.9/24"), ConstituencyForm(systems: "AS0"),
            ConstituencyForm(domains: "no domain_"), ConstituencyForm(sectors: ["magic"]),
            ConstituencyForm(networks: String(repeating: "192.0.2.1\n", count: 2_001)),
        ] {
            #expect(
                await DirectoryError.code {
                    try await test.directory.state(wrong, of: bank.id, by: TestDirectory.machine)
                }
                    == .badConstituency)
        }
        #expect(try await test.directory.constituency(of: bank.id) == stated)

        let session = try await test.comeIn("Amina", .administrator)
        let path = "/organisations/\(bank.id)/constituency"
        let mistake = try await test.ask(
            path, [("networks", "198.51.100.9/24"), ("asns", "AS64500"), ("domains", "")], session: session)
        #expect(mistake.text.contains("This is not understood: <code dir=\"ltr\">198.51.100.9/24</code>"))
        #expect(mistake.text.contains(">198.51.100.9/24</textarea>"))
        let saved = try await test.ask(
            path,
            [("networks", "192.0.2.0/24"), ("asns", ""), ("domains", ""), ("sector", "energy"), ("sector", "water")],
            session: session)
        #expect(saved.header("Location") == "/organisations/\(bank.id)?done=1")
        #expect(
            try await test.directory.constituency(of: bank.id)
                == Constituency(networks: ["192.0.2.0/24"], sectors: ["energy", "water"]))
    }
}
