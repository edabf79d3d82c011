import Web

extension NoticeWords {
    static let french = NoticeWords(
        message: Kind(title: "Ce que dit un opérateur") { $0 ?? "Un opérateur de cette passerelle a un message." },
        test: Kind(title: "Votre propre essai") { _ in "Ceci est un essai : il est arrivé." },
        work: Kind(title: "Des tâches en retard ou arrêtées") { _ in
            "Des tâches sont en retard ou arrêtées, et quelqu’un doit s’en occuper."
        },
        grew: Kind(title: "Du nouveau dans une collection que vous suivez") { subject in
            subject.map { "Il y a du nouveau dans « \($0) »." }
                ?? "Il y a du nouveau dans une collection que vous suivez."
        },
        wayAdded: Kind(title: "Une nouvelle voie par laquelle vous êtes prévenu") { subject in
            subject.map { "Une voie par laquelle vous êtes prévenu a été ajoutée : \($0)" }
                ?? "Une voie par laquelle vous êtes prévenu a été ajoutée."
        },
        wayEnded: Kind(title: "La fin d’une de vos voies") { subject in
            subject.map { "\($0) ne veut plus d’avis et a été retiré." } ?? "Une de vos voies a été retirée."
        },
        title: "Avis",
        lead: "Ce que vous devriez savoir. Chaque avis reste ici jusqu’à ce que vous disiez l’avoir vu.",
        nothing: "Il n’y a rien que vous n’ayez vu.",
        see: "Vu", allSeen: "Tout est vu", seenBefore: "Déjà vus",
        told: "annoncé", notTold: "sur cette page seulement",
        times: { Plural.french($0, "une fois", "\($0) fois") },
        andMore: { Plural.french($0, "et un autre", "et \($0) autres") },
        urgency: { urgency in
            switch urgency {
            case .digest: "pour le récapitulatif"
            case .soon: "bientôt"
            case .urgent: "urgent"
            }
        },
        urgentPrefix: "URGENT : ",
        done: "C’est fait.",
        telling: "Avis par courriel et téléphone", alarm: "Alarme des tâches en retard",
        waysTitle: "Comment vous êtes prévenu",
        waysLead: "Chaque avis est sur votre page. Dites ici par quelle autre voie vous êtes prévenu, et quand.",
        ways: "Voies", noWay: "Vous n’êtes prévenu que sur ce site.",
        kind: { kind in
            switch kind {
            case .mail: "Courriel"
            case .webhook: "Webhook"
            case .program: "Programme de l’opérateur"
            }
        },
        extent: { least in
            switch least {
            case .digest: "tout"
            case .soon: "ce qui n’attend pas le récapitulatif"
            case .urgent: "seulement ce qui est urgent"
            }
        },
        notYet: "rien d’annoncé encore", notAgreed: "attend la réponse à notre lettre",
        tryIt: "Essayer", remove: "Retirer", add: "Ajouter une voie",
        place: "Adresse de courriel, ou adresse d’un webhook",
        placeHint:
            "À une adresse de courriel part une lettre qui demande si son lecteur est d’accord. Un webhook, par exemple une passerelle de SMS, commence par https:// et reçoit des messages signés selon Standard Webhooks.",
        least: "Ce qui est annoncé",
        secretTitle: "La clé de votre webhook",
        secretLead: "Le récepteur vérifie avec elle que les messages viennent d’ici. Elle n’est montrée qu’une fois.",
        hours: "Heures",
        language: "Langue des lettres", zone: "Fuseau horaire",
        zoneHint: "Comme le nomme la base de l’IANA, par exemple Africa/Tunis.",
        quietFrom: "Silence de", quietUntil: "Silence jusqu’à", digestAt: "Récapitulatif à",
        quietHint: "Pendant le silence, seul ce qui est urgent vous est annoncé. Laissez les deux vides pour aucun.",
        muted: "Sur la page seulement", mutedHint: "Cela ne vous est annoncé par aucune voie.", save: "Enregistrer",
        watch: "Collections à suivre",
        watchLead: "Quand il se passe quelque chose dans l’une d’elles, votre prochain récapitulatif le dit.",
        letterEnd: { "Vous recevez ceci de \($0) parce que vous l’avez demandé : \($1)" },
        letterStop: "Plus de lettres à cette adresse :",
        questionSubject: "Pouvons-nous vous écrire ici ?",
        question: { gateway, url in
            """
            Quelqu’un qui a un compte chez \(gateway) veut que des avis soient envoyés à cette adresse.

            Si c’est vous, ouvrez cette page et dites oui. D’ici là, rien d’autre n’est écrit ici :
            \(url)

            Si ce n’est pas vous, ne faites rien. Nous n’écrirons plus.

            """
        },
        askedTitle: "Pouvons-nous vous écrire ici ?",
        askedLead: { "Quelqu’un qui a un compte chez \($0) veut que des avis soient envoyés à votre adresse." },
        agree: "Oui, écrivez-moi", refuse: "Non, jamais",
        agreedTitle: "Lettres à cette adresse",
        agreedLead: { "Des avis de \($0) sont envoyés à votre adresse." },
        stop: "Plus de lettres",
        endedTitle: "Rien ne vous est écrit",
        endedLead:
            "Cette adresse ne reçoit pas de lettres par ce lien, ou n’en reçoit plus. Qui a un compte peut l’ajouter de nouveau.",
        error: { code in
            switch code {
            case .badAddress: "Ce n’est ni une adresse de courriel ni une adresse qui commence par https://."
            case .badTime: "Le silence demande deux heures différentes, et le récapitulatif une."
            case .badZone: "Ce fuseau n’existe pas. Écrivez-le comme la base de l’IANA, par exemple Africa/Tunis."
            case .tooMany: "Vous avez autant de voies qu’on peut en avoir. Retirez-en une d’abord."
            case .noMail:
                "Aucune lettre ne part de cette passerelle en ce moment. Demandez à son opérateur, ou ajoutez un webhook."
            case .heldBack:
                "Une lettre à cette adresse est revenue ; rien n’y est envoyé. Demandez à l’opérateur de la libérer."
            case .refused: "Qui lit à cette adresse ne veut pas de lettres d’ici."
            case .unknownWay: "Cette voie n’existe plus."
            case .known: "Vous êtes déjà prévenu par cette voie."
            }
        })
}
