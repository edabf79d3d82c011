import HTML
import Web

extension DeskWords {
    static let french = DeskWords(
        menu: Menu(
            morning: "Ce matin", write: "Écrire", quarantine: "Quarantaine", check: "Contrôler",
            collections: "Collections", types: "Types", about: "Comment vérifier"),
        common: Common(
            objects: { Self.count($0) { Plural.french($0, "objet", "objets") } },
            readers: { readers in
                switch readers {
                case .everyone: "Tout le monde peut la lire, sans s’identifier."
                case .signedIn: "Toute personne qui a un compte ici peut la lire."
                case .group(let name): "Seuls les membres de \(name) peuvent la lire."
                case .organisation(let name): "Seules les personnes de \(name) peuvent la lire."
                case .persons(let name): "Seules les personnes nommées dans \(name) peuvent la lire."
                }
            },
            readersTitle: "Qui la voit",
            doneBy: { "par \($0)" },
            doneByCommand: { "par une commande de \($0)" },
            ceiling: "Plafond",
            lastChange: "Dernier changement",
            nothingYet: "rien encore",
            type: "Type",
            number: "Nombre",
            revoked: "révoqué",
            older: "Plus anciens",
            newest: "Plus récents",
            name: "Nom",
            changed: "Modifié",
            allTypes: "Tous les types",
            more: { "\(Language.french.number($0)) de plus" }
        ),
        home: Home(
            lead: "Cherchez ce que l’on sait ici, lisez-le, et prouvez par vous-même que rien n’a été altéré.",
            examples: "Par exemple",
            typesTitle: "Ce qu’elle contient",
            latestTitle: "Derniers ajouts",
            emptyTitle: "Rien ici pour l’instant",
            emptyLead: "La passerelle fonctionne et ses journaux sont vides. La suite, sur la machine où elle tourne :",
            importStep: "Importez ce que vous savez. Tout lot STIX 2.1 convient.",
            collectionStep: "Voyez les collections, et qui peut lire chacune.",
            doctorStep: "Demandez si tout va bien."
        ),
        collection: Collection(
            kind: "Collection",
            contents: "Ce qu’elle contient",
            changes: "Dernières entrées",
            placed: "placé",
            withdrawn: "retiré",
            erased: "effacé : le contenu a disparu, la preuve demeure",
            configured: "règles de la collection fixées",
            log: "Son journal",
            logLead:
                "Chaque changement est une entrée d’un journal où l’on ne fait qu’ajouter. Qui garde une empreinte racine peut prouver plus tard que rien d’antérieur n’a été altéré.",
            size: "Taille",
            entries: { "\(Language.french.number($0)) \(Plural.french($0, "entrée", "entrées"))" },
            root: "Empreinte racine",
            signed: "Signé",
            key: "Clé",
            origin: "Origine",
            verifyTitle: "Vérifiez vous-même",
            verifyLead:
                "Une commande lit le journal, recalcule chaque empreinte et nomme la première entrée qui ne convient pas.",
            tilesTitle: "Lire le journal avec d’autres outils",
            tilesLead:
                "Le journal est servi en tuiles C2SP tlog-tiles. Une tuile couvre 256 entrées ; son numéro s’écrit par groupes de trois chiffres.",
            checkpoint: "le point de contrôle signé : origine, taille, racine",
            hashTile: "la première tuile d’empreintes",
            entryTile: "le premier lot d’entrées",
            export: "Exporter la collection",
            exportLead: "Un seul fichier avec le point de contrôle, les entrées et les octets exacts de chaque objet."
        ),
        list: List(
            inCollection: "Dans la collection",
            inAll: "Dans toutes les collections que vous pouvez lire",
            empty: "Il n’y en a pas.",
            typesTitle: "Types",
            typesLead: "Tous les genres d’objets des collections que vous pouvez lire."
        ),
        object: Object(
            also: "Autres noms",
            revoked: "Son auteur a révoqué cet objet : il ne faut plus s’en servir.",
            withdrawn: { "Retiré de \($0) le \($1). Ce qu’il disait est conservé pour mémoire." },
            superseded: { "Ceci est la version du \($0). Il en existe une plus récente : \($1)." },
            sentBy: { "Envoyé par \($0)." },
            noAuthor: "Il ne nomme aucun auteur.",
            notTheirs:
                "Ceci parle sous l’identifiant d’une organisation qui ne l’a pas dit : c’est la parole de qui l’a envoyé.",
            description: "Description",
            references: "Références",
            facts: "Faits",
            rest: "Toutes les autres propriétés",
            relations: "Relations",
            relationsLead: { Self.count($0) { Plural.french($0, "relation", "relations") } },
            allRelations: { "Voir les \(Language.french.number($0))" },
            unknownEnd: "inconnu ici",
            says: "Affirmation",
            versions: "Versions",
            firstVersion: "première version ici",
            added: "ajouté",
            removed: "supprimé",
            changedTo: "devient",
            reordered: "mêmes éléments, dans un autre ordre",
            nothingElse: "rien d’autre que sa date",
            olderVersions: { "et \(Language.french.number($0)) plus \(Plural.french($0, "ancienne", "anciennes"))" },
            noted: "ajoutée ici",
            seesTitle: "Qui voit ceci",
            everyone: {
                "<strong>Tout le monde.</strong> L’objet se trouve dans \($0), ouverte à tous, et son marquage le permet."
            },
            signedIn: { "<strong>Toute personne qui a un compte ici.</strong> L’objet se trouve dans \($0)." },
            organisation: {
                "<strong>Seulement \($0).</strong> L’objet se trouve dans \($1), que lisent ses seuls membres."
            },
            ownMarking: "L’objet porte lui-même ce marquage.",
            defaultMarking: "L’objet ne porte pas de marquage ; celui-ci est le défaut de la collection.",
            statements: "Conditions",
            findings: "Constats",
            findingsLead: {
                "Admis avec \(Language.french.number($0)) \(Plural.french($0, "constat", "constats")) : écrit ailleurs, pas tout à fait comme le veut la norme."
            },
            raw: "L’objet en données",
            rawLead: { "\(Language.french.number($0)) \(Plural.french($0, "octet", "octets"))" },
            rawCut: "Affiché en partie.",
            exactBytes: "les octets exacts",
            fileTitle: "Le fichier", fileDownload: "Télécharger",
            fileCaution: "Il est transmis tel qu’il est arrivé. Ne l’ouvrez que là où il ne peut pas nuire.",
            yes: "oui",
            no: "non"
        ),
        proof: Proof(
            title: "Preuve",
            lead: { "Entrée \($0) de \($1), ajoutée le \($2)." },
            withdrawn: { "Retiré par l’entrée \($0) le \($1)." },
            waiting: "Le journal n’a pas encore été signé jusqu’à cette entrée.",
            entry: "Entrée",
            added: "Ajoutée",
            leaf: "Empreinte de la feuille",
            body: "SHA-256 de ses octets",
            size: "Taille de l’arbre",
            root: "Empreinte racine",
            path: {
                "Preuve d’inclusion, \($0) \(Plural.french($0, "empreinte", "empreintes"))"
            },
            verify: "Vérifiez vous-même"
        ),
        search: Search(
            title: "Recherche",
            results: { Self.count($0) { Plural.french($0, "résultat", "résultats") } },
            kind: { kind in
                switch kind {
                case .words: "par mots"
                case .identifier: "par identifiant"
                case .value: "par valeur d’observable"
                }
            },
            none: "Rien trouvé",
            noneLead:
                "Rien de ce que vous pouvez lire ici ne correspond. Essayez moins de mots, ou d’autres ; voici ce qui est compris :",
            startLead: "Trois façons de demander :",
            byWords: "des mots, qui doivent tous apparaître",
            byIdentifier: "un identifiant STIX ou d’une base de connaissances",
            byValue: "la valeur d’un observable : une adresse, un domaine, une empreinte"
        ),
        check: .french,
        sparing: .french,
        about: About(
            title: "Comment vérifier",
            lead:
                "Vous n’avez pas à croire cette passerelle. Chacune de ses collections est un journal de Merkle où l’on ne fait qu’ajouter, et dont la tête est signée.",
            proves: [
                "Ce que vous lisez est ce qui a été placé : ses octets mènent à la feuille, la feuille à la racine, et la racine est signée.",
                "Rien n’a été altéré, déplacé ni omis entre deux points de contrôle que vous détenez.",
                "Ce qui a été retiré reste compté ; ce qui a été effacé laisse une preuve qui n’en dit rien.",
            ],
            provesNot:
                "Cela ne prouve pas qu’une affirmation soit vraie, ni que l’on montre à d’autres le même journal. Pour cela, comparez votre point de contrôle au leur.",
            stepsTitle: "Ce que fait la commande",
            steps: [
                "Elle lit le point de contrôle et vérifie sa signature avec la clé ci-dessous.",
                "Elle lit toutes les entrées, recalcule l’arbre et compare la racine.",
                "Elle lit les objets, compare chacun à son entrée, et nomme le premier qui ne convient pas.",
            ],
            keysTitle: "Clés",
            keysLead:
                "Conservez-les ailleurs. Une clé que vous ne tenez que de cette page prouve seulement que la passerelle est d’accord avec elle-même.",
            noLogs: "Il n’y a encore aucune collection que vous puissiez lire.",
            formats:
                "Formats : RFC 6962 pour les empreintes, C2SP signed note pour les points de contrôle, C2SP tlog-tiles pour le service."
        ),
        publish: .french,
        mirror: .french,
        quarantine: .french,
        imports: .french,
        morning: .french,
        verb: frenchVerb,
        property: frenchProperty,
        type: frenchType
    )

    /// `1 234 objets`, `plus de 10 000 objets`.
    private static func count(_ tally: Tally, _ noun: (Int) -> String) -> String {
        let number = "\(Language.french.number(tally.number)) \(noun(tally.number))"
        if case .moreThan = tally { return "plus de \(number)" }
        return number
    }
}
