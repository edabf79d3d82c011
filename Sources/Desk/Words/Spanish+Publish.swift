import HTML
import Web

extension PublishWords {
    static let spanish = PublishWords(
        drafts: "Escribir y publicar",
        draftsLead: "Los borradores los ven usted y los colegas que pueden publicarlos. Nadie más sabe de ellos.",
        waiting: "Borradores",
        noDrafts: "No hay ninguno.",
        isCorrection: "corrección",
        by: "por",
        none: "ninguno",
        choose: "Elija una opción",
        ownMarking: "Como la colección",
        cancel: "Cancelar",
        toPreview: "Guardar y revisar",
        edit: "Modificar",
        discard: "Descartar el borrador",
        publish: "Publicar",
        publishCorrection: "Publicar la corrección",
        preview: "Vista previa",
        hasChanged: "El borrador ha cambiado desde que lo miró. No se ha publicado nada; revíselo de nuevo.",
        whoWillSee: "Quién verá esto",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "Todo el mundo verá esto, sin iniciar sesión."
            case (.everyone, _): "Todo el mundo verá esto."
            case (.hidden, .group(let name)):
                "Los miembros de \(name) verán esto; el grupo no muestra cuántos son."
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "Solo \(name) verá esto."
            case (.hidden, .signedIn): "Todos los que tienen una cuenta aquí verán esto."
            case (.people(let people, let organisations), _):
                "\(Language.spanish.number(people)) \(Plural.spanish(people, "persona", "personas")) de \(Language.spanish.number(organisations)) \(Plural.spanish(organisations, "organización", "organizaciones")) \(Plural.spanish(people, "verá", "verán")) esto."
            }
        },
        goesNowhere: "No hay ninguna colección en la que pueda figurar.",
        cannotGo: "No se puede publicar así. Junto a cada colección se dice qué lo impide.",
        parts: "Qué se coloca",
        speaksOf: "Habla de:",
        withheld: "Adónde no va",
        confirm: "¿Nombrar lo que ellos no pueden leer?",
        nameAllTheSame: { "Sí, nombrar \($0) de todos modos." },
        kind: { kind in
            switch kind {
            case .advisory: "Aviso"
            case .indicators: "Indicadores"
            case .note: "Nota"
            case .opinion: "Opinión"
            case .sighting: "Observación"
            case .record: "Ficha"
            case .translation: "Traducción"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "Nuevo aviso"
            case .indicators: "Nuevos indicadores"
            case .note: "Añadir una nota"
            case .opinion: "Dar una opinión"
            case .sighting: "Comunicar una observación"
            case .record: "Nueva ficha"
            case .translation: "Nueva traducción"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "Corregir un aviso"
            case .indicators: "Corregir un indicador"
            case .note: "Corregir una nota"
            case .opinion: "Cambiar una opinión"
            case .sighting: "Corregir una observación"
            case .record: "Corregir una ficha"
            case .translation: "Actualizar una traducción"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "Dar o negar su acuerdo"
            case .sighting: "También lo hemos visto"
            case .record: "Ficha"
            case .translation: "Traducción"
            default: "Añadir una nota"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "El borrador ya no existe."
            case .erased(0):
                "Borrado: el contenido ya no está en esta pasarela. Su registro lo dice, y nada de lo que era."
            case .erased(let backups):
                "Borrado: el contenido ya no está en esta pasarela. \(Language.spanish.number(backups)) \(Plural.spanish(backups, "copia de seguridad anterior aún lo contiene", "copias de seguridad anteriores aún lo contienen")); avise a quien gestiona la máquina."
            }
        },
        objectDone: { done in
            switch done {
            case .published: "Publicado. Consta en el registro."
            case .withdrawn: "Retirado. El registro lo dice, con su motivo."
            case .shared: "Colocado. Consta también en el registro de esa colección."
            case .step: "El paso consta en el registro."
            case .stepChanged: "No se ha hecho nada: alguien ha dado un paso desde que miró. Así está ahora."
            case .stepWhy: "No se ha hecho nada: este paso necesita un motivo."
            case .stepAnswers: "No se ha hecho nada: hay comentarios que esperan respuesta."
            case .answered: "La respuesta figura junto al comentario."
            }
        },
        mistakes: { Plural.spanish($0, "Hay que revisar un campo:", "Hay que revisar \($0) campos:") },
        mistake: { mistake in
            switch mistake {
            case .missing: "Esto es necesario."
            case .tooLong(let most): "Es demasiado largo: como máximo \(Language.spanish.number(most)) caracteres."
            case .noTime: "No es una fecha. Escriba, por ejemplo, 2026-11-22 13:05, en UTC."
            case .wrongOrder: "Es anterior a la primera fecha."
            case .noNumber: "No es un número entero a partir de 1."
            case .noValue(let text):
                "«\(text.prefix(80))» no es ninguna dirección, dominio, URL, hash ni patrón que conozcamos."
            case .noIdentifier(let text): "«\(text.prefix(80))» no es un identificador de STIX."
            case .noAddress(let text):
                "«\(text.prefix(80))» no tiene ninguna dirección que empiece por https:// o http://."
            case .tooMany(let most): "Son demasiados: como máximo \(Language.spanish.number(most))."
            case .unknownChoice: "Esto no se puede elegir."
            case .onlyOne: "Una corrección es de un solo indicador: deje una línea."
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("Para quién", nil)
            case .title:
                switch kind {
                case .indicators: ("Nombre del conjunto", "Necesario si hay más de uno.")
                case .note: ("En pocas palabras", nil)
                default: ("Título", nil)
                }
            case .text:
                switch kind {
                case .advisory:
                    (
                        "Texto",
                        "Cada número CVE que contenga se convierte en una vulnerabilidad. Se entienden listas, **negrita** y `código`."
                    )
                case .opinion: ("Por qué", nil)
                case .sighting: ("Qué se vio", nil)
                case .indicators: ("Qué tienen en común", nil)
                case .note, .record, .translation: ("Nota", nil)
                }
            case .marking: ("Marcado", "No más estricto que el límite de la colección.")
            case .labels: ("Etiquetas propias", "Separadas por comas.")
            case .tags: ("Taxonomía", nil)
            case .reportTypes: ("De qué trata", nil)
            case .values:
                (
                    "Indicadores",
                    "Uno por línea: direcciones, redes, dominios, URL, direcciones de correo, hashes, patrones de STIX. Se entienden las formas desactivadas."
                )
            case .references: ("Fuentes", "Una por línea: nombre y después dirección.")
            case .about: ("Objetos de los que habla", "Identificadores de STIX, uno por línea.")
            case .opinion: ("¿Está de acuerdo?", nil)
            case .count: ("Cuántas veces", nil)
            case .first: ("Visto por primera vez", "UTC, por ejemplo 2026-11-22 13:05")
            case .last: ("Visto por última vez", "UTC")
            case .published: ("Publicado", "UTC; el momento de la publicación si no se indica.")
            case .validFrom: ("Válido desde", "UTC; ahora si no se indica.")
            case .anchor, .quote: (RemarkWords.spanish.on, nil)
            case .wording: (RemarkWords.spanish.wording, RemarkWords.spanish.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "Qué puede hacer quien lo lea (PAP)" : "Clase de incidente (RSIT)" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "Totalmente en desacuerdo"
            case .disagree: "En desacuerdo"
            case .neutral: "Neutral"
            case .agree: "De acuerdo"
            case .stronglyAgree: "Totalmente de acuerdo"
            }
        },
        threatReport: "Informe de amenaza",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "Su rol no lo permite aquí."
            case .notOfAudience: "Usted no lee esta colección."
            case .mirror: "Otra pasarela firma este registro; solo ella lo cambia."
            case .otherSource: "Otra fuente lo dijo aquí; solo ella lo continúa. Usted puede añadir una nota."
            case .otherVersion: "Aquí consta otra versión distinta de la que usted partió."
            case .seeingAs: "Ahora mira como otra persona, y no cambia nada."
            case .reviewed: "Lo que se publica allí se revisa antes."
            case .ended: "El tiempo de este grupo ha terminado: se lee, y no se añade nada."
            case .noForm: "No hay formulario para esto, o ha sido revocado."
            case .markedParts: "Algunas partes están marcadas una a una; un formulario no puede conservarlo."
            }
        },
        unclean: { "\($0) no es como pide la norma: \($1)" },
        unmarked: { "\($0) no lleva marcado TLP." },
        unknownMarking: { "\($0) lleva el marcado \($1), que no todos los lectores de allí conocen." },
        aboveCeiling: { "\($0) es \($1), y esta colección no pasa de \($2)." },
        partsAboveCeiling: { "Partes de \($0) son \($1), y esta colección no pasa de \($2)." },
        canBeRedacted: "Sin esas partes puede ir, como un objeto nuevo.",
        nothingLeft: "Sin esas partes no queda nada que enviar.",
        emptyEnvelope: {
            "Nada de lo que habla \($0) se puede leer allí, así que no se envía nada: sería un sobre sin carta."
        },
        held: { "El registro retendría \($0): \($1)" },
        namesHidden: { "\($0) nombra \($1), que usted puede leer y ellos no." },
        why: { readers in
            switch readers {
            case .everyone: "Lo ve aquí porque todo el mundo lo ve."
            case .signedIn: "Lo ve aquí porque ha iniciado sesión."
            case .group(let name): "Lo ve aquí porque su organización es de \(name)."
            case .organisation(let name): "Lo ve aquí porque usted es de \(name)."
            case .persons(let name): "Lo ve aquí porque se le nombra en \(name)."
            }
        },
        otherVersion: { "Aquí está la versión del \($0)." },
        actions: "Qué puede hacer",
        correct: "Corregir",
        noCorrection: "Usted no puede corregirlo:",
        shareTitle: "Colocarlo en otra colección",
        shareLead: "El mismo objeto, leído también por otros. Mire primero quiénes son.",
        shareInto: "Colección",
        look: "Ver quién lo verá",
        share: "Colocarlo allí",
        shareRedacted: "Colocar el objeto expurgado",
        redactedTitle: "Qué quedaría",
        redactedLead:
            "Un objeto nuevo con su propio identificador, del que esta pasarela es autora. El enlace al original queda con el original.",
        withdraw: "Retirar",
        withdrawTitle: "¿Retirarlo?",
        withdrawLead:
            "Allí ya no se muestra ni se entrega. Su entrada queda en el registro, que dice que se retiró y por qué.",
        withdrawHint: "Los lectores de la colección leerán esto.",
        erase: "Borrar",
        eraseTitle: "¿Borrarlo para siempre?",
        eraseLead:
            "Su contenido se destruye en esta pasarela, en todas las colecciones. Nadie puede recuperarlo. Los registros continúan y no dicen nada de lo que era.",
        eraseHint: "Se escribe en los registros para siempre: no repita aquí lo que se va a borrar.",
        eraseConfirm: "Destruir todas sus versiones, en todas las colecciones de esta pasarela.",
        reason: "Por qué",
        reasonMissing: "Diga por qué, en 1.000 caracteres como máximo.",
        placeMissing: "Elija al menos una colección.",
        confirmMissing: "Confirme esto.",
        fromWhere: "De dónde",
        asText: "Como texto sin formato",
        asMail: "Como correo (.eml)",
        sightings: "Observaciones",
        saw: { who, count, first, last in
            let times: Markup? = count.map { " \(Language.spanish.number($0)) \(Plural.spanish($0, "vez", "veces"))" }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: ", del \(first) al \(last)"
                case (let day?, _), (_, let day?): ", el \(day)"
                default: nil
                }
            return "\(who) lo vio\(times)\(when)."
        },
        somebody: "Alguien",
        discussion: "Debate",
        spokenOf: "De qué habla",
        labels: .init(
            by: "Por", published: "Publicado", objects: "Habla de", sources: "Fuentes",
            address: "Su versión más reciente está en",
            noAuthor: "autor no indicado", unknownAuthor: "autor no confirmado")
    )
}
