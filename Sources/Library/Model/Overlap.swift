import Crypto
import Foundation
import Kinds
import Ledger
import STIX
import Web

/// By which fields two records of a kind may look alike: its countries, its topics, and when it is.
struct OverlapFields: Sendable {
    let countries: [String]
    let topics: [String]
    let (start, end): (String, String)

    /// Nil for a kind that does not say all three: a beginning and an end, countries, and work areas, topics or terms of a taxonomy.
    init?(_ kind: Kind) {
        guard let dates = kind.dates, let end = dates.end else { return nil }
        (start, self.end) = (dates.start, end)
        countries = kind.fields.filter { $0.type == .country }.map(\.name)
        topics = kind.fields.filter(Self.isTopic).map(\.name)
        guard !countries.isEmpty, !topics.isEmpty else { return nil }
    }

    private static func isTopic(_ field: Field) -> Bool {
        switch field.type {
        case .choice(.taxonomy), .choices(.taxonomy): true
        case .choice, .choices: ["work_areas", "topics"].contains(field.name)
        default: false
        }
    }

    var names: [String] { countries + topics + [start, end] }
}

/// What a record says of where, about what and when it is.
struct OverlapGrounds: Sendable, Hashable {
    let countries: Set<String>
    /// Each behind the field that holds it.
    let topics: Set<Topic>
    /// From its first to its last day.
    let (first, last): (FullDate, FullDate)

    struct Topic: Sendable, Hashable {
        let field: String
        let value: String
    }

    /// Nil where it does not say all three.
    ///
    /// - Parameter said: values with the fields that hold them.
    init?(_ said: [(field: String, value: String)], by fields: OverlapFields) {
        func day(_ name: String) -> FullDate? {
            said.first { $0.field == name }.flatMap { FullDate(String($0.value.prefix(10))) }
        }
        guard let first = day(fields.start) else { return nil }
        self.first = first
        last = max(first, day(fields.end) ?? first)
        countries = Set(said.filter { fields.countries.contains($0.field) }.map(\.value))
        topics = Set(said.filter { fields.topics.contains($0.field) }.map { Topic(field: $0.field, value: $0.value) })
        guard !countries.isEmpty, !topics.isEmpty else { return nil }
    }

    /// The same of values that were filled in.
    init?(_ values: JSON, by fields: OverlapFields) {
        self.init(
            fields.names.flatMap { name in
                (values[name].map(RecordProjection.texts) ?? []).map { (field: name, value: $0) }
            }, by: fields)
    }

    /// The quarter in which it begins.
    var quarter: Quarter { Quarter(of: first) }

    /// Two of them, whichever comes first, as a text that changes with what either says.
    static func fingerprint(_ one: OverlapGrounds, _ other: OverlapGrounds) -> String {
        let texts = [one.text, other.text].sorted().joined(separator: "\n\n")
        return hex(Array(SHA256.hash(data: Array(texts.utf8))))
    }

    private var text: String {
        let topics = topics.map { "\($0.field)=\($0.value)" }.sorted()
        return ([first.description, last.description] + countries.sorted() + topics).joined(separator: "\n")
    }
}

/// A quarter of a year.
struct Quarter: Sendable, Hashable {
    let year: Int
    /// From 1.
    let number: Int

    init(of day: FullDate) {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        (year, number) = (parts[0], (parts[1] - 1) / 3 + 1)
    }

    /// Its first day, and the first of the next one, as texts that compare as days do.
    var bounds: (first: String, next: String) {
        func text(_ year: Int, _ month: Int) -> String {
            let digits = String(year)
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
                + "\(month)-01"
        }
        return (text(year, number * 3 - 2), number == 4 ? text(year + 1, 1) : text(year, number * 3 + 1))
    }
}

/// Why two records look alike.
struct OverlapReasons: Sendable, Hashable {
    let countries: [String]
    let topics: [OverlapGrounds.Topic]
    /// The quarter in which both begin; nil where they only go on at the same time.
    let quarter: Quarter?

    /// Nil where they don't: they share a country and a topic, and go on at the same time or begin in the same quarter.
    init?(_ one: OverlapGrounds, _ other: OverlapGrounds) {
        let isMeeting = one.first <= other.last && other.first <= one.last
        quarter = one.quarter == other.quarter ? one.quarter : nil
        countries = one.countries.intersection(other.countries).sorted()
        topics = one.topics.intersection(other.topics).sorted { ($0.field, $0.value) < ($1.field, $1.value) }
        guard isMeeting || quarter != nil, !countries.isEmpty, !topics.isEmpty else { return nil }
    }
}

/// A record that looks like another one.
struct Overlap: Sendable {
    let id: String
    let name: String
    let reasons: OverlapReasons
    /// Tells these grounds of the two from later ones.
    let fingerprint: String
    /// Nil while it is offered.
    let dismissal: OverlapDismissal?
}

/// Somebody looked at two records that look alike, and they are different.
struct OverlapDismissal: Sendable {
    /// The identifier of the organisation that says so.
    let author: String
    /// UUID of the account by whose hand; for the eyes of those who may know.
    let account: String
    let reason: String
    let made: Timestamp
    /// The number of the collection for whose readers it was said.
    let collection: Int
}
