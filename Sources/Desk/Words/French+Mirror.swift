import Web

extension MirrorWords {
    static let french: MirrorWords = .init(
        title: "Un miroir",
        lead:
            "Une autre passerelle signe ce journal. Il est copié ici entrée par entrée, et chaque copie est prouvée par un point de contrôle qu’elle a signé.",
        verified: "Vérifié",
        toEntry: { "jusqu’à l’entrée \(Language.french.number($0))" },
        notYet: "pas encore",
        copied: "Copié",
        unexplained: "Reçues sans leur contenu",
        erasedHere: "Effacées sur cette passerelle",
        absent: "non montré ici : retenu, ou non transmis par l’autre passerelle",
        alarm:
            "Ce que dit l’autre passerelle contredit ce qu’elle a signé. Ne vous fiez pas à ce qui est nouveau ici avant une explication."
    )
}
