import Crypto
import MerkleLog
import Testing

@Suite("Signed note, hostile")
struct SignedNoteFormatTests {
    static let line = "— a AAAAAAA=\n"

    static let malformed: [(String, NoteError)] = [
        ("", .malformedText), ("text\n", .malformedText), ("text\n\(line)", .malformedText),
        ("text\n\n", .noSignature), ("\n\n", .noSignature), ("text\n\n\(line.dropLast())", .malformedSignature),
        ("text\n\n\(line)\n", .noSignature), ("text\n\n\(line)x\n", .malformedSignature),
        ("te\u{0}xt\n\n\(line)", .controlCharacter), ("te\txt\n\n\(line)", .controlCharacter),
        ("text\r\n\r\n\(line)", .malformedText), ("text\r\n\n\(line)", .controlCharacter),
        ("text\n\n- a AAAAAAA=\n", .malformedSignature), ("text\n\n—a AAAAAAA=\n", .malformedSignature),
        ("text\n\n—  AAAAAAA=\n", .malformedKeyName), ("text\n\n— a  AAAAAAA=\n", .malformedSignature),
        ("text\n\n— a b AAAAAAA=\n", .malformedSignature), ("text\n\n— a+b AAAAAAA=\n", .malformedKeyName),
        ("text\n\n— a\u{a0}b AAAAAAA=\n", .malformedKeyName), ("text\n\n— a\u{3000}b AAAAAAA=\n", .malformedKeyName),
        ("text\n\n— a\u{85}b AAAAAAA=\n", .malformedKeyName), ("text\n\n— a\tb AAAAAAA=\n", .malformedKeyName),
        ("text\n\n— a\u{1}b AAAAAAA=\n", .malformedKeyName), ("text\n\n— a AAAAAA==\n", .malformedSignature),
        ("text\n\n— a AAAAAAA\n", .malformedSignature), ("text\n\n— a AAAAAAA=\r\n", .malformedSignature),
        ("text\n\n— a AAAAAAB=\n", .malformedSignature), ("text\n\n— a AAAA-AA=\n", .malformedSignature),
        ("text\n\n— a \n", .malformedSignature), ("text\n\n— a\n", .malformedSignature),
        ("text\n\n\(String(repeating: line, count: 65))", .tooManySignatures),
    ]

    @Test(arguments: malformed)
    func `what breaks the format is refused by name`(note: String, error: NoteError) {
        #expect(throws: error) { try SignedNote(parsing: note.utf8) }
    }

    @Test
    func `bytes that are not UTF-8 are refused wherever they stand`() {
        let start = Array("text".utf8)
        let end = Array("\n\n— a AAAAAAA=\n".utf8)
        for bad: [UInt8] in [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80]] {
            #expect(throws: NoteError.notUTF8) { try SignedNote(parsing: start + bad + end) }
            #expect(throws: NoteError.notUTF8) { try SignedNote(parsing: start + end.dropLast() + bad + [10]) }
        }
    }

    @Test
    func `64 signatures, and 16 of the largest post-quantum kind, are read; more bytes or lines are not`() throws {
        let many = "text\n\n" + (0..<64).map { "— a\($0) AAAAAAA=\n" }.joined()
        var note = try SignedNote(parsing: many.utf8)
        #expect(note.signatures.count == 64)
        #expect(note.encoded == many)
        let extra = try NoteSignature(name: "b", keyID: 0, bytes: [1])
        #expect(throws: NoteError.tooManySignatures) { try note.append(extra) }
        #expect(note.encoded == many)

        let tooLong = String(repeating: "x", count: SignedNote.maximumByteCount) + "\n\n" + Self.line
        #expect(throws: NoteError.tooLong) { try SignedNote(parsing: tooLong.utf8) }
        let newlines = String(repeating: "\n", count: SignedNote.maximumByteCount)
        #expect(throws: NoteError.noSignature) { try SignedNote(parsing: newlines.utf8) }

        let large = String(repeating: "A", count: 6668)
        let quantum = "text\n\n" + (0..<16).map { "— a\($0) \(large)\n" }.joined()
        #expect(try SignedNote(parsing: quantum.utf8).signatures.allSatisfy { $0.bytes.count == 4997 })
    }

    @Test
    func `what could not be read is not signed`() throws {
        let key = Curve25519.Signing.PrivateKey()
        let signer = try NoteSigner(name: "a", key: key)
        #expect(throws: NoteError.malformedText) { try signer.sign("no newline") }
        #expect(throws: NoteError.malformedText) { try SignedNote(text: "", signers: [signer]) }
        #expect(throws: NoteError.controlCharacter) { try SignedNote(text: "a\tb\n", signers: [signer]) }
        #expect(throws: NoteError.noSignature) { try SignedNote(text: "a\n", signers: []) }
        #expect(throws: NoteError.tooLong) {
            try SignedNote(text: String(repeating: "x", count: 131_071) + "\n", signers: [signer])
        }
        for name in ["", "a b", "a+b", "a\nb", "a\u{2003}b", "a\u{7}"] {
            #expect(throws: NoteError.malformedKeyName) { try NoteSigner(name: name, key: key) }
            #expect(throws: NoteError.malformedKeyName) { try NoteSignature(name: name, keyID: 0, bytes: [1]) }
        }
        #expect(throws: NoteError.malformedSignature) { try NoteSignature(name: "a", keyID: 0, bytes: []) }
    }

    @Test
    func `verifier keys go round, small key IDs with their zeros`() throws {
        for number in 0..<40 {
            let key = try Curve25519.Signing.PrivateKey(rawRepresentation: leaf(number).bytes).publicKey
            let verifier = try NoteVerifier(name: "example.com/é\(number)", key: key)
            let again = try NoteVerifier(vkey: verifier.vkey)
            #expect(again.vkey == verifier.vkey)
            #expect(again.keyID == verifier.keyID)
        }
    }

    @Test(arguments: [
        "", "+", "++", "PeterNeumann", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a3+",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "peterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+0c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy",
        "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW+x",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func `any other verifier key is refused`(vkey: String) {
        #expect(throws: NoteError.self) { try NoteVerifier(vkey: vkey) }
        #expect(throws: NoteError.self) { try NoteVerifier(vkey: vkey + String(repeating: "A", count: 100_000)) }
    }
}
