import Hall
package import Ledger
import STIX
import Storage
package import Web

extension DirectoryDomain {
    /// Who sends a request, as far as their session cookie or token proves; nil for the public.
    ///
    /// Asked anew with each request: who was removed from a group, disabled or signed out reads no more at once.
    package func person(for request: WebRequest) async throws -> Person? {
        let credentials = request.credentials
        // A program that shows a token is nobody else, whatever its cookies say.
        if let bearer = credentials.bearer { return try await holder(of: Secret(text: bearer)) }
        if let basic = credentials.basic {
            let person = try await holder(of: Secret(text: basic.password))
            // Whose token it is says the token; a name that is not theirs is a mistake that somebody should see.
            return person.flatMap { $0.isCalled(basic.user) ? $0 : nil }
        }
        guard let session = credentials.session else { return nil }
        return try await visitor(Secret(text: session), seeingAs: credentials.seeingAs.flatMap(Audience.init))
    }

    /// The owner of an account as they may read at this moment; nil where it is disabled or absent.
    package func person(account: String) async throws -> Person? {
        let (desk, now) = (desk, surroundings.now())
        return try await tables.read { try $0.person(account, desk: desk, at: now) }
    }

    /// Everybody whose account is open and who may do this somewhere.
    package func whoMay(_ act: Act) async throws -> [Person] {
        let (desk, now) = (desk, surroundings.now())
        return try await tables.read { session in
            let roles = Role.allCases.filter { role in Audience.Kind.allCases.contains { role.may(act, in: $0) } }
            let ids: [String] = try session.rows(
                """
                SELECT id FROM account WHERE state = \(Account.State.active) AND role IN (\(list: roles)) ORDER BY folded
                """
            ) { try $0.get(0) }
            return try ids.compactMap { try session.person($0, desk: desk, at: now) }.filter { $0.may(act) }
        }
    }

    /// Whose account it is, also where it is closed.
    package func owner(ofAccount id: String) async throws -> (name: String, organisation: String)? {
        try await tables.read { session in
            try session.first("SELECT name, organisation FROM account WHERE id = \(id)") {
                (name: try $0.get(0), organisation: try $0.get(1))
            }
        }
    }

    func visitor(_ secret: Secret, seeingAs wanted: Audience?) async throws -> Person? {
        let now = surroundings.now().microseconds
        let (digest, desk) = (secret.digest, desk)
        let found = try await tables.read { session -> (Person, id: String, seen: Int64)? in
            let row = try session.first(
                "SELECT s.digest, s.id, s.account, s.made, s.seen FROM session s WHERE s.digest = \(digest)"
            ) {
                (
                    digest: try $0.get(0, as: SecretDigest.self), id: try $0.get(1, as: String.self),
                    account: try $0.get(2, as: String.self), made: try $0.get(3, as: Int64.self),
                    seen: try $0.get(4, as: Int64.self)
                )
            }
            guard let row, row.digest == digest, Lifetimes.isMade(row.made, at: now),
                now < row.made + Lifetimes.session * 1_000_000,
                now < row.seen + Lifetimes.sessionIdle * 1_000_000,
                let person = try session.person(row.account, desk: desk, at: Timestamp(clamping: now))
            else { return nil }
            let seen = try wanted.flatMap { try session.sees($0, as: person) }
            return (seen ?? person, row.id, row.seen)
        }
        guard let (person, id, seen) = found else { return nil }
        // Written down beside the answer: a page does not wait for whoever is writing.
        if Lifetimes.isToBeNoted(used: seen, at: now) { uses.note(.session(id), at: now) }
        return person
    }

