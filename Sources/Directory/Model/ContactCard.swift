import Ledger
import STIX

/// How an organisation is reached, as its `identity` object says it with our extension.
package struct ContactCard: Sendable, Hashable {
    /// Codes of RFC 5646, the best first: `en`, `ar`.
    package var languages: [String]
    /// A name of the IANA time zone database: `Africa/Tunis`.
    package var timeZone: String
    /// When somebody answers, in words.
    package var hours: String
    package var email: String
    package var phone: String
    /// Fingerprints or addresses of public keys.
    package var keys: [String]

    package init(
        languages: [String] = [], timeZone: String = "", hours: String = "", email: String = "", phone: String = "",
        keys: [String] = []
    ) {
        self.languages = languages
        self.timeZone = timeZone
        self.hours = hours
        self.email = email
        self.phone = phone
        self.keys = keys
    }

    /// What an `identity` object says.
    init(_ identity: JSON) {
        let extended = identity["extensions"]?[ContactExtension.id]
        func text(_ name: String) -> String { extended?[name]?.string ?? "" }
        func list(_ name: String) -> [String] { extended?[name]?.array?.compactMap(\.string) ?? [] }
        self.init(
            languages: list("languages"), timeZone: text("time_zone"), hours: text("hours"), email: text("email"),
            phone: text("phone"), keys: list("keys"))
    }

    /// - Throws: `badContact` naming what is not understood.
    func check() throws {
        func refuse(_ what: String) -> DirectoryError {
            let what = String(what.prefix(120))
            return DirectoryError(.badContact, "\(what) can't stand on a contact card", what: what)
        }
        for language in languages {
            guard language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}/) != nil else {
                throw refuse(language)
            }
        }
        guard timeZone.isEmpty || timeZone.wholeMatch(of: /[A-Za-z_]{2,32}(\/[A-Za-z0-9_+\-]{1,32}){0,2}/) != nil else {
            throw refuse(timeZone)
        }
        guard email.isEmpty || email.wholeMatch(of: /[^\s@<>"]{1,64}@[^\s@<>"]{1,190}/) != nil else {
            throw refuse(email)
        }
        guard phone.isEmpty || phone.wholeMatch(of: /\+?[0-9 ().\-]{3,40}/) != nil else { throw refuse(phone) }
        guard languages.count <= 20, keys.count <= 20, hours.utf8.count <= 500,
            keys.allSatisfy({ $0.utf8.count <= 500 })
        else { throw refuse("…") }
    }
}

/// Our extension of `identity`: a property extension under a fixed id, the same on every gateway.
enum ContactExtension {
    static let id = "extension-definition--8d0a5f3e-6c1b-4f0e-9b57-3a2d41c7e9b6"
    private static let author = "identity--2f6b9c41-7d0e-4a83-8c15-e94b07d3a2f8"

    /// The definition and its author: the same bytes wherever they are written, so they are known after the first time.
    static let definition = [
        """
        {"type":"identity","spec_version":"2.1","id":"\(author)","created":"2026-01-01T00:00:00.000Z",\
        "modified":"2026-01-01T00:00:00.000Z","name":"Concord","identity_class":"organization",\
        "description":"The authors of Concord, a cybersecurity cooperation gateway.",\
        "object_marking_refs":["\(TLP.clear.markingID)"]}
        """,
        """
        {"type":"extension-definition","spec_version":"2.1","id":"\(id)","created_by_ref":"\(author)",\
        "created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":"Contact and constituency",\
        "description":"How a party is reached, and whom it answers for.","version":"1.0.0",\
        "schema":"A property extension of identity. languages: list of RFC 5646 tags, best first. time_zone: IANA name. \
        hours: text. email, phone: text. keys: list of fingerprints or addresses of public keys. networks: list of IPv4 and \
        IPv6 prefixes. asns: list of AS numbers. domains: list of domain names, each with everything below it. sectors: list \
        of industry-sector-ov. All properties are optional.",\
        "extension_types":["property-extension"],"object_marking_refs":["\(TLP.clear.markingID)"]}
        """,
    ]

    /// Who an organisation is, before it has a card.
    static func introduction(_ id: String, name: String, sentence: String, at now: Timestamp) throws -> [UInt8] {
        var identity = Composer(id: id, by: id, created: now, marking: .clear)
        identity.set("name", name)
        identity.set("identity_class", "organization")
        identity.set("description", sentence)
        return try identity.bytes()
    }

    /// The public face of an organisation in one version.
    static func identity(
        _ id: String, name: String, card: ContactCard, constituency: Constituency, created: Timestamp,
        modified: Timestamp, marking: TLP
    ) throws -> [UInt8] {
        var extended: [JSON.Member] = []
        func add(_ name: String, _ text: String) { if !text.isEmpty { extended.append(.text(name, text)) } }
        func add(_ name: String, _ texts: [String]) { if !texts.isEmpty { extended.append(.list(name, texts)) } }
        add("languages", card.languages)
        add("time_zone", card.timeZone)
        add("hours", card.hours)
        add("email", card.email)
        add("phone", card.phone)
        add("keys", card.keys)
        add("networks", constituency.networks)
        if !constituency.systems.isEmpty {
            let numbers = constituency.systems.compactMap { JSON.Number(Double($0)).map(JSON.number) }
            extended.append(.init(name: "asns", value: .array(numbers)))
        }
        add("domains", constituency.domains)
        add("sectors", constituency.sectors)
        var identity = Composer(id: id, by: id, created: created, modified: modified, marking: marking)
        identity.set("name", name)
        identity.set("identity_class", "organization")
        identity.set("sectors", constituency.sectors)
        identity.extend(Self.id, extended)
        return try identity.bytes()
    }
}
