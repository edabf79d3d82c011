import Ledger
import Mail
import STIX
import Storage
import TestSupport
import Testing
import Work

@testable import Outside

/// Letters from the transaction that causes them to what became of them.
@Suite struct LetterHandoverTests {
    @Test func `a letter is handed over once, and what it says is kept no longer`() async throws {
        let gateway = try await MailGateway()
        let id = try await gateway.post()
        #expect(try await gateway.state(id) == .waiting && id.utf8.count == 32)
        try await gateway.round()
        try await gateway.round()
        let envelope = try #require(gateway.taken.envelopes.first)
        #expect(gateway.taken.tries == 1 && envelope.id == id && "\(envelope.sender)" == "cirt@valdoria.example")
        let text = String(decoding: envelope.bytes, as: UTF8.self)
        #expect(text.contains("Message-ID: <\(id)@valdoria.example>\r\n") && text.hasSuffix("\r\n\r\nHello\r\n"))
        #expect(try await gateway.state(id) == .sent)
        #expect(try await gateway.work.rows(limit: 10).isEmpty)
        let kept: [UInt8]? = try await gateway.table.read {
            try $0.value("SELECT bytes FROM letter", as: [UInt8]?.self) ?? nil
        }
        #expect(kept == nil)
    }

    @Test func `either the cause and its letter are there, or neither`() async throws {
        struct Undone: Error {}
        let gateway = try await MailGateway()
        let draft = try gateway.draft()
        await #expect(throws: Undone.self) {
            try await gateway.table.write { session in
                _ = try session.post(draft, gateway.ledger.surroundings)
                throw Undone()
            }
        }
        try await gateway.round()
        #expect(gateway.taken.tries == 0)
        #expect(try await gateway.table.letters(limit: 10).isEmpty)
    }

    @Test func `where nobody has said by which way, nothing is posted`() async throws {
        let gateway = try await MailGateway(isSet: false)
        #expect(try await gateway.table.post(gateway.draft()) == .noServer)
        #expect(try await gateway.table.letters(limit: 10).isEmpty)
        try await gateway.table.set(SMTPSubmissionTests.server())
        let id = try await gateway.post()
        try await gateway.table.unset()
        try await gateway.round()
        #expect(try await gateway.state(id) == .waiting)
        try await gateway.table.set(SMTPSubmissionTests.server())
        try await gateway.round()
        #expect(try await gateway.state(id) == .sent)
    }

    @Test func `a row that is done again finds that its letter is sent`() async throws {
        let gateway = try await MailGateway()
        let id = try await gateway.post()
        try await gateway.round()
        // The process ended before the row did.
        try await gateway.table.write { try $0.ask("mail", for: id, at: gateway.clock.now, now: gateway.clock.now) }
        try await gateway.round()
        #expect(gateway.taken.tries == 1)
        #expect(try await gateway.work.rows(limit: 10).isEmpty)
    }

    @Test func `an address that is wrong is held back until somebody frees it`() async throws {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.address, "550 5.1.1 who?", status: MailStatus(5, 1, 1)))
        let (first, second) = (try await gateway.post(), try await gateway.post("AMINA@cirt.example"))
        try await gateway.round()
        // Both may have been under way.
        let states = [try await gateway.state(first), try await gateway.state(second)]
        #expect(states.contains(.failed) && states.allSatisfy { $0 == .failed || $0 == .held })
        gateway.taken.say(nil)
        #expect(
            try await gateway.table.post(gateway.draft("Amina@CIRT.example")) == .heldBack(reason: "550 5.1.1 who?"))
        #expect(try await gateway.table.held(limit: 10).map(\.address) == ["amina@cirt.example"])
        #expect(try await gateway.table.tally()[.held] >= 1)
        // Others are not.
        let other = try await gateway.post("lena@cirt.example")
        try await gateway.round()
        #expect(try await gateway.state(other) == .sent)
        #expect(try await gateway.table.free(MailAddress("amina@cirt.example")))
        #expect(try await !gateway.table.free(MailAddress("amina@cirt.example")))
        let again = try await gateway.post()
        try await gateway.round()
        #expect(try await gateway.state(again) == .sent && gateway.taken.envelopes.count == 2)
    }

    @Test func `what is refused for what it says ends by itself`() async throws {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.letter, "554 5.7.1 spam", status: MailStatus(5, 7, 1)))
        let id = try await gateway.post()
        try await gateway.round()
        let letter = try #require(await gateway.table.letter(id))
        #expect(letter.state == .failed && letter.status == "5.7.1" && letter.outcome == "554 5.7.1 spam")
        #expect(try await gateway.table.held(limit: 10).isEmpty)
        #expect(try await gateway.work.rows(limit: 10).isEmpty)
    }

    @Test func `what may be taken later is tried for five days`() async throws {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.later, "451 later"))
        let id = try await gateway.post()
        for _ in 0..<5 * 24 {  // An hour each.
            try await gateway.round()
            gateway.clock.pass(.seconds(3_600))
            if try await gateway.state(id) != .waiting { break }
        }
        #expect(try await gateway.state(id) == .waiting)
        let tries = gateway.taken.tries
        #expect(tries > 15 && tries < 60, "\(tries)")
        for _ in 0..<8 {
            gateway.clock.pass(.seconds(3_600))
            try await gateway.round()
        }
        let letter = try #require(await gateway.table.letter(id))
        #expect(letter.state == .failed && letter.outcome == "given up after five days: 451 later")
    }

    @Test func `trouble with the server holds up all letters, and is not tried with each`() async throws {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.server, "nobody listens there"))
        for number in 0..<50 { try await gateway.post("a\(number)@cirt.example") }
        try await gateway.round()
        // As many as go on at once.
        #expect(gateway.taken.tries <= 4)
        #expect(try await gateway.table.tally().problem == "nobody listens there")
        #expect(try await gateway.table.tally()[.waiting] == 50)
        gateway.taken.say(nil)
        gateway.clock.pass(.seconds(400))
        try await gateway.round()
        #expect(try await gateway.table.tally()[.sent] == 50)
        #expect(try await gateway.table.tally().problem == nil)
    }

    @Test func `letters that only waited for the server are given up too`() async throws {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.settings, "the password is wrong"))
        for number in 0..<20 { try await gateway.post("a\(number)@cirt.example") }
        var tries = 0
        for day in 0..<7 {
            try await gateway.round()
            if day == 4 { tries = gateway.taken.tries }
            gateway.clock.pass(.seconds(86_400))
        }
        #expect(tries <= 5 * 4)
        #expect(try await gateway.table.tally()[.failed] == 20)
        #expect(try await gateway.work.rows(limit: 100).isEmpty)
    }

    @Test func `a wrong password is not tried so often that somebody locks the account, and a new one at once`()
        async throws
    {
        let gateway = try await MailGateway()
        gateway.taken.say(MailFailure(.settings, "535 no"))
        let id = try await gateway.post()
        for _ in 0..<24 {
            try await gateway.round()
            gateway.clock.pass(.seconds(600))
        }
        #expect(gateway.taken.tries <= 8)
        gateway.taken.say(nil)
        try await gateway.table.set(SMTPSubmissionTests.server("smtps://other.example"))
        try await gateway.round()
        #expect(try await gateway.state(id) == .sent)
    }

    @Test func `so much mail waits, and no more`() async throws {
        let gateway = try await MailGateway()
        let text = String(repeating: "é", count: 120_000)
        try await gateway.table.write { session in
            // As large as the bound, without making that many bytes.
            try session.run(
                "INSERT INTO letter (id, recipient, size, bytes, state, made) VALUES ('x', 'a@b', \(256 << 20), NULL, 'waiting', 0)"
            )
        }
        #expect(try await gateway.table.post(gateway.draft("a@b.example", text)) == .full)
        #expect(try await gateway.table.tally()[.failed] == 1)
    }

    @Test func `what became of a letter is forgotten after a month`() async throws {
        let gateway = try await MailGateway()
        let old = try await gateway.post()
        try await gateway.round()
        gateway.clock.pass(.seconds(31 * 86_400))
        let new = try await gateway.post()
        try await gateway.round()
        #expect(try await gateway.state(old) == nil)
        #expect(try await gateway.state(new) == .sent)
    }

    @Test func `settings come back as they went in`() async throws {
        let server = try MailServer(
            "smtps://mail.example:2465", credentials: .basic(user: "u", password: "p:w"), authority: "/etc/x.pem",
            sender: Mailbox(MailAddress("cirt@valdoria.example"), name: HeaderText("فريق")),
            bounces: MailAddress("b@valdoria.example"))
        let gateway = try await MailGateway(server)
        #expect(try await gateway.table.server() == server)
        let relay = try SMTPSubmissionTests.server("smtp://127.0.0.1:25", isUnencrypted: true, reach: .anywhere)
        try await gateway.table.set(relay)
        #expect(try await gateway.table.server() == relay)
    }
}
