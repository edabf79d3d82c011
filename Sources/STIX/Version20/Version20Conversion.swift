/// Turns one object of STIX 2.0 into objects of STIX 2.1.
///
/// Equal input makes equal bytes: nothing is dated by the clock and nothing is random.
struct Version20Conversion {
    /// More bytes than may be made of one object.
    struct TooMuch: Error {}

    let type: String
    let id: String
    /// SHA-256 of the original's canonical form, in hexadecimal.
    let hash: String
    var members: [JSON.Member]
    var notes: [Version20.Note] = []
    /// Canonical bytes (RFC 8785): observables first, the object itself last.
    private(set) var made: [[UInt8]] = []
    private var bytesMade = 0
    private let most: Int

    /// - Parameter most: how many bytes may be made of it.
    init(_ tree: JSON, id: String, hash: String, most: Int) {
        members = tree.members ?? []
        type = tree["type"]?.string ?? ""
        (self.id, self.hash, self.most) = (id, hash, most)
    }

    mutating func run() throws {
        self["spec_version"] = .string("2.1")
        guard !becomesStandardTLP() else { return try keep(members) }
        moveLabels()
        switch type {
        case "indicator": completeIndicator()
        case "malware": completeMalware()
        case "observed-data": try separateObservables()
        default: break
        }
        nameOriginal()
        try keep(members)
    }

    /// Adds what has been made.
    mutating func keep(_ members: [JSON.Member]) throws {
        let bytes = try JSON.object(members).canonical()
        bytesMade += bytes.count
        guard bytesMade <= most else { throw TooMuch() }
        made.append(bytes)
    }

    subscript(name: String) -> JSON? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (newValue, index) {
            case (nil, let index?): members.remove(at: index)
            case (let value?, let index?): members[index] = .init(name: name, value: value)
            case (let value?, nil): members.append(.init(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    mutating func note(_ place: String, _ kind: Version20.Note.Kind) {
        notes.append(.init(place: place, kind: kind))
    }

    // MARK: What the standard says of each type

    /// The four TLP markings have the same identifiers in both versions, and a text that STIX 2.1 §7.2.1.4 prescribes.
    private mutating func becomesStandardTLP() -> Bool {
        guard type == "marking-definition", self["definition_type"]?.string == "tlp",
            let level = self["definition"]?["tlp"]?.string, let label = TLP(markingID: id), label.markingID != id,
            level == (label == .clear ? "white" : label.name)
        else { return false }
        self["name"] = .string("TLP:\(level.uppercased())")
        return true
    }

    /// What STIX 2.0 says in `labels` of some types has a property of its own; terms that are not in its vocabulary stay.
    private mutating func moveLabels() {
        guard let (property, vocabulary) = Version20Names.labels[type], self[property] == nil,
            let labels = self["labels"]?.array
        else { return }
        let isTerm = { (label: JSON) in
            label.string.map { vocabulary?.terms.contains($0) ?? true } ?? false
        }
        let terms = labels.filter(isTerm)
        let others = labels.filter { !isTerm($0) }
        guard !terms.isEmpty else { return }
        self[property] = .array(terms)
        self["labels"] = others.isEmpty ? nil : .array(others)
        markWhole("labels")
    }

    private mutating func completeIndicator() {
        if self["pattern_type"] == nil { self["pattern_type"] = .string("stix") }
        if self["valid_from"] == nil, let created = self["created"] {
            self["valid_from"] = created
            note("indicator.valid_from", .supplied)
        }
        if self["pattern_type"]?.string == "stix", let pattern = self["pattern"]?.string {
            let rewritten = Version20Pattern.rewritten(pattern)
            if rewritten != pattern {
                self["pattern"] = .string(rewritten)
                note("indicator.pattern", .patternRewritten)
            }
        }
    }

    /// Malware of STIX 2.0 has a name and no sample, so it is a family; what is called by a hash is one instance.
    private mutating func completeMalware() {
        guard self["is_family"] == nil else { return }
        let name = self["name"]?.string ?? ""
        let isHash = [32, 40, 64, 128].contains(name.utf8.count) && name.utf8.allSatisfy(\.isHexDigit)
        self["is_family"] = .bool(!isHash && !name.isEmpty)
        note("malware.is_family", .supplied)
    }

    // MARK: Markings and origin

    /// Takes markings off a property that has moved, and puts them on the whole: the part must not lose its marking.
    ///
    /// Identifiers of observables are computed from their values, so that what refers to them is marked like them.
    mutating func markWhole(_ property: String) {
        guard let granular = self["granular_markings"]?.array else { return }
        var kept: [JSON] = []
        var raised: [JSON] = []
        for marking in granular {
            let selectors = marking["selectors"]?.array ?? []
            let left = selectors.filter { $0.string != property && $0.string?.hasPrefix(property + ".") != true }
            guard left.count < selectors.count, let reference = marking["marking_ref"], let members = marking.members
            else {
                kept.append(marking)
                continue
            }
            raised.append(reference)
            guard !left.isEmpty else { continue }
            kept.append(
                .object(members.map { $0.name == "selectors" ? .init(name: $0.name, value: .array(left)) : $0 }))
        }
        guard !raised.isEmpty else { return }
        var marks = self["object_marking_refs"]?.array ?? []
        for reference in raised where !marks.contains(reference) { marks.append(reference) }
        self["object_marking_refs"] = .array(marks)
        self["granular_markings"] = kept.isEmpty ? nil : .array(kept)
        note("\(type).\(property)", .markedWhole)
    }

    /// Says of what bytes it was made; the gateway keeps them under this hash.
    private mutating func nameOriginal() {
        let existing = self["external_references"]
        guard existing == nil || existing?.array != nil else { return }
        self["external_references"] = .array((existing?.array ?? []) + [Version20Names.reference(to: hash)])
    }
}
