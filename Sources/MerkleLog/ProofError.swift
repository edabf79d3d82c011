/// Why a proof cannot be made, or does not prove.
public enum ProofError: Error, Equatable {
    /// An index or a size that the tree does not have, or an old size greater than the new one.
    case outOfRange
    /// More or fewer hashes than a proof for this index and these sizes has.
    case wrongLength
    /// The hashes do not lead to the root of the (newer) tree.
    case rootMismatch
    /// The hashes do not lead to the root of the older tree: history was rewritten, or the proof is of another log.
    case oldRootMismatch
}

extension ProofError: CustomStringConvertible {
    /// One sentence for people.
    public var description: String {
        switch self {
        case .outOfRange: "the proof asks for an entry or a size that the tree does not have"
        case .wrongLength: "the proof has a wrong number of hashes"
        case .rootMismatch: "the proof does not lead to the root of the tree"
        case .oldRootMismatch: "the proof does not lead to the root of the older tree"
        }
    }
}
