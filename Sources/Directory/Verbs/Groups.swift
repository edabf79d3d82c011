import Ledger
package import STIX
import Storage
import Work

extension DirectoryDomain {
    /// Every sharing group, its members too: for who runs them.
    package func groups() async throws -> [SharingGroup] {
        try await tables.read { try $0.groups() }
    }

    /// The group with this id or name.
    ///
    /// - Throws: `unknownGroup`.
    package func group(_ name: String) async throws -> SharingGroup {
        try await tables.read { try $0.group(name) }
    }

    /// Makes a group without members.
    ///
    /// - Throws: `notAllowed`, `badName`, `nameTaken`.
    @discardableResult
    package func addGroup(_ name: String, hidesMembers: Bool, by principal: Principal) async throws -> SharingGroup {
        try principal.mayAdminister()
        let (name, id, now) = (try FoldedName(name), surroundings.uuid(), surroundings.now())
        return try await tables.write { session in
            let taken: Int? = try session.value("SELECT 1 FROM sharing_group WHERE folded = \(name.folded)")
            guard taken == nil else { throw DirectoryError(.nameTaken, "there is a group \(name.text) already") }
            try session.run(
                """
                INSERT INTO sharing_group (id, name, folded, hides_members, made)
                VALUES (\(id), \(name.text), \(name.folded), \(hidesMembers), \(now.microseconds))
                """)
            try session.audit(principal, .groupAdded, name.text, hidesMembers ? "hidden" : "", at: now)
            return try session.group(id)
        }
    }

    /// The longest mandate, in bytes.
    static let longestMandate = 4_000

    /// Says what a group is for and when its time is over, or renews it.
    ///
    /// - Parameter ends: nil for a group without an end.
    /// - Throws: `notAllowed`, `unknownGroup`; `badName` for a mandate that is too long.
    package func setMandate(_ mandate: String, ends: Timestamp?, of group: String, by principal: Principal) async throws
    {
        try principal.mayAdminister()
        guard mandate.utf8.count <= Self.longestMandate else {
            throw DirectoryError(.badName, "a mandate has at most \(Self.longestMandate) bytes")
        }
        let now = surroundings.now()
        try await tables.write { session in
            let group = try session.group(group)
            guard group.mandate != mandate || group.ends != ends else { return }
            try session.run(
                """
                UPDATE sharing_group SET mandate = \(mandate), ends = \((ends?.microseconds).sql) WHERE id = \(group.id)
                """)
            try session.audit(
                principal, .groupRenewed, group.name, ends.map { String($0.description.prefix(10)) } ?? "", at: now)
            try session.ask(
                GroupEnds.kind, for: group.id, at: ends.map { GroupEnds.warning(of: $0, now) } ?? now, now: now)
        }
    }

    /// What the people of an organisation will read by becoming a member of a group (law 6).
    ///
    /// - Throws: `unknownGroup`.
    package func reach(ofGroup name: String) async throws -> Reach {
        let group = try await group(name)
        let collections = try await Reader.machine(of: ledger).collections().filter { $0.audience == .group(group.id) }
        return Reach(collections: collections.map(\.title), entries: collections.reduce(0) { $0 + $1.size })
    }

    /// Makes an organisation a member of a group; its people read what the group has been told, from now on.
    ///
    /// - Parameter reach: what whoever decided was shown; the trail keeps it.
    /// - Throws: `notAllowed`, `unknownGroup`, `unknownOrganisation`.
    package func add(
        _ organisation: String, to group: String, having reach: Reach, by principal: Principal
    ) async throws {
        try principal.mayAdminister()
        let now = surroundings.now()
        try await tables.write { session in
            let (organisation, group) = (try session.organisation(organisation), try session.group(group))
            guard !group.members.contains(where: { $0.organisation == organisation.id }) else { return }
            try session.run(
                """
                INSERT INTO sharing_group_member (sharing_group, organisation, made)
                VALUES (\(group.id), \(organisation.id), \(now.microseconds))
                """)
            try session.audit(
                principal, .memberAdded, organisation.name, "\(group.name), \(reach.entries) entries", at: now)
        }
    }

    /// Takes an organisation out of a group; its people read nothing of the group from their next request on.
    ///
    /// - Throws: `notAllowed`, `unknownGroup`, `unknownOrganisation`.
    package func remove(_ organisation: String, from group: String, by principal: Principal) async throws {
        try principal.mayAdminister()
        let now = surroundings.now()
        try await tables.write { session in
            let (organisation, group) = (try session.organisation(organisation), try session.group(group))
            try session.run(
                """
                DELETE FROM sharing_group_member
                WHERE sharing_group = \(group.id) AND organisation = \(organisation.id)
                """)
            guard session.changes > 0 else { return }
            try session.audit(principal, .memberRemoved, organisation.name, group.name, at: now)
        }
    }
}

extension Session {
    fileprivate func groups() throws -> [SharingGroup] {
        try rows("SELECT id FROM sharing_group ORDER BY folded") { try $0.get(0, as: String.self) }.map {
            try group($0)
        }
    }

    func group(_ name: String) throws -> SharingGroup {
        let found = try first(
            """
            SELECT id, name, hides_members, made, mandate, ends FROM sharing_group
            WHERE id = \(name) OR folded = \(FoldedName.fold(name))
            """
        ) {
            (
                id: try $0.get(0, as: String.self), name: try $0.get(1, as: String.self),
                hides: try $0.get(2, as: Bool.self), made: Timestamp(clamping: try $0.get(3)),
                mandate: try $0.get(4, as: String.self),
                ends: try $0.get(5, as: Int64?.self).map { Timestamp(clamping: $0) }
            )
        }
        guard let found else { throw DirectoryError(.unknownGroup, "there is no group \(name)") }
        let members = try rows(
            """
            SELECT o.id, o.name, (SELECT count(*) FROM account a WHERE a.organisation = o.id AND a.state = 'active')
            FROM sharing_group_member m JOIN organisation o ON o.id = m.organisation
            WHERE m.sharing_group = \(found.id) ORDER BY o.folded
            """
        ) { SharingGroup.Member(organisation: try $0.get(0), name: try $0.get(1), people: try $0.get(2)) }
        return SharingGroup(
            id: found.id, name: found.name, hidesMembers: found.hides, made: found.made, members: members,
            mandate: found.mandate, ends: found.ends)
    }
}
