/// The text of a checkpoint: which log, and the state of its tree (C2SP tlog-checkpoint).
///
/// Says nothing until it stands in a `SignedNote` that verifies.
public struct Checkpoint: Sendable {
    /// The unique name of the log: one line, not empty.
    public let origin: String
    /// The number of entries.
    public let size: Int
    /// The root hash over these entries.
    public let root: TreeHash
    /// Further lines, each not empty; the specification advises against them.
    public let extensions: [String]

    /// States a checkpoint.
    ///
    /// - Throws: `CheckpointError` if a line would be empty or hold a control character, or the size is negative.
    public init(origin: String, size: Int, root: TreeHash, extensions: [String] = []) throws(CheckpointError) {
        guard Self.isLine(origin) else { throw .malformedOrigin }
        guard size >= 0 else { throw .malformedSize }
        guard extensions.allSatisfy(Self.isLine) else { throw .malformedExtension }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// States the checkpoint of a tree head.
    ///
    /// - Throws: `CheckpointError`, as the other initialiser.
    public init(origin: String, head: TreeHead, extensions: [String] = []) throws(CheckpointError) {
        try self.init(origin: origin, size: head.size, root: head.root, extensions: extensions)
    }

    /// Reads the text of a verified note, at most 128 KiB.
    ///
    /// - Throws: `CheckpointError` unless ``text`` would write the same bytes.
    public init(text: String) throws(CheckpointError) {
        guard text.utf8.count <= SignedNote.maximumByteCount else { throw .tooLong }
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard lines.popLast() == "" else { throw .noFinalNewline }
        guard lines.count >= 3 else { throw .tooFewLines }
        guard let size = Int(decimal: lines[1].utf8) else { throw .malformedSize }
        guard let root = TreeHash(base64: lines[2]) else { throw .malformedRoot }
        try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }

    /// The note text: three lines and the extension lines, each ending in a newline.
    public var text: String {
        ([origin, "\(size)", root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// The state of the tree.
    public var head: TreeHead {
        TreeHead(size: size, root: root)
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }
}

extension Checkpoint: Hashable {
    /// Compares the exact bytes: `String` alone would take different spellings of one accent as equal.
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// Hashes the size and the root.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(head)
    }
}
