package import Hall
package import Ledger
package import Storage
package import Web
package import Work

/// Who may come in, of which organisations and groups they are, and by what they are recognised.
package struct DirectoryDomain: Domain, People {
    package static let name = "directory"
    package static var migrations: [Migration] { directoryMigrations }
    package static let isForPeople = true
    package static var notices: [NamedNotice] {
        AccountNotice.allCases.map(\.named) + [GroupEnds.soon, GroupEnds.over]
    }
    package static var works: [NamedWork] { [NamedWork(GroupEnds.kind) { WorkingGroupWords.in($0).work }] }
    package var handlers: [any WorkHandler] { [GroupEnds(domain: self)] }
    package static var menu: [MenuEntry] {
        [MenuEntry(40, .people, to: .whoMay(.administer)) { DirectoryWords.in($0).menu }]
    }

    package let ledger: GatewayLedger
    let gateway: Gateway
    /// How often a remote address may try to come in and fail.
    ///
    /// Keys have 256 random bits, so this is not what keeps them from being guessed; and what counts by name would let strangers
    /// shut out its owner. It keeps programs that guess from going on at full speed.
    let failures: RateLimits
    /// When sessions and tokens were last used.
    let uses: UsageNotes

    package init(ledger: GatewayLedger, gateway: Gateway) {
        self.ledger = ledger
        self.gateway = gateway
        failures = RateLimits(
            strangers: .init(atOnce: 30, every: .seconds(10)), known: nil, uptime: ledger.surroundings.uptime)
        uses = UsageNotes(DirectoryTables(ledger: ledger))
    }

    /// The directory is who its own pages ask.
    package var door: Door { Door(ledger: ledger, gateway: gateway, people: self) }

    var tables: DirectoryTables { DirectoryTables(ledger: ledger) }
    var surroundings: Surroundings { ledger.surroundings }
    /// UUID of the organisation that runs this gateway.
    var desk: String { ledger.gateway.id }

    /// Enters the organisation that runs a new gateway; its id is the gateway's.
    package static func found(_ ledger: GatewayLedger) async throws {
        let (gateway, now) = (ledger.gateway, ledger.surroundings.now())
        let name = try FoldedName(gateway.name)
        try await DirectoryTables(ledger: ledger).write { try $0.add(name, organisation: gateway.id, at: now) }
    }

    /// The gateway says in a collection who it is; nothing happens where it has.
    ///
    /// What it is called is read in every advisory of its desk, so it stands from the first day (law 4).
    package static func introduce(_ ledger: GatewayLedger, in collection: String) async throws {
        let gateway = ledger.gateway
        let holdings = try await Reader.machine(of: ledger).holdings(of: gateway.identity)
        guard !holdings.contains(where: { $0.source == .organisation(gateway.id) }) else { return }
        let body = try PublicFace.introduction(
            gateway.identity, name: gateway.name, sentence: gateway.sentence, at: gateway.created)
        guard let place = try await Reader.machine(of: ledger).collection(collection) else {
            throw DirectoryError(.unknownCollection, "there is no collection \(collection)")
        }
        try await ledger.say([PlannedPlacement([body], into: place, by: .organisation(gateway.id))])
    }

    /// Every route of the directory; each stands in a file of its own.
    package var endpoints: [Endpoint] {
        [
            get(.signIn, "The form to sign in with a name and a sign-in key.") { try await $0.signInForm() },
            post(.signIn, "Signs in; leads on to the page that was asked for.") { try await $0.signIn() },
            post(.signOut, "Ends this session.") { try await $0.signOut() },
            get(.invitation, "Where an invited person comes in, once.") { try await $0.invitation() },
            post(.invitation, "Accepts the invitation, signs in and shows the sign-in key, once.") {
                try await $0.acceptInvitation()
            },
            get(.account, "One's own account: keys, sessions, tokens.") { try await $0.account() },
            post(.signOutEverywhere, "Ends every session of one's own.") { try await $0.signOutEverywhere() },
            post(.keys, "Makes a further sign-in key and shows it, once.") { try await $0.makeKey() },
            post(.key, "Ends one of one's own keys.") { try await $0.revokeKey() },
            post(.session, "Ends one of one's own sessions.") { try await $0.endSession() },
            post(.tokens, "Makes a token for a program and shows it, once.") { try await $0.makeToken() },
            post(.token, "Ends one of one's own tokens.") { try await $0.revokeToken() },
            get(.people, "Everybody with an account.") { try await $0.people() },
            post(.people, "Invites somebody; shows the link, once.") { try await $0.invite() },
            get(.person, "Somebody's account.") { try await $0.person() },
            post(.personRole, "Gives somebody another role.") { try await $0.changeRole() },
            post(.personState, "Closes or opens an account.") { try await $0.changeState() },
            post(.personInvitation, "Invites somebody anew who lost their device.") { try await $0.inviteAgain() },
            get(.organisations, "Every organisation whose people have accounts.") { try await $0.organisations() },
            post(.organisations, "Enters an organisation.") { try await $0.addOrganisation() },
            get(.organisation, "An organisation: people, constituency, public face.") { try await $0.organisation() },
            post(.constituency, "States whom an organisation answers for.") { try await $0.stateConstituency() },
            post(.contactCard, "Publishes the identity object of an organisation.") { try await $0.publishCard() },
            get(.groups, "Every sharing group.") { try await $0.groups() },
            post(.groups, "Makes a sharing group.") { try await $0.addGroup() },
            get(.group, "A sharing group, and what a new member would read.") { try await $0.group() },
            post(.groupMandate, "Says what a group is for, and when its time is over.") { try await $0.setMandate() },
            post(.groupMembers, "Adds an organisation to a group, or removes it.") { try await $0.changeMembers() },
            get(.audit, "Who did what in the directory.") { try await $0.audit() },
            get(.seeAs, "The audiences through whose eyes an operator may look.") { try await $0.seeAsChoice() },
            post(.seeAs, "Looks through other eyes, or one's own again.") { try await $0.seeAs() },
        ]
    }
}

extension Visit<DirectoryDomain> {
    var directory: DirectoryDomain { domain }
}
