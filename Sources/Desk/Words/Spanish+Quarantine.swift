import Web

extension QuarantineWords {
    static let spanish: QuarantineWords = .init(
        noticeTitle: "Algo espera en cuarentena",
        notice: { subject in
            subject.map { "Algo para «\($0)» espera en cuarentena." } ?? "Algo espera en cuarentena."
        },
        title: "Cuarentena",
        lead:
            "Lo que no entró, con su motivo. Espera aquí hasta que decida alguien del equipo que gestiona la pasarela.",
        nothing: "Nada espera una decisión.",
        waiting: { DeskWords.spanish.common.objects($0) },
        decided: "Decidido; la decisión se conserva.",
        toImports: "Importaciones",
        law: { code in
            switch code {
            case "refused": "Peligroso, o sin identidad"
            case "conflicting-version": "Hay otro contenido con la misma versión"
            case "foreign-line": "Otra fuente empezó las versiones de este objeto"
            case "created-changed": "Tiene versión y lo que consta no la tiene, o al revés"
            case "reserved": "Solo la organización a la que pertenece el identificador habla con él"
            case "taken-line": "Otros empezaron las versiones de este identificador antes que su organización"
            case "author-changed": "Ha cambiado su autor"
            case "from-the-future": "Su versión está en el futuro"
            case "after-revocation": "Fue revocado antes"
            case "revokes-the-past": "Revoca lo que otros han seguido"
            case "unknown-marking": "Su marcado no se conoce aquí"
            case "above-ceiling": "Su marcado es más estricto de lo que permite la colección"
            default: code
            }
        },
        from: "De",
        comparison: "Lado a lado",
        property: "Propiedad",
        stands: "Lo que consta",
        waits: "Lo que espera",
        decision: "Decidir",
        replaces:
            "Aceptar retira lo que consta con esta versión y pone en su lugar lo que espera. Ambos quedan en el registro.",
        places: "Aceptar lo coloca como versión del objeto, aunque la regla lo retuvo.",
        takesOver:
            "Aceptar retira todo lo que otros dijeron con este identificador, y continúa la organización a la que pertenece. Todo queda en el registro.",
        undecidable:
            "Nadie puede dejarlo entrar: la regla protege a los lectores de la colección. Solo se puede descartar.",
        decideAll: "Decidir sobre todos",
        decideAllLead:
            "Con cada clase consta lo que haría aceptar. Lo descartado queda fuera, y no se vuelve a preguntar por el mismo contenido. Se hace por partes; lo que llega entretanto espera.",
        decidedAll: { decided, left in
            "Decididos: \(decided)." + (left > 0 ? " \(left) no pueden entrar y siguen esperando." : "")
                + " El resto espera abajo."
        },
        everything: "Todo lo que espera",
        reason: "Motivo (se conserva con la decisión)",
        lacksReason: "Diga por qué; quien lo lea más tarde querrá saberlo.",
        accept: "Aceptar",
        replace: "Aceptar y sustituir",
        dismiss: "Descartar")
}

extension ImportWords {
    static let spanish: ImportWords = .init(
        title: "Importaciones",
        lead: "Cada entrada de datos: de qué fuente, a qué colección y cómo terminó.",
        nothing: "Aún no se ha importado nada.",
        counts: { objects, placed, quarantined in
            "\(DeskWords.spanish.common.objects(.exactly(objects))): \(placed) colocados, \(quarantined) en cuarentena"
        },
        done: "leído hasta el final",
        unfinished: "sin terminar",
        broken: "se interrumpió:",
        wasUndone: "deshecha el",
        undo: "Deshacer",
        undoTitle: "Deshacer esta importación",
        undoLead: """
            Todo lo que colocó y aún consta se retira, cada versión con una entrada en el registro y su motivo. \
            Lo que constaba antes vuelve a constar.
            """,
        undone: { Plural.spanish($0, "Se ha retirado 1 versión.", "Se han retirado \($0) versiones.") })
}
