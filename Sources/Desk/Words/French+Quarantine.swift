import Web

extension QuarantineWords {
    static let french: QuarantineWords = .init(
        noticeTitle: "Un objet attend en quarantaine",
        notice: { subject in
            subject.map { "Un objet pour « \($0) » attend en quarantaine." } ?? "Un objet attend en quarantaine."
        },
        title: "Quarantaine",
        lead: "Ce qui n’est pas entré, et pourquoi. Cela attend une décision du desk.",
        nothing: "Rien n’attend de décision.",
        waiting: { DeskWords.french.common.objects($0) },
        decided: "Décidé ; la décision est conservée.",
        toImports: "Imports",
        law: { code in
            switch code {
            case "refused": "Dangereux, ou sans identité"
            case "conflicting-version": "Un autre contenu porte la même version"
            case "foreign-line": "Une autre source a commencé les versions de cet objet"
            case "created-changed": "Il a une version et ce qui s’y trouve n’en a pas, ou l’inverse"
            case "reserved": "Seule l’organisation à qui appartient l’identifiant parle en son nom"
            case "taken-line": "D’autres ont commencé les versions de cet identifiant avant son organisation"
            case "author-changed": "Son auteur a changé"
            case "from-the-future": "Sa version est dans l’avenir"
            case "after-revocation": "Il a été révoqué auparavant"
            case "revokes-the-past": "Il révoque ce que d’autres ont suivi"
            case "unknown-marking": "Son marquage est inconnu ici"
            case "above-ceiling": "Son marquage est plus strict que ce que permet la collection"
            default: code
            }
        },
        from: "De",
        comparison: "Côte à côte",
        property: "Propriété",
        stands: "Ce qui s’y trouve",
        waits: "Ce qui attend",
        decision: "Décider",
        replaces:
            "Accepter retire ce qui porte cette version et met à sa place ce qui attend. Les deux restent dans le journal.",
        places: "Accepter le place comme version de l’objet, bien que la règle l’ait retenu.",
        takesOver:
            "Accepter retire tout ce que d’autres ont dit sous cet identifiant ; l’organisation à qui il appartient continue. Tout reste dans le journal.",
        undecidable:
            "Personne ne peut le laisser entrer : la règle protège les lecteurs de la collection. On ne peut que l’écarter.",
        decideAll: "Décider pour tous",
        decideAllLead:
            "Chaque sorte dit ce que ferait l’acceptation. Ce qui est écarté reste dehors, et le même contenu ne sera plus demandé. Cela se fait par étapes ; ce qui arrive entre-temps attend.",
        decidedAll: { decided, left in
            "Décidés : \(decided)." + (left > 0 ? " \(left) ne peuvent entrer et attendent encore." : "")
                + " Le reste attend ci-dessous."
        },
        everything: "Tout ce qui attend",
        reason: "Motif (conservé avec la décision)",
        lacksReason: "Dites pourquoi ; qui lira ceci plus tard voudra le savoir.",
        accept: "Accepter",
        replace: "Accepter et remplacer",
        dismiss: "Écarter")
}

extension ImportWords {
    static let french: ImportWords = .init(
        title: "Imports",
        lead: "Chaque lecture : de quelle source, dans quelle collection, et comment elle s’est terminée.",
        nothing: "Rien n’a encore été importé.",
        counts: { objects, placed, quarantined in
            "\(DeskWords.french.common.objects(.exactly(objects))) : \(placed) placés, \(quarantined) en quarantaine"
        },
        done: "lu jusqu’au bout",
        unfinished: "non terminé",
        broken: "interrompu :",
        wasUndone: "annulé le",
        undo: "Annuler",
        undoTitle: "Annuler cet import",
        undoLead: """
            Tout ce qu’il a placé et qui s’y trouve encore est retiré, chaque version avec une entrée au journal et votre motif. \
            Ce qui s’y trouvait avant s’y trouve de nouveau.
            """,
        undone: { $0 <= 1 ? "\($0) version a été retirée." : "\($0) versions ont été retirées." })
}
