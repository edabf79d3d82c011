import Mail
import TestSupport
import Testing

@testable import Outside

@Suite struct SMTPReplyTests {
    private func read(_ text: String, by step: Int = .max) throws -> [SMTPReply] {
        var reader = SMTPReplyReader()
        var replies: [SMTPReply] = []
        var rest = Array(text.utf8)[...]
        repeat {
            reader.feed(Array(rest.prefix(step)))
            rest = rest.dropFirst(step)
            while let reply = try reader.next() { replies.append(reply) }
        } while !rest.isEmpty
        return replies
    }

    @Test(arguments: [1, 3, Int.max]) func `answers of one line and of many`(_ step: Int) throws {
        let replies = try read("220 mail.example\r\n250-a\r\n250-SIZE 1\r\n250 DSN\r\n354\r\n550 5.1.1 no\n", by: step)
        #expect(replies.map(\.code) == [220, 250, 354, 550])
        #expect(replies[1].lines == ["a", "SIZE 1", "DSN"] && replies[2].lines == [""])
        #expect(replies[3].status == MailStatus(5, 1, 1) && replies[1].status == nil)
        #expect(replies[3].sentence == "550 5.1.1 no" && !replies[3].passes && replies[0].isDone)
    }

    @Test(arguments: [
        "SSH-2.0-x\r\n", "HTTP/1.1 400\r\n", "25 x\r\n", "2500 x\r\n", "250x\r\n", "199 x\r\n", "600 x\r\n",
        "250-a\r\n251 b\r\n", "\r\n",
        "250 " + String(repeating: "x", count: 3_000) + "\r\n", "250 " + String(repeating: "x", count: 3_000),
        String(repeating: "250-x\r\n", count: 200) + "250 x\r\n", "\u{0}\u{1}\u{2}\r\n",
    ]) func `what is no answer is told, however it arrives`(_ text: String) {
        #expect(throws: SMTPReplyReader.Malformed.self) { try read(text) }
        #expect(throws: SMTPReplyReader.Malformed.self) { try read(text, by: 7) }
    }

    @Test func `what came behind an answer is seen`() throws {
        var reader = SMTPReplyReader()
        reader.feed(Array("220 go\r\n250 more".utf8))
        #expect(try reader.next()?.code == 220 && reader.hasMore)
        reader.feed(Array("\r\n".utf8))
        #expect(try reader.next()?.code == 250 && !reader.hasMore)
        reader.feed(Array("250-half\r\n".utf8))
        #expect(try reader.next() == nil && reader.hasMore)
    }

    @Test func `thousands of changed answers are read or refused`() {
        var dice = ChangingDice(state: 5)
        let seeds = ["220 mail.example ESMTP\r\n", "250-mail\r\n250-SIZE 10\r\n250 DSN\r\n", "550 5.1.1 x\r\n"].map {
            Array($0.utf8)
        }
        for round in 0..<4_000 {
            let bytes = dice.change(seeds[round % 3], among: seeds)
            let whole = try? read(String(decoding: bytes, as: UTF8.self))
            let pieces = try? read(String(decoding: bytes, as: UTF8.self), by: 2)
            #expect(whole == pieces)
        }
    }

    @Test(arguments: [
        ("", ".\r\n"), ("a\r\n", "a\r\n.\r\n"), ("a", "a\r\n.\r\n"), (".\r\n", "..\r\n.\r\n"),
        (".a\r\n..b\r\n", "..a\r\n...b\r\n.\r\n"),
        ("a.b\r\n.", "a.b\r\n..\r\n.\r\n"),
    ]) func `a line that begins with a dot gets another`(_ text: String, _ sent: String) {
        #expect(String(decoding: SMTPSubmission.stuffed(Array(text.utf8)), as: UTF8.self) == sent)
    }

    @Test func `an address in the words of a report`() {
        #expect(SMTPSubmission.coded("a+b=c@d.example") == "a+2Bb+3Dc@d.example")
    }
}
