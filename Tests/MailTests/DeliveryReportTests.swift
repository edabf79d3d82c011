import TestSupport
import Testing

@testable import Mail

/// Reports of mail servers, which are letters that anybody may send.
@Suite struct DeliveryReportTests {
    static let token = "0123456789abcdef0123456789abcdef"

    static func report(
        to: String = "bounces+\(token)@valdoria.example", envelope: String? = token,
        recipients: [String] = [
            "Final-Recipient: rfc822; amina@cirt.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such\n mailbox"
        ],
        returned: String? = "Message-ID: <\(token)@valdoria.example>\nSubject: Hello"
    ) -> [UInt8] {
        var text = """
            From: MAILER-DAEMON@mail.example (Mail Delivery System)
            To: \(to)
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="AAAA/mail.example"

            This is a MIME-encapsulated message.

            --AAAA/mail.example
            Content-Type: text/plain

            I could not deliver it.

            --AAAA/mail.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example
            \(envelope.map { "Original-Envelope-Id: \($0)\n" } ?? "")
            \(recipients.joined(separator: "\n\n"))

            """
        if let returned {
            text += "\n--AAAA/mail.example\nContent-Type: text/rfc822-headers\n\n\(returned)\n\n"
        }
        return Array((text + "\n--AAAA/mail.example--\n").utf8)
    }

    @Test(arguments: [false, true]) func `a report says to whom, what and why`(_ hasReturns: Bool) throws {
        var bytes = Self.report()
        if hasReturns { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
        let report = try DeliveryReport(bytes)
        #expect(report.words == [Self.token, Self.token, Self.token])
        #expect(
            report.recipients == [
                .init(
                    address: "amina@cirt.example", action: .failed, status: MailStatus(5, 1, 1),
                    diagnostic: "smtp; 550 5.1.1 no such mailbox")
            ])
    }

    @Test func `the secret may stand in one place alone`() throws {
        let nowhere = "bounces@valdoria.example"
        #expect(try DeliveryReport(Self.report(envelope: nil, returned: nil)).words == [Self.token])
        #expect(try DeliveryReport(Self.report(to: nowhere, returned: nil)).words == [Self.token])
        #expect(try DeliveryReport(Self.report(to: nowhere, envelope: nil)).words == [Self.token])
        #expect(try DeliveryReport(Self.report(to: nowhere, envelope: nil, returned: nil)).words.isEmpty)
    }

    @Test func `several recipients, and whom we wrote to before whom it reached`() throws {
        let report = try DeliveryReport(
            Self.report(recipients: [
                "Original-Recipient: rfc822;amina@cirt.example\nFinal-Recipient: rfc822; a@elsewhere.example\nAction: delayed\nStatus: 4.4.1",
                "Final-Recipient: RFC822; <lena@cirt.example>\nAction: FAILED",
                "Final-Recipient: x400; c=xx\nAction: failed",
                "Final-Recipient: rfc822; b@c.example\nAction: dreamt\nStatus: 5.0.0",
            ]))
        #expect(report.recipients.map(\.address) == ["amina@cirt.example", "lena@cirt.example"])
        #expect(report.recipients.map(\.action) == [.delayed, .failed])
        #expect(report.recipients.map(\.status) == [MailStatus(4, 4, 1), MailStatus(5, 0, 0)])
    }

    @Test func `a report within another letter is found, but not however deep`() throws {
        func wrapped(_ bytes: [UInt8], _ times: Int) -> [UInt8] {
            (0..<times).reduce(bytes) { inner, _ in Array("Subject: fwd\nContent-Type: message/rfc822\n\n".utf8) + inner
            }
        }
        #expect(try DeliveryReport(wrapped(Self.report(), 3)).recipients.count == 1)
        #expect(throws: MailError.self) { try DeliveryReport(wrapped(Self.report(), 9)) }
    }

    @Test(arguments: [
        "", "\n\n", "Subject: hello\n\nI am on holiday.", "Content-Type: multipart/report\n\n--\n--\n",
        "Content-Type: multipart/report; boundary=\n\n--\n", "Content-Type: multipart/report; boundary=\"a\n\n--a\n\nx",
        "Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--a--\n",
    ]) func `what is no report is told`(_ text: String) {
        #expect(throws: MailError.self) { try DeliveryReport(Array(text.utf8)) }
    }

    @Test func `a report that was cut off says what it has`() throws {
        let bytes = Self.report(returned: nil)
        #expect(try DeliveryReport(bytes.dropLast(30)).recipients.first?.status == MailStatus(5, 1, 1))
    }

    @Test func `what is too long is not read, and much of one thing ends`() throws {
        #expect(throws: MailError.self) {
            try DeliveryReport(Array(repeating: 0x41, count: DeliveryReport.longest + 1))
        }
        let many = (0..<500).map { "Final-Recipient: rfc822; a\($0)@c.example\nAction: failed\nStatus: 5.1.1" }
        #expect(try DeliveryReport(Self.report(recipients: many)).recipients.count == 100)
        // A head without an end, and parts without one.
        let heads = Array(repeating: Array("X: y\n".utf8), count: 100_000).joined()
        #expect(throws: MailError.self) { try DeliveryReport(Array(heads)) }
        let parts =
            Array("Content-Type: multipart/report; boundary=a\n\n".utf8)
            + Array(repeating: Array("--a\n".utf8), count: 100_000).joined()
        #expect(throws: MailError.self) { try DeliveryReport(parts) }
    }

    @Test func `thousands of changed reports are read or refused`() {
        var dice = ChangingDice(state: 4)
        let seeds = [Self.report(), Self.report(envelope: nil), Self.report(recipients: [])]
        var read = 0
        for round in 0..<4_000 {
            let bytes = dice.change(seeds[round % seeds.count], among: seeds)
            if let report = try? DeliveryReport(bytes) {
                read += 1
                #expect(report.recipients.count <= 100)
            }
        }
        #expect(read > 100)
    }

    @Test func `numbers of RFC 3463`() {
        #expect(MailStatus("5.1.1 no such mailbox")?.isOfTheAddress == true)
        #expect(MailStatus("5.2.1")?.isOfTheAddress == true)
        for text in ["5.7.1", "4.1.1", "5.2.2", "5.1.8", "5.1.7", "5.4.4"] {
            #expect(MailStatus(text)?.isOfTheAddress == false, "\(text)")
        }
        for text in ["", "5", "5.1", "5.1.1.1", "3.1.1", "x.1.1", "5..1", "5.9999.1"] {
            #expect(MailStatus(text) == nil, "\(text)")
        }
    }

    @Test func `a field that is folded into very many lines costs no more than its length`() throws {
        let folded = "X: y\n" + String(repeating: " a\u{301}\n", count: 50_000)
        let part = MailPart(Array(("From: a@b.example\n" + folded + "To: c@d.example\n\nbody").utf8)[...])
        let value = try #require(part.value("x"))
        #expect(value.utf8.starts(with: "y a".utf8) && value.utf8.count <= (16 << 10) + 3)
        #expect(part.value("to") == "c@d.example" && part.body.elementsEqual("body".utf8))
        let short = MailPart(Array("Subject:  one \n\ttwo\n  three  \n\n".utf8)[...])
        #expect(short.value("subject") == "one two three")
    }
}
