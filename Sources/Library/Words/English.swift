import Web

extension LibraryWords {
    static let english = LibraryWords(
        learn: "Learn", lead: "What this community has written down, for everyone who may read it.", what: "What",
        byArea: "By work area", total: "All", nothingYet: "nothing yet", newest: "Newest", advisories: "Advisories",
        calendar: "Calendar", calendarLead: "What takes place, and when.", add: { "New: \($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number): Plural.english(number, "1 entry", "\(Language.english.number(number)) entries")
            case .moreThan(let number): "more than \(Language.english.number(number)) entries"
            }
        }, find: "Find", words: "Words", narrow: "Narrow down", all: "all", chosen: "Chosen", none: "Nothing here yet.",
        noneFound: "Nothing answers this. Take a filter away.", onPaper: "For paper", older: "Older", newer: "Newer",
        overdue: "overdue", changed: "Changed", noDates: "Nothing takes place in this month.", previous: "Month before",
        following: "Month after", kinds: "Kinds",
        kindsLead: "What people can fill in and find. Packs bring kinds; you choose which are shown. What was written stays when a kind is hidden.",
        pack: "Pack", signedBy: { "signed by \($0)" }, unsigned: "not signed", shipped: "ships with the program",
        shown: "Shown", hidden: "Hidden", show: "Show", hide: "Hide",
        fields: { Plural.english($0, "1 field", "\($0) fields") }, formats: "The same as",
        record: TypeWords("Record", "Records", "Something worth keeping and finding: a guide, a law, a lesson."),
        gathering: TypeWords("Gathering", "Gatherings", "People at a time: a meeting, a course, a drill."),
        attestation: TypeWords("Attestation", "Attestations", "Somebody says something about somebody, until a date."),
        step: TypeWords("Step", "Steps", "Something that somebody did to what stands here."),
        kind: TypeWords("Kind", "Kinds", "What people fill in, described as data."))
}
