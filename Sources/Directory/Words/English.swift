import HTML
import Ledger
import Web

extension DirectoryWords {
    static let english = DirectoryWords(
        menu: "People",
        signIn: SignIn(
            title: "Sign in",
            name: "Name",
            key: "Sign-in key",
            keyHint: "Your password manager has it. It was shown once, when you first came in.",
            submit: "Sign in",
            failed: "Name and sign-in key do not go together, or the account is closed.",
            helpTitle: "Can’t sign in?",
            noAccount: "Accounts are made by the people who run this gateway. Ask them for an invitation.",
            lostDevice:
                "If you have lost your key or your device, ask them to invite you again. That ends the old key.",
            goneTitle: "This invitation does not work any more",
            goneLead: "An invitation works once, and for seven days. Ask whoever invited you for a new one.",
            invitedTitle: "You are invited",
            welcome: { "Welcome, \($0)" },
            invitedLead: { "You are invited to \($0). Nothing has happened yet: come in with the button below." },
            organisation: "Organisation",
            role: "Role",
            accept: "Come in",
            acceptHint:
                "This works once. You then get a sign-in key for your next visit; have your password manager ready.",
            keyTitle: "Keep your sign-in key",
            newKeyTitle: "Keep your new sign-in key",
            keyLead:
                "With this key and your name you sign in. It is shown now and never again: we keep only its fingerprint.",
            adviceManager: "Save it in your password manager. When you go on, your browser may offer to do so.",
            advicePaper: "Without a password manager, write it on paper and lock the paper away.",
            adviceNever: "Send it to nobody. Nobody who runs this gateway will ever ask you for it.",
            keepHint: "Going on signs you in with the key, so you see that it works.",
            keptIt: "I have kept it: go on"
        ),
        role: { role in
            switch role {
            case .administrator: "administrator"
            case .analyst: "analyst"
            case .member: "member"
            case .reader: "reader"
            }
        },
        account: Account(
            title: "Your account",
            keys: "Sign-in keys",
            keysLead:
                "With a key and your name you sign in. Make one for each place that keeps it, and revoke those you no longer use.",
            made: "Since",
            used: { $0.map { "used \($0)" } ?? "never used" },
            revoke: "Revoke",
            newKey: "Make a new key",
            devices: "Where you are signed in",
            thisDevice: "this device",
            end: "End",
            signOut: "Sign out",
            everywhere: "Sign out everywhere",
            tokens: "Tokens for programs",
            tokensLead:
                "A program that shows a token acts for you: it reads, or reads and writes, and never administers.",
            tokenName: "What is it for?",
            tokenScope: "It may",
            scope: { scope in
                switch scope {
                case .read: "read"
                case .write: "read and write"
                }
            },
            tokenCollections: "Only in these collections",
            tokenCollectionsHint: "Choose none for all that you read.",
            allCollections: "all that you read",
            until: "until",
            newToken: "Make a token",
            newTokenTitle: "Your new token",
            newTokenLead: "Copy it into the program now. It is shown this once: we keep only its fingerprint.",
            backToAccount: "Back to your account"
        ),
        people: People(
            title: "People",
            all: "Everybody with an account",
            nobody: "Nobody yet",
            name: "Name",
            nameHint: "With this name they sign in. Nobody else here can have it.",
            organisation: "Organisation",
            role: "Role",
            roleHint: "Administrator and analyst are for the organisation that runs this gateway.",
            inviteTitle: "Invite somebody",
            invite: "Make the invitation",
            state: "Account",
            standing: { standing in
                switch standing {
                case .active: "open"
                case .invited: "invited"
                case .notInvited: "the invitation has ended"
                case .disabled: "closed"
                }
            },
            made: "Since",
            seen: "Last here",
            changeRole: "Change the role",
            ownAccount: "This is your own account. Another administrator can change it.",
            againTitle: "A lost device",
            againLead: "A new invitation ends all sessions and keys of this account at once.",
            again: "Invite again",
            disable: "Close the account",
            enable: "Open the account again",
            disableLead: "While an account is closed, its sessions have ended, and neither key nor token works.",
            invitedTitle: { "An invitation for \($0)" },
            invitedLead: "Hand this link over by a way that you trust. It is shown this once, and works once.",
            expires: "It works until",
            reads: {
                "They will read \(Language.english.number($0)) existing \(Plural.english($0, "entry", "entries")) in:"
            }
        ),
        organisations: Organisations(
            title: "Organisations",
            name: "Name",
            add: "Enter an organisation",
            runsThis: "runs this gateway",
            people: { "\(Language.english.number($0)) \(Plural.english($0, "person", "people"))" },
            constituency: "Constituency",
            constituencyLead: "Whom this organisation answers for. What is new here is matched against it.",
            networks: "Networks",
            networksHint: "One prefix per line: 198.51.100.0/24, 2001:db8::/32",
            systems: "AS numbers",
            systemsHint: "One per line: AS64500",
            domains: "Domains",
            domainsHint: "One per line, each with everything below it: bank.example",
            sectors: "Sectors",
            save: "Save",
            card: "Contact card",
            cardLead: "An identity object that says how the organisation is reached and whom it answers for.",
            cardStands: "The card as it stands",
            cardNow: "What stands now",
            noCard: "None has been published yet.",
            email: "E-mail",
            phone: "Telephone",
            hours: "When somebody answers",
            timeZone: "Time zone, such as Africa/Tunis",
            languages: "Languages, the best first: ar fr en",
            keys: "Public keys",
            keysHint: "One fingerprint or address per line",
            into: "Publish in",
            publish: "Publish the card"
        ),
        groups: Groups(
            title: "Sharing groups",
            lead: "Organisations that share something with each other. A collection can have a group as its audience.",
            none: "None yet",
            name: "Name",
            add: "Make a group",
            hide: "Hide the members from each other",
            hideHint: "They learn neither names nor number. This cannot be changed later.",
            hidden: "hides its members",
            hidesThem: "This group hides its members from each other.",
            members: { "\(Language.english.number($0)) \(Plural.english($0, "member", "members"))" },
            membersTitle: "Members",
            noMembers: "None yet",
            remove: "Remove",
            addMember: "Add a member",
            organisation: "Organisation",
            look: "See what they will read",
            previewTitle: { "Add \($0)?" },
            preview: { people, entries in
                "\(Language.english.number(people)) \(Plural.english(people, "person", "people")) will read "
                    + "\(Language.english.number(entries)) existing \(Plural.english(entries, "entry", "entries")), from now on."
            },
            confirm: "Add them",
            cancel: "Leave it"
        ),
        audit: Audit(
            title: "Audit trail",
            lead: "Who let whom in, and who changed what in the directory. Newest first.",
            onMachine: "on the machine",
            older: "Older",
            act: { act in
                switch act {
                case .invited: "invited"
                case .invitedAgain: "invited again"
                case .accepted: "came in by an invitation"
                case .signedIn: "signed in"
                case .signedOut: "ended a session"
                case .signedOutEverywhere: "signed out everywhere"
                case .keyMade: "made a sign-in key"
                case .keyRevoked: "revoked a sign-in key"
                case .tokenMade: "made a token for"
                case .tokenRevoked: "revoked a token of"
                case .disabled: "closed the account of"
                case .enabled: "opened the account of"
                case .roleChanged: "changed the role of"
                case .organisationAdded: "entered"
                case .constituencyChanged: "stated the constituency of"
                case .cardPublished: "published the card of"
                case .groupAdded: "made the group"
                case .groupRenewed: "set the mandate and the end of the group"
                case .memberAdded: "added to a group:"
                case .memberRemoved: "removed from a group:"
                case .personsNamed: "named for ever:"
                case .sawAs: "looked as"
                }
            }
        ),
        seeAs: SeeAs(
            title: "See as somebody else",
            lead: "Look at this gateway through the eyes of an audience. You read what they read, and change nothing.",
            everyone: "The public",
            signedIn: "Anybody with an account",
            group: "sharing group",
            organisation: "organisation",
            look: "Look"
        ),
        done: "Done.",
        notice: { what, subject in
            switch what {
            case .keyMade: "A sign-in key was made for your account."
            case .tokenMade: "A token for a program was made for your account" + (subject.map { ": \($0)." } ?? ".")
            case .roleChanged: subject.map { "Your role is now: \($0)." } ?? "Your role was changed."
            case .invitedAgain: "You were invited anew, and your earlier keys have ended."
            }
        },
        error: { code in
            switch code {
            case .unknownAccount: "There is no such account."
            case .unknownOrganisation: "There is no such organisation."
            case .unknownGroup: "There is no such group."
            case .unknownCollection: "There is no such collection, or it is not open to this account."
            case .unknownMethod: "That has ended already."
            case .nameTaken: "This name is taken."
            case .badName: "A name is short, and has only characters that people can see."
            case .badConstituency: "This is not understood:"
            case .badContact: "This is not understood, or the collection did not take it:"
            case .changedMeanwhile:
                "Somebody else published this card since you opened it. What you typed is still here: compare it with what stands now, and publish again."
            case .deskOnly: "This role is for people of the organisation that runs this gateway."
            case .lastAdministrator: "This is the last administrator. Give somebody else that role first."
            case .lastMethod: "This is the only key. Make another one first."
            case .aboveRole: "Nobody changes an account whose role is above their own."
            case .notAllowed: "Your role may not do this."
            case .ownAccount: "Make yourself a new key on the page of your account."
            case .isDisabled: "The account is closed. Open it first."
            case .tooMany: "There are too many. Revoke one that is no longer used."
            }
        }
    )
}
