public import STIX

extension Kind {
    /// What values may have at most, in bytes of JSON.
    public static let mostBytes = 256 << 10
    /// Rows of a list, and values of a field of which there may be many.
    public static let mostRows = 500
    /// Findings that are told; there are more where there are so many.
    public static let mostFindings = 200

    /// What is wrong with values of this kind, in the order of its fields.
    ///
    /// - Parameters:
    ///   - values: by the names of fields; what the kind does not ask is kept and told.
    ///   - taxonomies: the terms of a taxonomy by its namespace; nil where it is not known here, and then any term will do.
    public func findings(in values: JSON, taxonomies: @escaping (String) -> Set<String>? = { _ in nil })
        -> [ValueFinding]
    {
        guard values.members != nil else {
            return [ValueFinding(code: .wrongType, pointer: "", field: nil, detail: "an object")]
        }
        var check = ValueCheck(whole: values, taxonomies: taxonomies)
        check.check(values, of: fields, at: "")
        if let dates, let end = dates.end, let start = values[dates.start]?.string, let last = values[end]?.string,
            Self.isBefore(last, start)
        {
            check.note(ValueFinding.Code.wrongOrder, field(end), "/\(end)", last)
        }
        return check.findings
    }

    private static func isBefore(_ first: String, _ second: String) -> Bool {
        if let first = FullDate(first), let second = FullDate(second) { return first < second }
        guard let first = ZonedMoment(first), let second = ZonedMoment(second) else { return false }
        return first.date < second.date
    }
}

/// Collects what is wrong with values.
struct ValueCheck {
    let whole: JSON
    let taxonomies: (String) -> Set<String>?
    private(set) var findings: [ValueFinding] = []

    init(whole: JSON, taxonomies: @escaping (String) -> Set<String>?) {
        self.whole = whole
        self.taxonomies = taxonomies
    }

    mutating func note(_ code: ValueFinding.Code, _ field: Field?, _ pointer: String, _ detail: String = "") {
        guard findings.count < Kind.mostFindings else { return }
        findings.append(
            ValueFinding(code: code, pointer: pointer, field: field, detail: String(detail.prefix(80))))
    }

    /// Checks the values of a row, or of the whole.
    mutating func check(_ values: JSON, of fields: [Field], at pointer: String) {
        let surroundings = Surroundings(row: values, whole: whole)
        for field in fields {
            let place = Entry.joined(pointer, field.name)
            let value = values[field.name].flatMap { $0.isBlank ? nil : $0 }
            guard surroundings.shows(field) else {
                if value != nil { note(.notAsked, field, place) }
                continue
            }
            guard let value else {
                if surroundings.requires(field) { note(.missing, field, place) }
                continue
            }
            check(value, of: field, at: place)
        }
        for member in values.members ?? [] where !fields.contains(where: { $0.name == member.name }) {
            note(.unknownField, nil, Entry.joined(pointer, member.name))
        }
    }

    private mutating func check(_ value: JSON, of field: Field, at pointer: String) {
        if case .list(let fields) = field.type {
            guard let rows = value.array else { return note(.wrongType, field, pointer, "a list of rows") }
            guard rows.count <= Kind.mostRows else { return note(.tooMany, field, pointer, "\(Kind.mostRows)") }
            for (index, row) in rows.enumerated() {
                guard row.members != nil else {
                    note(.wrongType, field, "\(pointer)/\(index)", "a row of values")
                    continue
                }
                check(row, of: fields, at: "\(pointer)/\(index)")
            }
            return
        }
        let isSet = if case .choices = field.type { true } else { field.isMany }
        guard isSet else { return checkOne(value, of: field, at: pointer) }
        guard let elements = value.array else { return note(.wrongType, field, pointer, "a list") }
        guard elements.count <= Kind.mostRows else { return note(.tooMany, field, pointer, "\(Kind.mostRows)") }
        var seen: Set<String> = []
        for (index, element) in elements.enumerated() {
            checkOne(element, of: field, at: "\(pointer)/\(index)")
            if let text = element.string, !seen.insert(text).inserted {
                note(.twice, field, "\(pointer)/\(index)", text)
            }
        }
    }

    private mutating func checkOne(_ value: JSON, of field: Field, at pointer: String) {
        switch field.type {
        case .number(let rule):
            guard let number = value.number else { return note(.wrongType, field, pointer, "a number") }
            checkNumber(number.value, rule, field, pointer)
        case .money(let currencies):
            guard let amount = value["amount"]?.number, let currency = value["currency"]?.string else {
                return note(.wrongType, field, pointer, "an amount and a currency")
            }
            guard currencies.contains(currency) else { return note(.notAChoice, field, pointer, currency) }
            checkNumber(amount.value, NumberRule(), field, pointer)
        case .range(let rule): checkRange(value, rule, field, pointer)
        case .list: break
        default:
            guard let text = value.string else { return note(.wrongType, field, pointer, "a text") }
            checkText(text, field, pointer)
        }
    }

