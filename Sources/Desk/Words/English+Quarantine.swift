import Web

extension QuarantineWords {
    static let english: QuarantineWords = .init(
        noticeTitle: "Something waits in quarantine",
        notice: { subject in
            subject.map { "Something for “\($0)” waits in quarantine." } ?? "Something waits in quarantine."
        },
        title: "Quarantine",
        lead: "What did not get in, with its reason. It waits here until somebody of the desk decides.",
        nothing: "Nothing waits for a decision.",
        waiting: { DeskWords.english.common.objects($0) },
        decided: "Decided, and the decision is kept.",
        toImports: "Imports",
        law: { code in
            switch code {
            case "refused": "Unsafe, or without an identity"
            case "conflicting-version": "Another content stands under the same version"
            case "foreign-line": "Another source began this object’s versions"
            case "created-changed": "It has a version and what stands has none, or the other way round"
            case "reserved": "Only the organisation that the identifier belongs to speaks under it"
            case "taken-line": "Others began the versions of this identifier before its organisation did"
            case "author-changed": "Its author changed"
            case "from-the-future": "Its version lies in the future"
            case "after-revocation": "It was revoked before"
            case "revokes-the-past": "It revokes what others have followed"
            case "unknown-marking": "Its marking is not known here"
            case "above-ceiling": "Its marking is stricter than the collection allows"
            default: code
            }
        },
        from: "From",
        comparison: "Side by side",
        property: "Property",
        stands: "What stands",
        waits: "What waits",
        decision: "Decide",
        replaces:
            "Accepting withdraws what stands under this version and puts what waits in its place. Both stay in the log.",
        places: "Accepting places it as a version of the object, although the rule held it.",
        takesOver:
            "Accepting withdraws everything that others said under this identifier, and the organisation that it belongs to goes on. All stays in the log.",
        undecidable:
            "Nobody can let this in: the rule protects the readers of the collection. It can only be dismissed.",
        decideAll: "Decide on all of them",
        decideAllLead:
            "What accepting would do stands with each kind. Dismissed objects stay out, and the same content is not asked about again. It is done piece by piece; what arrives meanwhile waits.",
        decidedAll: { decided, left in
            "\(decided) decided." + (left > 0 ? " \(left) can’t be let in and wait on." : "") + " The rest waits below."
        },
        everything: "Everything that waits",
        reason: "Reason (it is kept with the decision)",
        lacksReason: "Please say why; whoever reads this later will want to know.",
        accept: "Accept",
        replace: "Accept and replace",
        dismiss: "Dismiss")
}

extension ImportWords {
    static let english: ImportWords = .init(
        title: "Imports",
        lead: "Each input: from which source, into which collection, and how it ended.",
        nothing: "Nothing has been imported yet.",
        counts: { objects, placed, quarantined in
            "\(DeskWords.english.common.objects(.exactly(objects))): \(placed) placed, \(quarantined) in quarantine"
        },
        done: "read to its end",
        unfinished: "not ended",
        broken: "broke off:",
        wasUndone: "undone on",
        undo: "Undo",
        undoTitle: "Undo this import",
        undoLead: """
            Everything that it placed and that still stands is withdrawn, each version with an entry in the log and your reason. \
            What stood before stands again.
            """,
        undone: { $0 == 1 ? "1 version was withdrawn." : "\($0) versions were withdrawn." })
}
