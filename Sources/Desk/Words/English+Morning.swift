import Web

extension MorningWords {
    static let english: MorningWords = .init(
        title: "Morning",
        news: "Since you last looked",
        since: "New after",
        nothingNew: "Nothing new.",
        others: "Others",
        markSeen: "I have seen this",
        hits: "Hits on our networks and domains",
        touches: "touches",
        noHits: "Nothing here touches whom you answer for.",
        noConstituency: "Your organisation has not said yet for which networks, domains and sectors it answers.",
        waiting: "Waiting",
        nothingWaits: "Nothing waits for you.",
        drafts: { $0 == 1 ? "1 draft" : "\($0) drafts" },
        quarantine: { "\(DeskWords.english.common.objects($0)) in quarantine" },
        broke: "broke off",
        fails: "fails",
        failsSince: "since",
        lastWorked: "last worked",
        neverWorked: "has never worked",
        nextTry: "next try",
        stopped: "stopped until somebody resumes it",
        reliability: "Reliability on the Admiralty scale, A to F",
        start: "Three ways to begin",
        firstAdvisory: "Write an advisory",
        firstAdvisoryLead: "Draft it, see who will read it, publish it.",
        firstCheck: "Check values",
        firstCheckLead: "Paste a mail, a log or a list, and see what is known of it.",
        firstPeople: "Invite somebody",
        firstPeopleLead: "A colleague, or a contact of another organisation.")
}
