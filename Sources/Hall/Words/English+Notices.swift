import Web

extension NoticeWords {
    static let english = NoticeWords(
        message: Kind(title: "What an operator says") { $0 ?? "An operator of this gateway says something." },
        test: Kind(title: "A try of your own") { _ in "This is a try: it came." },
        work: Kind(title: "Work that is late or has stopped") { _ in "Work is late or has stopped, and needs somebody."
        },
        grew: Kind(title: "Something new in a collection that you watch") { subject in
            subject.map { "There is something new in “\($0)”." }
                ?? "There is something new in a collection that you watch."
        },
        wayAdded: Kind(title: "A new way by which you are told") { subject in
            subject.map { "A way by which you are told was added: \($0)" }
                ?? "There is a new way by which you are told."
        },
        wayEnded: Kind(title: "The end of one of your ways") { subject in
            subject.map { "\($0) wants no more notices, and was taken away." } ?? "One of your ways was taken away."
        },
        title: "Notices",
        lead: "What you should know. It stays here until you say that you have seen it.",
        nothing: "There is nothing that you have not seen.",
        see: "Seen", allSeen: "All of it seen", seenBefore: "Seen before",
        told: "told", notTold: "on this page only",
        times: { Plural.english($0, "once", "\($0) times") },
        andMore: { Plural.english($0, "and one more", "and \($0) more") },
        urgency: { urgency in
            switch urgency {
            case .digest: "for the digest"
            case .soon: "soon"
            case .urgent: "urgent"
            }
        },
        urgentPrefix: "URGENT: ",
        done: "Done.",
        telling: "Notices by mail and telephone", alarm: "Alarm for late work",
        waysTitle: "How you are told",
        waysLead: "Every notice stands on your page. Here you say by what else you are told of it, and when.",
        ways: "Ways", noWay: "You are told on this site alone.",
        kind: { kind in
            switch kind {
            case .mail: "Mail"
            case .webhook: "Webhook"
            case .program: "Program of the operator"
            }
        },
        extent: { least in
            switch least {
            case .digest: "everything"
            case .soon: "what should not wait for the digest"
            case .urgent: "only what is urgent"
            }
        },
        notYet: "nothing told yet", notAgreed: "waits for the answer to our letter",
        tryIt: "Try it", remove: "Take it away", add: "Add a way",
        place: "Mail address, or address of a webhook",
        placeHint:
            "To a mail address goes a letter that asks whether its reader agrees. A webhook, such as a gateway for text messages, begins with https:// and gets messages signed as Standard Webhooks says.",
        least: "What is told",
        secretTitle: "The key of your webhook",
        secretLead: "With it, the receiver checks that messages come from here. It is shown once.",
        hours: "Hours",
        language: "Language of letters", zone: "Time zone",
        zoneHint: "As the IANA database names it, such as Africa/Tunis.",
        quietFrom: "Quiet from", quietUntil: "Quiet until", digestAt: "Digest at",
        quietHint: "In quiet hours you are told of nothing but what is urgent. Leave both empty for none.",
        muted: "On the page only", mutedHint: "Of these you are told by no way.", save: "Save",
        watch: "Collections to watch",
        watchLead: "When something happens in one of them, your next digest says so.",
        letterEnd: { "You get this from \($0) because you asked for it: \($1)" },
        letterStop: "No more letters to this address:",
        questionSubject: "May we write to you here?",
        question: { gateway, url in
            """
            Somebody with an account at \(gateway) wants notices sent to this address.

            If that is you, open this page and say yes. Until then nothing else is written here:
            \(url)

            If it is not you, do nothing. We will not write again.

            """
        },
        askedTitle: "May we write to you here?",
        askedLead: { "Somebody with an account at \($0) wants notices sent to your mail address." },
        agree: "Yes, write to me", refuse: "No, never",
        agreedTitle: "Letters to this address",
        agreedLead: { "Notices of \($0) are sent to your mail address." },
        stop: "No more letters",
        endedTitle: "Nothing is written to you",
        endedLead:
            "This address gets no letters by this link, or not any more. Whoever has an account can add it again.",
        error: { code in
            switch code {
            case .badAddress: "This is neither a mail address nor an address that begins with https://."
            case .badTime: "Quiet hours need two different times of day, and the digest one."
            case .badZone: "There is no such time zone. Write it as the IANA database does, such as Africa/Tunis."
            case .tooMany: "You have as many ways as one may have. Take one away first."
            case .noMail: "Letters don’t leave this gateway now. Ask its operator, or add a webhook."
            case .heldBack: "A letter to this address came back, so nothing is sent there. Ask the operator to free it."
            case .refused: "Whoever reads at this address wants no letters from here."
            case .unknownWay: "There is no such way any more."
            case .known: "You are told by this way already."
            }
        })
}
