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
        let time = now.inMilliseconds.description
        var members: [JSON.Member] = [
            .text("type", "identity"), .text("spec_version", "2.1"), .text("id", id), .text("created_by_ref", id),
            .text("created", time), .text("modified", time), .text("name", name),
            .text("identity_class", "organization"), .list("object_marking_refs", [TLP.clear.markingID]),
        ]
        if !sentence.isEmpty { members.append(.text("description", sentence)) }
        return try JSON.object(members).canonical()
    }

    /// The address it is written to, where it has one, and the identity that refers to it, in this order.
    func objects() throws -> [[UInt8]] {
        var objects: [[UInt8]] = []
        var extensions: [JSON.Member] = []
        let own = constituencyMembers
        if !own.isEmpty { extensions.append(Self.extension(.contactAndConstituency, own)) }
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
        if !contacts.isEmpty { extensions.append(Self.extension(.contactInformation, contacts)) }
        objects.append(try identity(extensions))
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

    private static func `extension`(_ known: KnownExtension, _ members: [JSON.Member]) -> JSON.Member {
        let kind = JSON.Member.text("extension_type", known.definition.kind.rawValue)
        return .init(name: known.definition.id, value: .object([kind] + members))
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

    private func identity(_ extensions: [JSON.Member]) throws -> [UInt8] {
        var members: [JSON.Member] = [
            .text("type", "identity"), .text("spec_version", "2.1"), .text("id", id), .text("created_by_ref", id),
            .text("created", created.description), .text("modified", modified.description), .text("name", name),
            .text("identity_class", "organization"), .list("object_marking_refs", [marking.markingID]),
        ]
        if !constituency.sectors.isEmpty { members.append(.list("sectors", constituency.sectors)) }
        if !extensions.isEmpty { members.append(.init(name: "extensions", value: .object(extensions))) }
        return try JSON.object(members).canonical()
    }
}

extension JSON.Member {
    fileprivate static func text(_ name: String, _ text: String) -> JSON.Member {
        .init(name: name, value: .string(text))
    }
    fileprivate static func list(_ name: String, _ texts: [String]) -> JSON.Member {
        .init(name: name, value: .array(texts.map(JSON.string)))
    }
}
