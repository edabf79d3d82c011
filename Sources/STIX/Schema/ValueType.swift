/// What the standard asks of a value: the common data types (STIX 2.1 §2), and what a property narrows them to.
indirect enum ValueType: Sendable {
    /// Anything that JSON has, except null.
    case any
    /// §2.1: base64.
    case binary
    /// §2.2
    case boolean
    /// §2.3: an object whose keys the author chooses.
    case dictionary(ValueType, keys: DictionaryKeys = .free)
    /// §2.6
    case float(ClosedRange<Double>? = nil)
    /// §2.7: algorithms and what they made; other algorithms are allowed where the vocabulary is not closed.
    case hashes(isClosed: Bool = false)
    /// §2.8: pairs of hexadecimal digits.
    case hex
    /// §2.9: the identifier of an object of one of these types.
    case identifier(Targets)
    /// §2.10
    case integer(ClosedRange<Int>? = nil)
    /// §2.10 or §2.15.
    case integerOrString
    /// §2.12: at least one of these.
    case list(ValueType)
    /// §2.4 and §2.14: a term of an enumeration or an open vocabulary.
    case term(Vocabulary)
    /// §2.15
    case string
    /// §2.15, of a form that a property or another standard prescribes.
    case text(TextForm)
    /// §2.16
    case timestamp
    /// A timestamp that makes versions (§3.6.1), which is judged with the identity of the object.
    case version
    /// An object of fixed properties.
    case object(Parts)
    /// The extensions of an object: those of the standard by name, all others by the identifier of their definition (§7.3).
    case extensions([Parts])
    /// The deprecated `objects` of observed data: observables by local keys (§2.13).
    case containedObservables
    /// A value that the reader keeps, besides judging it.
    case kept(Role, ValueType)

    /// The integers from this one on that JSON carries exactly (§2.10).
    static func integer(from least: Int) -> ValueType { .integer(least...9_007_199_254_740_991) }
}

/// Which keys a dictionary may have; none is longer than 250.
enum DictionaryKeys: UInt16, Sendable {
    /// a–z, A–Z, 0–9, hyphen and underscore (§2.3).
    case free
    /// Language tags of RFC 5646 (§7.1).
    case language
    /// Property names (§3.1).
    case property
}

/// What a value is to the reader, given where it stands.
enum Role: UInt8, Sendable {
    case none
    /// An identifier that is kept with the other references.
    case reference
    /// `created_by_ref`, which is kept apart from the other references.
    case creator
    case objectMarking, granularMarkingRef, selector
    case sourceName, externalID
    case hash
    case extensionType
    /// The words of a marking definition, and the level in the TLP 2.0 extension.
    case statement, definedTLP, tlp2
    /// A name inside of a part, which people search for.
    case innerName
    /// A term that may be `none`: that there is nothing. Rules count it as false then.
    case absence
}

/// One property of an object, or of a part of one.
struct Property: Sendable {
    let name: String
    let type: ValueType
    let isRequired: Bool

    /// A property that must be there.
    static func must(_ name: String, _ type: ValueType) -> Property {
        Property(name: name, type: type, isRequired: true)
    }

    /// A property that may be there.
    static func may(_ name: String, _ type: ValueType) -> Property {
        Property(name: name, type: type, isRequired: false)
    }
}

/// What the standard says about several properties of one object together.
enum Rule: Sendable {
    /// One of these must be there.
    case oneOf([String])
    /// One of these must be there, and no second one.
    case exactlyOne([String])
    /// These are there all or none.
    case together([String])
    /// Where the first is there, so are the others.
    case needs(String, [String])
    /// Where the first is there, the other is not.
    case excludes(String, String)
    /// Where the boolean has this value, the others must be there.
    case needsWhen(String, Bool, [String])
    /// Where the boolean has this value, the other may not be there.
    case excludesWhen(String, Bool, String)
    /// The first time is not later than the second.
    case order(String, String)
    /// The first time is earlier than the second.
    case strictOrder(String, String)
    /// Where the first is there and is not `none`, so are the others.
    case needsUnlessNone(String, [String])
    /// The texts of an extension contradict each other about the property; by another one it is written so.
    case disputed(String, instead: String)
    /// Where the first is there, or always, only some texts of an extension demand the others.
    case asks(String?, [String])
}

/// A part of an object that has fixed properties of its own.
final class Parts: Sendable {
    /// What the standard calls it; of an extension its key.
    let name: String
    /// The section of STIX 2.1 that defines it, or the name of another specification.
    let section: String
    let properties: [Property]
    let rules: [Rule]
    /// The code of what is wrong with it, where it has one of its own.
    let code: Finding.Code?
    /// Whether it may have properties that the standard does not know, as extensions by definition do.
    let isOpen: Bool
    /// What its other properties are, where their names are the author's choice.
    let others: ValueType?
    /// Properties of the object itself that should stand beside an extension of this kind.
    let beside: [String]

    init(
        _ name: String, _ section: String, _ properties: [Property], _ rules: [Rule] = [], code: Finding.Code? = nil,
        isOpen: Bool = false, others: ValueType? = nil, beside: [String] = []
    ) {
        self.name = name
        self.section = section
        self.properties = properties
        self.rules = rules
        self.code = code
        self.isOpen = isOpen || others != nil
        self.others = others
        self.beside = beside
    }
}

/// Which types an identifier may name.
struct Targets: Sendable {
    let types: Set<String>
    /// Whether types that the standard does not define are right, since nobody knows their category.
    let allowsUnknown: Bool
    /// In English, for sentences.
    let description: String

    /// Any object.
    static let any = Targets(types: [], allowsUnknown: true, description: "a STIX object")

    /// Objects of these types.
    static func types(_ types: String...) -> Targets {
        Targets(types: Set(types), allowsUnknown: false, description: types.joined(separator: " or "))
    }

    /// Objects of these categories, and of types that the standard does not define.
    static func category(_ categories: ObjectType.Category..., description: String) -> Targets {
        let types = ObjectType.names.filter { categories.contains($0.category) }.map(\.name)
        return Targets(types: Set(types), allowsUnknown: true, description: description)
    }
}
