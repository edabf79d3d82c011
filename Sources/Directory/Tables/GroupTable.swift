import Ledger
import STIX
import Storage

extension Session {
    /// The sharing groups of which an organisation is a member.
    func groups(of organisation: String) throws -> [String] {
        try rows("SELECT sharing_group FROM sharing_group_member WHERE organisation = \(organisation)") {
            try $0.get(0)
        }
    }

    /// Those of them whose time is over.
    func endedGroups(of organisation: String, at now: Timestamp) throws -> Set<Audience> {
        let ended: [String] = try rows(
            """
            SELECT g.id FROM sharing_group_member m JOIN sharing_group g ON g.id = m.sharing_group
            WHERE m.organisation = \(organisation) AND g.ends <= \(now.microseconds)
            """
        ) { try $0.get(0) }
        return Set(ended.map(Audience.group))
    }

    /// The lists of named persons on which an account stands.
    func personsLists(of account: String) throws -> [String] {
        try rows("SELECT list FROM persons_list WHERE account = \(account)") { try $0.get(0) }
    }

    /// What an account's owner is an audience of, at this moment.
    func audiences(account: String, organisation: String) throws -> Set<Audience> {
        var audiences: Set<Audience> = [.everyone, .signedIn, .organisation(organisation)]
        for group in try groups(of: organisation) { audiences.insert(.group(group)) }
        for list in try personsLists(of: account) { audiences.insert(.persons(list)) }
        return audiences
    }
}
