import Web

extension LibraryWords {
    static let english = LibraryWords(
        learn: "Learn", lead: "What this community has written down, for everyone who may read it.", what: "What",
        byArea: "By work area", total: "All", nothingYet: "nothing yet", gaps: "Nothing yet", newest: "Newest",
        advisories: "Advisories",
        calendar: "Calendar", calendarLead: "What takes place, and when.", add: { "New: \($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number): Plural.english(number, "1 entry", "\(Language.english.number(number)) entries")
            case .moreThan(let number): "more than \(Language.english.number(number)) entries"
            }
        }, find: "Find", words: "Words", narrow: "Narrow down", all: "all", chosen: "Chosen", none: "Nothing here yet.",
        noneFound: "Nothing answers this. Take a filter away.", onPaper: "For paper", older: "Older", newer: "Newer",
        changed: "Changed", state: "State", late: "Late", lateness: "What is late",
        narrowFirst: {
            "Narrow the list first: \(Language.english.number($0)) are looked at one by one, and there are more."
        },
        staleTranslation: "translation out of date",
        dissent: "Dissent", inOtherWords: "In other words", noDates: "Nothing takes place in this month.",
        previous: "Month before",
        following: "Month after", kinds: "Kinds",
        kindsLead:
            "What people can fill in and find. Packs bring kinds; you choose which are shown. What was written stays when a kind is hidden.",
        pack: "Pack", signedBy: { "signed by \($0)" }, unsigned: "not signed", shipped: "ships with the program",
        shown: "Shown", hidden: "Hidden", show: "Show", hide: "Hide",
        fields: { Plural.english($0, "1 field", "\($0) fields") }, formats: "The same as",
        importOf: { "Bring many: \($0)" },
        importLead:
            "Paste a table of comma-separated values. Every row is looked at before anything is said; either all of them stand afterwards, or none.",
        table: "Table", into: "Into", look: "Look at every row",
        sayAll: { Plural.english($0, "Say it", "Say all \($0)") },
        allFine: {
            Plural.english(
                $0, "The row is fine. Nothing has been said yet.", "All \($0) rows are fine. Nothing has been said yet."
            )
        },
        said: { Plural.english($0, "One stands now.", "\($0) stand now.") },
        rowsWrong: { "\($0) of \($1) rows need another look; nothing has been said." },
        noField: { "No field of this kind: \($0)" },
        importRefused: "The collection does not take all of them; nothing has been said.",
        record: TypeWords("Record", "Records", "Something worth keeping and finding: a guide, a law, a lesson."),
        gathering: TypeWords("Gathering", "Gatherings", "People at a time: a meeting, a course, a drill."),
        attestation: TypeWords("Attestation", "Attestations", "Somebody says something about somebody, until a date."),
        step: TypeWords("Step", "Steps", "Something that somebody did to what stands here."),
        kind: TypeWords("Kind", "Kinds", "What people fill in, described as data."))
}
