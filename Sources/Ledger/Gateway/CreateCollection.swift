import Crypto
import MerkleLog
package import STIX
import Storage

extension GatewayLedger {
    /// Makes a collection; the first entry of its log states its rules and its key.
    ///
    /// - Parameters:
    ///   - alias: lower-case letters, digits and hyphens; unique here.
    ///   - defaultMarking: what an object without a TLP marking counts as; its audience's ceiling unless stated.
    /// - Throws: `badAlias`, `aliasTaken`, or `aboveCeiling` where the default is stricter than the audience allows.
    @discardableResult
    package func createCollection(
        alias: String, title: String, description: String = "", audience: Audience, defaultMarking: TLP? = nil
    ) async throws -> LogCollection {
        let marking = defaultMarking ?? audience.ceiling
        try checkAlias(alias)
        guard marking <= audience.ceiling else {
            throw LedgerError(
                .aboveCeiling, "\(marking.label) is above \(audience.ceiling.label), the ceiling of its audience")
        }
        let id = surroundings.uuid()
        return try await write { session in
            try session.checkUnused(alias)
            let number: Int = try session.inserted(
                """
                INSERT INTO collection
                    (id, alias, kind, title, description, audience, ceiling, default_marking, epoch, size)
                VALUES (\(id), \(alias), \(LogCollection.Kind.own), \(title), \(description), \(audience),
                    \(audience.ceiling), \(marking), 1, 0)
                RETURNING number
                """)
            try session.noteFilled(projectionKinds, in: number)
            // Signed for while still empty: a missing file always means that signatures were lost.
            try publication.publish(session.collection(id), .empty, key: session.signingKey()) { _ in nil }
            var log = try LogAppender(session.collection(id), in: session, surroundings: surroundings)
            try log.append(.config(try rules(of: log.collection, key: session.signingKey())))
            let grown = try log.finish()
            return (try session.collection(id), [grown])
        }
    }

    func checkAlias(_ alias: String) throws {
        guard alias.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) != nil else {
            throw LedgerError(.badAlias, "\(alias) is no alias: use up to 63 lower-case letters, digits and hyphens")
        }
    }

    /// What a `config` entry says: the rules in force from there on, and the key that signs.
    func rules(of collection: LogCollection, key: Curve25519.Signing.PrivateKey, following old: Checkpoint? = nil)
        throws -> JSON
    {
        func text(_ name: String, _ value: String) -> JSON.Member { .init(name: name, value: .string(value)) }
        var members = [
            text("alias", collection.alias), text("title", collection.title),
            text("description", collection.description),
            text("audience", collection.audience.description), text("ceiling", collection.ceiling.label),
            text("default_marking", collection.defaultMarking.label), text("origin", collection.origin),
            text("key", try NoteSigner(name: collection.origin, key: key).verifier.vkey),
        ]
        if let review = collection.review { members.append(text("review", review.description)) }
        if let old {
            let follows: [JSON.Member] = [
                text("origin", old.origin), text("root", old.root.base64), .count("size", old.size),
            ]
            members.append(.init(name: "follows", value: .object(follows)))
        }
        return .object(members)
    }
}

extension Session {
    func checkUnused(_ alias: String) throws {
        let taken = try value("SELECT 1 FROM collection WHERE alias = \(alias)", as: Int.self)
        guard taken == nil else { throw LedgerError(.aliasTaken, "there is a collection \(alias) already") }
    }
}
