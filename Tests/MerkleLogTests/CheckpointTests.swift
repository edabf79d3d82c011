import MerkleLog
import Testing

@Suite("Checkpoint")
struct CheckpointTests {
    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test
    func `the specification's example is read, and written the same`() throws {
        let text = "example.com/behind-the-sofa\n20852163\n\(Self.root)\n"
        let checkpoint = try Checkpoint(text: text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.root.base64 == Self.root)
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.text == text)
        #expect(checkpoint.head == TreeHead(size: 20_852_163, root: checkpoint.root))
    }

    @Test(arguments: [
        "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "go.sum database tree\n9223372036854775807\n\(root)\n",
        "a\n1\n\(root)\next 1\n— ext\n", "é\n1\n\(root)\n\u{7f}\n",
    ])
    func `what is allowed goes round`(text: String) throws {
        let checkpoint = try Checkpoint(text: text)
        #expect(checkpoint.text.utf8.elementsEqual(text.utf8))
        let again = try Checkpoint(origin: checkpoint.origin, head: checkpoint.head, extensions: checkpoint.extensions)
        #expect(again == checkpoint)
    }

    static let malformed: [(String, CheckpointError)] = [
        ("", .tooFewLines), ("a\n1\n\(root)", .noFinalNewline), ("\n", .tooFewLines),
        ("a\n1\n", .tooFewLines), ("\n1\n\(root)\n", .malformedOrigin), ("a\tb\n1\n\(root)\n", .malformedOrigin),
        ("a\r\n1\n\(root)\n", .malformedOrigin), ("a\n\n\(root)\n", .malformedSize),
        ("a\n01\n\(root)\n", .malformedSize), ("a\n00\n\(root)\n", .malformedSize),
        ("a\n-1\n\(root)\n", .malformedSize), ("a\n+1\n\(root)\n", .malformedSize),
        ("a\n 1\n\(root)\n", .malformedSize), ("a\n1 \n\(root)\n", .malformedSize),
        ("a\n0x1\n\(root)\n", .malformedSize), ("a\n1\r\n\(root)\n", .malformedSize),
        ("a\n１\n\(root)\n", .malformedSize), ("a\n9223372036854775808\n\(root)\n", .malformedSize),
        ("a\n99999999999999999999999\n\(root)\n", .malformedSize), ("a\n1\n\n", .malformedRoot),
        ("a\n1\n\(root)A\n", .malformedRoot), ("a\n1\nAAAA\n", .malformedRoot),
        ("a\n1\n\(root.dropLast())\n", .malformedRoot), ("a\n1\n \(root)\n", .malformedRoot),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n", .malformedRoot),
        ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", .malformedRoot),
        ("a\n1\n\(root)\n\n", .malformedExtension), ("a\n1\n\(root)\nx\n\ny\n", .malformedExtension),
        ("a\n1\n\(root)\nx\u{0}\n", .malformedExtension),
    ]

    @Test(arguments: malformed)
    func `anything else is refused by name`(text: String, error: CheckpointError) {
        #expect(throws: error) { try Checkpoint(text: text) }
    }

    @Test
    func `a text longer than a note is refused`() {
        let text = "a\n1\n\(Self.root)\n" + String(repeating: "x\n", count: 70_000)
        #expect(throws: CheckpointError.tooLong) { try Checkpoint(text: text) }
    }

    @Test
    func `no checkpoint is stated that could not be read`() {
        #expect(throws: CheckpointError.malformedOrigin) { try Checkpoint(origin: "", size: 1, root: .empty) }
        #expect(throws: CheckpointError.malformedOrigin) { try Checkpoint(origin: "a\n2", size: 1, root: .empty) }
        #expect(throws: CheckpointError.malformedSize) { try Checkpoint(origin: "a", size: -1, root: .empty) }
        #expect(throws: CheckpointError.malformedExtension) {
            try Checkpoint(origin: "a", size: 1, root: .empty, extensions: ["x", ""])
        }
    }

    @Test
    func `origins that only look alike differ`() throws {
        let composed = try Checkpoint(origin: "caf\u{e9}", head: .empty)
        let decomposed = try Checkpoint(origin: "cafe\u{301}", head: .empty)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
    }
}
