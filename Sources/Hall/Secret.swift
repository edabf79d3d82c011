import Crypto
import Foundation
package import Ledger
package import Storage

/// 256 random bits that prove who somebody is, or by which whoever knows an address may use it: a sign-in key, a session, a
/// token, the address of a list.
///
/// It is shown or sent once; what is kept is its digest.
package struct Secret: Sendable, CustomStringConvertible {
    /// 43 characters of base64url, RFC 4648 §5; before them, what the kind is known by.
    package let text: String

    /// - Parameter prefix: by which people and scanners for leaked secrets recognise the kind.
    package static func make(_ surroundings: Surroundings, prefix: String = "") -> Secret {
        let encoded = Data(surroundings.random(32)).base64EncodedString()
        return Secret(
            text: prefix + encoded.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }

    package init(text: String) { self.text = text }

    package var digest: SecretDigest { SecretDigest(bytes: Array(SHA256.hash(data: Array(text.utf8)))) }

    /// A log line must not tell it.
    package var description: String { "a secret" }
}

/// The SHA-256 of a secret: enough to recognise it, and nothing to sign in with.
package struct SecretDigest: Sendable, SQLValue {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes as long for a near miss as for any other.
    package static func == (left: SecretDigest, right: SecretDigest) -> Bool {
        guard left.bytes.count == right.bytes.count else { return false }
        return zip(left.bytes, right.bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    package var sql: Value { .blob(bytes) }

    package init?(sql: Value) {
        guard case .blob(let bytes) = sql, bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}
