package import Ledger
import STIX
import Storage
import Web

extension DirectoryDomain {
    /// What an audience is called; nil where it needs no name.
    package func name(of audience: Audience) async throws -> String? {
        try await tables.read { session in
            switch audience {
            case .everyone, .signedIn, .persons: nil
            case .group(let id): try session.value("SELECT name FROM sharing_group WHERE id = \(id)")
            case .organisation(let id): try session.value("SELECT name FROM organisation WHERE id = \(id)")
            }
        }
    }

    /// How many people are of an audience, as far as this person may know.
    package func headcount(_ audience: Audience, for person: Person) async throws -> Headcount {
        let runsGroups = person.may(.administer)
        guard person.viewer.isOf(audience) || runsGroups else { return .hidden }
        return try await tables.read { session in
            switch audience {
            case .everyone: return .everyone
            case .signedIn: return try session.headcount("1 = 1")
            case .group(let id):
                let hides: Bool? = try session.value("SELECT hides_members FROM sharing_group WHERE id = \(id)")
                guard let hides, !hides || runsGroups else { return .hidden }
                return try session.headcount(
                    "a.organisation IN (SELECT organisation FROM sharing_group_member WHERE sharing_group = \(id))")
            case .organisation(let id): return try session.headcount("a.organisation = \(id)")
            case .persons(let id):
                return try session.headcount("a.id IN (SELECT account FROM persons_list WHERE list = \(id))")
            }
        }
    }

    /// Whom an organisation answers for, by its UUID.
    package func constituency(of organisation: String) async throws -> Constituency {
        try await tables.read { try $0.constituency(of: organisation) }
    }

    /// Whom every organisation answers for that says so, by its UUID; and the host of this gateway itself.
    package func constituencies() async throws -> [(organisation: String, constituency: Constituency)] {
        let host = ObservableValue(gateway.address)
        let own = Constituency(
            networks: host?.prefix.map { [$0.description] } ?? [], domains: host?.domain.map { [$0] } ?? [])
        let stated = try await tables.read { session in
            let organisations = try session.rows("SELECT DISTINCT organisation FROM constituency ORDER BY organisation")
            {
                try $0.get(0, as: String.self)
            }
            return try organisations.map { (organisation: $0, constituency: try session.constituency(of: $0)) }
        }
        return own.isEmpty ? stated : stated + [(organisation: desk, constituency: own)]
    }
}

extension Session {
    fileprivate func headcount(_ condition: SQL) throws -> Headcount {
        let found = try first(
            """
            SELECT count(*), count(DISTINCT a.organisation) FROM account a
            WHERE a.state = \(Account.State.active) AND \(condition)
            """
        ) { Headcount.people(try $0.get(0), organisations: try $0.get(1)) }
        return found ?? .people(0, organisations: 0)
    }

    func constituency(of organisation: String) throws -> Constituency {
        var constituency = Constituency()
        let rows = try rows(
            "SELECT kind, value FROM constituency WHERE organisation = \(organisation) ORDER BY kind, position"
        ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self)) }
        for (kind, value) in rows {
            switch kind {
            case "network": constituency.networks.append(value)
            case "asn": Int(value).map { constituency.systems.append($0) }
            case "domain": constituency.domains.append(value)
            default: constituency.sectors.append(value)
            }
        }
        return constituency
    }
}
