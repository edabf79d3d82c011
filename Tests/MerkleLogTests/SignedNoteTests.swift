import Crypto
import MerkleLog
import Testing

@Suite("Signed note")
struct SignedNoteTests {
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcE"
        + "lZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    static let enoch = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCO"
        + "Xm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

    @Test(arguments: [
        (peter, text + "\n" + peterLine), (enoch, text + "\n" + peterLine + enochLine),
        (
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "This is an example message.\n\n"
                + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi"
                + "2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
        ),
        (
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
            "go.sum database tree\n31700353\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n"
                + "— sum.golang.org Az3grnmrIUEDFqHzAElIQCPNoRFRAAdFo47fooyW"
                + "KMHb89k11GJh5zHIfNCOBmwn/C3YI8oW9/C8DJ87F61QqspBYwM=\n"
        ),
    ])
    func `notes signed by other programs verify, and are written the same`(vkey: String, encoded: String) throws {
        let verifier = try NoteVerifier(vkey: vkey)
        let note = try SignedNote(parsing: encoded.utf8)
        #expect(note.encoded == encoded)
        let verified = try note.verify(with: [verifier])
        #expect(verified.map(\.name) == [verifier.name])
        let damaged = try SignedNote(parsing: ("X" + encoded).utf8)
        #expect(throws: NoteError.falseSignature(name: verifier.name)) { try damaged.verify(with: [verifier]) }
    }

    @Test
    func `the specification's example is read, empty line and all`() throws {
        let line =
            "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGI"
            + "TLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
        let text = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n"
        let note = try SignedNote(parsing: (text + "\n" + line).utf8)
        #expect(note.text == text)
        let signature = try #require(note.signatures.first)
        #expect(signature.name == "quasimodo.example/salvatore")
        #expect(signature.keyID == 0x367b_a04b)
        #expect(signature.bytes.count == 64)
        #expect(signature.line == line)
        #expect(throws: NoteError.noKnownSignature) { try note.verify(with: []) }
        #expect(throws: NoteError.noKnownSignature) { try note.verify(with: [NoteVerifier(vkey: Self.peter)]) }
    }

    @Test
    func `signing gives the line that Go's implementation gives`() throws {
        let seed = bytes(hex: "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173")
        let signer = try NoteSigner(
            name: "PeterNeumann", key: Curve25519.Signing.PrivateKey(rawRepresentation: seed))
        #expect(signer.verifier.vkey == Self.peter)
        #expect("\(signer)" == Self.peter)
        #expect(signer.verifier.keyID == 0xc74f_20a3)
        let note = try SignedNote(text: Self.text, signers: [signer])
        _ = try note.verify(with: [NoteVerifier(vkey: Self.peter)])
        #if os(Linux)
            // Apple's CryptoKit signs with a random part.
            #expect(note.encoded == Self.text + "\n" + Self.peterLine)
        #endif
    }

    @Test
    func `a known key's false signature condemns the note, an unknown key's does not`() throws {
        let (alice, bob) = (try makeSigner("alice"), try makeSigner("bob"))
        let note = try SignedNote(text: "hello\n", signers: [alice, bob])
        #expect(try note.verify(with: [bob.verifier]).map(\.name) == ["bob"])
        #expect(try note.verify(with: [bob.verifier, alice.verifier]).map(\.name) == ["alice", "bob"])
        #expect(try note.verify(with: [bob.verifier, bob.verifier]).count == 1)

        var forged = note
        let other = try SignedNote(text: "other\n", signers: [alice])
        try forged.append(other.signatures[0])
        #expect(forged.signatures.map(\.name) == ["bob", "alice"])
        #expect(throws: NoteError.falseSignature(name: "alice")) {
            try forged.verify(with: [alice.verifier, bob.verifier])
        }
        #expect(try forged.verify(with: [bob.verifier]).map(\.name) == ["bob"])
        #expect(throws: NoteError.falseSignature(name: "alice")) { try forged.verify(with: [alice.verifier]) }

        let short = try NoteSignature(name: "alice", keyID: alice.verifier.keyID, bytes: [1])
        try forged.append(short)
        #expect(throws: NoteError.falseSignature(name: "alice")) { try forged.verify(with: [alice.verifier]) }
    }

    @Test
    func `a second line by a known key is verified as well`() throws {
        let alice = try makeSigner("alice")
        let good = try SignedNote(text: "hello\n", signers: [alice])
        let bad = try SignedNote(text: "other\n", signers: [alice])
        let both = try SignedNote(parsing: (good.encoded + bad.signatures[0].line).utf8)
        #expect(both.signatures.count == 2)
        #expect(throws: NoteError.falseSignature(name: "alice")) { try both.verify(with: [alice.verifier]) }
    }

    @Test
    func `a key is known by name and key ID together`() throws {
        let (alice, namesake) = (try makeSigner("alice"), try makeSigner("alice"))
        let note = try SignedNote(text: "hello\n", signers: [namesake])
        #expect(throws: NoteError.noKnownSignature) { try note.verify(with: [alice.verifier]) }
        var countersigned = note
        try countersigned.sign(with: alice)
        #expect(try countersigned.verify(with: [alice.verifier]).count == 1)

        let sameID = try NoteSignature(name: "bob", keyID: alice.verifier.keyID, bytes: [1, 2, 3])
        try countersigned.append(sameID)
        #expect(countersigned.signatures.count == 3)
        #expect(try countersigned.verify(with: [alice.verifier]).count == 1)
    }

    @Test
    func `signing twice replaces the first signature`() throws {
        let alice = try makeSigner("alice")
        var note = try SignedNote(text: "hello\n", signers: [alice, alice])
        try note.sign(with: alice)
        #expect(note.signatures.count == 1)
    }

    @Test
    func `names that only look alike are not the same key`() throws {
        let signer = try makeSigner("caf\u{e9}")
        let note = try SignedNote(text: "hello\n", signers: [signer])
        let other = try NoteSignature(
            name: "cafe\u{301}", keyID: signer.verifier.keyID, bytes: note.signatures[0].bytes)
        #expect(!signer.verifier.claims(other))
        #expect(other != note.signatures[0])
    }

    @Test
    func `a signed checkpoint goes the whole way`() throws {
        let signer = try makeSigner("example.com/log")
        let checkpoint = try Checkpoint(origin: "example.com/log", head: tree(5).builder.head)
        let encoded = try SignedNote(text: checkpoint.text, signers: [signer]).encoded
        let note = try SignedNote(parsing: encoded.utf8)
        _ = try note.verify(with: [NoteVerifier(vkey: signer.verifier.vkey)])
        #expect(try Checkpoint(text: note.text) == checkpoint)
    }

    func makeSigner(_ name: String) throws -> NoteSigner {
        try NoteSigner(name: name, key: Curve25519.Signing.PrivateKey())
    }
}
