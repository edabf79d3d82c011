import Web

extension LibraryWords {
    static let spanish = LibraryWords(
        learn: "Aprender",
        lead: "Lo que esta comunidad ha puesto por escrito, para todas las personas que pueden leerlo.",
        what: "Qué", byArea: "Por ámbito de trabajo", total: "Total", nothingYet: "nada todavía", gaps: "Nada todavía",
        newest: "Novedades",
        advisories: "Avisos", calendar: "Calendario", calendarLead: "Qué tiene lugar, y cuándo.",
        add: { "Nuevo: \($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number):
                "\(Language.spanish.number(number)) \(Plural.spanish(number, "entrada", "entradas"))"
            case .moreThan(let number): "más de \(Language.spanish.number(number)) entradas"
            }
        }, find: "Buscar", words: "Palabras", narrow: "Acotar", all: "todo", chosen: "Elegido",
        none: "Aún no hay nada aquí.",
        noneFound: "Nada responde a esto. Quite un filtro.", onPaper: "Para imprimir", older: "Más antiguas",
        newer: "Más recientes", changed: "Modificado", state: "Estado", late: "Con retraso", lateness: "Retrasos",
        narrowFirst: {
            "Acote primero la lista: se examinan \(Language.spanish.number($0)) una por una, y hay más."
        },
        staleTranslation: "traducción desactualizada",
        dissent: "Opiniones discrepantes", inOtherWords: "En otras palabras",
        noDates: "No hay nada este mes.",
        previous: "Mes anterior", following: "Mes siguiente", kinds: "Tipos de ficha",
        kindsLead:
            "Lo que se puede rellenar y encontrar. Los paquetes traen tipos; usted elige cuáles se muestran. Lo escrito permanece cuando se oculta un tipo.",
        pack: "Paquete", signedBy: { "firmado por \($0)" }, unsigned: "sin firmar", shipped: "incluido en el programa",
        shown: "Se muestra", hidden: "Oculto", show: "Mostrar", hide: "Ocultar",
        fields: { Plural.spanish($0, "1 campo", "\($0) campos") }, formats: "Lo mismo en",
        importOf: { "Traer varias: \($0)" },
        importLead:
            "Pegue una tabla de valores separados por comas. Se examina cada fila antes de decir nada; después constan todas, o ninguna.",
        table: "Tabla", into: "En", look: "Examinar cada fila",
        sayAll: { Plural.spanish($0, "Decirla", "Decir las \($0)") },
        allFine: {
            Plural.spanish(
                $0, "La fila está bien. Aún no se ha dicho nada.",
                "Las \($0) filas están bien. Aún no se ha dicho nada.")
        },
        said: { Plural.spanish($0, "Ahora consta una.", "Ahora constan \($0).") },
        rowsWrong: { "Hay que revisar \($0) de \($1) filas; no se ha dicho nada." },
        noField: { "No es un campo de este tipo: \($0)" },
        importRefused: "La colección no las acepta todas; no se ha dicho nada.",
        record: TypeWords("Ficha", "Fichas", "Algo que conviene guardar y encontrar: una guía, una ley, una lección."),
        gathering: TypeWords(
            "Encuentro", "Encuentros", "Personas en un momento dado: una reunión, un curso, un ejercicio."),
        attestation: TypeWords(
            "Declaración", "Declaraciones", "Alguien dice algo de alguien, hasta una fecha."),
        step: TypeWords("Paso", "Pasos", "Algo que alguien hizo con lo que consta aquí."),
        kind: TypeWords("Tipo de ficha", "Tipos de ficha", "Lo que se rellena, descrito como datos."))
}
