import Web

extension MirrorWords {
    static let spanish: MirrorWords = .init(
        title: "Una réplica",
        lead:
            "Otra pasarela firma este registro. Aquí se copia entrada por entrada, y cada copia se prueba con un punto de control que aquella firmó.",
        verified: "Verificado",
        toEntry: { "hasta la entrada \(Language.spanish.number($0))" },
        notYet: "todavía no",
        copied: "Copiado",
        unexplained: "Llegaron sin su contenido",
        erasedHere: "Borradas en esta pasarela",
        absent: "no se muestra aquí: retenido, o no entregado por la otra pasarela",
        alarm:
            "Lo que dice la otra pasarela contradice lo que firmó. No se fíe de lo nuevo que haya aquí hasta que se explique."
    )
}
