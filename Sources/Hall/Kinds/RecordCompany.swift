package import HTML
package import Kinds
package import Ledger
package import STIX
package import Web

/// What another room adds to a page, in the words of that room; nil for nothing.
package typealias PagePart = @Sendable (PageContext) -> Markup?

/// What stands beside the links of a record; nil beside one of which there is nothing to say.
package typealias LinkMarks = @Sendable (_ link: String, PageContext) -> Markup?

/// What the library knows of a record beside what the record says; the composition joins it with the desk, which shows records.
package struct RecordCompany: Sendable {
    /// What stands beside its links.
    package var links: @Sendable (RecordAsShown) async throws -> LinkMarks
    /// Which others it looks like, and why.
    package var likeness: @Sendable (RecordAsShown) async throws -> PagePart

    package init(
        links: @escaping @Sendable (RecordAsShown) async throws -> LinkMarks,
        likeness: @escaping @Sendable (RecordAsShown) async throws -> PagePart
    ) {
        self.links = links
        self.likeness = likeness
    }

    /// A gateway without a library.
    package static let none = RecordCompany(links: { _ in { _, _ in nil } }, likeness: { _ in { _ in nil } })
}

/// A record as somebody sees it, or is about to say it.
package struct RecordAsShown: Sendable {
    /// Nil before it is said for the first time.
    package let id: String?
    package let kind: Kind
    package let values: JSON
    /// Through whom it is read: nothing else is said of it.
    package let reader: Reader
    /// Who may do something about it; nil for the public, and before it is said.
    package let person: Person?

    package init(id: String?, kind: Kind, values: JSON, reader: Reader, person: Person?) {
        self.id = id
        self.kind = kind
        self.values = values
        self.reader = reader
        self.person = person
    }
}
