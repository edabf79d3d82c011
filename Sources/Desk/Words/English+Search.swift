import HTML
import Web

extension FacetWords {
    static let english = FacetWords(
        title: "Narrow down",
        facet: { facet in
            switch facet {
            case .type: "Type"
            case .collection: "Collection"
            case .source: "Source"
            case .marking: "Marking"
            case .period: "Added"
            }
        },
        chosen: "Only",
        remove: "remove",
        firstTenThousand: "Counted among the first 10,000 results.",
        more: { "\(Language.english.number($0)) more" },
        none: "Without one of the restrictions above there may be more.",
        asFeed: "as a feed",
        asData: "as data"
    )
}

extension SavedSearchWords {
    static let english = SavedSearchWords(
        title: "Saved searches",
        lead:
            "A feed reader can follow each of them at its private address. The feed answers as you may read at that moment, without asking who reads it: keep its address to yourself.",
        none: "You have not saved a search yet. Search for something, then save it from the page of its results.",
        save: "Save this search",
        name: "Name",
        unnamed: "Search without words",
        feed: "Search",
        saved: { "saved \($0)" },
        rename: "Rename",
        renew: "New feed address",
        renewLead: "The old address stops working at once.",
        delete: "Delete",
        made: { "The private feed of \($0):" },
        madeLead: "Copy it now: it is shown this once. If it is lost or known to others, make a new one.",
        lists: "Lists for firewalls and resolvers"
    )
}
