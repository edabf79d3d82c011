import STIX

/// One field of a MISP document that has no place in what was made of it.
package struct MISPLoss: Sendable, Hashable {
    /// Why it was left out; the raw values are stable.
    package enum Reason: String, Sendable, CaseIterable {
        /// A number that counts only on the server that wrote it.
        case local
        /// STIX has no property for it.
        case noPlace = "no-place"
        /// What the type asks for is not what the value is.
        case badValue = "bad-value"
        /// The value holds NUL or a noncharacter, or is longer than a text may be.
        case unsafeText = "unsafe-text"
        /// The value is of another JSON kind than MISP's.
        case wrongKind = "wrong-kind"
        /// Who may read is decided by the collection; it only chose the marking.
        case audience
        /// A proposal of somebody else that the author has not taken.
        case proposal
        /// The bytes of a file are not carried; its names and hashes are.
        case binary
        /// It points at something that is not in this event.
        case danglingReference = "dangling-reference"
        /// No pattern says what it means; it is kept without one.
        case notDetectable = "not-detectable"
        /// MISP keeps it only to say that it is gone.
        case deleted
        /// The text of a galaxy is not copied; its name and identifier are.
        case galaxyText = "galaxy-text"
        /// One thing has more tags than anybody reads.
        case tooMany = "too-many"
        /// Another part of the event has this UUID already.
        case duplicate

        /// For people: one sentence.
        package var sentence: String {
            switch self {
            case .local: "counts only on the server that wrote it"
            case .noPlace: "STIX has no property for it"
            case .badValue: "the value is not what its type asks for"
            case .unsafeText: "the text holds characters that no system keeps safely, or is too long"
            case .wrongKind: "the value is of another JSON kind than MISP writes"
            case .audience: "who reads is decided by the collection; it only chose the marking"
            case .proposal: "a proposal that the author has not taken"
            case .binary: "the bytes of files are not carried"
            case .danglingReference: "it points at something outside of this event"
            case .notDetectable: "no pattern says what it means; it is kept without one"
            case .deleted: "deleted in MISP"
            case .galaxyText: "the text of a galaxy is not copied; its name and identifier are"
            case .tooMany: "one thing keeps 1,000 tags; a TLP counts wherever it stands"
            case .duplicate: "another part of the event has this UUID; what has it here is kept under another one"
            }
        }
    }

    /// Where it stands, such as `Event.Attribute[3].sharing_group_id`.
    package let path: String
    /// The kind of value: string, number, boolean, object, list.
    package let kind: String
    package let reason: Reason
}

/// Which fields of one document were used, and which were left out, with the reason.
///
/// A field gets here by being taken from its `MISPNode`, or by being left in it: there is no third way.
final class MISPAccount {
    private(set) var count = 0
    /// Kept where nobody hears them at once.
    private(set) var losses: [MISPLoss] = []
    /// Paths of what was used; nil where nobody asks.
    private(set) var used: [String]?
    private let tell: ((MISPLoss) -> Void)?

    /// - Parameter tell: hears of each loss as it happens; an event may have more than memory should hold.
    init(remembersUse: Bool = false, tell: ((MISPLoss) -> Void)? = nil) {
        self.tell = tell
        if remembersUse { used = [] }
    }

    private func lose(_ path: String, _ kind: String, _ reason: MISPLoss.Reason) {
        count += 1
        let loss = MISPLoss(path: path, kind: kind, reason: reason)
        if let tell { tell(loss) } else { losses.append(loss) }
    }

    func use(_ path: String) { used?.append(path) }

    /// Leaves out a value with all that is in it: each leaf by its path.
    func lose(_ value: JSONValue, at path: String, _ reason: MISPLoss.Reason) {
        switch value {
        case .object(let members):
            for member in members { lose(member.value, at: "\(path).\(member.name)", reason) }
        case .array(let elements):
            for (index, element) in elements.enumerated() { lose(element, at: "\(path)[\(index)]", reason) }
        // Nothing is said, so nothing is lost.
        case .null, .string(""): use(path)
        case .string: lose(path, "string", reason)
        case .number: lose(path, "number", reason)
        case .bool: lose(path, "boolean", reason)
        }
    }
}
