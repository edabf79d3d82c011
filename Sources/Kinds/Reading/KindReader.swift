public import STIX

/// Reads a kind from a file or from the object that declares it; both say the same in the same words.
struct KindReader {
    /// What a kind may have at most.
    static let mostFields = 400
    static let mostChoices = 1_000
    static let mostSections = 40

    private(set) var fieldCount = 0

    mutating func spendField(at entry: Entry) throws(KindFault) {
        fieldCount += 1
        guard fieldCount <= Self.mostFields else {
            throw entry.fault(.tooLarge, "a kind has at most \(Self.mostFields) fields")
        }
    }
}

extension Kind {
    /// Reads a kind of a pack from its file.
    ///
    /// - Throws: `KindFault`, which says where and in one sentence.
    public init(yaml bytes: [UInt8], of pack: String) throws(KindFault) {
        try self.init(Entry(yaml: bytes), of: pack)
    }

    /// Reads a kind from what its object says under `definition`.
    public init(definition: JSON) throws(KindFault) { try self.init(Entry(json: definition), of: nil) }

    /// - Parameter pack: of a file; nil where the definition names it.
    private init(_ entry: Entry, of pack: String?) throws(KindFault) {
        self = try entry.members { members throws(KindFault) in try Kind(&members, of: pack) }
    }

    private init(_ members: inout Members, of stated: String?) throws(KindFault) {
        var reader = KindReader()
        if let stated {
            pack = stated
        } else {
            pack = try members.need("pack").packName()
        }
        name = try members.need("kind").name(joinedBy: "-")
        noun = try members.need("noun").term(Noun.self)
        released = try members.need("released").day()
        follows = try members.take("follows")?.kindID()
        (one, many, says) = try members.need("words").members { words throws(KindFault) in
            (
                try words.need("one").phrase(atMost: 120), try words.need("many").phrase(atMost: 120),
                try words.need("says").phrase(atMost: 600)
            )
        }
        var sections: [Section] = []
        for entry in try members.take("sections")?.list(atMost: KindReader.mostSections) ?? [] {
            let section = try entry.members { part throws(KindFault) in
                Section(
                    name: try part.need("section").name(joinedBy: "_"),
                    label: try part.need("label").phrase(atMost: 200))
            }
            guard !sections.contains(where: { $0.name == section.name }) else {
                throw entry.fault(.duplicate, "there are two sections \(section.name)")
            }
            sections.append(section)
        }
        self.sections = sections
        fields = try reader.fields(members.need("fields"), sections: sections, above: nil)
        let names = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }

        let titleEntry = try members.need("title")
        title = try titleEntry.template(atMost: 500, naming: names)
        summary = try members.take("summary")?.fieldName(of: names, "a text") { $0 == .text || $0 == .longText }
        life = try KindReader.life(&members, names)
        clocks = try KindReader.clocks(&members, life)
        dates = try members.take("dates")?.dates(names)
        columns = try members.take("columns")?.fieldNames(of: names, also: life == nil ? [] : ["state"]) ?? []
        facets = try members.take("facets")?.facetNames(names) ?? []
        retention = try members.take("retention")?.duration()
        review = try members.take("review")?.duration()
        audience = try members.take("audience")?.term(Audience.self)
        if let entry = members.take("ceiling") {
            guard let tlp = TLP.allCases.first(where: { $0.name == (try? entry.text()) }) else {
                throw entry.fault(.badForm, "a TLP 2.0 label such as \(TLP.green.name) is expected here")
            }
            ceiling = tlp
        } else {
            ceiling = nil
        }
        letters = try KindReader.letters(&members, names)
        id = ""
        try identify()
    }
}

extension Entry {
    /// A field of the kind, by its name.
    func fieldName(of names: [String: Field], _ expected: String, _ fits: (FieldType) -> Bool) throws(KindFault)
        -> String
    {
        let name = try text()
        guard let field = names[name] else { throw fault(.unknownReference, "there is no field \(name)") }
        guard fits(field.type), !field.isMany else {
            throw fault(
                .wrongType, "\(name) is \(field.isMany ? "many" : field.type.name), and \(expected) is expected")
        }
        return name
    }

