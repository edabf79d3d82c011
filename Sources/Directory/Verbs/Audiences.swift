package import Ledger
import STIX
import Storage

extension DirectoryDomain {
    /// The audience that an operator names: `everyone`, `signed-in`, `desk`, `group:NAME`, `organisation:NAME`, or
    /// `persons:NAME,NAME`, which makes a list of these persons that never changes.
    ///
    /// - Throws: `notAllowed`, `unknownGroup`, `unknownOrganisation`, `unknownAccount`; `badName` for any other word.
    package func audience(named text: String, by principal: Principal) async throws -> Audience {
        try principal.mayAdminister()
        let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (halves.first.flatMap(Audience.Kind.init(rawValue:)), halves.dropFirst().first) {
        case (.everyone, nil): return .everyone
        case (.signedIn, nil): return .signedIn
        case (nil, nil) where text == "desk": return ledger.gateway.desk
        case (.group, let name?): return .group(try await group(name).id)
        case (.organisation, let name?): return .organisation(try await organisation(name).id)
        case (.persons, let names?):
            return try await name(names.split(separator: ",").map(String.init), by: principal)
        default:
            throw DirectoryError(
                .badName,
                "\(text) is no audience: say everyone, signed-in, desk, group:NAME, organisation:NAME or persons:NAME,NAME"
            )
        }
    }

    /// Writes down a list of named persons.
    private func name(_ names: [String], by principal: Principal) async throws -> Audience {
        let (list, now) = (surroundings.uuid(), surroundings.now())
        try await tables.write { session in
            let accounts = try names.map { try session.account($0) }
            guard !accounts.isEmpty else { throw DirectoryError(.badName, "name at least one person") }
            for account in Set(accounts.map(\.id)).sorted() {
                try session.run(
                    "INSERT INTO persons_list (list, account, made) VALUES (\(list), \(account), \(now.microseconds))")
            }
            try session.audit(principal, .personsNamed, accounts.map(\.name).joined(separator: ", "), at: now)
        }
        return .persons(list)
    }

    /// An audience in the words that name it.
    package func words(for audience: Audience) async throws -> String {
        if audience == ledger.gateway.desk { return "desk" }
        if case .persons(let list) = audience {
            let names = try await tables.read { session in
                try session.rows(
                    """
                    SELECT a.name FROM persons_list l JOIN account a ON a.id = l.account WHERE l.list = \(list)
                    ORDER BY a.folded
                    """
                ) { try $0.get(0, as: String.self) }
            }
            return "persons:\(names.joined(separator: ","))"
        }
        return try await name(of: audience).map { "\(audience.kind.rawValue):\($0)" } ?? audience.description
    }

    /// The newest lines of the audit trail, those before a number if one is given.
    package func auditTrail(before number: Int? = nil, limit: Int) async throws -> [AuditEntry] {
        try await tables.read { try $0.auditEntries(before: number, limit: limit) }
    }
}
