import HTML
import Web

extension FacetWords {
    static let french = FacetWords(
        title: "Affiner",
        facet: { facet in
            switch facet {
            case .type: "Type"
            case .collection: "Collection"
            case .source: "Source"
            case .marking: "Marquage"
            case .period: "Ajouté"
            }
        },
        chosen: "Seulement",
        remove: "retirer",
        firstTenThousand: "Compté parmi les 10\u{202F}000 premiers résultats.",
        more: { "\(Language.french.number($0)) de plus" },
        none: "Sans l’une des restrictions ci-dessus, il y en a peut-être davantage.",
        asFeed: "en flux",
        asData: "en données"
    )
}

extension SavedSearchWords {
    static let french = SavedSearchWords(
        title: "Recherches enregistrées",
        lead:
            "Un lecteur de flux peut suivre chacune d’elles à son adresse privée. Le flux répond selon ce que vous pouvez lire à cet instant, sans demander qui le lit : gardez son adresse pour vous.",
        none:
            "Vous n’avez encore enregistré aucune recherche. Cherchez quelque chose, puis enregistrez-le depuis la page des résultats.",
        save: "Enregistrer cette recherche",
        name: "Nom",
        unnamed: "Recherche sans mots",
        feed: "Recherche",
        saved: { "enregistrée le \($0)" },
        rename: "Renommer",
        renew: "Nouvelle adresse de flux",
        renewLead: "L’ancienne adresse cesse aussitôt de fonctionner.",
        delete: "Supprimer",
        made: { "Le flux privé de \($0) :" },
        madeLead:
            "Copiez-la maintenant : elle n’est montrée que cette fois. Si elle est perdue ou connue d’autres, créez-en une nouvelle.",
        lists: "Listes pour pare-feux et résolveurs"
    )
}