    fileprivate func fieldNames(of names: [String: Field], also more: Set<String>) throws(KindFault) -> [String] {
        var found: [String] = []
        for entry in try list(atMost: 12) {
            let name = try entry.text()
            guard names[name] != nil || more.contains(name) else {
                throw entry.fault(.unknownReference, "there is no field \(name)")
            }
            guard !found.contains(name) else { throw entry.fault(.duplicate, "\(name) stands here twice") }
            found.append(name)
        }
        return found
    }

    fileprivate func facetNames(_ names: [String: Field]) throws(KindFault) -> [String] {
        let found = try fieldNames(of: names, also: [])
        for (index, name) in found.enumerated() {
            switch names[name]?.type {
            case .choice, .choices, .answer, .country, .language, .party, .date: continue
            default:
                throw try list(atMost: 12)[index].fault(
                    .wrongType,
                    "lists are narrowed by choices, answers, countries, languages, parties and dates, and not by \(name)"
                )
            }
        }
        return found
    }

    fileprivate func dates(_ names: [String: Field]) throws(KindFault) -> Kind.Dates {
        try members { members throws(KindFault) in
            let isTime: (FieldType) -> Bool = { $0 == .date || $0 == .moment }
            let start = try members.need("start").fieldName(of: names, "a date or a moment", isTime)
            let endEntry = members.take("end")
            let end = try endEntry?.fieldName(of: names, "a date or a moment", isTime)
            if let end, let endEntry, names[end]?.type != names[start]?.type {
                throw endEntry.fault(.wrongType, "\(start) and \(end) are both dates, or both moments")
            }
            return Kind.Dates(
                start: start, end: end,
                place: try members.take("place")?.fieldName(of: names, "a text") { $0 == .text })
        }
    }

    func template(atMost most: Int, naming names: [String: Field]) throws(KindFault) -> Template {
        let phrase: Phrase
        if case .scalar = value {
            let text = try text(atMost: most)
            guard let only = Phrase([.init(language: "en", text: text)]) else {
                throw fault(.missing, "a text is expected here")
            }
            phrase = only
        } else {
            phrase = try self.phrase(atMost: most)
        }
        for translation in phrase.translations {
            guard let pieces = Template.pieces(of: translation.text) else {
                throw fault(
                    .badForm,
                    "a field stands in braces, {name}, and a brace is written twice (language \(translation.language))")
            }
            for case .field(let name) in pieces {
                guard let field = names[name] else { throw fault(.unknownReference, "there is no field \(name)") }
                if case .list = field.type { throw fault(.wrongType, "\(name) is a list, which has no short text") }
            }
        }
        return Template(phrase: phrase)
    }

    func packName() throws(KindFault) -> String {
        let text = try text(atMost: 100)
        for piece in text.split(separator: ".", omittingEmptySubsequences: false) {
            let part = Entry(value: .scalar(String(piece)), pointer: pointer, line: line)
            _ = try part.name(joinedBy: "-")
        }
        return text
    }

    func day() throws(KindFault) -> String {
        let text = try text()
        guard FullDate(text) != nil else { throw fault(.badForm, "a day such as 2026-11-30 is expected here") }
        return text
    }

    func duration() throws(KindFault) -> ISODuration {
        let text = try text()
        guard let duration = ISODuration(text) else {
            throw fault(.badForm, "a length of time such as P6M, P14D or PT72H (ISO 8601) is expected here")
        }
        return duration
    }

    fileprivate func kindID() throws(KindFault) -> String {
        let text = try text()
        guard text.hasPrefix("concord-kind--"), STIXIdentifier.split(text) != nil else {
            throw fault(.badForm, "the identifier of a kind, concord-kind--…, is expected here")
        }
        return text
    }

    private init(value: Value, pointer: String, line: Int?) {
        self.value = value
        self.pointer = pointer
        self.line = line
    }
}
