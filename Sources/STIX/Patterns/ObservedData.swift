/// What an observed-data object says was seen, with the objects that were seen (STIX 2.1 §4.14).
public struct ObservedData: Sendable {
    /// The identifier of the observed-data object.
    public let id: String
    /// When it was first seen.
    public let first: Timestamp
    /// When it was last seen.
    public let last: Timestamp
    /// How often it was seen: so many observations this stands for.
    public let count: Int
    /// Identifiers that it refers to, of which no object was given.
    public let missing: [String]
    /// The objects that were seen.
    let objects: [ObservedObject]
}

/// One object that was seen.
struct ObservedObject: Sendable {
    let tape: JSONTape
    /// The node of the object.
    let root: Int
    /// What references in the same observation call it: its identifier, or its key in `objects`; a string node.
    let name: Int
    /// The node of its type.
    let type: Int
}

/// Why something is no observed-data object, or no object at all.
public struct ObservedDataError: Error, Sendable, Equatable {
    /// What is wrong, by the codes of refusals and findings.
    public let code: Finding.Code
    /// Where, in bytes from the start of the object.
    public let offset: Int
    /// What is wrong, for people: one English sentence.
    public let sentence: String
}

/// Puts observed-data objects and the objects they refer to together, in whatever order they come.
public struct ObservedDataReader: Sendable {
    private var known: [String: JSONTape] = [:]
    private var waiting: [(tape: JSONTape, name: String)] = []
    private let limits: ScanLimits

    /// Makes an empty reader.
    public init(limits: ScanLimits = .standard) { self.limits = limits }

    /// Takes one STIX object; the later one of two with one identifier counts.
    ///
    /// - Parameter name: what observed data without an identifier is called; nothing refers to it, so it needs none.
    public mutating func add(_ object: [UInt8], name: String = "") throws(ObservedDataError) {
        let tape = try JSONTape(object, limits: limits)
        guard let type = tape.member("type", of: 0), tape.nodes[type].kind == .string else {
            throw ObservedDataError(code: .missingType, offset: 0, sentence: "The object has no type.")
        }
        let id = tape.member("id", of: 0).flatMap { tape.nodes[$0].kind == .string ? tape.string($0) : nil }
        if tape.equals(type, "observed-data") {
            waiting.append((tape, id ?? name))
        } else if let id {
            known[id] = tape
        } else {
            throw ObservedDataError(
                code: .missingID, offset: 0, sentence: "The object has no identifier, so that nothing can refer to it.")
        }
    }

    /// The observations, in the order in which their observed-data objects came.
    public func observations() throws(ObservedDataError) -> [ObservedData] {
        try observations { _, error throws(ObservedDataError) in throw error }
    }

    /// The observations that can be read, in the order in which their observed-data objects came.
    ///
    /// - Parameter refuse: gets what each of the others is called, and why it can't be read.
    public func observations(
        refuse: (_ name: String, ObservedDataError) throws(ObservedDataError) -> Void
    ) throws(ObservedDataError) -> [ObservedData] {
        var all: [ObservedData] = []
        for (tape, name) in waiting {
            do {
                all.append(try observation(tape, name))
            } catch {
                try refuse(name, error)
            }
        }
        return all
    }

    private func observation(_ tape: JSONTape, _ id: String) throws(ObservedDataError) -> ObservedData {
        func moment(_ name: StaticString) throws(ObservedDataError) -> Timestamp {
            guard let node = tape.member(name, of: 0), tape.nodes[node].kind == .string,
                let moment = tape.timestamp(node)
            else {
                throw ObservedDataError(
                    code: .badTimestamp, offset: 0, sentence: "The observed-data object lacks the time \(name).")
            }
            return moment
        }
        let (first, last) = (try moment("first_observed"), try moment("last_observed"))
        guard first <= last else {
            throw ObservedDataError(code: .timeOrder, offset: 0, sentence: "It was last observed before it was first.")
        }
        guard let number = tape.member("number_observed", of: 0), case .integer(let count)? = tape.number(number),
            1...999_999_999 ~= count
        else {
            throw ObservedDataError(
                code: .valueOutOfRange, offset: 0,
                sentence: "The number_observed is no integer from 1 to 999,999,999.")
        }
        var objects: [ObservedObject] = []
        var missing: [String] = []
        if let list = tape.member("object_refs", of: 0), tape.nodes[list].kind == .list {
            var node = list + 1
            while node < tape.nodes[list].after {
                if tape.nodes[node].kind == .string {
                    let reference = tape.string(node)
                    if let object = known[reference].flatMap({ ObservedObject($0) }) {
                        objects.append(object)
                    } else {
                        missing.append(reference)
                    }
                }
                node = Int(tape.nodes[node].after)
            }
        }
        if let dictionary = tape.member("objects", of: 0), tape.nodes[dictionary].kind == .object {
            var name = dictionary + 1
            while name < tape.nodes[dictionary].after {
                let root = name + 1
                if let type = tape.member("type", of: root), tape.nodes[type].kind == .string {
                    objects.append(ObservedObject(tape: tape, root: root, name: name, type: type))
                }
                name = Int(tape.nodes[root].after)
            }
        }
        return ObservedData(
            id: id, first: first, last: last, count: Int(count), missing: missing, objects: objects)
    }
}

extension ObservedObject {
    /// An object that stands for itself; nil unless it has a type and an identifier.
    init?(_ tape: JSONTape) {
        guard let id = tape.member("id", of: 0), let type = tape.member("type", of: 0) else { return nil }
        self.init(tape: tape, root: 0, name: id, type: type)
    }
}
