import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let french = CheckWords(
        title: "Contrôler",
        lead:
            "Collez un courriel, un journal ou une liste, et voyez ce que l’on sait ici des adresses, des noms et des empreintes qui s’y trouvent.",
        label: "Texte à contrôler",
        hint:
            "Sont reconnus : adresses et réseaux IP, noms de domaine, URL, adresses électroniques, empreintes, identifiants CVE et numéros d’AS, même désamorcés. Jusqu’à mille à la fois.",
        examples: "Par exemple",
        button: "Contrôler",
        again: "Contrôler autre chose",
        kept: "Ce que vous collez n’est ni conservé ni journalisé.",
        none: "Aucune valeur trouvée.",
        noneLead: "Le texte ne contient ni adresse, ni nom, ni empreinte, ni identifiant que l’on comprenne ici.",
        tally: { values, known, ours, good in
            let parts = [
                "\(Language.french.number(values)) \(Plural.french(values, "valeur", "valeurs"))",
                "\(Language.french.number(known)) \(Plural.french(known, "connue", "connues"))",
                "\(Language.french.number(ours)) à vous",
                "\(Language.french.number(good)) sur des listes sûres",
            ]
            return parts.joined(separator: ", ")
        },
        cut: {
            "Le texte contient plus de \(Language.french.number($0)) valeurs ; seules les premières ont été regardées. Contrôlez le reste à part."
        },
        rows: { "Lignes \($0) à \($1) sur \(Language.french.number($2)), les plus importantes d’abord." },
        next: "Lignes suivantes",
        first: "Premières lignes",
        value: "Valeur",
        said: "Ce qu’on en dit",
        unknown: "Rien de ce que vous pouvez lire ici ne la nomme.",
        how: { how in
            switch how {
            case .exactly: "exactement"
            case .host: "par son hôte"
            case .network: "un réseau qui la contient"
            case .inside: "dans ce réseau"
            }
        },
        nobody: "auteur non indiqué",
        since: "depuis le",
        ours: { "<strong>À vous</strong> : dans \($0)" },
        good: { "Sur une liste sûre : \($0)" },
        makeIndicators: "Faire des indicateurs des valeurs choisies",
        sighting: "Vu chez nous",
        falsePositive: "Faux positif",
        table: "Copier en CSV",
        kind: { kind in
            switch kind {
            case .domain: "nom de domaine"
            case .email: "adresse électronique"
            case .autonomousSystem: "numéro d’AS"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "Listes sûres",
        listsLead:
            "Des valeurs connues comme inoffensives, par exemple des résolveurs publics et des sites très visités. Le contrôle dit lesquelles de vos valeurs s’y trouvent.",
        noLists:
            "Il n’y en a pas encore. Importez-en une au format JSON des « warninglists » de MISP, sur la machine de la passerelle :",
        entries: { "\(Language.french.number($0)) \(Plural.french($0, "entrée", "entrées"))" },
        listVersion: "version",
        matches: { kind in
            switch kind {
            case .string: "la valeur même"
            case .hostname: "un nom et tout ce qui est au-dessous"
            case .cidr: "réseaux"
            case .substring: "parties de valeurs"
            }
        }
    )
}
