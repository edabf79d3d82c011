import Web

extension NoticeWords {
    static let spanish = NoticeWords(
        message: Kind(title: "Lo que dice un operador") { $0 ?? "Un operador de esta pasarela tiene algo que decir." },
        test: Kind(title: "Una prueba suya") { _ in "Esto es una prueba: ha llegado." },
        work: Kind(title: "Tareas con retraso o detenidas") { _ in
            "Hay tareas con retraso o detenidas que necesitan a alguien."
        },
        grew: Kind(title: "Algo nuevo en una colección que usted sigue") { subject in
            subject.map { "Hay algo nuevo en «\($0)»." } ?? "Hay algo nuevo en una colección que usted sigue."
        },
        wayAdded: Kind(title: "Una nueva vía para avisarle") { subject in
            subject.map { "Se añadió una vía para avisarle: \($0)" } ?? "Hay una nueva vía para avisarle."
        },
        wayEnded: Kind(title: "El fin de una de sus vías") { subject in
            subject.map { "\($0) ya no quiere notificaciones y se ha retirado." } ?? "Se ha retirado una de sus vías."
        },
        title: "Notificaciones",
        lead: "Lo que debe saber. Permanece aquí hasta que diga que lo ha visto.",
        nothing: "No hay nada que no haya visto.",
        see: "Visto", allSeen: "Todo visto", seenBefore: "Visto antes",
        told: "comunicado", notTold: "solo en esta página",
        times: { Plural.spanish($0, "una vez", "\($0) veces") },
        andMore: { Plural.spanish($0, "y una más", "y \($0) más") },
        urgency: { urgency in
            switch urgency {
            case .digest: "para el resumen"
            case .soon: "pronto"
            case .urgent: "urgente"
            }
        },
        urgentPrefix: "URGENTE: ",
        done: "Hecho.",
        telling: "Notificaciones por correo y teléfono", alarm: "Alarma por tareas con retraso",
        waysTitle: "Cómo se le avisa",
        waysLead: "Cada notificación está en su página. Aquí dice por qué otra vía se le avisa, y cuándo.",
        ways: "Vías", noWay: "Solo se le avisa en este sitio.",
        kind: { kind in
            switch kind {
            case .mail: "Correo"
            case .webhook: "Webhook"
            case .program: "Programa del operador"
            }
        },
        extent: { least in
            switch least {
            case .digest: "todo"
            case .soon: "lo que no debe esperar al resumen"
            case .urgent: "solo lo urgente"
            }
        },
        notYet: "aún no se ha comunicado nada", notAgreed: "espera la respuesta a nuestra carta",
        tryIt: "Probar", remove: "Quitar", add: "Añadir una vía",
        place: "Dirección de correo, o dirección de un webhook",
        placeHint:
            "A una dirección de correo se envía una carta que pregunta a quien la lee si está de acuerdo. Un webhook, por ejemplo una pasarela de SMS, empieza por https:// y recibe mensajes firmados según Standard Webhooks.",
        least: "Qué se comunica",
        secretTitle: "La clave de su webhook",
        secretLead: "Con ella, el receptor comprueba que los mensajes vienen de aquí. Se muestra una sola vez.",
        hours: "Horario",
        language: "Idioma de las cartas", zone: "Zona horaria",
        zoneHint: "Como la nombra la base de datos de la IANA, por ejemplo Africa/Tunis.",
        quietFrom: "Silencio desde", quietUntil: "Silencio hasta", digestAt: "Resumen a las",
        quietHint: "En las horas de silencio solo se le avisa de lo urgente. Deje ambas vacías si no quiere ninguna.",
        muted: "Solo en la página", mutedHint: "De esto no se le avisa por ninguna vía.", save: "Guardar",
        watch: "Colecciones que seguir",
        watchLead: "Cuando ocurra algo en una de ellas, su próximo resumen lo dirá.",
        letterEnd: { "Recibe esto de \($0) porque lo pidió: \($1)" },
        letterStop: "No más cartas a esta dirección:",
        questionSubject: "¿Podemos escribirle aquí?",
        question: { gateway, url in
            """
            Alguien con una cuenta en \(gateway) quiere que se envíen notificaciones a esta dirección.

            Si es usted, abra esta página y diga que sí. Hasta entonces no se escribirá nada más aquí:
            \(url)

            Si no es usted, no haga nada. No volveremos a escribir.

            """
        },
        askedTitle: "¿Podemos escribirle aquí?",
        askedLead: { "Alguien con una cuenta en \($0) quiere que se envíen notificaciones a su dirección de correo." },
        agree: "Sí, escríbanme", refuse: "No, nunca",
        agreedTitle: "Cartas a esta dirección",
        agreedLead: { "Se envían notificaciones de \($0) a su dirección de correo." },
        stop: "No más cartas",
        endedTitle: "No se le escribe nada",
        endedLead:
            "Esta dirección no recibe cartas por este enlace, o ya no las recibe. Quien tenga una cuenta puede volver a añadirla.",
        error: { code in
            switch code {
            case .badAddress: "Esto no es ni una dirección de correo ni una dirección que empiece por https://."
            case .badTime: "Las horas de silencio necesitan dos horas distintas, y el resumen una."
            case .badZone:
                "No existe esa zona horaria. Escríbala como la base de datos de la IANA, por ejemplo Africa/Tunis."
            case .tooMany: "Tiene tantas vías como se puede tener. Quite una primero."
            case .noMail: "Ahora no salen cartas de esta pasarela. Pregunte a su operador o añada un webhook."
            case .heldBack:
                "Una carta a esta dirección fue devuelta, así que no se envía nada allí. Pida al operador que la libere."
            case .refused: "Quien lee en esta dirección no quiere cartas de aquí."
            case .unknownWay: "Esa vía ya no existe."
            case .known: "Ya se le avisa por esta vía."
            }
        })
}
