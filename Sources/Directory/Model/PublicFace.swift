import Ledger
import STIX

/// The objects that say who an organisation is, whom it answers for and how it is reached.
struct PublicFace {
    /// Of the organisation.
    let id: String
    let name: String
    let card: ContactCard
    let constituency: Constituency
    let created: Timestamp
    let modified: Timestamp
    let marking: TLP

    /// What declares the extensions that a face is written with, each the same bytes wherever it is written.
    static let declarations: [(id: String, object: [UInt8])] = [
        (KnownExtension.contactAndConstituency.definition.author, KnownExtension.ownAuthor),
        (
            KnownExtension.contactAndConstituency.definition.id,
            KnownExtension.contactAndConstituency.definition.object
        ),
        (KnownExtension.contactInformation.definition.id, KnownExtension.contactInformation.definition.object),
    ]

    /// Who an organisation is, before it has a card.
    static func introduction(_ id: String, name: String, sentence: String, at now: Timestamp) throws -> [UInt8] {
        var identity = Composer(id: id, by: id, created: now, marking: .clear)
        identity.set("name", name)
        identity.set("identity_class", "organization")
        identity.set("description", sentence)
        return try identity.bytes()
    }

    /// The address it is written to, where it has one, and the identity that refers to it, in this order.
    func objects() throws -> [[UInt8]] {
        var objects: [[UInt8]] = []
        var identity = Composer(id: id, by: id, created: created, modified: modified, marking: marking)
        identity.set("name", name)
        identity.set("identity_class", "organization")
        identity.set("sectors", constituency.sectors)
        identity.extend(KnownExtension.contactAndConstituency.definition.id, constituencyMembers)
        var contacts: [JSON.Member] = []
        if !card.phone.isEmpty {
            let number: [JSON.Member] = [
                .text("contact_number", card.phone), .text("contact_number_type", "work-phone"),
            ]
            contacts.append(.init(name: "contact_numbers", value: .array([.object(number)])))
        }
        if let address = Self.address(card.email, marking: marking) {
            objects.append(try JSON.object(address.members).canonical())
            let contact: [JSON.Member] = [
                .text("email_address_ref", address.id), .text("digital_contact_type", "organizational"),
            ]
            contacts.append(.init(name: "email_addresses", value: .array([.object(contact)])))
        }
        identity.extend(KnownExtension.contactInformation.definition.id, contacts)
        objects.append(try identity.bytes())
        return objects
    }

    /// The `email-addr` object of an address, whose identifier follows from it (STIX 2.1 §6.5).
    private static func address(_ email: String, marking: TLP) -> (id: String, members: [JSON.Member])? {
        let value: [JSON.Member] = [.text("type", "email-addr"), .text("value", email)]
        guard !email.isEmpty, let id = SCOIdentifier.deterministicID(of: .object(value)) else { return nil }
        return (
            id,
            value + [
                .text("spec_version", "2.1"), .text("id", id), .list("object_marking_refs", [marking.markingID]),
            ]
        )
    }

    /// What our extension says: what that of OASIS has no place for.
    private var constituencyMembers: [JSON.Member] {
        var members: [JSON.Member] = []
        func add(_ name: String, _ text: String) { if !text.isEmpty { members.append(.text(name, text)) } }
        func add(_ name: String, _ texts: [String]) { if !texts.isEmpty { members.append(.list(name, texts)) } }
        add("languages", card.languages)
        add("time_zone", card.timeZone)
        add("hours", card.hours)
        add("keys", card.keys)
        add("networks", constituency.networks)
        if !constituency.systems.isEmpty {
            let numbers = constituency.systems.compactMap { JSON.Number(Double($0)).map(JSON.number) }
            members.append(.init(name: "asns", value: .array(numbers)))
        }
        add("domains", constituency.domains)
        add("sectors", constituency.sectors)
        return members
    }
}
