package import Web

extension Address {
    package static let signOut = Address(.signOut)
    /// Where an invited person comes in, once.
    package static func invitation(_ secret: String) -> Address { Address(.invitation, secret) }
    package static let signOutEverywhere = Address(.signOutEverywhere)
    package static let keys = Address(.keys)
    package static func key(_ id: String) -> Address { Address(.key, id) }
    package static func session(_ id: String) -> Address { Address(.session, id) }
    package static let tokens = Address(.tokens)
    package static func token(_ id: String) -> Address { Address(.token, id) }
    package static func person(_ account: String) -> Address { Address(.person, account) }
    package static func personRole(_ account: String) -> Address { Address(.personRole, account) }
    package static func personState(_ account: String) -> Address { Address(.personState, account) }
    package static func personInvitation(_ account: String) -> Address { Address(.personInvitation, account) }
    package static let organisations = Address(.organisations)
    package static func organisation(_ id: String) -> Address { Address(.organisation, id) }
    package static func constituency(_ organisation: String) -> Address { Address(.constituency, organisation) }
    /// The public face of an organisation: its `identity` object.
    package static func contactCard(_ organisation: String) -> Address { Address(.contactCard, organisation) }
    package static let groups = Address(.groups)
    package static func group(_ id: String) -> Address { Address(.group, id) }
    package static func groupMembers(_ id: String) -> Address { Address(.groupMembers, id) }
    package static func groupMandate(_ id: String) -> Address { Address(.groupMandate, id) }
    package static let audit = Address(.audit)
}

extension Address.Kind {
    package static let signOut: Self = "/sign-out"
    package static let invitation: Self = "/invitations/\(.secret)"
    package static let signOutEverywhere: Self = "/account/sign-out-everywhere"
    package static let keys: Self = "/account/keys"
    package static let key: Self = "/account/keys/\(.uuid)"
    package static let session: Self = "/account/sessions/\(.uuid)"
    package static let tokens: Self = "/account/tokens"
    package static let token: Self = "/account/tokens/\(.uuid)"
    package static let person: Self = "/people/\(.uuid)"
    package static let personRole: Self = "/people/\(.uuid)/role"
    package static let personState: Self = "/people/\(.uuid)/state"
    package static let personInvitation: Self = "/people/\(.uuid)/invitation"
    package static let organisations: Self = "/organisations"
    package static let organisation: Self = "/organisations/\(.uuid)"
    package static let constituency: Self = "/organisations/\(.uuid)/constituency"
    package static let contactCard: Self = "/organisations/\(.uuid)/card"
    package static let groups: Self = "/groups"
    package static let group: Self = "/groups/\(.uuid)"
    package static let groupMembers: Self = "/groups/\(.uuid)/members"
    package static let groupMandate: Self = "/groups/\(.uuid)/mandate"
    package static let audit: Self = "/audit"
}
