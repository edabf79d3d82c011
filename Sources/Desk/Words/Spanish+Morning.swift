import Web

extension MorningWords {
    static let spanish: MorningWords = .init(
        title: "Esta mañana",
        news: "Desde su última visita",
        since: "Nuevo después del",
        nothingNew: "Nada nuevo.",
        others: "Otros",
        markSeen: "Ya lo he visto",
        hits: "Coincidencias con nuestras redes y dominios",
        touches: "afecta a",
        noHits: "Nada de lo que hay aquí afecta a aquellos de quienes usted responde.",
        noConstituency: "Su organización aún no ha dicho de qué redes, dominios y sectores responde.",
        waiting: "En espera",
        nothingWaits: "Nada le espera.",
        drafts: { "\($0) \(Plural.spanish($0, "borrador", "borradores"))" },
        quarantine: { "\(DeskWords.spanish.common.objects($0)) en cuarentena" },
        broke: "se interrumpió:",
        fails: "falla:",
        failsSince: "desde el",
        lastWorked: "funcionó por última vez el",
        neverWorked: "nunca ha funcionado",
        nextTry: "próximo intento el",
        stopped: "detenida hasta que alguien la reanude",
        reliability: "Fiabilidad según la escala del Almirantazgo, de la A a la F",
        start: "Tres maneras de empezar",
        firstAdvisory: "Redactar un aviso",
        firstAdvisoryLead: "Redáctelo, vea quién lo leerá, publíquelo.",
        firstCheck: "Comprobar valores",
        firstCheckLead: "Pegue un correo, un registro o una lista, y vea qué se sabe de ello.",
        firstPeople: "Invitar a alguien",
        firstPeopleLead: "A un colega, o a un contacto de otra organización.")
}
