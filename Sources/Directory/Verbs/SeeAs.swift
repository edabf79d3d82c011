import Hall
import Ledger
import STIX
import Storage
import Web

extension DirectoryDomain {
    /// Who sends a request, as themselves, whatever they look as.
    func themselves(_ request: WebRequest) async throws -> Person? {
        guard request.credentials.bearer == nil, let session = request.credentials.session else { return nil }
        return try await visitor(Secret(text: session), seeingAs: nil)
    }

    /// The audiences through whose eyes an operator may look: those they are of, and for an administrator every group and
    /// organisation too.
    func sights(of person: Person) async throws -> [Audience] {
        try await tables.read { session in
            let groups = try session.rows("SELECT id FROM sharing_group ORDER BY folded") {
                Audience.group(try $0.get(0))
            }
            let organisations = try session.rows("SELECT id FROM organisation ORDER BY folded") {
                Audience.organisation(try $0.get(0))
            }
            return try ([.everyone, .signedIn] + groups + organisations).filter {
                try session.sees($0, as: person) != nil
            }
        }
    }

    /// Notes that an operator looks through the eyes of an audience.
    ///
    /// - Throws: `notAllowed`.
    func see(as audience: Audience, _ person: Person) async throws {
        let now = surroundings.now()
        let name = try await words(for: audience)
        try await tables.write { session in
            guard try session.sees(audience, as: person) != nil else {
                throw DirectoryError(.notAllowed, "nobody looks through these eyes")
            }
            try session.audit(.person(person), .sawAs, name, at: now)
        }
    }
}
