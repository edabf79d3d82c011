import NIOSSL
import STIX

extension OutsideError {
    /// What a failure on the way to a server means to whoever entered its address.
    init(reaching address: String, _ error: any Error) {
        let text = String(describing: error)
        let place = Self.excerpt(address)
        switch error {
        case let error as PeerConnection.Inner:
            self.init(innerNetwork: address, error.use)
            return
        case let error as AnswerReader.Malformed:
            self.init(.malformed, "\(place) answers with something that can't be read as HTTP: \(error.sentence)")
            return
        case let error as Inflater.Malformed:
            self.init(.malformed, "the answer of \(place) can't be unpacked: \(error.sentence)")
            return
        case let error as Pace.TooSlow:
            self.init(
                .tooSlow, "\(place) answers too slowly: \(error.bytes) bytes in \(error.seconds) seconds of waiting")
            return
        default: break
        }
        let isTLS = error is NIOSSLError || error is NIOSSLExtraError || error is BoringSSLError
        if isTLS || text.contains("handshake") {
            let sentence =
                if text.contains("CERTIFICATE_VERIFY_FAILED") {
                    "the certificate of \(place) is not signed by anybody trusted here; --authority FILE names who signed it"
                } else if text.contains("ostname") {
                    "the certificate of \(place) is made out to another name"
                } else {
                    "no TLS connection with \(place): \(Self.excerpt(text))"
                }
            self.init(.untrusted, sentence)
            return
        }
        let reason =
            if text.contains("Connection refused") {
                "nobody listens there"
            } else if text.contains("getaddrinfo") || text.contains("dnsAError: Optional")
                || text.contains("SocketAddressError")
            {
                "its name is not known"
            } else if text.lowercased().contains("connecttimeout") {
                "it does not answer within ten seconds"
            } else if error is PeerConnection.Silence {
                "it stopped answering"
            } else if text.contains("BrokenOff") || text.contains("reset") || text.contains("uncleanShutdown") {
                "it broke the connection off"
            } else {
                Self.excerpt(text)
            }
        self.init(.unreachable, "couldn't reach \(place): \(reason)")
    }

    /// The address leads where nobody has allowed it to.
    init(innerNetwork address: String, _ use: SpecialUse) {
        self.init(
            .innerNetwork,
            "\(Self.excerpt(address)) leads to this machine or into an inner network (\(use.rawValue)); --inner-network allows that"
        )
    }
}
