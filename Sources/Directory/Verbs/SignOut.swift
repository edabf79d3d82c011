import Hall
import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// Ends the session that a cookie names.
    func signOut(_ secret: Secret) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            let account: String? = try session.value("SELECT account FROM session WHERE digest = \(secret.digest)")
            guard let account else { return }
            try session.run("DELETE FROM session WHERE digest = \(secret.digest)")
            let owner = try session.account(account)
            try session.audit(.owner(of: owner), .signedOut, owner.name, at: now)
        }
    }

    /// Ends every session of the one who asks, this one too.
    func signOutEverywhere(_ person: Person) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            try session.run("DELETE FROM session WHERE account = \(person.account)")
            try session.audit(.person(person), .signedOutEverywhere, person.name, at: now)
        }
    }
}
