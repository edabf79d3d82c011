import HTML
import Web

extension PublishWords {
    static let english = PublishWords(
        drafts: "Write and publish",
        draftsLead: "Drafts are seen by you and by colleagues who may publish them. Nobody else knows of them.",
        waiting: "Drafts",
        noDrafts: "There are none.",
        isCorrection: "correction",
        by: "by",
        none: "none",
        choose: "Please choose",
        ownMarking: "As the collection has it",
        cancel: "Cancel",
        toPreview: "Save and look at it",
        edit: "Change it",
        discard: "Throw the draft away",
        publish: "Publish",
        publishCorrection: "Publish the correction",
        preview: "Preview",
        hasChanged: "The draft has been changed since you looked at it. Nothing was published; please look again.",
        whoWillSee: "Who will see this",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "Everyone will see this, without signing in."
            case (.everyone, _): "Everyone will see this."
            case (.hidden, .group(let name)):
                "The members of \(name) will see this; the group does not show how many they are."
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "Only \(name) will see this."
            case (.hidden, .signedIn): "Everyone with an account here will see this."
            case (.people(let people, let organisations), _):
                "\(Language.english.number(people)) \(Plural.english(people, "person", "people")) in \(Language.english.number(organisations)) \(Plural.english(organisations, "organisation", "organisations")) will see this."
            }
        },
        goesNowhere: "There is no collection in which it could stand.",
        cannotGo: "It can’t be published like this. What stands against it is said beside each collection.",
        parts: "What is placed",
        speaksOf: "It speaks of:",
        withheld: "Where it does not go",
        confirm: "Name what they cannot read?",
        nameAllTheSame: { "Yes, name \($0) all the same." },
        kind: { kind in
            switch kind {
            case .advisory: "Advisory"
            case .indicators: "Indicators"
            case .note: "Note"
            case .opinion: "Opinion"
            case .sighting: "Sighting"
            case .record: "Record"
            case .translation: "Translation"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "New advisory"
            case .indicators: "New indicators"
            case .note: "Add a note"
            case .opinion: "Give an opinion"
            case .sighting: "Report a sighting"
            case .record: "New record"
            case .translation: "New translation"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "Correct an advisory"
            case .indicators: "Correct an indicator"
            case .note: "Correct a note"
            case .opinion: "Change an opinion"
            case .sighting: "Correct a sighting"
            case .record: "Correct a record"
            case .translation: "Renew a translation"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "Agree or disagree"
            case .sighting: "We saw it too"
            case .record: "Record"
            case .translation: "Translation"
            default: "Add a note"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "The draft is gone."
            case .erased(0):
                "Erased: the content is gone from this gateway. Its log says so, and nothing about what it was."
            case .erased(let backups):
                "Erased: the content is gone from this gateway. \(Language.english.number(backups)) \(Plural.english(backups, "backup made earlier still holds", "backups made earlier still hold")) it; tell who runs the machine."
            }
        },
        objectDone: { done in
            switch done {
            case .published: "Published. It stands in the log."
            case .withdrawn: "Withdrawn. The log says so, with your reason."
            case .shared: "Placed. It stands in the log of that collection too."
            case .step: "The step stands in the log."
            case .stepChanged:
                "Nothing was done: somebody has taken a step since you looked. This is how it stands now."
            case .stepWhy: "Nothing was done: this step needs a reason."
            case .stepAnswers: "Nothing was done: comments wait for an answer."
            case .answered: "The answer stands beside the comment."
            }
        },
        mistakes: { Plural.english($0, "One field needs another look:", "\($0) fields need another look:") },
        mistake: { mistake in
            switch mistake {
            case .missing: "This is needed."
            case .tooLong(let most): "This is too long: at most \(Language.english.number(most)) characters."
            case .noTime: "This is no time. Write it like 2026-11-22 13:05, in UTC."
            case .wrongOrder: "This lies before the first time."
            case .noNumber: "This is no whole number from 1 on."
            case .noValue(let text): "“\(text.prefix(80))” is no address, domain, URL, hash or pattern that we know."
            case .noIdentifier(let text): "“\(text.prefix(80))” is no STIX identifier."
            case .noAddress(let text): "“\(text.prefix(80))” has no address that begins with https:// or http://."
            case .tooMany(let most): "These are too many: at most \(Language.english.number(most))."
            case .unknownChoice: "This can’t be chosen."
            case .onlyOne: "A correction is of one indicator: leave one line."
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("For whom", nil)
            case .title:
                switch kind {
                case .indicators: ("Name of the set", "Needed where there is more than one.")
                case .note: ("In a few words", nil)
                default: ("Title", nil)
                }
            case .text:
                switch kind {
                case .advisory:
                    (
                        "Text",
                        "Every CVE number in it becomes a vulnerability of its own. Lists, **bold** and `code` are understood."
                    )
                case .opinion: ("Why", nil)
                case .sighting: ("What was seen", nil)
                case .indicators: ("What they have in common", nil)
                case .note, .record, .translation: ("Note", nil)
                }
            case .marking: ("Marking", "No stricter than the collection’s ceiling.")
            case .labels: ("Own labels", "Separated by commas.")
            case .tags: ("Taxonomy", nil)
            case .reportTypes: ("What it is about", nil)
            case .values:
                (
                    "Indicators",
                    "One on each line: addresses, networks, domains, URLs, e-mail addresses, hashes, STIX patterns. Defanged forms are understood."
                )
            case .references: ("Sources", "One on each line: name, then address.")
            case .about: ("Objects it speaks of", "STIX identifiers, one on each line.")
            case .opinion: ("Do you agree?", nil)
            case .count: ("How often", nil)
            case .first: ("First seen", "UTC, like 2026-11-22 13:05")
            case .last: ("Last seen", "UTC")
            case .published: ("Published", "UTC; the moment of publication unless stated.")
            case .validFrom: ("Valid from", "UTC; now unless stated.")
            case .anchor, .quote: (RemarkWords.english.on, nil)
            case .wording: (RemarkWords.english.wording, RemarkWords.english.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "What readers may do (PAP)" : "Kind of incident (RSIT)" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "Strongly disagree"
            case .disagree: "Disagree"
            case .neutral: "Neutral"
            case .agree: "Agree"
            case .stronglyAgree: "Strongly agree"
            }
        },
        threatReport: "Threat report",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "Your role may not do this here."
            case .notOfAudience: "You do not read this collection."
            case .mirror: "Another gateway signs this log; only that gateway changes it."
            case .otherSource: "Another source said this here; only that source goes on with it. You can add a note."
            case .otherVersion: "Another version stands here than the one you began from."
            case .seeingAs: "You look as somebody else now, and change nothing."
            case .reviewed: "What is published there is reviewed first."
            case .ended: "The time of this group is over: it is read, and nothing is added."
            case .noForm: "There is no form for what this is, or it has been revoked."
            case .markedParts: "Parts of it are marked one by one; a form can’t keep that."
            }
        },
        unclean: { "\($0) is not as the standard asks: \($1)" },
        unmarked: { "\($0) carries no TLP marking." },
        unknownMarking: { "\($0) carries the marking \($1), which is not known to all readers there." },
        aboveCeiling: { "\($0) is \($1), and this collection goes no higher than \($2)." },
        partsAboveCeiling: { "Parts of \($0) are \($1), and this collection goes no higher than \($2)." },
        canBeRedacted: "Without those parts it can go, as a new object.",
        nothingLeft: "Without those parts nothing is left to send.",
        emptyEnvelope: {
            "Nothing that \($0) speaks of can be read there, so nothing is sent: an envelope without a letter."
        },
        held: { "The log would hold \($0) back: \($1)" },
        namesHidden: { "\($0) names \($1), which you can read and they cannot." },
        why: { readers in
            switch readers {
            case .everyone: "You see it here because everyone does."
            case .signedIn: "You see it here because you are signed in."
            case .group(let name): "You see it here because your organisation is of \(name)."
            case .organisation(let name): "You see it here because you are of \(name)."
            case .persons(let name): "You see it here because you are named in \(name)."
            }
        },
        otherVersion: { "The version of \($0) stands here." },
        actions: "What you can do",
        correct: "Correct it",
        noCorrection: "No correction by you:",
        shareTitle: "Place it in another collection",
        shareLead: "The same object, read by others too. Look first who they are.",
        shareInto: "Collection",
        look: "Look who will see it",
        share: "Place it there",
        shareRedacted: "Place the redacted object",
        redactedTitle: "What would be left",
        redactedLead:
            "A new object with its own identifier, of which this gateway is the author. The link to the original stays with the original.",
        withdraw: "Withdraw",
        withdrawTitle: "Withdraw it?",
        withdrawLead:
            "It is no longer shown or handed out there. Its entry stays in the log, and the log says that it was withdrawn, and why.",
        withdrawHint: "The readers of the collection will read this.",
        erase: "Erase",
        eraseTitle: "Erase it for ever?",
        eraseLead:
            "Its content is destroyed on this gateway, in every collection. Nobody can bring it back. The logs go on, and say nothing about what it was.",
        eraseHint: "It is written into the logs for ever: don’t repeat here what is to be erased.",
        eraseConfirm: "Destroy all versions of it, in every collection of this gateway.",
        reason: "Why",
        reasonMissing: "Please say why, in at most 1,000 characters.",
        placeMissing: "Please choose at least one collection.",
        confirmMissing: "Please confirm this.",
        fromWhere: "From where",
        asText: "As plain text",
        asMail: "As a mail (.eml)",
        sightings: "Sightings",
        saw: { who, count, first, last in
            let times: Markup? = count.map { " \(Language.english.number($0)) \(Plural.english($0, "time", "times"))" }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: ", from \(first) to \(last)"
                case (let day?, _), (_, let day?): ", on \(day)"
                default: nil
                }
            return "\(who) saw it\(times)\(when)."
        },
        somebody: "Somebody",
        discussion: "Discussion",
        spokenOf: "What it speaks of",
        labels: .init(
            by: "By", published: "Published", objects: "It speaks of", sources: "Sources",
            address: "Its newest version stands at",
            noAuthor: "no author stated", unknownAuthor: "author not confirmed")
    )
}