    private func holder(of secret: Secret) async throws -> Person? {
        let now = surroundings.now().microseconds
        let (digest, desk) = (secret.digest, desk)
        let found = try await tables.read { session -> (Person, id: String, used: Int64)? in
            let row = try session.first(
                "SELECT digest, id, account, scope, collections, expires, used, made FROM token WHERE digest = \(digest)"
            ) {
                (
                    digest: try $0.get(0, as: SecretDigest.self), id: try $0.get(1, as: String.self),
                    account: try $0.get(2, as: String.self), scope: try $0.get(3, as: Token.Scope.self),
                    collections: try $0.get(4, as: String?.self), expires: try $0.get(5, as: Int64.self),
                    used: try $0.get(6, as: Int64?.self), made: try $0.get(7, as: Int64.self)
                )
            }
            guard let row, row.digest == digest, Lifetimes.isMade(row.made, at: now), now < row.expires,
                let person = try session.person(row.account, desk: desk, at: Timestamp(clamping: now))
            else { return nil }
            let collections = row.collections.map { Set($0.split(separator: " ").map(String.init)) }
            return (
                try session.narrow(person, to: row.scope, within: collections), row.id, row.used ?? 0
            )
        }
        guard let (person, id, used) = found else { return nil }
        if Lifetimes.isToBeNoted(used: used, at: now) { uses.note(.token(id), at: now) }
        return person
    }
}

extension Person {
    /// Whether somebody means them by this: the name or the id of their account.
    fileprivate func isCalled(_ user: String) -> Bool {
        user == account || FoldedName.fold(user) == FoldedName.fold(name)
    }
}

extension Session {
    /// The owner of an account as they are at this moment; nil where it is disabled.
    fileprivate func person(_ account: String, desk: String, at now: Timestamp) throws -> Person? {
        let found = try first(
            """
            SELECT a.id, a.name, a.role, o.id, o.name, o.identity FROM account a
            JOIN organisation o ON o.id = a.organisation WHERE a.id = \(account) AND a.state = \(Account.State.active)
            """
        ) {
            (
                id: try $0.get(0, as: String.self), name: try $0.get(1, as: String.self),
                role: try $0.get(2, as: Role.self),
                organisation: Person.Organisation(
                    id: try $0.get(3), name: try $0.get(4), identity: try $0.get(5),
                    isDesk: try $0.get(3, as: String.self) == desk)
            )
        }
        guard let found else { return nil }
        return Person(
            account: found.id, name: found.name, role: found.role, organisation: found.organisation,
            viewer: Viewer(of: try audiences(account: found.id, organisation: found.organisation.id)),
            ended: try endedGroups(of: found.organisation.id, at: now))
    }

    /// An operator as they look through the eyes of an audience; nil where they may not, or there is no such audience.
    func sees(_ audience: Audience, as person: Person) throws -> Person? {
        guard person.organisation.isDesk, person.role.isDesk else { return nil }
        // What an operator does not read themselves, only who administers the audiences may look at; a list of named persons
        // is for those persons.
        guard person.viewer.isOf(audience) || person.role == .administrator && audience.kind != .persons else {
            return nil
        }
        let exists: Int? =
            switch audience {
            case .everyone, .signedIn, .persons: 1
            case .group(let id): try value("SELECT 1 FROM sharing_group WHERE id = \(id)")
            case .organisation(let id): try value("SELECT 1 FROM organisation WHERE id = \(id)")
            }
        guard exists != nil else { return nil }
        return Person(
            account: person.account, name: person.name, role: person.role, organisation: person.organisation,
            viewer: Viewer(of: Set(audience.wider)), seeingAs: audience)
    }

    /// What a program with a token may do of what its owner may.
    ///
    /// A token for reading reads; one for writing writes as its owner does, but neither erases nor administers.
    fileprivate func narrow(_ person: Person, to scope: Token.Scope, within collections: Set<String>?) throws -> Person
    {
        let role: Role = scope == .read ? .reader : person.role == .administrator ? .analyst : person.role
        return Person(
            account: person.account, name: person.name, role: role, organisation: person.organisation,
            viewer: Viewer(
                of: try audiences(account: person.account, organisation: person.organisation.id), within: collections),
            ended: person.ended)
    }
}
