public import STIX

/// What objects of one kind hold, what people call it, and which steps its life has: as data, without any code.
///
/// A kind never changes: its identifier follows from all that it says, so that it is the same everywhere, and what was written
/// under it reads as it. A later one names it as its predecessor.
public struct Kind: Sendable, Hashable {
    /// What sort of object it becomes.
    public enum Noun: String, Sendable, CaseIterable {
        /// Worth keeping and finding: `concord-record`.
        case record
        /// People at a time: `concord-gathering`.
        case gathering
        /// Somebody says something about somebody, until a date: `concord-attestation`.
        case attestation

        /// The STIX type of its objects.
        public var type: String { "concord-" + rawValue }
    }

    /// The identifier of the object that declares it, `concord-kind--…`.
    public internal(set) var id: String
    /// The pack that brings it.
    public let pack: String
    /// Its name within the pack, which its versions share.
    public let name: String
    /// What sort of object it becomes.
    public let noun: Noun
    /// The day from which it is this way, `2026-11-30`.
    public let released: String
    /// The identifier of the version before; nil for the first.
    public let follows: String?
    /// What people call one, several, and what it is in one sentence.
    public let (one, many, says): (Phrase, Phrase, Phrase)
    /// The title of an object.
    public let title: Template
    /// The field that lists quote.
    public let summary: String?
    /// The parts of its form, in their order; none for a short one.
    public let sections: [Section]
    /// What it asks, in its order.
    public let fields: [Field]
    /// The steps of its life; nil where it has none.
    public let life: Life?
    /// What must happen in time.
    public let clocks: [LifeClock]
    /// Which fields place it in calendars.
    public let dates: Dates?
    /// The fields that lists show beside the title; `state` for where it is in its life.
    public let columns: [String]
    /// The fields by which lists are narrowed.
    public let facets: [String]
    /// How long it is kept after it was said; nil for as long as the gateway.
    public let retention: ISODuration?
    /// After how long without a new version it counts as unmaintained; nil for never.
    public let review: ISODuration?
    /// To whom it is said unless its author says otherwise; nil to ask.
    public let audience: Audience?
    /// The highest marking that it may have; nil for that of the collection.
    public let ceiling: TLP?
    /// Texts that are written from it.
    public let letters: [Letter]

    /// A part of a form.
    public struct Section: Sendable, Hashable {
        /// By which fields name it.
        public let name: String
        /// Its heading.
        public let label: Phrase
    }

    /// Which fields place an object in calendars.
    public struct Dates: Sendable, Hashable {
        /// A date or a moment.
        public let start: String
        /// Of the same type; nil for a day or a moment alone.
        public let end: String?
        /// A text: where it is; nil for nowhere.
        public let place: String?
    }

    /// To whom an object is said.
    public enum Audience: String, Sendable, CaseIterable {
        /// The public.
        case everyone
        /// Everybody with an account.
        case signedIn = "signed-in"
        /// A group of organisations.
        case group
        /// The organisation of its author.
        case organisation
    }

    /// A text with fields in it, such as a reminder.
    public struct Letter: Sendable, Hashable {
        /// By which it is sent.
        public let name: String
        /// Its first line.
        public let subject: Template
        /// The text.
        public let text: Template
    }

    /// The field of this name; of a field within a list, `list.field`.
    public func field(_ path: String) -> Field? {
        let parts = path.split(separator: ".", maxSplits: 1)
        guard let first = fields.first(where: { $0.name == parts[0] }) else { return nil }
        guard parts.count == 2 else { return first }
        guard case .list(let inner) = first.type else { return nil }
        return inner.first { $0.name == parts[1] }
    }

    /// The fields that stand in a section; those that name none stand in the first.
    public func fields(in section: Section) -> [Field] {
        let isFirst = section == sections.first
        return fields.filter { $0.section == section.name || isFirst && $0.section == nil }
    }
}

extension Kind {
    /// The namespace of the identifiers of kinds; random, once and for all.
    private static let namespace: [UInt8] = [
        0x3E, 0x8D, 0x0C, 0x52, 0x6A, 0x41, 0x4F, 0x1B, 0x9D, 0x77, 0x2B, 0xC5, 0x90, 0xE1, 0x4A, 0x66,
    ]

    /// Takes the identifier that follows from all that it says.
    mutating func identify() throws(KindFault) {
        guard let bytes = try? definition.canonical() else {
            throw KindFault(.wrongType, "the kind can't be written as JSON")
        }
        id = "concord-kind--" + NameBasedUUID.text(of: bytes, in: Self.namespace)
    }
}
