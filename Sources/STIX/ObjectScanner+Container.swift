extension ObjectScanner {
    /// Enters the list of a container whose members before it are pending; the bracket stands at this offset.
    mutating func open(_ offset: Int) throws {
        guard pending.overlong == nil else {
            throw StreamError(
                code: .tooLarge, offset: pending.offset, sentence: "There is too much before the list of objects.")
        }
        container = Container(offset: pending.offset, head: pending.bytes)
        pending = Pending()
        try container.checkHead(limits)
        state = .list(mayEnd: true, needsComma: false)
    }

    /// Reads a comma, an element or the end of the list.
    mutating func stepInList(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, mayEnd: Bool, needsComma: Bool,
        _ each: (Scanned) throws -> Void
    ) throws -> Int {
        guard let place = nextVisible(bytes, index) else { return bytes.count }
        if bytes[place] != 0x5D { container.isEmpty = false }
        switch bytes[place] {
        case 0x5D where mayEnd:
            container.leaveList(base + place + 1)
            state = .tail(Splitter(depth: 1, findsContainers: false))
            return place + 1
        case 0x2C where needsComma:
            state = .list(mayEnd: false, needsComma: false)
            return place + 1
        case 0x7B where !needsComma:
            return try begin(bytes, place, isElement: true, each)
        case 0x5D, 0x2C, 0x7D, 0x3A:
            throw StreamError(
                code: .notJSON, offset: base + place, sentence: "The list of objects is broken here.")
        case _ where needsComma:
            throw StreamError(
                code: .notJSON, offset: base + place, sentence: "A comma was expected between two objects.")
        default:
            pending = Pending(offset: base + place)
            guard bytes[place] == 0x5B || bytes[place] == 0x22 else {
                state = .stray(nil)
                return place
            }
            state = .stray(bytes[place] == 0x22 ? .string : Splitter(findsContainers: false))
            return place
        }
    }

    /// Reads on in an element that is no object, and refuses it when it ends.
    mutating func continueStray(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ splitter: Splitter?, _ each: (Scanned) throws -> Void
    ) throws -> Int {
        var end = bytes.count
        if var splitter {
            if case .end(let place) = splitter.advance(bytes, from: index) {
                end = place
            } else {
                pending.append(bytes, index..<end, limits)
                state = .stray(splitter)
                return end
            }
        } else {
            // A word or a number ends before a comma, a bracket or white space.
            let delimiters: [UInt8] = [0x2C, 0x5D, 0x5B, 0x7B, 0x7D, 0x22, 0x3A, 0x20, 0x0A, 0x0D, 0x09]
            guard let place = bytes[index...].firstIndex(where: delimiters.contains) else {
                pending.append(bytes, index..<end, limits)
                return end
            }
            end = place
        }
        pending.append(bytes, index..<end, limits)
        state = .list(mayEnd: true, needsComma: true)
        let whole = pending
        pending = Pending()
        try each(
            .refused(
                refusal(
                    whole, code: .notAnObject, at: 0, id: nil,
                    sentence: "Something that is no object stands in the list of objects.")))
        return end
    }
}

/// What stands around the list of objects: the members of a bundle or envelope, without the list.
struct Container: Sendable {
    /// Where the container begins in the input.
    private var offset = 0
    /// The members so far, with an empty list in place of the objects.
    private var skeleton: [UInt8] = []
    /// How many bytes of the skeleton stand before the list's end, and where the list ended in the input.
    private var headCount = 0
    private var tailOffset = 0
    /// Whether nothing has come in the list.
    var isEmpty = true

    init() {}

    init(offset: Int, head: [UInt8]) {
        self.offset = offset
        skeleton = head + [0x5B, 0x5D]
        headCount = skeleton.count
    }

    mutating func leaveList(_ offset: Int) { tailOffset = offset }

    mutating func append(
        _ chunk: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ limits: ScanLimits, _ base: Int
    ) throws {
        guard skeleton.count + range.count <= limits.objectBytes + 2 else {
            throw StreamError(
                code: .tooLarge, offset: base + range.lowerBound,
                sentence: "There is too much behind the list of objects.")
        }
        skeleton.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[range]))
    }

    /// Checks what stands before the list, so that something else is refused before its objects.
    func checkHead(_ limits: ScanLimits) throws { _ = try check(skeleton + [0x7D], limits) }

    /// Checks all members, and judges those of a bundle (STIX 2.1 §8).
    func close(_ limits: ScanLimits) throws -> [Finding] {
        let tree = try check(skeleton, limits)
        var findings = Self.findings(of: tree, at: offset, limits)
        if isEmpty, tree["type"] != nil, findings.count < limits.findings {
            findings.append(Self.finding(.emptyList, "/objects", "A list must have at least one element.", at: offset))
        }
        return findings
    }

    private static func finding(_ code: Finding.Code, _ pointer: String, _ sentence: String, at offset: Int) -> Finding
    {
        Finding(
            severity: code.severity, code: code, pointer: pointer, offset: offset, sentence: sentence, section: "8")
    }

    /// What is imperfect about a bundle, its objects left aside; nothing of an envelope.
    static func findings(of tree: JSON, at offset: Int, _ limits: ScanLimits) -> [Finding] {
        guard tree["type"] != nil else { return [] }
        var findings: [Finding] = []
        func note(_ code: Finding.Code, _ pointer: String, _ sentence: String) {
            guard findings.count < limits.findings else { return }
            findings.append(finding(code, pointer, sentence, at: offset))
        }
        let id = tree["id"]?.string ?? ""
        if !id.hasPrefix("bundle--") || STIXIdentifier.form(of: id) == nil {
            note(.badBundle, tree["id"] == nil ? "" : "/id", "A bundle must have an id of the form bundle--uuid.")
        } else if STIXIdentifier.form(of: id) == .nonstandardUUID {
            note(.nonstandardUUID, "/id", "The id has no lower-case UUID of RFC 4122, version 1 to 5.")
        }
        for member in tree.members ?? [] where !["type", "id", "objects"].contains(member.name) {
            let name = String(member.name.prefix(100)).replacing("~", with: "~0").replacing("/", with: "~1")
            note(.unknownProperty, "/\(name)", "A bundle of STIX 2.1 has no such property.")
        }
        return findings
    }

    private func check(_ members: [UInt8], _ limits: ScanLimits) throws -> JSON {
        var limits = limits
        limits.objectBytes += 3
        let tree: JSON
        do {
            tree = try JSON.parse(members, limits: limits)
        } catch let error as JSON.ParseError {
            let place = error.offset < headCount ? offset + error.offset : tailOffset + error.offset - headCount
            throw StreamError(code: .notJSON, offset: place, sentence: error.sentence)
        }
        if let type = tree["type"], type.string != "bundle" {
            throw StreamError(
                code: .notABundle, offset: offset,
                sentence: "An object with a list of objects is either a bundle or an envelope without a type.")
        }
        return tree
    }
}
