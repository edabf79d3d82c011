import Ledger
package import STIX

/// How an organisation is reached, as its `identity` object says it: mail and telephone with the contact extension of OASIS, the
/// rest with ours.
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

    /// What an `identity` object says; older ones say mail and telephone with our extension.
    ///
    /// - Parameter address: of an `email-addr` object that the identity refers to; nil where it can't be read.
    init(_ identity: JSON, address: (String) async throws -> String?) async throws {
        let extensions = identity["extensions"]
        let own = extensions?[KnownExtension.contactAndConstituency.definition.id]
        let contacts = extensions?[KnownExtension.contactInformation.definition.id]
        func text(_ name: String) -> String { own?[name]?.string ?? "" }
        func list(_ name: String) -> [String] { own?[name]?.array?.compactMap(\.string) ?? [] }
        var email = text("email")
        if let reference = contacts?["email_addresses"]?[0]?["email_address_ref"]?.string {
            email = try await address(reference) ?? email
        }
        self.init(
            languages: list("languages"), timeZone: text("time_zone"), hours: text("hours"), email: email,
            phone: contacts?["contact_numbers"]?[0]?["contact_number"]?.string ?? text("phone"), keys: list("keys"))
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
        guard
            timeZone.isEmpty
                || timeZone.wholeMatch(of: /[A-Za-z][A-Za-z_]{1,31}(\/[A-Za-z][A-Za-z0-9_+\-]{0,31}){0,2}/) != nil
        else {
            throw refuse(timeZone)
        }
        guard email.isEmpty || email.wholeMatch(of: /[^\s@<>"(),;]{1,64}@[^\s@<>"(),;]{1,190}/) != nil else {
            throw refuse(email)
        }
        guard phone.isEmpty || phone.wholeMatch(of: /\+?[0-9 ().\-]{3,40}/) != nil else { throw refuse(phone) }
        guard languages.count <= 20, keys.count <= 20, hours.utf8.count <= 500,
            keys.allSatisfy({ $0.utf8.count <= 500 })
        else { throw refuse("…") }
    }
}

/// A contact card as it stands, or as somebody changed it who saw it stand so.
package struct StandingCard: Sendable, Hashable {
    package var card: ContactCard
    /// Of the identity object that says it; nil before there is any.
    package let version: Timestamp?

    package init(_ card: ContactCard, version: Timestamp?) { (self.card, self.version) = (card, version) }
}
