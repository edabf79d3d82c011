/// The state of a log at one moment: how many entries, and the root hash over them.
///
/// Two logs with equal heads hold the same entries in the same order. A head says nothing about who vouches for it; a
/// signed `Checkpoint` does.
public struct TreeHead: Hashable, Sendable {
    /// The number of leaves, 0 or more.
    public let size: Int
    /// The Merkle tree hash over these leaves (RFC 6962 §2.1).
    public let root: TreeHash

    /// The head of a log that holds nothing.
    public static let empty = TreeHead(size: 0, root: .empty)

    /// States a head as given; nothing is computed or checked.
    public init(size: Int, root: TreeHash) {
        self.size = size
        self.root = root
    }
}
