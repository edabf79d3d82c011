import Crypto
import MerkleLog
import STIX

/// The key that signs a log which is followed, handed over from one to the next by the log itself (law 11).
struct LogKeys: Sendable {
    /// Whose signature is believed: the key that the operator stated, or one that it put in force.
    private(set) var trusted: NoteVerifier
    /// What the log says of itself; nil before its first entry.
    private(set) var stated: NoteVerifier?

    init(trusted: NoteVerifier, stated: NoteVerifier? = nil) {
        self.trusted = trusted
        self.stated = stated
    }

    /// Follows what a `config` entry says of the key.
    ///
    /// Under the same origin the old key and the new one must have signed the entry. A new epoch names the one it follows, and
    /// only the same key under its new name is believed: a copy that was restored with another key is for people to judge.
    ///
    /// - Throws: `unproven` where the entry puts a key in force that nobody handed over.
    mutating func take(_ rules: JSON, at position: Int) throws {
        guard let origin = rules["origin"]?.string, let vkey = rules["key"]?.string else { return }
        guard let new = try? NoteVerifier(vkey: vkey), new.name.utf8.elementsEqual(origin.utf8) else {
            throw LedgerError(.unproven, "entry \(position) states a key that can't be read")
        }
        guard let old = stated else { return stated = new }
        guard new.vkey != old.vkey else { return }
        let hands: Bool
        if new.name == old.name {
            guard KeyRotation.isSigned(rules, by: old.vkey, and: new.vkey) else {
                throw LedgerError(
                    .unproven,
                    "entry \(position) replaces the key without the signatures of both the old and the new one")
            }
            hands = true
        } else {
            guard rules["follows"]?["origin"]?.string == old.name else {
                throw LedgerError(
                    .unproven, "entry \(position) begins \(new.name) without saying that it follows \(old.name)")
            }
            hands = new.key.rawRepresentation == old.key.rawRepresentation
        }
        if hands, old.vkey == trusted.vkey { trusted = new }
        stated = new
    }
}
