import Web

extension LibraryWords {
    static let french = LibraryWords(
        learn: "Apprendre",
        lead: "Ce que cette communauté a mis par écrit, pour toutes les personnes qui peuvent le lire.",
        what: "Quoi", byArea: "Par domaine d’action", total: "Tout", nothingYet: "rien encore", gaps: "Rien encore",
        newest: "Nouveautés",
        advisories: "Avis", calendar: "Calendrier", calendarLead: "Ce qui a lieu, et quand.",
        add: { "Nouveau : \($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number):
                Plural.french(number, "\(number) entrée", "\(Language.french.number(number)) entrées")
            case .moreThan(let number): "plus de \(Language.french.number(number)) entrées"
            }
        }, find: "Chercher", words: "Mots", narrow: "Restreindre", all: "tout", chosen: "Choisi",
        none: "Rien ici pour l’instant.",
        noneFound: "Rien ne répond à cela. Retirez un filtre.", onPaper: "Pour le papier", older: "Plus anciens",
        newer: "Plus récents", changed: "Modifié", state: "État", late: "En retard", lateness: "Retards",
        narrowFirst: {
            "Restreignez d’abord la liste : \(Language.french.number($0)) au plus sont examinées une par une, et il y en a davantage."
        },
        staleTranslation: "traduction dépassée",
        dissent: "Opinions divergentes", inOtherWords: "En d’autres termes", noDates: "Rien n’a lieu ce mois-ci.",
        previous: "Mois précédent", following: "Mois suivant", kinds: "Types de fiches",
        kindsLead:
            "Ce que l’on peut remplir et trouver. Les paquets apportent des types ; vous choisissez ceux qui sont montrés. Ce qui est écrit demeure quand un type est masqué.",
        pack: "Paquet", signedBy: { "signé par \($0)" }, unsigned: "non signé", shipped: "livré avec le programme",
        shown: "Montré", hidden: "Masqué", show: "Montrer", hide: "Masquer",
        fields: { Plural.french($0, "\($0) champ", "\($0) champs") }, formats: "La même chose en",
        importOf: { "En apporter plusieurs : \($0)" },
        importLead:
            "Collez un tableau de valeurs séparées par des virgules. Chaque ligne est examinée avant que rien ne soit dit ; ensuite toutes figurent, ou aucune.",
        table: "Tableau", into: "Dans", look: "Examiner chaque ligne",
        sayAll: { Plural.french($0, "La dire", "Les dire toutes (\($0))") },
        allFine: {
            Plural.french(
                $0, "La ligne convient. Rien n’a encore été dit.",
                "Les \($0) lignes conviennent. Rien n’a encore été dit.")
        },
        said: { Plural.french($0, "Une figure désormais.", "\($0) figurent désormais.") },
        rowsWrong: { "\($0) lignes sur \($1) sont à revoir ; rien n’a été dit." },
        noField: { "Aucun champ de ce type : \($0)" },
        importRefused: "La collection ne les prend pas toutes ; rien n’a été dit.",
        record: TypeWords(
            "Fiche", "Fiches", "Quelque chose à garder et à retrouver : un guide, une loi, un enseignement."),
        gathering: TypeWords(
            "Rencontre", "Rencontres", "Des personnes à un moment donné : une réunion, un cours, un exercice."),
        attestation: TypeWords(
            "Attestation", "Attestations", "Quelqu’un dit quelque chose de quelqu’un, jusqu’à une date."),
        step: TypeWords("Étape", "Étapes", "Ce que quelqu’un a fait de ce qui figure ici."),
        kind: TypeWords("Type de fiche", "Types de fiches", "Ce que l’on remplit, décrit par des données."))
}
