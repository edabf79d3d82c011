import Crypto
import Foundation
import MerkleLog
import STIX
import Storage

extension GatewayLedger {
    /// Replaces the signing key: each log gains a `config` entry that states the new key, signed by the old one and the new.
    ///
    /// Whoever trusts the old key follows the entry to the new one. All logs change in one transaction; what other
    /// processes sign from then on, they sign with the new key.
    ///
    /// - Returns: alias and verifier key of each log.
    @discardableResult
    package func rotateKey() async throws -> [(collection: String, vkey: String)] {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: surroundings.random(32))
        return try await write { session in
            let old = try session.signingKey()
            var grown: [GrownLog] = []
            var keys: [(collection: String, vkey: String)] = []
            for collection in try session.collections() where collection.kind == .own {
                var log = try LogAppender(collection, in: session, surroundings: surroundings)
                let signers = try [old, key].map { try NoteSigner(name: collection.origin, key: $0) }
                try log.append(.config(try KeyRotation.sign(try rules(of: collection, key: key), by: signers)))
                grown.append(try log.finish())
                keys.append((collection.alias, try NoteSigner(name: collection.origin, key: key).verifier.vkey))
            }
            try session.run("UPDATE gateway SET signing_key = \(Array(key.rawRepresentation))")
            return (keys, grown)
        }
    }
}

extension Session {
    /// The key that signs now.
    func signingKey() throws -> Curve25519.Signing.PrivateKey {
        guard let bytes: [UInt8] = try value("SELECT signing_key FROM gateway") else {
            throw LedgerError(.unknownGateway, "the database holds no gateway")
        }
        return try Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    }
}
