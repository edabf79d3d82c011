import Ledger
import STIX
import Storage

extension DirectoryDomain {
    package func organisations() async throws -> [Organisation] {
        try await tables.read { try $0.organisations() }
    }

    /// The organisation with this id or name.
    ///
    /// - Throws: `unknownOrganisation`.
    package func organisation(_ name: String) async throws -> Organisation {
        try await tables.read { try $0.organisation(name) }
    }

    /// Enters an organisation whose people will have accounts here.
    ///
    /// - Throws: `notAllowed`, `badName`, `nameTaken`.
    @discardableResult
    package func addOrganisation(_ name: String, by principal: Principal) async throws -> Organisation {
        try principal.mayAdminister()
        let (name, id, now) = (try FoldedName(name), surroundings.uuid(), surroundings.now())
        return try await tables.write { session in
            try session.add(name, organisation: id, at: now)
            try session.audit(principal, .organisationAdded, name.text, at: now)
            return try session.organisation(id)
        }
    }

    /// States whom an organisation answers for, in place of what was stated before.
    ///
    /// - Throws: `notAllowed`, `unknownOrganisation`, or `badConstituency` naming the first line that is not understood.
    package func state(
        _ form: ConstituencyForm, of organisation: String, by principal: Principal
    ) async throws {
        try principal.mayAdminister()
        let constituency = try form.read()
        let now = surroundings.now()
        try await tables.write { session in
            let organisation = try session.organisation(organisation)
            try session.run("DELETE FROM constituency WHERE organisation = \(organisation.id)")
            let rows =
                constituency.networks.map { ("network", $0) } + constituency.systems.map { ("asn", String($0)) }
                + constituency.domains.map { ("domain", $0) } + constituency.sectors.map { ("sector", $0) }
            for (position, row) in rows.enumerated() {
                try session.run(
                    """
                    INSERT INTO constituency (organisation, position, kind, value)
                    VALUES (\(organisation.id), \(position), \(row.0), \(row.1))
                    """)
            }
            try session.audit(principal, .constituencyChanged, organisation.name, "\(rows.count)", at: now)
        }
    }
}
