/// One thing that a form asks.
public struct Field: Sendable, Hashable {
    /// By which values name it: lower-case letters, digits and underscores; references end in `_ref` or `_refs`.
    public let name: String
    /// What stands in it.
    public let type: FieldType
    /// Whether there may be several of them, as a list.
    public let isMany: Bool
    /// When it must be filled in.
    public let required: Requirement
    /// When it is asked at all; nil for always.
    public let shown: Condition?
    /// What people call it.
    public let label: Phrase
    /// What helps to fill it in.
    public let hint: Phrase?
    /// The section of the form that it stands in; nil for the first.
    public let section: String?
    /// Of a date: when it is overdue, once it has passed; nil where nothing is ever overdue.
    public let overdue: Overdue?

    /// When a date that has passed is overdue, and what people call that.
    public struct Overdue: Sendable, Hashable {
        /// It is not, where this holds.
        public let unless: Condition
        /// Such as “lapsed”; nil for the word of the page.
        public let says: Phrase?
    }

    /// When a field must be filled in.
    public enum Requirement: Sendable, Hashable {
        /// It may be left empty.
        case never
        /// Always, wherever it is shown.
        case always
        /// Where other fields say so.
        case when(Condition)
    }
}

/// What a field holds.
public indirect enum FieldType: Sendable, Hashable {
    /// One line.
    case text
    /// Several lines, with the Markdown that pages show.
    case longText
    /// One of several.
    case choice(Choices)
    /// Any of several.
    case choices(Choices)
    /// Yes, partly, no, or not applicable (``GradedAnswer``).
    case answer
    /// A day of the calendar, `2026-11-30` (RFC 3339 §5.6 full-date).
    case date
    /// A moment with its offset and, where that is known, its zone: `2026-11-30T09:00:00+01:00[Africa/Tunis]` (RFC 9557).
    case moment
    /// A length of time (``ISODuration``).
    case duration
    /// A number.
    case number(NumberRule)
    /// A sum of money: `{"amount": 1200, "currency": "EUR"}`, by ISO 4217.
    case money(currencies: [String])
    /// From a low to a high number, which may be one: `{"low": 2, "high": 5}`; of money with its currency.
    ///
    /// Sums of ranges are ranges: a single figure would claim more than is known.
    case range(RangeRule)
    /// An identity, by its identifier.
    case party
    /// An object of one of these types, by its identifier; of any where there are none.
    case object(types: [String])
    /// A country, by ISO 3166-1 alpha-2.
    case country
    /// A language, by BCP 47.
    case language
    /// A network: a prefix in CIDR form, an autonomous system as `AS64500`, or a domain.
    case network
    /// An address on the web.
    case link
    /// A file that stands here, by the identifier of the object that names it.
    case file
    /// Rows of these fields.
    case list([Field])

    /// Whether it holds identifiers of objects, so that its name ends in `_ref` or `_refs` (law 9).
    public var isReference: Bool {
        switch self {
        case .party, .object, .file: true
        default: false
        }
    }

    /// As files write it.
    public var name: String {
        switch self {
        case .text: "text"
        case .longText: "long-text"
        case .choice: "choice"
        case .choices: "choices"
        case .answer: "answer"
        case .date: "date"
        case .moment: "moment"
        case .duration: "duration"
        case .number: "number"
        case .money: "money"
        case .range: "range"
        case .party: "party"
        case .object: "object"
        case .country: "country"
        case .language: "language"
        case .network: "network"
        case .link: "link"
        case .file: "file"
        case .list: "list"
        }
    }

    /// Every name of a type, in the order of the manual.
    static let names = [
        "text", "long-text", "choice", "choices", "answer", "date", "moment", "duration", "number", "money", "range",
        "party", "object", "country", "language", "network", "link", "file", "list",
    ]
}

/// An answer to a question of a questionnaire; what is missing is none of them.
public enum GradedAnswer: String, Sendable, CaseIterable {
    /// It is so.
    case yes
    /// It is so in part.
    case partly
    /// It is not so.
    case no
    /// The question does not arise.
    case notApplicable = "not-applicable"
}

/// From what one chooses.
public enum Choices: Sendable, Hashable {
    /// What the kind itself lists.
    case inline([Choice])
    /// The terms of a taxonomy, by its namespace.
    case taxonomy(String)
}

/// One of several.
public struct Choice: Sendable, Hashable {
    /// As values hold it.
    public let value: String
    /// What people call it.
    public let label: Phrase
}

/// What is asked of a number.
public struct NumberRule: Sendable, Hashable {
    /// In what it counts; nil for a bare number.
    public var unit: Phrase?
    /// Whether it has no decimals.
    public var isWhole = false
    /// The least that it may be.
    public var least: Double?
    /// The most that it may be.
    public var most: Double?
}

/// What is asked of a range.
public enum RangeRule: Sendable, Hashable {
    /// Of numbers.
    case numbers(NumberRule)
    /// Of sums of money in one of these currencies.
    case money(currencies: [String])
}

/// What another field must say.
public struct Condition: Sendable, Hashable {
    /// The name of the other field: of the same row in a list, else of the whole.
    public let field: String
    /// What it must say.
    public let test: Test

    /// What a field must say.
    public enum Test: Sendable, Hashable {
        /// One of these values; of several chosen, any.
        case isOneOf([String])
        /// Anything at all, or nothing.
        case isFilled(Bool)
    }
}
