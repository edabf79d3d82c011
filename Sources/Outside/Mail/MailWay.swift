/// Hands a letter to whoever takes it from here.
package struct MailWay: Sendable {
    package let hand: @Sendable (MailEnvelope, MailServer) async throws -> Void

    package init(hand: @escaping @Sendable (MailEnvelope, MailServer) async throws -> Void) { self.hand = hand }

    /// As the operator has said: to a server, or to the machine's own program.
    package static let system = MailWay { envelope, server in
        switch server.way {
        case .sendmail(let path): try await Sendmail(path: path).hand(envelope)
        case .smtps(let host, let port): try await submit(envelope, server, host, port, isEncrypted: true)
        case .smtp(let host, let port), .relay(let host, let port):
            try await submit(envelope, server, host, port, isEncrypted: false)
        }
    }

    private static func submit(
        _ envelope: MailEnvelope, _ server: MailServer, _ host: String, _ port: Int, isEncrypted: Bool
    ) async throws {
        let link: SMTPLink
        do {
            link = try await SMTPLink.open(host, port, isEncrypted: isEncrypted, server: server)
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw MailFailure(reaching: server.place, error)
        }
        try await SMTPSubmission(server: server).hand(envelope, over: link)
    }
}
