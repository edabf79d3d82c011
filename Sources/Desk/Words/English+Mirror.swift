import Web

extension MirrorWords {
    static let english: MirrorWords = .init(
        title: "A mirror",
        lead:
            "Another gateway signs this log. It is copied here entry by entry, and each copy is proven by a checkpoint that it signed.",
        verified: "Verified",
        toEntry: { "to entry \(Language.english.number($0))" },
        notYet: "not yet",
        copied: "Copied",
        unexplained: "Came without what they say",
        erasedHere: "Erased on this gateway",
        absent: "not shown here: held back, or not given by the other gateway",
        alarm:
            "What the other gateway says contradicts what it signed. Do not rely on what is new here until it is explained."
    )
}
