import Foundation
import Mail
import STIX
import TestSupport
import Testing

@testable import Outside

/// What mail servers report of letters, and what strangers would like us to believe of them.
@Suite struct BounceTests {
    private func gateway() async throws -> (MailGateway, id: String) {
        let server = try MailServer(
            "smtps://mail.example", sender: Mailbox(MailAddress("cirt@valdoria.example")),
            bounces: MailAddress("bounces@valdoria.example"))
        let gateway = try await MailGateway(server)
        let id = try await gateway.post()
        try await gateway.round()
        return (gateway, id)
    }

    private func report(
        _ id: String, to recipient: String = "amina@cirt.example", action: String = "failed", status: String = "5.1.1"
    ) throws -> DeliveryReport {
        try DeliveryReport(
            Array(
                """
                To: bounces+\(id)@valdoria.example
                Content-Type: multipart/report; boundary=a

                --a
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; \(recipient)
                Action: \(action)
                Status: \(status)
                Diagnostic-Code: smtp; who?
                --a--
                """.utf8))
    }

    @Test func `a letter that comes back holds its address back`() async throws {
        let (gateway, id) = try await gateway()
        #expect(gateway.taken.envelopes.first.map { "\($0.sender)" } == "bounces+\(id)@valdoria.example")
        let note = try await gateway.table.note(report(id))
        #expect(note.letters.map(\.recipient) == ["amina@cirt.example"] && note.letters[0].isHeldBack)
        let letter = try #require(await gateway.table.letter(id))
        #expect(
            letter.state == .bounced && letter.status == "5.1.1" && letter.outcome == "it came back: 5.1.1 smtp; who?")
        #expect(
            try await gateway.table.post(gateway.draft()) == .heldBack(reason: "a letter came back: 5.1.1 smtp; who?"))
        // Said again, it says nothing new.
        #expect(try await gateway.table.note(report(id)).letters.count == 1)
        #expect(try await gateway.table.held(limit: 10).count == 1)
    }

    @Test func `a full mailbox came back, and is no wrong address; a delay is neither`() async throws {
        let (gateway, id) = try await gateway()
        let delayed = try await gateway.table.note(report(id, action: "delayed", status: "4.4.1"))
        #expect(delayed.letters.map(\.action) == [.delayed])
        #expect(try await gateway.state(id) == .sent)
        #expect(try await gateway.table.note(report(id, status: "5.2.2")).letters.first?.isHeldBack == false)
        #expect(try await gateway.state(id) == .bounced)
        #expect(try await gateway.table.held(limit: 10).isEmpty)
    }

    @Test func `who forwards names another address, and the secret says which letter it was`() async throws {
        let (gateway, id) = try await gateway()
        let note = try await gateway.table.note(report(id, to: "haddad@elsewhere.example"))
        #expect(note.letters.map(\.recipient) == ["amina@cirt.example"])
        #expect(try await gateway.table.held(limit: 10).map(\.address) == ["amina@cirt.example"])
    }

    @Test(arguments: ["", "x", String(repeating: "0", count: 32), "' OR 1=1 --", String(repeating: "%", count: 32)])
    func `without the secret of a letter nothing is believed`(_ word: String) async throws {
        let (gateway, id) = try await gateway()
        #expect(try await gateway.table.note(report(word)).letters.isEmpty)
        #expect(try await gateway.state(id) == .sent)
        #expect(try await gateway.table.held(limit: 10).isEmpty)
    }

    @Test func `the secret of one letter says nothing of another's address`() async throws {
        let (gateway, id) = try await gateway()
        let both = try DeliveryReport(
            Array(
                """
                To: bounces+\(id)@valdoria.example
                Content-Type: multipart/report; boundary=a

                --a
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example

                Final-Recipient: rfc822; lena@cirt.example
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; ravi@cirt.example
                Action: failed
                Status: 5.1.1
                --a--
                """.utf8))
        #expect(try await gateway.table.note(both).letters.isEmpty)
        #expect(try await gateway.table.held(limit: 10).isEmpty)
    }
}
