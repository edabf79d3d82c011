import Ledger
import STIX
import Testing
import TestSupport
import Web

@testable import Directory

/// Two people change one contact card: nobody's change goes without their knowing, and nothing that was typed is lost.
struct CardEditTests {
    private static let machine = TestDirectory.machine

    private static func bank(_ test: TestDirectory, _ first: ContactCard? = nil) async throws -> Organisation {
        let bank = try await test.directory.addOrganisation("Harbour Bank", by: machine)
        if let first { try await test.directory.publish(first, of: bank.id, into: "public", by: machine) }
        return try await test.directory.organisation(bank.id)
    }

    @Test(arguments: [nil, ContactCard(email: "cert@bank.example")])
    func `who comes second is told, and the first change stands`(_ before: ContactCard?) async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        let bank = try await Self.bank(test, before)
        let seen = try await directory.card(of: bank, for: Self.machine)
        #expect((seen.version == nil) == (before == nil))
        test.clock.pass(.seconds(60))
        var (one, other) = (seen, seen)
        one.card.phone = "+999 555 0101"
        other.card.hours = "Sun–Thu 8–16"
        try await directory.publish(one, of: bank.id, into: "public", by: Self.machine)
        test.clock.pass(.seconds(60))
        #expect(
            await DirectoryError.code {
                try await directory.publish(other, of: bank.id, into: "public", by: Self.machine)
            } == .changedMeanwhile)
        let now = try await directory.card(of: bank, for: Self.machine)
        #expect(now.card == one.card)
        // Who has looked at what stands now changes that.
        var third = now
        third.card.hours = other.card.hours
        try await directory.publish(third, of: bank.id, into: "public", by: Self.machine)
        let last = try await directory.card(of: bank, for: Self.machine).card
        #expect(last.phone == one.card.phone && last.hours == other.card.hours)
    }

    @Test func `of many at once one wins, whoever it is`() async throws {
        let test = try await TestDirectory()
        let directory = test.directory
        let bank = try await Self.bank(test, ContactCard(email: "cert@bank.example"))
        let seen = try await directory.card(of: bank, for: Self.machine)
        let won = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<6 {
                group.addTask {
                    var mine = seen
                    mine.card.phone = "+999 555 010\(number)"
                    do {
                        try await directory.publish(mine, of: bank.id, into: "public", by: Self.machine)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
        let versions = try await Reader.everyone(of: test.ledger).standing(of: "identity--\(bank.id)")?.placements
        #expect(versions?.count == 2)
    }

    @Test func `a change that the editor can't read is none to them`() async throws {
        let test = try await TestDirectory()
        let bank = try await Self.bank(test, ContactCard(email: "cert@bank.example"))
        let id = "identity--\(bank.id)"
        let seen = try await test.directory.card(of: bank, for: Self.machine)
        try await test.directory.publish(
            ContactCard(email: "desk@bank.example"), of: bank.id, into: "desk", by: Self.machine)
        let everyone = SeenVersion(
            of: id, by: .organisation(bank.id), version: seen.version, to: Reader.everyone(of: test.ledger).viewer)
        try await test.ledger.say([], changing: [everyone])
        let whole = SeenVersion(
            of: id, by: .organisation(bank.id), version: seen.version, to: Reader.machine(of: test.ledger).viewer)
        let error = await #expect(throws: LedgerError.self) { try await test.ledger.say([], changing: [whole]) }
        #expect(error?.code == .changedMeanwhile)
    }

    @Test func `the page keeps what was typed, and shows what stands now`() async throws {
        let test = try await TestDirectory()
        let bank = try await Self.bank(test, ContactCard(email: "cert@bank.example"))
        let session = try await test.comeIn("Amina", .administrator)
        let path = "/organisations/\(bank.id)"
        func version(_ page: Answer) throws -> String {
            let match = try #require(page.text.firstMatch(of: /name="version" value="([^"]*)"/))
            return String(match.output.1)
        }
        let place = try #require(await Reader.machine(of: test.ledger).collection("public")).id
        func send(_ hours: String, _ version: String) async throws -> Answer {
            try await test.ask(
                path + "/card",
                [
                    ("email", "typed@bank.example"), ("phone", ""), ("hours", hours), ("time-zone", ""),
                    ("languages", ""), ("keys", ""), ("collection", place), ("version", version),
                ], session: session)
        }
        let seen = try version(await test.ask(path, session: session))
        test.clock.pass(.seconds(60))
        try await test.directory.publish(
            ContactCard(email: "first@bank.example"), of: bank.id, into: "public", by: Self.machine)
        test.clock.pass(.seconds(60))
        let refused = try await send("Sun–Thu <8–16>", seen)
        #expect(refused.status == 409)
        let text = refused.text
        #expect(text.contains(#"value="typed@bank.example""#) && text.contains("Sun–Thu &lt;8–16&gt;"))
        let now = try #require(text.firstMatch(of: /id="card-now".*?<\/dl>/.dotMatchesNewlines()))
        #expect(now.output.contains("first@bank.example") && !now.output.contains("typed@"))
        let next = try version(refused)
        #expect(next != seen)
        #expect(try await send("Sun–Thu", next).status == 303)
        #expect(try await test.directory.card(of: bank, for: Self.machine).card.hours == "Sun–Thu")
        // Who sends a version that never was changes nothing.
        for wrong in [seen, "", "yesterday"] { #expect(try await send("never", wrong).status == 409) }
    }
}
