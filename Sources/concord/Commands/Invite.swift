import ArgumentParser
import Directory
import Hall
import Ledger
import STIX
import Web

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Make an account and a one-time link by which its owner comes in.",
        discussion: """
            The link works once, for seven days. Whoever opens it gets a sign-in key for their password manager, and is signed \
            in. Give it to them by a way that you trust.

            Roles: administrator and analyst for the people who run this gateway; member (reads and writes) and reader for \
            everybody.

            Examples:
              concord invite "Amina Haddad" --role administrator
              concord invite "Ravi Menon" --role member --organisation "Harbour Bank"
              concord invite "Ravi Menon" --again     a lost device: ends the sessions and keys
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var output: OutputOption
    @OptionGroup var site: SiteOption
    @Argument(help: "Name, with which they sign in.")
    var name: String
    @Option(help: "administrator, analyst, member or reader.")
    var role: Role?
    @Option(help: "The organisation they are of, by name or id; the one that runs this gateway unless stated.")
    var organisation: String?
    @Flag(help: "Invite somebody anew who lost their device: their sessions and sign-in keys end now.")
    var again = false

    struct Answer: Encodable {
        let account: String
        let name: String
        let role: String
        let organisation: String
        let link: String
        let expires: String
        let collections: [String]
        let entries: Int
    }

    func validate() throws {
        guard again == (role == nil), !again || organisation == nil else {
            throw ValidationError(
                again
                    ? "--again changes neither role nor organisation" : "say which --role, or --again for a lost device"
            )
        }
    }

    func run() async throws {
        let directory = try await data.directory(address: site.address)
        let invitation: Invitation
        if let role {
            invitation = try await directory.invite(name, role: role, organisation: organisation, by: .machine)
        } else {
            invitation = try await directory.inviteAgain(name, by: .machine)
        }
        let account = invitation.account
        let link = site.address + Address.invitation(invitation.secret.text).href
        try output.say(
            Answer(
                account: account.id, name: account.name, role: account.role.rawValue,
                organisation: account.organisationName, link: link, expires: invitation.expires.description,
                collections: invitation.reach.collections, entries: invitation.reach.entries),
            """
            \(account.name) is invited as \(account.role.rawValue) of \(account.organisationName), and will read \
            \(invitation.reach.entries) entries in \(invitation.reach.collections.joined(separator: ", ")).
            The link works once, until \(invitation.expires):
            \(link)
            """)
    }
}
