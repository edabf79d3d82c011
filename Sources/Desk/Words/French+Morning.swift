import Web

extension MorningWords {
    static let french: MorningWords = .init(
        title: "Ce matin",
        news: "Depuis votre dernier passage",
        since: "Nouveau après le",
        nothingNew: "Rien de nouveau.",
        others: "Autres",
        markSeen: "J’ai vu",
        hits: "Ce qui touche nos réseaux et domaines",
        touches: "touche",
        noHits: "Rien ici ne touche ceux dont vous répondez.",
        noConstituency: "Votre organisation n’a pas encore dit de quels réseaux, domaines et secteurs elle répond.",
        waiting: "En attente",
        nothingWaits: "Rien ne vous attend.",
        drafts: { $0 <= 1 ? "\($0) brouillon" : "\($0) brouillons" },
        quarantine: { "\(DeskWords.french.common.objects($0)) en quarantaine" },
        broke: "interrompue :",
        fails: "en panne :",
        failsSince: "depuis le",
        lastWorked: "a fonctionné pour la dernière fois le",
        neverWorked: "n’a jamais fonctionné",
        nextTry: "prochain essai le",
        stopped: "arrêtée jusqu’à ce que quelqu’un la relance",
        reliability: "Fiabilité selon l’échelle de l’Amirauté, de A à F",
        start: "Trois façons de commencer",
        firstAdvisory: "Rédiger un avis",
        firstAdvisoryLead: "Le rédiger, voir qui le lira, le publier.",
        firstCheck: "Vérifier des valeurs",
        firstCheckLead: "Collez un courriel, un journal ou une liste, et voyez ce qu’on en sait.",
        firstPeople: "Inviter quelqu’un",
        firstPeopleLead: "Un collègue, ou le contact d’une autre organisation.")
}
