import MerkleLog
import STIX

/// How a `config` entry hands a log over from one key to the next.
enum KeyRotation {
    static let member = "signatures"

    /// The rules with a note over them, signed by the key that was and the key that is.
    static func sign(_ rules: JSON, by signers: [NoteSigner]) throws -> JSON {
        let note = try SignedNote(text: try text(of: rules), signers: signers)
        let lines = note.signatures.map { JSON.string($0.line) }
        return .object((rules.members ?? []) + [.init(name: member, value: .array(lines))])
    }

    /// Whether the entry's key was put in force by `old`.
    static func isSigned(_ rules: JSON, by old: String, and new: String) -> Bool {
        guard let lines = rules[member]?.array?.compactMap(\.string), let text = try? text(of: rules),
            let note = try? SignedNote(parsing: (text + "\n" + lines.joined()).utf8),
            let verifiers = try? [NoteVerifier(vkey: old), NoteVerifier(vkey: new)]
        else { return false }
        return verifiers.allSatisfy { (try? note.verify(with: [$0])) != nil }
    }

    /// The rules without their signatures, in their canonical form, as the text of a note.
    private static func text(of rules: JSON) throws -> String {
        let bare = JSON.object((rules.members ?? []).filter { $0.name != member })
        return String(decoding: try bare.canonical(), as: UTF8.self) + "\n"
    }
}
