import HTML
import Web

extension PublishWords {
    static let french = PublishWords(
        drafts: "Écrire et publier",
        draftsLead:
            "Les brouillons sont vus de vous et des collègues qui peuvent les publier. Personne d’autre ne les connaît.",
        waiting: "Brouillons",
        noDrafts: "Il n’y en a pas.",
        isCorrection: "correction",
        by: "par",
        none: "aucun",
        choose: "Veuillez choisir",
        ownMarking: "Comme la collection",
        cancel: "Annuler",
        toPreview: "Enregistrer et relire",
        edit: "Modifier",
        discard: "Jeter le brouillon",
        publish: "Publier",
        publishCorrection: "Publier la correction",
        preview: "Aperçu",
        hasChanged: "Le brouillon a changé depuis votre lecture. Rien n’a été publié ; veuillez relire.",
        whoWillSee: "Qui verra ceci",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "Tout le monde verra ceci, sans se connecter."
            case (.everyone, _): "Tout le monde verra ceci."
            case (.hidden, .group(let name)):
                "Les membres de \(name) verront ceci ; le groupe ne montre pas leur nombre."
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "Seul \(name) verra ceci."
            case (.hidden, .signedIn): "Tous ceux qui ont un compte ici verront ceci."
            case (.people(let people, let organisations), _):
                "\(Language.french.number(people)) \(Plural.french(people, "personne", "personnes")) dans \(Language.french.number(organisations)) \(Plural.french(organisations, "organisation", "organisations")) \(Plural.french(people, "verra", "verront")) ceci."
            }
        },
        goesNowhere: "Il n’y a pas de collection où cela puisse se placer.",
        cannotGo: "Cela ne peut pas être publié ainsi. Ce qui s’y oppose est dit près de chaque collection.",
        parts: "Ce qui est placé",
        speaksOf: "Il y est question de :",
        withheld: "Où cela ne va pas",
        confirm: "Nommer ce qu’ils ne peuvent pas lire ?",
        nameAllTheSame: { "Oui, nommer \($0) malgré tout." },
        kind: { kind in
            switch kind {
            case .advisory: "Avis"
            case .indicators: "Indicateurs"
            case .note: "Note"
            case .opinion: "Opinion"
            case .sighting: "Observation"
            case .record: "Fiche"
            case .translation: "Traduction"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "Nouvel avis"
            case .indicators: "Nouveaux indicateurs"
            case .note: "Ajouter une note"
            case .opinion: "Donner une opinion"
            case .sighting: "Signaler une observation"
            case .record: "Nouvelle fiche"
            case .translation: "Nouvelle traduction"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "Corriger un avis"
            case .indicators: "Corriger un indicateur"
            case .note: "Corriger une note"
            case .opinion: "Changer une opinion"
            case .sighting: "Corriger une observation"
            case .record: "Corriger une fiche"
            case .translation: "Mettre à jour une traduction"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "Approuver ou contester"
            case .sighting: "Nous l’avons vu aussi"
            case .record: "Fiche"
            case .translation: "Traduction"
            default: "Ajouter une note"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "Le brouillon n’existe plus."
            case .erased(0):
                "Effacé : le contenu a disparu de cette passerelle. Son journal le dit, et rien de ce que c’était."
            case .erased(let backups):
                "Effacé : le contenu a disparu de cette passerelle. \(Language.french.number(backups)) \(Plural.french(backups, "sauvegarde antérieure le contient", "sauvegardes antérieures le contiennent")) encore ; prévenez qui gère la machine."
            }
        },
        objectDone: { done in
            switch done {
            case .published: "Publié. C’est inscrit au journal."
            case .withdrawn: "Retiré. Le journal le dit, avec votre motif."
            case .shared: "Placé. C’est inscrit aussi au journal de cette collection."
            case .step: "L’étape figure au journal."
            case .stepChanged:
                "Rien n’a été fait : quelqu’un a franchi une étape entre-temps. Voici où en sont les choses."
            case .stepWhy: "Rien n’a été fait : cette étape demande une raison."
            case .stepAnswers: "Rien n’a été fait : des commentaires attendent une réponse."
            case .answered: "La réponse figure à côté du commentaire."
            }
        },
        mistakes: { Plural.french($0, "Un champ est à revoir :", "\($0) champs sont à revoir :") },
        mistake: { mistake in
            switch mistake {
            case .missing: "Ceci est nécessaire."
            case .tooLong(let most): "C’est trop long : \(Language.french.number(most)) caractères au plus."
            case .noTime: "Ce n’est pas une date. Écrivez par exemple 2026-11-22 13:05, en UTC."
            case .wrongOrder: "Ceci précède la première date."
            case .noNumber: "Ce n’est pas un nombre entier à partir de 1."
            case .noValue(let text):
                "« \(text.prefix(80)) » n’est ni adresse, ni domaine, ni URL, ni empreinte, ni motif connu."
            case .noIdentifier(let text): "« \(text.prefix(80)) » n’est pas un identifiant STIX."
            case .noAddress(let text): "« \(text.prefix(80)) » n’a pas d’adresse en https:// ou http://."
            case .tooMany(let most): "Il y en a trop : \(Language.french.number(most)) au plus."
            case .unknownChoice: "Ce choix n’est pas possible."
            case .onlyOne: "Une correction porte sur un seul indicateur : laissez une ligne."
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("Pour qui", nil)
            case .title:
                switch kind {
                case .indicators: ("Nom de l’ensemble", "Nécessaire s’il y en a plus d’un.")
                case .note: ("En quelques mots", nil)
                default: ("Titre", nil)
                }
            case .text:
                switch kind {
                case .advisory:
                    (
                        "Texte",
                        "Chaque numéro CVE devient une vulnérabilité. Listes, **gras** et `code` sont compris."
                    )
                case .opinion: ("Pourquoi", nil)
                case .sighting: ("Ce qui a été vu", nil)
                case .indicators: ("Ce qu’ils ont en commun", nil)
                case .note, .record, .translation: ("Note", nil)
                }
            case .marking: ("Marquage", "Pas plus strict que le plafond de la collection.")
            case .labels: ("Étiquettes propres", "Séparées par des virgules.")
            case .tags: ("Taxonomie", nil)
            case .reportTypes: ("De quoi il s’agit", nil)
            case .values:
                (
                    "Indicateurs",
                    "Un par ligne : adresses, réseaux, domaines, URL, adresses électroniques, empreintes, motifs STIX. Les formes neutralisées sont comprises."
                )
            case .references: ("Sources", "Une par ligne : nom, puis adresse.")
            case .about: ("Objets dont il est question", "Identifiants STIX, un par ligne.")
            case .opinion: ("Êtes-vous d’accord ?", nil)
            case .count: ("Combien de fois", nil)
            case .first: ("Vu d’abord le", "UTC, par exemple 2026-11-22 13:05")
            case .last: ("Vu en dernier le", "UTC")
            case .published: ("Publié le", "UTC ; à défaut, l’instant de la publication.")
            case .validFrom: ("Valable dès", "UTC ; à défaut, maintenant.")
            case .anchor, .quote: (RemarkWords.french.on, nil)
            case .wording: (RemarkWords.french.wording, RemarkWords.french.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "Ce que le lecteur peut faire (PAP)" : "Genre d’incident (RSIT)" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "Pas du tout d’accord"
            case .disagree: "Pas d’accord"
            case .neutral: "Sans avis"
            case .agree: "D’accord"
            case .stronglyAgree: "Tout à fait d’accord"
            }
        },
        threatReport: "Rapport sur une menace",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "Votre rôle ne le permet pas ici."
            case .notOfAudience: "Vous ne lisez pas cette collection."
            case .mirror: "Une autre passerelle signe ce journal ; elle seule le modifie."
            case .otherSource:
                "Une autre source l’a dit ici ; elle seule le poursuit. Vous pouvez ajouter une note."
            case .otherVersion: "Une autre version se trouve ici que celle dont vous êtes parti."
            case .seeingAs: "Vous regardez comme quelqu’un d’autre, et ne changez rien."
            case .reviewed: "Ce qui y est publié est d’abord relu."
            case .ended: "Le temps de ce groupe est écoulé : on le lit, on n’y ajoute rien."
            case .noForm: "Il n’y a pas de formulaire pour cela, ou c’est révoqué."
            case .markedParts: "Des parties sont marquées une à une ; un formulaire ne peut le conserver."
            }
        },
        unclean: { "\($0) n’est pas conforme à la norme : \($1)" },
        unmarked: { "\($0) ne porte pas de marquage TLP." },
        unknownMarking: { "\($0) porte le marquage \($1), que tous les lecteurs d’ici ne connaissent pas." },
        aboveCeiling: { "\($0) est \($1), et cette collection ne dépasse pas \($2)." },
        partsAboveCeiling: { "Des parties de \($0) sont \($1), et cette collection ne dépasse pas \($2)." },
        canBeRedacted: "Sans ces parties, cela peut partir, comme un nouvel objet.",
        nothingLeft: "Sans ces parties, il ne reste rien à envoyer.",
        emptyEnvelope: {
            "Rien de ce dont parle \($0) ne peut être lu là-bas ; rien n’est donc envoyé : une enveloppe sans lettre."
        },
        held: { "Le journal retiendrait \($0) : \($1)" },
        namesHidden: { "\($0) nomme \($1), que vous pouvez lire et eux non." },
        why: { readers in
            switch readers {
            case .everyone: "Vous le voyez ici parce que tout le monde le voit."
            case .signedIn: "Vous le voyez ici parce que vous êtes connecté."
            case .group(let name): "Vous le voyez ici parce que votre organisation est de \(name)."
            case .organisation(let name): "Vous le voyez ici parce que vous êtes de \(name)."
            case .persons(let name): "Vous le voyez ici parce que vous êtes nommé dans \(name)."
            }
        },
        otherVersion: { "La version du \($0) se trouve ici." },
        actions: "Ce que vous pouvez faire",
        correct: "Corriger",
        noCorrection: "Pas de correction par vous :",
        shareTitle: "Placer dans une autre collection",
        shareLead: "Le même objet, lu aussi par d’autres. Regardez d’abord qui.",
        shareInto: "Collection",
        look: "Voir qui le lira",
        share: "L’y placer",
        shareRedacted: "Placer l’objet expurgé",
        redactedTitle: "Ce qui resterait",
        redactedLead:
            "Un nouvel objet avec son propre identifiant, dont cette passerelle est l’auteur. Le lien vers l’original reste avec l’original.",
        withdraw: "Retirer",
        withdrawTitle: "Le retirer ?",
        withdrawLead:
            "Il n’y est plus montré ni transmis. Son entrée reste au journal, qui dit qu’il a été retiré, et pourquoi.",
        withdrawHint: "Les lecteurs de la collection liront ceci.",
        erase: "Effacer",
        eraseTitle: "L’effacer pour toujours ?",
        eraseLead:
            "Son contenu est détruit sur cette passerelle, dans chaque collection. Personne ne peut le rétablir. Les journaux continuent, sans rien dire de ce que c’était.",
        eraseHint: "C’est inscrit pour toujours aux journaux : n’y répétez pas ce qui doit être effacé.",
        eraseConfirm: "Détruire toutes ses versions, dans chaque collection de cette passerelle.",
        reason: "Pourquoi",
        reasonMissing: "Veuillez dire pourquoi, en 1 000 caractères au plus.",
        placeMissing: "Veuillez choisir au moins une collection.",
        confirmMissing: "Veuillez confirmer ceci.",
        fromWhere: "D’où",
        asText: "En texte simple",
        asMail: "En courriel (.eml)",
        sightings: "Observations",
        saw: { who, count, first, last in
            let times: Markup? = count.map { " \(Language.french.number($0)) fois" }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: ", du \(first) au \(last)"
                case (let day?, _), (_, let day?): ", le \(day)"
                default: nil
                }
            return "\(who) l’a vu\(times)\(when)."
        },
        somebody: "Quelqu’un",
        discussion: "Discussion",
        spokenOf: "De quoi il est question",
        labels: .init(
            by: "Par", published: "Publié", objects: "Il y est question de", sources: "Sources",
            address: "La version la plus récente se trouve à",
            noAuthor: "auteur non indiqué", unknownAuthor: "auteur non confirmé")
    )
}
