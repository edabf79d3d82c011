/// Why another machine could not be asked, or did not answer as it should.
package struct OutsideError: Error, Equatable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// Nobody answers at the address.
        case unreachable
        /// Who answers can't prove to be who was asked: its certificate is not trusted here.
        case untrusted
        /// The address leads to this machine or into an inner network, and nobody has allowed that.
        case innerNetwork = "inner-network"
        /// The other end answers more slowly than one may.
        case tooSlow = "too-slow"
        /// What it answers is not what the protocol says.
        case malformed
        /// The answer is larger than one may be.
        case tooLarge = "too-large"
        /// The address is none, or a secret would go there in the clear.
        case badAddress = "bad-address"
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }

    /// A stranger's text within a sentence of ours: one short line.
    package static func excerpt(_ text: String, most: Int = 160) -> String {
        let plain = String(text.unicodeScalars.filter { $0.value >= 32 && !(127...159 ~= $0.value) }.prefix(most))
        return text.unicodeScalars.count > most ? plain + "…" : plain
    }
}
