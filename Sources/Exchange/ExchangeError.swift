import Outside

/// Why an exchange with another system did not work.
package struct ExchangeError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// Nobody answers at the address.
        case unreachable
        /// Who answers can't prove to be who was asked: its certificate is not trusted here.
        case untrusted
        /// The address leads to this machine or into an inner network, and nobody has allowed that.
        case innerNetwork = "inner-network"
        /// The other end answers with an error of its own.
        case refused
        /// The other end does not know these credentials, or does not let them in.
        case denied
        /// The other end wants to be asked less often.
        case busy
        /// The other end answers more slowly than one may.
        case tooSlow = "too-slow"
        /// What it answers is not what the protocol says.
        case malformed
        /// The answer is larger than one may be.
        case tooLarge = "too-large"
        /// The log that is followed contradicts what was verified before (law 11).
        case forked
        /// The log that is followed is shorter than what was verified before.
        case rolledBack = "rolled-back"
        /// An entry, record or proof that the checkpoint promises is not there or does not fit.
        case unproven
        /// What came could not be kept here.
        case failed
        /// The program ended during the last visit, so that it might end at each.
        case endedHere = "ended-here"
        case unknownSource = "unknown-source"
        case nameTaken = "name-taken"
        case badSource = "bad-source"
    }

    package let code: Code
    package let sentence: String
    /// Seconds that the other end asked to be left alone, where it said so.
    package let retryAfter: Int?

    package init(_ code: Code, _ sentence: String, retryAfter: Int? = nil) {
        self.code = code
        self.sentence = sentence
        self.retryAfter = retryAfter
    }

    package var description: String { sentence }

    /// Whether asking again later can help; else somebody must look.
    package var isPassing: Bool {
        switch code {
        // A name may lead elsewhere tomorrow.
        case .unreachable, .untrusted, .innerNetwork, .refused, .busy, .tooSlow, .malformed, .tooLarge, .failed: true
        // Wrong credentials that are tried again and again lock the account they are of.
        case .denied, .forked, .rolledBack, .unproven, .endedHere, .unknownSource, .nameTaken, .badSource: false
        }
    }
}

extension ExchangeError {
    /// What kept another machine from answering, as one who visits it understands it.
    init(_ error: OutsideError) {
        let code: Code =
            switch error.code {
            case .unreachable: .unreachable
            case .untrusted: .untrusted
            case .innerNetwork: .innerNetwork
            case .tooSlow: .tooSlow
            case .malformed: .malformed
            case .tooLarge: .tooLarge
            case .badAddress: .badSource
            }
        self.init(code, error.sentence)
    }

    /// A stranger's text within a sentence of ours: one short line.
    static func excerpt(_ text: String, most: Int = 160) -> String { OutsideError.excerpt(text, most: most) }
}
