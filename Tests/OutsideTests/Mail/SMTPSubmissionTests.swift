import Foundation
import Mail
import TestSupport
import Testing

@testable import Outside

/// Conversations with mail servers of every kind, those that want to hang us, feed us or read along included.
@Suite struct SMTPSubmissionTests {
    static let token = "0123456789abcdef0123456789abcdef"

    static func server(
        _ place: String = "smtp://mail.example", _ credentials: PeerCredentials = .none, isUnencrypted: Bool = false,
        reach: Reach = .internet
    ) throws -> MailServer {
        try MailServer(
            place, credentials: credentials, reach: reach, isUnencrypted: isUnencrypted,
            sender: Mailbox(MailAddress("cirt@valdoria.example")))
    }

    static func envelope(_ to: String = "amina@cirt.example", _ text: String = "Subject: x\r\n\r\n.hello\r\n") throws
        -> MailEnvelope
    {
        MailEnvelope(
            id: token, sender: try MailAddress("cirt@valdoria.example"), recipient: try MailAddress(to),
            bytes: Array(text.utf8))
    }

    private func hand(
        _ server: ScriptedMailServer, _ settings: MailServer? = nil, _ envelope: MailEnvelope? = nil
    ) async throws {
        let settings = try settings ?? Self.server()
        try await SMTPSubmission(server: settings).hand(envelope ?? Self.envelope(), over: server.link)
        #expect(server.isClosed)
    }

    private func failure(
        _ server: ScriptedMailServer, _ settings: MailServer? = nil, _ envelope: MailEnvelope? = nil
    ) async -> MailFailure? {
        do {
            try await hand(server, settings, envelope)
            return nil
        } catch {
            #expect(server.isClosed)
            return error as? MailFailure
        }
    }

