import Foundation
import Mail

/// Hands one letter to a mail server (RFC 5321, RFC 6409): nothing is said of it before the line is encrypted and the server verified.
struct SMTPSubmission: Sendable {
    let server: MailServer
    var patience = Patience()

    /// How long each step may take.
    struct Patience: Sendable {
        var greeting = Duration.seconds(60)
        var step = Duration.seconds(60)
        /// From the last line of a letter to the word that it is taken: where that word is lost the letter goes twice.
        var taking = Duration.seconds(180)
        /// A connection in all; longer than this, it is broken off.
        var whole = Duration.seconds(280)
    }

    /// - Throws: `MailFailure`, `CancellationError`.
    func hand(_ envelope: MailEnvelope, over link: SMTPLink) async throws {
        defer { link.close() }
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await talk(envelope, SMTPDialogue(link)) }
                group.addTask {
                    try await Task.sleep(for: patience.whole)
                    throw PeerConnection.Silence()
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        } catch let error as MailFailure {
            throw error
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw MailFailure(reaching: server.place, error)
        }
    }

    private func talk(_ envelope: MailEnvelope, _ dialogue: SMTPDialogue) async throws {
        var dialogue = dialogue
        let greeting = try await dialogue.answer(within: patience.greeting)
        guard greeting.code == 220 else { throw trouble("does not let anybody in", greeting) }
        var offers = try await hello(&dialogue)
        if case .smtp = server.way {
            guard offers["STARTTLS"] != nil else {
                throw MailFailure(
                    .settings, "\(server.place) offers no encryption (STARTTLS), so nothing is said to it")
            }
            let reply = try await dialogue.ask("STARTTLS", within: patience.step)
            guard reply.code == 220 else { throw trouble("offers encryption and does not begin it", reply) }
            // Whoever stands between would have it read as though it had come encrypted.
            guard !dialogue.hasMore else {
                throw MailFailure(
                    .server,
                    "\(server.place) says something behind the beginning of encryption: somebody may stand between")
            }
            try await dialogue.encrypt()
            // What was offered before may be anybody's word.
            offers = try await hello(&dialogue)
        }
        if case .basic(let user, let password) = server.credentials {
            try await authenticate(user, password, offers, &dialogue)
        }
        try await hand(envelope, offers, &dialogue)
        dialogue.say("QUIT")
        // It has the letter; what it says now changes nothing.
        _ = try? await dialogue.answer(within: .seconds(2))
    }

    /// What the server offers, by keyword (RFC 5321 §4.1.1.1).
    private func hello(_ dialogue: inout SMTPDialogue) async throws -> [String: String] {
        let domain = server.sender.address.isInternational ? "localhost" : server.sender.address.domain
        let reply = try await dialogue.ask("EHLO \(domain)", within: patience.step)
        guard reply.code == 250 else { throw trouble("does not answer to EHLO", reply) }
        var offers: [String: String] = [:]
        for line in reply.lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: 1)
            // `AUTH=PLAIN` is an old way to say it.
            if let name = words.first { offers[name.uppercased()] = words.dropFirst().first.map(String.init) ?? "" }
        }
        return offers
    }

    /// RFC 4954, within TLS alone: the settings allow no password elsewhere.
    private func authenticate(
        _ user: String, _ password: String, _ offers: [String: String], _ dialogue: inout SMTPDialogue
    ) async throws {
        func coded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        let ways = (offers["AUTH"] ?? "").uppercased().split(separator: " ")
        var reply: SMTPReply
        if ways.contains("PLAIN") {
            reply = try await dialogue.ask("AUTH PLAIN \(coded("\0\(user)\0\(password)"))", within: patience.step)
        } else if ways.contains("LOGIN") {
            reply = try await dialogue.ask("AUTH LOGIN", within: patience.step)
            if reply.code == 334 { reply = try await dialogue.ask(coded(user), within: patience.step) }
            if reply.code == 334 { reply = try await dialogue.ask(coded(password), within: patience.step) }
        } else {
            throw MailFailure(.settings, "\(server.place) takes no password in a way that is known here (PLAIN, LOGIN)")
        }
        guard reply.code == 235 else {
            guard !reply.passes else { throw trouble("takes no password now", reply) }
            throw MailFailure(
                .settings, "\(server.place) does not know user and password: \(reply.sentence)", status: reply.status)
        }
    }

    private func hand(_ envelope: MailEnvelope, _ offers: [String: String], _ dialogue: inout SMTPDialogue) async throws
    {
        var from = "MAIL FROM:<\(envelope.sender)>"
        if let most = offers["SIZE"] {
            guard Int(most).map({ $0 == 0 || envelope.bytes.count <= $0 }) ?? true else {
                throw MailFailure(.letter, "it is larger than \(server.place) takes: \(most) bytes")
            }
            from += " SIZE=\(envelope.bytes.count)"
        }
        if envelope.isInternational {
            guard offers["SMTPUTF8"] != nil, offers["8BITMIME"] != nil else {
                throw MailFailure(
                    .letter, "\(server.place) takes no address with other letters than those of ASCII (SMTPUTF8)")
            }
            from += " BODY=8BITMIME SMTPUTF8"
        }
        var to = "RCPT TO:<\(envelope.recipient)>"
        // RFC 3461: whatever comes back names the letter and the address that we wrote to.
        if offers["DSN"] != nil {
            from += " RET=HDRS ENVID=\(envelope.id)"
            to += " NOTIFY=FAILURE,DELAY"
            if !envelope.recipient.isInternational { to += " ORCPT=rfc822;\(Self.coded("\(envelope.recipient)"))" }
        }
        let sender = try await dialogue.ask(from, within: patience.step)
        guard sender.isDone else {
            if sender.code == 552 || sender.status?.subject == 3 && sender.status?.detail == 4 {
                throw MailFailure(
                    .letter, "it is larger than \(server.place) takes: \(sender.sentence)", status: sender.status)
            }
            throw trouble("does not take letters from \(envelope.sender)", sender)
        }
        let recipient = try await dialogue.ask(to, within: patience.step)
        guard recipient.isDone else {
            try gone(recipient)
            let isAddress = recipient.status?.isOfTheAddress ?? [550, 551, 553].contains(recipient.code)
            throw MailFailure(
                recipient.passes ? .later : isAddress ? .address : .letter,
                "\(server.place) does not take it for \(envelope.recipient): \(recipient.sentence)",
                status: recipient.status)
        }
        let start = try await dialogue.ask("DATA", within: patience.step)
        guard start.code == 354 else { throw try refusal(start) }
        let taken = try await dialogue.send(Self.stuffed(envelope.bytes), within: patience.taking)
        guard taken.isDone else { throw try refusal(taken) }
    }

    private func refusal(_ reply: SMTPReply) throws -> MailFailure {
        try gone(reply)
        return MailFailure(
            reply.passes ? .later : .letter, "\(server.place) does not take it: \(reply.sentence)", status: reply.status
        )
    }

    /// A server that goes says so at any time (RFC 5321 §3.8).
    private func gone(_ reply: SMTPReply) throws {
        if reply.code == 421 { throw trouble("closes", reply) }
    }

    private func trouble(_ what: String, _ reply: SMTPReply) -> MailFailure {
        MailFailure(
            reply.passes ? .server : .settings, "\(server.place) \(what): \(reply.sentence)", status: reply.status)
    }

    /// With a second dot where a line begins with one, and the line that ends it (RFC 5321 §4.5.2).
    static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 64)
        var last: UInt8 = 0x0A
        for byte in bytes {
            if last == 0x0A, byte == 0x2E { out.append(0x2E) }
            out.append(byte)
            last = byte
        }
        if last != 0x0A { out += [0x0D, 0x0A] }
        return out + [0x2E, 0x0D, 0x0A]
    }

    /// RFC 3461 §4: `+` and `=` as `+2B` and `+3D`.
    static func coded(_ text: String) -> String {
        text.utf8.map { byte in
            0x21...0x7E ~= byte && byte != 0x2B && byte != 0x3D
                ? String(UnicodeScalar(byte)) : "+" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension MailFailure {
    /// What kept a mail server from being spoken to.
    init(reaching place: String, _ error: any Error) {
        switch error {
        case is SMTPDialogue.BrokenOff: self.init(.server, "\(place) broke the connection off")
        case let error as SMTPReplyReader.Malformed: self.init(.server, "\(place): \(error.sentence)")
        case let error as OutsideError: self.init(.settings, error.sentence)
        default:
            let problem = OutsideError(reaching: place, error)
            self.init([.untrusted, .innerNetwork].contains(problem.code) ? .settings : .server, problem.sentence)
        }
    }
}
