import STIX

/// Why an indicator or a value is not in a list: what a list could hold is listed, or counted under one of these.
enum LeftOut: Sendable, Hashable {
    // Indicators.
    /// It is longer than anybody writes.
    case tooLong
    /// Its pattern can't be read.
    case unreadable
    /// Its pattern is written in another language than that of STIX.
    case otherLanguage
    /// It asks for more than the value: to block the value alone would block too much.
    case together
    /// The value is of something else than what a list blocks: a section of a file, an address that a name had.
    case elsewhere
    /// It asks for such values without naming one, or what it names is none.
    case unnamed
    // Values.
    /// A network so wide that it is a mistake, or a value that no line can hold.
    case tooWide
    /// It belongs to an organisation here.
    case constituency
    case specialUse(SpecialUse)
    /// It is on this list of known-good values.
    case knownGood(String)

    /// How many, and why, in one line.
    func sentence(_ count: Int) -> String {
        let indicators = count == 1 ? "1 indicator" : "\(count) indicators"
        let values = count == 1 ? "1 value" : "\(count) values"
        return switch self {
        case .tooLong: "\(indicators) longer than 1 MB"
        case .unreadable: "\(indicators) with a pattern that can't be read"
        case .otherLanguage: "\(indicators) in another pattern language"
        case .together: "\(indicators) naming a value only together with something else"
        case .elsewhere: "\(indicators) naming a value of a part or a neighbour of what is bad"
        case .unnamed: "\(indicators) naming no whole value"
        case .tooWide: "\(values) wider than /8 (IPv6: /16), or not fit for a line"
        case .constituency: "\(values) of the constituency of an organisation here"
        case .specialUse(let use): "\(values) not of the Internet: \(use.rawValue)"
        case .knownGood(let list): "\(values) on the known-good list \(list)"
        }
    }
}
