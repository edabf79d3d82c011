package import Mail

/// By which way letters leave, and in whose name: what an operator has said.
package struct MailServer: Sendable, Hashable {
    package enum Way: Sendable, Hashable {
        /// Submission, encrypted from the first byte (RFC 8314 §3.3).
        case smtps(host: String, port: Int)
        /// Submission, encrypted before anything is said (RFC 6409, RFC 3207).
        case smtp(host: String, port: Int)
        /// A relay on this machine that has no certificate.
        case relay(host: String, port: Int)
        /// This machine's own program.
        case sendmail(path: String)
    }

    package let way: Way
    /// As the operator wrote it.
    package let place: String
    package let credentials: PeerCredentials
    /// A file with the certificates to trust for it; nil for the system's.
    package let authority: String?
    package let reach: Reach
    /// Whose letters they are.
    package let sender: Mailbox
    /// Where a mail server reports what did not arrive, with the letter's secret behind a `+`; nil for the sender's own address.
    package let bounces: MailAddress?

    /// - Parameters:
    ///   - place: `smtps://HOST`, `smtp://HOST`, each with a port where it is another than 465 and 587, or `sendmail`, `sendmail:/PATH`.
    ///   - isUnencrypted: over `smtp`, to this machine alone, without TLS.
    /// - Throws: `badAddress`, `innerNetwork`.
    package init(
        _ place: String, credentials: PeerCredentials = .none, authority: String? = nil, reach: Reach = .internet,
        isUnencrypted: Bool = false, sender: Mailbox, bounces: MailAddress? = nil
    ) throws {
        way = try Self.way(place, reach, isUnencrypted: isUnencrypted)
        if case .bearer = credentials {
            throw OutsideError(.badAddress, "a mail server takes a user with a password, and no token")
        }
        switch way {
        case .sendmail, .relay:
            guard credentials == .none else {
                throw OutsideError(.badAddress, "\(place) takes no password: one goes over TLS only")
            }
        case .smtp, .smtps: break
        }
        guard bounces.map({ $0.tagged(String(repeating: "0", count: 32)) != nil }) ?? true else {
            throw OutsideError(.badAddress, "the address for reports has no room for +, 32 digits and a domain")
        }
        self.place = place
        self.credentials = credentials
        self.authority = authority
        self.reach = reach
        self.sender = sender
        self.bounces = bounces
    }

    private static let sendmail = "/usr/sbin/sendmail"

    private static func way(_ place: String, _ reach: Reach, isUnencrypted: Bool) throws -> Way {
        if place == "sendmail" { return .sendmail(path: sendmail) }
        if place.hasPrefix("sendmail:/") {
            let path = String(place.dropFirst("sendmail:".count))
            guard !path.unicodeScalars.contains(where: { $0.value < 32 }) else {
                throw OutsideError(.badAddress, "the path of sendmail is one line")
            }
            return .sendmail(path: path)
        }
        for (scheme, port) in [("smtps://", 465), ("smtp://", 587)] where place.hasPrefix(scheme) {
            // What a host and a port are is read in one place.
            let address = try PeerAddress("http://" + place.dropFirst(scheme.count))
            guard address.target == "/" else {
                throw OutsideError(.badAddress, "\(OutsideError.excerpt(place)) names more than a host and a port")
            }
            try address.check(reach)
            // Both say the port where one was given.
            let stated = address.site == address.origin ? address.port : port
            guard scheme == "smtp://", isUnencrypted else {
                return scheme == "smtps://"
                    ? .smtps(host: address.host, port: stated) : .smtp(host: address.host, port: stated)
            }
            guard address.isLoopback else {
                throw OutsideError(
                    .badAddress, "letters go over the network encrypted, or not at all: \(OutsideError.excerpt(place))")
            }
            return .relay(host: address.host, port: stated)
        }
        throw OutsideError(
            .badAddress, "\(OutsideError.excerpt(place)) is no way for letters: smtps://HOST, smtp://HOST or sendmail")
    }

    /// Whether it is a relay of this machine without TLS.
    package var isUnencrypted: Bool { if case .relay = way { true } else { false } }
}

/// What a mail server needs to know of a letter, and the letter as it travels.
package struct MailEnvelope: Sendable, Hashable {
    /// 32 hexadecimal digits that only the letter, and who gets it, know.
    package let id: String
    package let sender: MailAddress
    package let recipient: MailAddress
    package let bytes: [UInt8]

    package init(id: String, sender: MailAddress, recipient: MailAddress, bytes: [UInt8]) {
        (self.id, self.sender, self.recipient, self.bytes) = (id, sender, recipient, bytes)
    }

    /// Whether the server must speak SMTPUTF8; a byte above 127 stands in a letter for an address alone.
    var isInternational: Bool { sender.isInternational || recipient.isInternational || bytes.contains { $0 >= 0x80 } }
}

/// Why a letter was not handed over.
package struct MailFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// Nothing can be handed over for now, whatever the letter.
        case server
        /// The same, until somebody has changed what the operator said: a password, a certificate.
        case settings
        /// This letter may be taken later.
        case later
        /// This letter is never taken.
        case letter
        /// Nothing for this address is ever taken.
        case address
    }

    package let kind: Kind
    package let sentence: String
    /// What the server said in numbers.
    package let status: MailStatus?

    package init(_ kind: Kind, _ sentence: String, status: MailStatus? = nil) {
        (self.kind, self.sentence, self.status) = (kind, sentence, status)
    }

    package var description: String { sentence }
}