    private mutating func checkRange(_ value: JSON, _ rule: RangeRule, _ field: Field, _ pointer: String) {
        guard let low = value["low"]?.number, let high = value["high"]?.number else {
            return note(.wrongType, field, pointer, "a low and a high number")
        }
        guard low.value <= high.value else { return note(.wrongOrder, field, pointer, low.text) }
        switch rule {
        case .numbers(let rule):
            checkNumber(low.value, rule, field, pointer)
            checkNumber(high.value, rule, field, pointer)
        case .money(let currencies):
            let currency = value["currency"]?.string ?? ""
            if !currencies.contains(currency) { note(.notAChoice, field, pointer, currency) }
        }
    }

    private mutating func checkNumber(_ number: Double, _ rule: NumberRule, _ field: Field, _ pointer: String) {
        guard number.isFinite, abs(number) <= 1e15 else { return note(.outOfRange, field, pointer, "at most 10¹⁵") }
        if rule.isWhole, number != number.rounded() { note(.outOfRange, field, pointer, "a whole number") }
        if let least = rule.least, number < least { note(.outOfRange, field, pointer, "at least \(Self.text(least))") }
        if let most = rule.most, number > most { note(.outOfRange, field, pointer, "at most \(Self.text(most))") }
    }

    private static func text(_ number: Double) -> String { JSON.Number(number)?.text ?? "\(number)" }

    private mutating func checkText(_ text: String, _ field: Field, _ pointer: String) {
        let most = field.type == .longText ? 50_000 : 2_000
        // A string is longer in bytes than in characters, so this looks at the whole only where it is short.
        guard text.utf8.count <= most * 4, text.count <= most else {
            return note(.tooLong, field, pointer, "\(most)")
        }
        switch field.type {
        case .text: if text.contains(where: \.isNewline) { note(.wrongType, field, pointer, "one line") }
        case .choice(let choices), .choices(let choices):
            switch choices {
            case .inline(let inline):
                if !inline.contains(where: { $0.value == text }) { note(.notAChoice, field, pointer, text) }
            case .taxonomy(let namespace):
                if let terms = taxonomies(namespace), !terms.contains(text) { note(.notAChoice, field, pointer, text) }
            }
        case .answer: if GradedAnswer(rawValue: text) == nil { note(.notAChoice, field, pointer, text) }
        case .date: if FullDate(text) == nil { note(.noTime, field, pointer, text) }
        case .moment: if ZonedMoment(text) == nil { note(.noTime, field, pointer, text) }
        case .duration: if ISODuration(text) == nil { note(.noTime, field, pointer, text) }
        case .party: checkReference(text, to: ["identity"], field, pointer)
        case .object(let types): checkReference(text, to: types, field, pointer)
        case .file: checkReference(text, to: ["artifact", "file"], field, pointer)
        case .country: if !Country.isCode(text) { note(.badForm, field, pointer, text) }
        case .language: if !LanguageTag.isWellFormed(text) { note(.badForm, field, pointer, text) }
        case .network: if !Self.isNetwork(text) { note(.badForm, field, pointer, text) }
        case .link: if !Self.isLink(text) { note(.badForm, field, pointer, text) }
        case .longText, .number, .money, .range, .list: break
        }
    }

    private mutating func checkReference(_ text: String, to types: [String], _ field: Field, _ pointer: String) {
        guard let id = STIXIdentifier.split(text), types.isEmpty || types.contains(String(id.type)) else {
            return note(.badReference, field, pointer, text)
        }
    }

    /// A prefix in CIDR form or an address, an autonomous system (RFC 5396 asplain), or a domain.
    static func isNetwork(_ text: String) -> Bool {
        if IPPrefix(text) != nil { return true }
        if text.hasPrefix("AS"), let number = UInt32(text.dropFirst(2)), "\(number)" == text.dropFirst(2) {
            return true
        }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            } && labels.last.map { !$0.allSatisfy(\.isNumber) } ?? false
    }

    /// An address on the web, with its host.
    static func isLink(_ text: String) -> Bool {
        guard
            let rest = ["https://", "http://"].first(where: text.lowercased().hasPrefix).map({
                text.dropFirst($0.count)
            })
        else { return false }
        let host = rest.prefix { !"/?#".contains($0) }
        return !host.isEmpty && !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) })
    }
}