    @Test func `a letter is handed over, and nothing is said of it before the line is encrypted`() async throws {
        let server = ScriptedMailServer()
        try await hand(server, Self.server("smtp://mail.example", .basic(user: "cirt", password: "s3cret")))
        #expect(server.heardInTheClear == ["EHLO valdoria.example", "STARTTLS"])
        #expect(
            server.heard.dropFirst(2) == [
                "EHLO valdoria.example", "AUTH PLAIN AGNpcnQAczNjcmV0",
                "MAIL FROM:<cirt@valdoria.example> SIZE=22 RET=HDRS ENVID=\(Self.token)",
                "RCPT TO:<amina@cirt.example> NOTIFY=FAILURE,DELAY ORCPT=rfc822;amina@cirt.example", "DATA", "QUIT",
            ])
        #expect(String(decoding: server.letter, as: UTF8.self) == "Subject: x\r\n\r\n..hello\r\n.\r\n")
    }

    @Test func `over a line that is encrypted from the first byte, and over a relay of this machine`() async throws {
        let encrypted = ScriptedMailServer()
        try await hand(encrypted, Self.server("smtps://mail.example"))
        #expect(!encrypted.heard.contains("STARTTLS"))
        let relay = ScriptedMailServer { line, _ in line.hasPrefix("EHLO") ? .say("250 mail.example") : nil }
        try await hand(relay, Self.server("smtp://127.0.0.1:25", isUnencrypted: true, reach: .anywhere))
        #expect(
            relay.heard == [
                "EHLO valdoria.example", "MAIL FROM:<cirt@valdoria.example>", "RCPT TO:<amina@cirt.example>", "DATA",
                "QUIT",
            ])
    }

    @Test func `an old way to say a password`() async throws {
        let server = ScriptedMailServer { line, _ in
            switch line {
            case "EHLO valdoria.example": .say("250-mail\r\n250 AUTH LOGIN")
            case "AUTH LOGIN": .say("334 VXNlcm5hbWU6")
            case "Y2lydA==": .say("334 UGFzc3dvcmQ6")
            case "czNjcmV0": .say("235 ok")
            default: nil
            }
        }
        try await hand(server, Self.server("smtps://mail.example", .basic(user: "cirt", password: "s3cret")))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var line = ""
        let answer: ScriptedMailServer.Answer
        let kind: MailFailure.Kind
        var says = ""
    }

    static let cases = [
        Case(
            testDescription: "no STARTTLS", line: "EHLO", answer: .say("250-mail\r\n250 AUTH PLAIN"), kind: .settings,
            says: "no encryption"),
        Case(
            testDescription: "STARTTLS is not begun", line: "STARTTLS", answer: .say("454 not now"), kind: .server,
            says: "454"),
        Case(
            testDescription: "STARTTLS is refused", line: "STARTTLS", answer: .say("502 no"), kind: .settings,
            says: "502"),
        Case(
            testDescription: "something behind STARTTLS", line: "STARTTLS", answer: .say("220 go\r\n250 injected"),
            kind: .server, says: "between"),
        Case(
            testDescription: "half a line behind STARTTLS", line: "STARTTLS", answer: .say("220 go\r\n250-inj"),
            kind: .server, says: "between"),
        Case(
            testDescription: "EHLO is refused", line: "EHLO", answer: .say("502 what?"), kind: .settings, says: "EHLO"),
        Case(
            testDescription: "EHLO is no SMTP", line: "EHLO", answer: .say("<html>"), kind: .server,
            says: "does not speak SMTP"),
        Case(
            testDescription: "a wrong password", line: "AUTH", answer: .say("535 5.7.8 no"), kind: .settings,
            says: "does not know"),
        Case(testDescription: "no password now", line: "AUTH", answer: .say("454 4.7.0 later"), kind: .server),
        Case(
            testDescription: "the sender may not", line: "MAIL", answer: .say("550 5.7.1 not yours"), kind: .settings,
            says: "letters from"),
        Case(testDescription: "the sender may not now", line: "MAIL", answer: .say("451 later"), kind: .server),
        Case(
            testDescription: "too large at MAIL", line: "MAIL", answer: .say("552 5.3.4 too big"), kind: .letter,
            says: "larger"),
        Case(
            testDescription: "no such mailbox", line: "RCPT", answer: .say("550 5.1.1 who?"), kind: .address,
            says: "who?"),
        Case(testDescription: "no such mailbox, in old words", line: "RCPT", answer: .say("550 who?"), kind: .address),
        Case(testDescription: "the mailbox is closed", line: "RCPT", answer: .say("550 5.2.1 closed"), kind: .address),
        Case(testDescription: "a policy", line: "RCPT", answer: .say("550 5.7.1 relaying denied"), kind: .letter),
        Case(testDescription: "greylisted", line: "RCPT", answer: .say("451 4.7.1 try again"), kind: .later),
        Case(testDescription: "a full mailbox", line: "RCPT", answer: .say("452 4.2.2 full"), kind: .later),
        Case(testDescription: "it goes at RCPT", line: "RCPT", answer: .say("421 bye"), kind: .server),
        Case(testDescription: "no data", line: "DATA", answer: .say("554 no"), kind: .letter),
        Case(testDescription: "no data now", line: "DATA", answer: .say("451 no"), kind: .later),
        Case(testDescription: "DATA is done before it begins", line: "DATA", answer: .say("250 ok"), kind: .letter),
        Case(testDescription: "spam", line: ".", answer: .say("554 5.7.1 spam"), kind: .letter, says: "spam"),
        Case(testDescription: "later", line: ".", answer: .say("451 4.3.0 disk"), kind: .later),
        Case(testDescription: "it goes at the end", line: ".", answer: .say("421 bye"), kind: .server),
        Case(testDescription: "it breaks off at RCPT", line: "RCPT", answer: .close, kind: .server, says: "broke"),
        Case(testDescription: "it breaks off at the end", line: ".", answer: .close, kind: .server, says: "broke"),
        Case(
            testDescription: "silence at the end", line: ".", answer: .silence, kind: .server, says: "stopped answering"
        ),
        Case(
            testDescription: "silence at EHLO", line: "EHLO", answer: .silence, kind: .server, says: "stopped answering"
        ),
        Case(
            testDescription: "an answer without end", line: "EHLO",
            answer: .say(String(repeating: "250-x\r\n", count: 5_000)), kind: .server),
        Case(
            testDescription: "a line without end", line: "RCPT", answer: .say(String(repeating: "x", count: 1 << 20)),
            kind: .server),
    ]

    @Test(arguments: cases) func `each step may fail, and its failure says what to do`(_ one: Case) async throws {
        let server = ScriptedMailServer { line, _ in line.hasPrefix(one.line) ? one.answer : nil }
        let settings = try Self.server("smtp://mail.example", .basic(user: "u", password: "p"))
        let failure = try #require(await failure(server, settings))
        #expect(failure.kind == one.kind && (one.says.isEmpty || failure.sentence.contains(one.says)), "\(failure)")
        #expect(failure.sentence.utf8.count < 600 && !failure.sentence.contains("\n"))
        // Whatever it was, no secret was said in the clear.
        #expect(!server.heardInTheClear.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test(arguments: [
        (ScriptedMailServer.Answer.say("554 go away"), MailFailure.Kind.settings), (.say("421 busy"), .server),
        (.close, .server), (.silence, .server), (.say("SSH-2.0-OpenSSH"), .server), (.say(""), .server),
    ]) func `a greeting that is none`(_ greeting: ScriptedMailServer.Answer, _ kind: MailFailure.Kind) async throws {
        #expect(await failure(ScriptedMailServer(greeting: greeting))?.kind == kind)
    }

    @Test(.timeLimit(.minutes(10))) func `a byte now and then ends with its step`() async throws {
        let server = ScriptedMailServer { line, _ in
            line.hasPrefix("RCPT") ? .trickle("250-" + String(repeating: "x", count: 1_000)) : nil
        }
        var submission = SMTPSubmission(server: try Self.server())
        submission.patience.step = .milliseconds(200)
        await #expect { try await submission.hand(Self.envelope(), over: server.link) } throws: {
            ($0 as? MailFailure)?.kind == .server
        }
    }

    @Test(.timeLimit(.minutes(10))) func `a conversation has an end in all`() async throws {
        let server = ScriptedMailServer { line, _ in
            line.hasPrefix("RCPT") ? .trickle("250-" + String(repeating: "x", count: 1_000)) : nil
        }
        var submission = SMTPSubmission(server: try Self.server())
        submission.patience.whole = .milliseconds(200)
        await #expect { try await submission.hand(Self.envelope(), over: server.link) } throws: {
            ($0 as? MailFailure)?.kind == .server
        }
    }

    @Test func `an address of other letters goes only where the server takes it`() async throws {
        let envelope = try Self.envelope("أمينة@cirt.example")
        let server = ScriptedMailServer()
        try await hand(server, nil, envelope)
        #expect(server.heard.contains { $0.hasSuffix(" BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=\(Self.token)") })
        #expect(server.heard.contains("RCPT TO:<أمينة@cirt.example> NOTIFY=FAILURE,DELAY"))
        let old = ScriptedMailServer { line, isEncrypted in
            line.hasPrefix("EHLO") ? .say(isEncrypted ? "250-mail\r\n250 8BITMIME" : "250-mail\r\n250 STARTTLS") : nil
        }
        let failure = await failure(old, nil, envelope)
        #expect(failure?.kind == .letter && failure?.sentence.contains("SMTPUTF8") == true)
        #expect(!old.heard.contains { $0.hasPrefix("MAIL") })
    }

    @Test func `a letter that is larger than the server takes is not begun`() async throws {
        let server = ScriptedMailServer { line, isEncrypted in
            line.hasPrefix("EHLO") && isEncrypted ? .say("250-mail\r\n250 SIZE 10") : nil
        }
        #expect(await failure(server)?.kind == .letter)
        let any = ScriptedMailServer { line, isEncrypted in
            line.hasPrefix("EHLO") && isEncrypted ? .say("250-mail\r\n250 SIZE 0") : nil
        }
        try await hand(any)
    }

    @Test(arguments: [
        "mail.example", "http://mail.example", "smtp://", "smtp://u:p@mail.example", "smtp://mail.example/x",
        "smtp://mail.example:0",
        "smtp://a b", "sendmail:relative", "sendmail:/a\nb", "smtp://mail.example?x",
    ]) func `a way that is none`(_ place: String) {
        #expect(throws: OutsideError.self) { try Self.server(place) }
    }

    @Test func `a way is read once`() throws {
        #expect(try Self.server("smtp://mail.example").way == .smtp(host: "mail.example", port: 587))
        #expect(try Self.server("smtps://mail.example:2465").way == .smtps(host: "mail.example", port: 2465))
        #expect(try Self.server("sendmail").way == .sendmail(path: "/usr/sbin/sendmail"))
        #expect(try Self.server("sendmail:/opt/mail/sendmail").way == .sendmail(path: "/opt/mail/sendmail"))
        // Over a network nothing leaves in the clear, and no password goes to what can't hide it.
        #expect(throws: OutsideError.self) { try Self.server("smtp://mail.example", isUnencrypted: true) }
        #expect(throws: OutsideError.self) {
            try Self.server("smtp://127.0.0.1", .basic(user: "u", password: "p"), isUnencrypted: true, reach: .anywhere)
        }
        #expect(throws: OutsideError.self) { try Self.server("sendmail", .basic(user: "u", password: "p")) }
        #expect(throws: OutsideError.self) { try Self.server("smtps://mail.example", .bearer("t")) }
        #expect { try Self.server("smtps://127.0.0.1") } throws: { ($0 as? OutsideError)?.code == .innerNetwork }
    }

    /// Over real connections: a server that offers encryption and can't, and one behind a name of an inner network.
    @Test func `a server that can't encrypt is told, and hears nothing more`() async throws {
        let server = try LoopbackServer(connections: 1) { _, _ in }
        let place = server.address.replacing("http:", with: "smtps:").dropLast()
        let settings = try Self.server(String(place), reach: .anywhere)
        await #expect { try await MailWay.system.hand(Self.envelope(), settings) } throws: {
            ($0 as? MailFailure)?.kind != .letter
        }
        #expect(!server.received.contains { $0.contains("EHLO") })
    }
}
