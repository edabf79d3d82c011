import Hall
import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// By what somebody signs in, oldest first.
    func methods(of person: Person) async throws -> [SignInMethod] {
        try await tables.read { try $0.methods(of: person.account) }
    }

    /// Makes a further sign-in key; what is answered is shown once.
    ///
    /// - Throws: `tooMany`.
    func makeKey(for person: Person) async throws -> Secret {
        let (key, id, now) = (Secret.make(surroundings), surroundings.uuid(), surroundings.now())
        try await tables.write { session in
            guard try session.methods(of: person.account).count < 10 else {
                throw DirectoryError(.tooMany, "revoke a key that you no longer use before you make another")
            }
            try session.add(key, method: id, account: person.account, at: now)
            try session.audit(.person(person), .keyMade, person.name, at: now)
            try session.tell(person.account, .keyMade, id, at: now)
        }
        return key
    }

    /// Ends one of somebody's own keys.
    ///
    /// - Throws: `unknownMethod`; `lastMethod` where they could not come in again.
    func revokeKey(_ id: String, of person: Person) async throws {
        let now = surroundings.now()
        try await tables.write { session in
            let methods = try session.methods(of: person.account)
            guard methods.contains(where: { $0.id == id }) else {
                throw DirectoryError(.unknownMethod, "there is no such key")
            }
            guard methods.count > 1 else {
                throw DirectoryError(.lastMethod, "this is the only key; make another one first")
            }
            try session.run("DELETE FROM sign_in_method WHERE id = \(id)")
            try session.audit(.person(person), .keyRevoked, person.name, at: now)
        }
    }
}

extension Session {
    fileprivate func methods(of account: String) throws -> [SignInMethod] {
        try rows("SELECT id, kind, made, used FROM sign_in_method WHERE account = \(account) ORDER BY made, id") {
            SignInMethod(
                id: try $0.get(0), kind: try $0.get(1), made: Timestamp(clamping: try $0.get(2)),
                used: try $0.get(3, as: Int64?.self).map { Timestamp(clamping: $0) })
        }
    }
}
