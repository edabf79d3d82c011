import Foundation
package import HTML
package import Kinds
import STIX
package import Web

/// The form of a kind: its fields in their order, with what was typed and what is wrong beside each.
package struct KindForm {
    /// What a reference or a term is called.
    package typealias Name = @Sendable (String) -> String?

    let reading: RecordReading
    let typed: TypedRecord
    let context: PageContext
    let taxonomies: [String: TagTaxonomy]
    /// Identities from which one chooses a party: identifier and name.
    let parties: [(id: String, name: String)]
    /// Files that stand here, newest first: what is proposed for a field of files.
    let files: [(id: String, name: String)]
    /// Whether mistakes are shown; at the first look nothing is wrong yet.
    let isJudged: Bool

    package init(
        _ reading: RecordReading, typed: TypedRecord, in context: PageContext, taxonomies: [String: TagTaxonomy],
        parties: [(id: String, name: String)], files: [(id: String, name: String)] = [], isJudged: Bool
    ) {
        self.reading = reading
        self.typed = typed
        self.context = context
        self.taxonomies = taxonomies
        self.parties = parties
        self.files = files
        self.isJudged = isJudged
    }

    private var kind: Kind { reading.kind }
    private var tag: String { context.language.rawValue }
    private var words: KindWords { KindWords.in(context.language) }

    /// What is wrong, first on the page, each a link to its field.
    package func summary(_ title: (Int) -> String) -> Markup? {
        let mistakes = isJudged ? reading.mistakes : []
        guard !mistakes.isEmpty else { return nil }
        let rows: [Markup] = mistakes.prefix(40).map { finding in
            let label = finding.field?.label.text(for: tag) ?? finding.pointer
            let id = FieldName.of(finding.pointer).id
            return "<li><a href=\"#\(id)\">\(Shown.name(label)): \(Shown.marked(words.mistake(finding)))</a></li>"
        }
        return "<div class=\"notice\" role=\"alert\"><p>\(title(mistakes.count))</p><ul>\(rows)</ul></div>"
    }

    /// The fields of one part of the form; of all where it has no parts.
    package func fields(of section: Kind.Section?) -> Markup {
        let asked = section.map(kind.fields(in:)) ?? kind.fields
        var after: [String] = []
        let rows = asked.compactMap { field -> Markup? in
            let name = FieldName(field.name)
            guard kind.shows(field, in: reading.values) || !typed[name].allSatisfy(\.isEmpty) else {
                let other = field.shown.flatMap { kind.field($0.field) }?.label.text(for: tag)
                if let other, !after.contains(other) { after.append(other) }
                return nil
            }
            return self.field(field, name)
        }
        let notes: [Markup] = after.map { "<p class=\"hint\">\(words.moreAfter($0))</p>" }
        return "\(rows)\(notes)"
    }

    /// The ways to the other parts: each saves this one.
    package func ways(from section: Kind.Section?) -> Markup? {
        guard !kind.sections.isEmpty else { return nil }
        let wrong =
            isJudged
            ? Set(reading.mistakes.compactMap { kind.field($0.topField)?.section ?? kind.sections[0].name }) : []
        let rows: [Markup] = kind.sections.map { other in
            let label = Shown.name(other.label.text(for: tag))
            let mark: Markup? = wrong.contains(other.name) ? " <b class=\"error\">!</b>" : nil
            if other == section { return "<li aria-current=\"step\"><strong>\(label)</strong>\(mark)</li>" }
            return
                "<li><button class=\"plain\" name=\"go\" value=\"section:\(other.name)\" formnovalidate>\(label)\(mark)</button></li>"
        }
        return "<nav aria-label=\"\(words.sections)\"><ol class=\"parts\">\(rows)</ol></nav>"
    }

    private func mistake(at name: FieldName) -> String? {
        guard isJudged else { return nil }
        // Of one of several values it stands at the field, which they share.
        return reading.mistakes.first { finding in
            let place = FieldName.of(finding.pointer)
            return place == name || finding.field?.isMany == true && name.includes(place.text)
                || isChoiceOf(finding, name, place)
        }.map(words.mistake)
    }

    private func isChoiceOf(_ finding: ValueFinding, _ name: FieldName, _ place: FieldName) -> Bool {
        guard case .choices = finding.field?.type else { return false }
        return name.includes(place.text)
    }

    private func label(_ field: Field, _ row: JSON?) -> String {
        let label = field.label.text(for: tag)
        return kind.requires(field, in: reading.values, row: row) ? "\(label) *" : label
    }

    private func frame(_ field: Field, _ name: FieldName, _ hint: String? = nil, row: JSON? = nil) -> FormField {
        let hints = [field.hint?.text(for: tag), hint, field.isMany && !field.isChosen ? words.oneEachLine : nil]
        let all = hints.compactMap(\.self).joined(separator: " ")
        return FormField(
            name: name.text, id: name.id, label: label(field, row), hint: all.isEmpty ? nil : all,
            mistake: mistake(at: name))
    }

    // MARK: One field

    private func field(_ field: Field, _ name: FieldName, row: JSON? = nil) -> Markup {
        let text = typed.text(name)
        switch field.type {
        case .list(let inner): return list(field, inner, name)
        case .text where !field.isMany: return frame(field, name, row: row).line(text)
        case .longText: return frame(field, name, row: row).area(text, rows: 8)
        case .choice(let choices):
            return frame(field, name, row: row).choice(options(choices, chosen: typed[name], isMany: false))
        case .choices(let choices):
            return frame(field, name, row: row).group(
                "checkbox", terms(choices).map { ($0.value, Shown.name($0.label)) }, chosen: typed[name])
        case .answer:
            let answers = GradedAnswer.allCases.map { ($0.rawValue, Markup(text: words.answer($0))) }
            return frame(field, name, row: row).group("radio", answers, chosen: typed[name])
        case .date where !field.isMany:
            return frame(field, name, row: row).line(text, type: "date", most: 10, code: true)
        case .moment: return frame(field, name, words.moment, row: row).line(text, most: 100, code: true)
        case .duration: return frame(field, name, words.duration, row: row).line(text, most: 40, code: true)
        case .number(let rule):
            return frame(field, name, rule.unit?.text(for: tag), row: row).line(
                text, most: 40, code: true, more: " inputmode=\"decimal\"")
        case .money(let currencies):
            return frame(field, name, row: row).together(
                "\(number(name.part("amount"), words.amount))\(currency(name.part("currency"), currencies))")
        case .range(let rule):
            let unit: (hint: String?, currency: Markup?) =
                switch rule {
                case .numbers(let numbers): (numbers.unit?.text(for: tag), nil)
                case .money(let currencies): (nil, currency(name.part("currency"), currencies))
                }
            return frame(field, name, unit.hint, row: row).together(
                "\(number(name.part("low"), words.low))\(number(name.part("high"), words.high))\(unit.currency)")
        case .party where !field.isMany:
            let known = parties.contains { $0.id == text } || text.isEmpty ? [] : [(text, text)]
            let rows = (known + parties.map { ($0.id, $0.name) }).map {
                FormField.option($0.0, $0.1, chosen: $0.0 == text)
            }
            return frame(field, name, row: row).choice(
                "\(FormField.option("", words.choose, chosen: text.isEmpty))\(rows)")
        case .country:
            return frame(field, name, field.isMany ? words.countries : nil, row: row).choice(
                regions(chosen: typed[name], isMany: field.isMany), isMany: field.isMany)
        case .language:
            return frame(field, name, field.isMany ? words.countries : nil, row: row).choice(
                languages(chosen: typed[name], isMany: field.isMany), isMany: field.isMany)
        case .file where !field.isMany && !files.isEmpty:
            let rows: [Markup] = files.map { FormField.option($0.id, $0.name, chosen: false) }
            return """
                \(frame(field, name, words.file, row: row).line(text, code: true, more: " list=\"\(name.id)-known\""))\
                <datalist id="\(name.id)-known">\(rows)</datalist>

                """
        default:
            let hint: String? =
                switch field.type {
                case .party: words.party
                case .object: words.object
                case .network: words.network
                case .link: words.link
                case .file: words.file
                default: nil
                }
            let frame = frame(field, name, hint, row: row)
            let isCode = field.type != .text
            return field.isMany ? frame.area(text, rows: 3, code: isCode) : frame.line(text, code: isCode)
        }
    }

    private func number(_ name: FieldName, _ label: String) -> Markup {
        FormField(name: name.text, id: name.id, label: label).line(
            typed.text(name), most: 40, code: true, more: " inputmode=\"decimal\"")
    }

    private func currency(_ name: FieldName, _ currencies: [String]) -> Markup {
        let chosen = typed.text(name)
        let options = currencies.map { FormField.option($0, $0, chosen: $0 == chosen) }
        return FormField(name: name.text, id: name.id, label: words.currency).choice("\(options)")
    }

    private func terms(_ choices: Choices) -> [(value: String, label: String, group: String?)] {
        switch choices {
        case .inline(let inline): inline.map { ($0.value, $0.label.text(for: tag), nil) }
        case .taxonomy(let namespace): (taxonomies[namespace]?.terms ?? []).map { ($0.tag, $0.name, $0.group) }
        }
    }

    private func options(_ choices: Choices, chosen: [String], isMany: Bool) -> Markup {
        let terms = terms(choices)
        let strays = chosen.filter { value in !value.isEmpty && !terms.contains { $0.value == value } }
        let all = strays.map { (value: $0, label: $0, group: String?.none) } + terms
        let rows: [Markup] = all.map {
            FormField.option(
                $0.value, $0.group.map { group in "\(group): " } ?? "" + $0.label, chosen: chosen.contains($0.value))
        }
        return "\(FormField.option("", words.choose, chosen: chosen.allSatisfy(\.isEmpty)))\(rows)"
    }

    private func regions(chosen: [String], isMany: Bool) -> Markup {
        let locale = Locale(identifier: tag)
        let known = Country.codes + chosen.filter { !$0.isEmpty && !Country.codes.contains($0) }
        let named = known.map { ($0, locale.localizedString(forRegionCode: $0) ?? $0) }
        return sorted(named, chosen: chosen, isMany: isMany, locale)
    }

    private func languages(chosen: [String], isMany: Bool) -> Markup {
        let locale = Locale(identifier: tag)
        let known = Self.languageCodes + chosen.filter { !$0.isEmpty && !Self.languageCodes.contains($0) }
        let named = known.map { ($0, locale.localizedString(forIdentifier: $0) ?? $0) }
        return sorted(named, chosen: chosen, isMany: isMany, locale)
    }

    private func sorted(_ named: [(String, String)], chosen: [String], isMany: Bool, _ locale: Locale) -> Markup {
        let rows: [Markup] = named.sorted { $0.1.compare($1.1, locale: locale) == .orderedAscending }.map {
            FormField.option($0.0, $0.1, chosen: chosen.contains($0.0))
        }
        return isMany ? "\(rows)" : "\(FormField.option("", words.choose, chosen: chosen.allSatisfy(\.isEmpty)))\(rows)"
    }

    /// Languages with a code of two letters (ISO 639-1) that Unicode CLDR has a name for.
    private static let languageCodes: [String] = Locale.LanguageCode.isoLanguageCodes.map(\.identifier)
        .filter { $0.utf8.count == 2 && Locale(identifier: "en").localizedString(forLanguageCode: $0) != nil }.sorted()

    // MARK: Lists

    /// The rows that were typed, and an empty one; a row that is emptied is gone.
    private func list(_ field: Field, _ inner: [Field], _ name: FieldName) -> Markup {
        let rows = RecordReading.rows(of: name, in: typed)
        let next = (rows.last ?? -1) + 1
        let sheets: [Markup] = (rows + [next]).enumerated().map { count, index in
            // Rows are numbered without gaps (``TypedRecord/take``), as findings count them.
            let values = reading.values[field.name]?[index] ?? .object([])
            let cells = inner.map { one in self.field(one, name.row(index, one.name), row: values) }
            return "<fieldset class=\"row-of-list\"><legend>\(words.row(count + 1))</legend>\(cells)</fieldset>"
        }
        let hint: Markup? = field.hint.map { "<p class=\"hint\">\(Shown.marked($0.text(for: tag)))</p>" }
        let wrong: Markup? = mistake(at: name).map { "<p class=\"error\">\(Shown.marked($0))</p>" }
        return """
            <fieldset id="\(name.id)"><legend>\(label(field, nil))</legend>\(hint)\(wrong)\(sheets)\
            <p><button class="plain" name="go" value="row" formnovalidate>\(words.anotherRow)</button></p></fieldset>
            """
    }
}

extension ValueFinding {
    /// The field of the whole that it is in.
    var topField: String { String(pointer.dropFirst().prefix { $0 != "/" }) }
}
