import HTML
import Ledger
import Web

extension DirectoryWords {
    static let english = DirectoryWords(
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
        }
    )
}
