import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let english = CheckWords(
        title: "Check",
        lead: "Paste a mail, a log or a list, and see what is known here of the addresses, names and hashes in it.",
        label: "Text to check",
        hint:
            "IP addresses and networks, domain names, URLs, e-mail addresses, hashes, CVE identifiers and AS numbers are found, in defanged forms too. Up to a thousand at once.",
        examples: "For example",
        button: "Check",
        again: "Check something else",
        kept: "What you paste is neither stored nor logged.",
        none: "No value found.",
        noneLead: "The text has no address, name, hash or identifier that is understood here.",
        tally: { values, known, ours, good in
            let parts = [
                "\(Language.english.number(values)) \(Plural.english(values, "value", "values"))",
                "\(Language.english.number(known)) known", "\(Language.english.number(ours)) yours",
                "\(Language.english.number(good)) on known-good lists",
            ]
            return parts.joined(separator: ", ")
        },
        cut: {
            "The text holds more than \(Language.english.number($0)) values; the first were looked at. Check the rest by itself."
        },
        rows: { "Rows \($0) to \($1) of \(Language.english.number($2)), those that matter most first." },
        next: "Next rows",
        first: "First rows",
        value: "Value",
        said: "What is said of it",
        unknown: "Nothing that you can read here names it.",
        how: { how in
            switch how {
            case .exactly: "exactly this"
            case .host: "by its host"
            case .network: "a network around it"
            case .inside: "inside this network"
            }
        },
        nobody: "author not stated",
        since: "since",
        ours: { "<strong>Yours</strong>: in \($0)" },
        good: { "On a known-good list: \($0)" },
        makeIndicators: "Make indicators of the chosen values",
        sighting: "Seen by us",
        falsePositive: "False positive",
        table: "Copy as CSV",
        kind: { kind in
            switch kind {
            case .domain: "domain name"
            case .email: "e-mail address"
            case .autonomousSystem: "AS number"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "Known-good lists",
        listsLead:
            "Values that are known to be harmless, such as public resolvers and popular sites. Check says which of your values are on them.",
        noLists:
            "There is none yet. Import one in the JSON form of MISP warninglists, on the machine where the gateway runs:",
        entries: { "\(Language.english.number($0)) \(Plural.english($0, "entry", "entries"))" },
        listVersion: "version",
        matches: { kind in
            switch kind {
            case .string: "the very value"
            case .hostname: "a name and all below it"
            case .cidr: "networks"
            case .substring: "parts of values"
            }
        }
    )
}
