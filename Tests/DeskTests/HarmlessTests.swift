import Foundation
import Hall
import Ledger
import STIX
import Testing
import TestSupport

@testable import Desk

/// Known-good lists that ship with the program, and what they say for each purpose.
@Suite struct HarmlessTests {
    private func ledger() async throws -> GatewayLedger {
        try await GatewayLedger.create(
            DataDirectory.forTest(TemporaryFolder().path + "/data"), name: "Valdoria", migrations: deskMigrations)
    }

    private func value(_ text: String) throws -> ObservableValue { try #require(ObservableValue(text), "\(text)") }

    @Test func `every entry that ships can be met, in a list with a name of its own`() {
        #expect(Set(Warninglist.bundled.map(\.name)).count == Warninglist.bundled.count)
        for list in Warninglist.bundled {
            #expect(!list.entries.isEmpty && !list.description.isEmpty)
            #expect(Set(list.entries).count == list.entries.count, "\(list.name)")
            for entry in list.entries { #expect(list.key(of: entry) != nil, "\(list.name): \(entry)") }
        }
    }

    @Test(arguments: [
        ("8.8.8.8", ["Public resolvers"], ["Public resolvers"]),
        ("8.8.8.0/24", ["Public resolvers"], ["Public resolvers"]),
        ("8.8.0.0/16", ["Public resolvers"], ["Public resolvers"]),
        ("8.8.9.0/24", [], []), ("2001:4860:4860::8888", ["Public resolvers"], ["Public resolvers"]),
        ("www.wikipedia.org", ["Well-known sites"], ["Well-known sites"]),
        // A name above a known one would take it along.
        ("co.uk", ["Well-known sites"], ["Well-known sites"]),
        ("amazonaws.com", ["Names under which others publish"], ["Names under which others publish"]),
        ("evil-bucket.s3.amazonaws.com", [], []), ("evil.github.io", [], []), ("notwikipedia.org", [], []),
        // One page or mailbox of a known host: named in a warning it is asked about, blocked it is that one alone.
        ("https://www.google.com/maps?q=1", ["Well-known sites"], []),
        ("https://www.google.com/", ["Well-known sites"], ["Well-known sites"]),
        ("http://8.8.8.8/a", ["Public resolvers"], []),
        ("someone@gmail.com", [], []),
        ("d41d8cd98f00b204e9800998ecf8427e", ["Files that say nothing"], ["Files that say nothing"]),
    ])
    func `what ships says this for publishing and for blocking`(
        _ text: String, _ publishing: [String], _ blocking: [String]
    ) async throws {
        let lists = KnownGood(try await ledger())
        let value = try value(text)
        #expect(try await lists.lists(touching: [value], for: .publishing)[value] ?? [] == publishing)
        #expect(try await lists.lists(touching: [value], for: .blocking)[value] ?? [] == blocking)
    }

    @Test func `a list that is kept stands for the one of its name that ships`() async throws {
        let lists = KnownGood(try await ledger())
        let (old, new) = (try value("8.8.8.8"), try value("192.0.2.53"))
        let json = #"{"name":"Public resolvers","type":"cidr","list":["192.0.2.0/24"]}"#
        _ = try await lists.keep(Warninglist(json: Data(json.utf8)))
        let found = try await lists.lists(touching: [old, new], for: .blocking)
        #expect(found == [new: ["Public resolvers"]])
        #expect(try await lists.lists(touching: [value("192.0.2.0/23")], for: .blocking).count == 1)
        #expect(try await lists.all().filter { $0.name == "Public resolvers" }.map(\.entries) == [1])
        #expect(try await lists.remove("Public resolvers"))
        #expect(try await lists.lists(touching: [old, new], for: .blocking) == [old: ["Public resolvers"]])
    }

    @Test func `what is somebody's comes before what is known, and a page of theirs is blocked alone`() async throws {
        let harmless = HarmlessValues(
            Door(
                ledger: try await ledger(), gateway: .mock,
                people: TestPeople(constituencies: [
                    (
                        organisation: "bank",
                        constituency: Constituency(
                            networks: ["8.8.8.0/24"], systems: [64500], domains: ["bank.example"])
                    ),
                    (
                        organisation: "host",
                        constituency: Constituency(networks: ["2001:db8::/32"], domains: ["mail.host.example"])
                    ),
                ])))
        func why(_ text: String, _ purpose: Harmless.Purpose) async throws -> Harmless? {
            let value = try value(text)
            return try await harmless.find([value], for: purpose)[value]
        }
        let bank = Harmless.constituency(part: "bank.example", organisation: "bank")
        #expect(try await why("8.8.8.8", .blocking) == .constituency(part: "8.8.8.0/24", organisation: "bank"))
        #expect(try await why("8.0.0.0/8", .blocking) == .constituency(part: "8.8.8.0/24", organisation: "bank"))
        #expect(
            try await why("2001:db8:1::/48", .blocking) == .constituency(part: "2001:db8::/32", organisation: "host"))
        #expect(try await why("www.bank.example", .blocking) == bank)
        #expect(try await why("a@bank.example", .blocking) == bank)
        #expect(try await why("https://bank.example/x", .publishing) == bank)
        #expect(try await why("https://bank.example/x", .blocking) == nil)
        #expect(try await why("https://bank.example/", .blocking) == bank)
        #expect(
            try await why("host.example", .blocking) == .constituency(part: "mail.host.example", organisation: "host"))
        #expect(try await why("other.host.example", .blocking) == nil)
        #expect(try await why("AS64500", .publishing) == .constituency(part: "AS64500", organisation: "bank"))
        #expect(try await why("http://10.0.0.1/x", .blocking) == .specialUse(.privateUse))
        #expect(try await why("198.51.100.7", .publishing) == nil)
    }
}
