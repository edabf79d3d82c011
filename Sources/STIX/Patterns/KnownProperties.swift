/// What the standard says of the properties that patterns name: all that patterns know of the tables of objects.
enum KnownProperties {
    /// What constants a value of a property can be compared with.
    enum Kind {
        case text, number, boolean, moment, composite

        /// The English name with its article, for sentences.
        var name: String {
            switch self {
            case .text: "a string"
            case .number: "a number"
            case .boolean: "true or false"
            case .moment: "a timestamp in a string"
            case .composite: "a list or an object"
            }
        }

        func compares(with constant: Pattern.Constant.Kind) -> Bool {
            switch self {
            case .text: constant == .text || constant == .bytes || constant == .timestamp
            case .number: constant == .number
            case .boolean: constant == .boolean
            case .moment: constant == .timestamp || constant == .text
            case .composite: false
            }
        }
    }

    /// The properties of every type of the standard.
    static let all: [String: [String: Kind]] = Dictionary(
        uniqueKeysWithValues: ObjectType.standard.map { type in
            (type.name, Dictionary(uniqueKeysWithValues: type.properties.map { ($0.name, kind($0.type)) }))
        })

    private static func kind(_ type: ValueType) -> Kind {
        switch type {
        case .any, .binary, .hex, .identifier, .integerOrString, .term, .string, .text: .text
        case .timestamp, .version: .moment
        case .boolean: .boolean
        case .integer, .float: .number
        case .dictionary, .hashes, .list, .object, .extensions, .containedObservables: .composite
        case .kept(_, let type): kind(type)
        }
    }
}
