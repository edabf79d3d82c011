package import Kinds
package import STIX

/// What a page is about, in the words of schema.org, as JSON-LD.
package enum StructuredData {
    /// Longest description.
    private static let mostText = 300

    /// One object.
    ///
    /// - Parameters:
    ///   - address: of its page, whole.
    ///   - publisher: the name of the gateway.
    package static func object(
        _ json: JSON, of kind: Kind?, at address: String, author: String?, publisher: String
    ) -> String? {
        let values = RecordObject.values(of: json)?.values
        var members: [JSON.Member] = [
            .text("@context", "https://schema.org"),
            .text(
                "@type",
                kind?.noun == .gathering ? "Event" : json["type"]?.string == "report" ? "Report" : "CreativeWork"),
            .text("@id", address), .text("url", address),
        ]
        func add(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { members.append(.text(name, String(text.prefix(mostText)))) }
        }
        add("name", json["name"]?.string)
        let summary = kind?.summary.flatMap { values?[$0]?.string }
        add("description", summary ?? json["description"]?.string)
        add("inLanguage", json["lang"]?.string)
        if kind?.noun == .gathering {
            if let dates = kind?.dates, let values {
                add("startDate", values[dates.start]?.string.map(plainDate))
                add("endDate", dates.end.flatMap { values[$0]?.string }.map(plainDate))
                if let place = dates.place.flatMap({ values[$0]?.string }) {
                    members.append(
                        .init(name: "location", value: .object([.text("@type", "Place"), .text("name", place)])))
                }
            }
        } else {
            add("datePublished", json["created"]?.string)
            add("dateModified", json["modified"]?.string)
            add("genre", kind?.one.text(for: "en"))
        }
        let by = kind?.noun == .gathering ? "organizer" : "author"
        if let author { members.append(.init(name: by, value: organisation(author))) }
        if kind?.noun != .gathering { members.append(.init(name: "publisher", value: organisation(publisher))) }
        return text(members)
    }

    /// A list of what is there.
    package static func list(_ name: String, says: String, at address: String, count: Int, publisher: String) -> String?
    {
        text([
            .text("@context", "https://schema.org"), .text("@type", "CollectionPage"), .text("@id", address),
            .text("url", address), .text("name", name), .text("description", String(says.prefix(mostText))),
            .init(name: "publisher", value: organisation(publisher)),
            .init(
                name: "mainEntity",
                value: .object([
                    .text("@type", "ItemList"), .text("name", name),
                    .init(name: "numberOfItems", value: JSON.Number(Double(count)).map(JSON.number) ?? .null),
                ])),
        ])
    }

    private static func organisation(_ name: String) -> JSON {
        .object([.text("@type", "Organization"), .text("name", name)])
    }

    /// A moment without the name of its zone, which ISO 8601 does not have.
    private static func plainDate(_ text: String) -> String { String(text.prefix { $0 != "[" }) }

    private static func text(_ members: [JSON.Member]) -> String? {
        (try? JSON.object(members).canonical()).map { String(decoding: $0, as: UTF8.self) }
    }
}
