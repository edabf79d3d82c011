extension WebWords {
    static let english = WebWords(
        skip: "Skip to content",
        navigation: "Main",
        searchLabel: "Search words, identifiers, observables",
        searchHint: "Words, T1566, 198.51.100.7 …",
        search: "Search",
        gateway: "Gateway",
        language: "Language",
        unreviewed: "Native speakers have not reviewed these words yet.",
        backHome: "Back to the first page",
        signIn: "Sign in",
        account: "Your account",
        seeingAs: { seen in
            switch seen {
            case .everyone: "You see this gateway as the public does. You read only."
            case .signedIn: "You see this gateway as anybody with an account does. You read only."
            case .named(let name): "You see this gateway as \u{2068}\(name)\u{2069} does. You read only."
            }
        },
        backToYourself: "Back to yourself",
        demo: "This is a demonstration: everything here is invented.",
        problems: { problem in
            switch problem {
            case .notFound:
                (
                    "Nothing to show here",
                    "There is no such page, or it is not open to you. This gateway answers both in the same way."
                )
            case .badRequest: ("This address is not understood", "The problem lies in this part of it:")
            case .signInNeeded: ("Please sign in", "This page needs somebody who is signed in.")
            case .forbidden:
                (
                    "Not for your role",
                    "Your role may not do this, or the form was not sent from this site. Nothing was changed."
                )
            case .tooLarge: ("Too much at once", "What was sent is larger than this page takes. Send it in parts.")
            case .tooMany(let seconds): ("Too many attempts", "Please wait \(seconds) seconds, then try again.")
            case .tooSlow:
                ("Too slow", "What you sent took too long to arrive. Nothing was changed; please try again.")
            case .wrongMethod: ("Not like this", "This address can’t be used in this way. Nothing was changed.")
            case .busy(let seconds):
                ("Too much to do", "This gateway is busy just now. Please try again in \(seconds) seconds.")
            case .failure:
                ("Something failed here", "The fault is ours, not yours. It has been noted; please try again later.")
            }
        }
    )
}
