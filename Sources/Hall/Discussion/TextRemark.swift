package import STIX

/// What a note or an opinion says of a text, beside its own words (``KnownExtension/textRemark``).
package struct TextRemark: Sendable, Hashable {
    /// The field or property whose words it speaks of; empty for the whole.
    package var field = ""
    /// The words as they stood.
    package var quote = ""
    /// What its author would say instead.
    package var wording = ""
    /// What is done about the remark that a note is about.
    package var disposition: Disposition?

    package init(field: String = "", quote: String = "", wording: String = "", disposition: Disposition? = nil) {
        (self.field, self.quote, self.wording, self.disposition) = (field, quote, wording, disposition)
    }

    package init(of object: JSON) {
        guard let said = object["extensions"]?[KnownExtension.textRemark.definition.id] else { return }
        field = said["anchor"]?["field"]?.string ?? ""
        quote = said["anchor"]?["quote"]?.string ?? ""
        wording = said["wording"]?.string ?? ""
        disposition = said["disposition"]?.string.flatMap(Disposition.init)
    }

    package var isEmpty: Bool { quote.isEmpty && wording.isEmpty && disposition == nil }

    /// Says it in an object; nothing where it is empty.
    package func said(in object: inout Composer) {
        var members: [JSON.Member] = []
        if !quote.isEmpty {
            members.append(.init(name: "anchor", value: .object([.text("field", field), .text("quote", quote)])))
        }
        if !wording.isEmpty { members.append(.text("wording", wording)) }
        if let disposition { members.append(.text("disposition", disposition.rawValue)) }
        object.extend(KnownExtension.textRemark.definition.id, members)
    }

    /// What must be readable beside an object that says it.
    package static let companions = [
        (id: KnownExtension.textRemark.definition.author, object: KnownExtension.ownAuthor),
        (id: KnownExtension.textRemark.definition.id, object: KnownExtension.textRemark.definition.object),
    ]
}

/// What whoever said a text does about a remark on it.
package enum Disposition: String, Sendable, Hashable, CaseIterable {
    case accepted
    case partlyAccepted = "partly-accepted"
    case notAccepted = "not-accepted"
    case noted
}
