package import Ledger
package import MerkleLog
package import Outside
package import STIX
import Storage

extension ExchangeDomain {
    /// What an operator says of a log that is to be mirrored.
    package struct NewMirror: Sendable {
        let alias: String
        let title: String
        let description: String
        let audience: Audience
        let ceiling: TLP?
        let key: NoteVerifier
        let address: MirrorAddress
        let credentials: PeerCredentials
        let reach: Reach
        let authority: String?
        let interval: Int

        package init(
            alias: String, title: String, description: String, audience: Audience, ceiling: TLP?, key: NoteVerifier,
            address: MirrorAddress, credentials: PeerCredentials, reach: Reach = .internet, authority: String?,
            interval: Int
        ) {
            self.alias = alias
            self.title = title
            self.description = description
            self.audience = audience
            self.ceiling = ceiling
            self.key = key
            self.address = address
            self.credentials = credentials
            self.reach = reach
            self.authority = authority
            self.interval = interval
        }
    }

    /// Makes a mirror, enters its source in the schedule, and copies what is there now.
    ///
    /// Nothing is made before the log has answered and is the one that the key is for.
    ///
    /// - Throws: `badSource` where it is another one, what `createMirror` throws, and what the first visit throws: the mirror
    ///   then stays, and is asked again unless the error is one that somebody must look at.
    package func addMirror(_ new: NewMirror) async throws -> MirroredLog {
        let log = new.address.log
        // A mirror without its source would follow nobody.
        try await sources.check(new.alias, interval: new.interval)
        try await PeerClient.with(new.credentials, for: log, reach: new.reach, authority: new.authority) { client in
            let text = try await RemoteLog(log, client: client).checkpoint()
            guard let origin = try? Checkpoint(text: SignedNote(parsing: text.utf8).text).origin else {
                throw ExchangeError(.malformed, "\(log) does not answer with the checkpoint of a log")
            }
            // Gateway and collection stay, whatever the epoch.
            guard origin.split(separator: "/").dropLast() == new.key.name.split(separator: "/").dropLast() else {
                throw ExchangeError(
                    .badSource, "\(log) is the log \(origin), and the key is that of \(new.key.name)")
            }
        }
        let collection = try await ledger.createMirror(
            alias: new.alias, title: new.title, description: new.description, audience: new.audience,
            ceiling: new.ceiling, key: new.key)
        let source = try await sources.add(
            new.alias, kind: .mirror, address: log, credentials: new.credentials, reach: new.reach,
            authority: new.authority, into: collection.id, interval: new.interval)
        if case .failed(let error, _) = try await PollRun(ledger).visit(source.settings.id) { throw error }
        guard let mirror = try await ledger.mirror(collection) else {
            throw ExchangeError(.unknownSource, "\(new.alias) is no mirror")
        }
        return mirror
    }
}
