/// The states of a thing, and the steps between them.
public struct Life: Sendable, Hashable {
    /// Where a thing can be.
    public struct State: Sendable, Hashable {
        /// By which steps name it.
        public let name: String
        /// What people call it.
        public let label: Phrase
        /// Whether nothing more is expected there.
        public let isEnd: Bool
    }

    /// Something that somebody does to a thing: an object of theirs, and no new version of somebody else's.
    public struct Step: Sendable, Hashable {
        /// By which objects name it.
        public let name: String
        /// The states in which it may be taken.
        public let from: [String]
        /// Where it leads.
        public let to: String
        /// Who may take it.
        public let who: [Who]
        /// What its button says.
        public let label: Phrase
        /// Whether whoever takes it must say why.
        public let needsReason: Bool
        /// Whether every remark of others on the thing must have been answered.
        public let needsAnswers: Bool
    }

    /// Who may take a step, as seen from the thing.
    public enum Who: String, Sendable, CaseIterable {
        /// The organisation that said the thing.
        case author
        /// An organisation that the thing names in the field ``Life/addressee``.
        case addressee
        /// The organisation that runs the gateway.
        case desk
    }

    /// The first is where everything begins.
    ///
    /// Where two steps were taken without knowing of each other, the one that leads to
    /// the state further down counts.
    public let states: [State]
    /// The steps, in the order in which pages offer them.
    public let steps: [Step]
    /// The field that holds the addressees; nil where there are none.
    public let addressee: String?

    /// A state by its name.
    public func state(_ name: String) -> State? { states.first { $0.name == name } }
    /// A step by its name.
    public func step(_ name: String) -> Step? { steps.first { $0.name == name } }
}
