import HTML
import Web

extension DeskWords {
    static let spanish = DeskWords(
        menu: Menu(
            morning: "Esta mañana", write: "Escribir", quarantine: "Cuarentena", check: "Comprobar",
            collections: "Colecciones", types: "Tipos", about: "Cómo verificar"),
        common: Common(
            objects: { Self.count($0) { Plural.spanish($0, "objeto", "objetos") } },
            readers: { readers in
                switch readers {
                case .everyone: "Todo el mundo puede leerla, sin iniciar sesión."
                case .signedIn: "Puede leerla cualquiera que tenga una cuenta aquí."
                case .group(let name): "Solo pueden leerla los miembros de \(name)."
                case .organisation(let name): "Solo pueden leerla las personas de \(name)."
                case .persons(let name): "Solo pueden leerla las personas nombradas en \(name)."
                }
            },
            readersTitle: "Quién la ve",
            doneBy: { "por \($0)" },
            doneByCommand: { "por una orden de \($0)" },
            ceiling: "Límite",
            lastChange: "Último cambio",
            nothingYet: "nada todavía",
            type: "Tipo",
            number: "Número",
            revoked: "revocado",
            older: "Más antiguos",
            newest: "Más recientes",
            name: "Nombre",
            changed: "Modificado",
            allTypes: "Todos los tipos",
            more: { "\(Language.spanish.number($0)) más" }
        ),
        home: Home(
            lead: "Busque lo que se sabe aquí, léalo y compruebe usted mismo que no ha sido alterado.",
            examples: "Por ejemplo",
            typesTitle: "Qué contiene",
            latestTitle: "Lo último",
            emptyTitle: "Aún no hay nada aquí",
            emptyLead:
                "La pasarela funciona y sus registros están vacíos. Qué hacer ahora, en la máquina donde funciona:",
            importStep: "Importe lo que sabe. Sirve cualquier paquete de STIX 2.1.",
            collectionStep: "Vea las colecciones y quién puede leer cada una.",
            doctorStep: "Pregunte si todo va bien."
        ),
        collection: Collection(
            kind: "Colección",
            contents: "Qué contiene",
            changes: "Últimas entradas",
            placed: "colocado",
            withdrawn: "retirado",
            erased: "borrado: su contenido ya no está, su prueba permanece",
            configured: "reglas de la colección establecidas",
            log: "Su registro",
            logLead:
                "Cada cambio es una entrada de un registro al que solo se añade. Quien guarde un hash raíz puede probar más tarde que nada anterior se ha alterado.",
            size: "Tamaño",
            entries: { "\(Language.spanish.number($0)) \(Plural.spanish($0, "entrada", "entradas"))" },
            root: "Hash raíz",
            signed: "Firmado",
            key: "Clave",
            origin: "Origen",
            verifyTitle: "Verifíquelo usted mismo",
            verifyLead: "Una orden lee el registro, recalcula cada hash y nombra la primera entrada que no encaja.",
            tilesTitle: "Cómo leer el registro con otras herramientas",
            tilesLead:
                "El registro se sirve como C2SP tlog-tiles. Una tesela abarca 256 entradas; su número se escribe en grupos de tres cifras.",
            checkpoint: "el punto de control firmado: origen, tamaño, raíz",
            hashTile: "la primera tesela de hashes",
            entryTile: "el primer lote de entradas",
            export: "Exportar la colección",
            exportLead: "Un archivo con el punto de control, las entradas y los bytes exactos de cada objeto."
        ),
        list: List(
            inCollection: "En la colección",
            inAll: "En todas las colecciones que puede leer",
            empty: "No hay ninguno.",
            typesTitle: "Tipos",
            typesLead: "Todas las clases de objetos de las colecciones que puede leer."
        ),
        object: Object(
            also: "También conocido como",
            revoked: "Su autor ha revocado este objeto: ya no se debe usar.",
            withdrawn: { "Retirado de \($0) el \($1). Lo que decía se conserva para constancia." },
            superseded: { "Esta es la versión del \($0). Hay una más reciente: \($1)." },
            sentBy: { "Enviado por \($0)." },
            noAuthor: "No nombra a ningún autor.",
            notTheirs:
                "Esto habla con el identificador de una organización que no lo dijo. Lo dijo quien lo envió.",
            description: "Descripción",
            references: "Referencias",
            facts: "Datos",
            rest: "Todas las demás propiedades",
            relations: "Relaciones",
            relationsLead: { Self.count($0) { Plural.spanish($0, "relación", "relaciones") } },
            allRelations: { "Ver las \(Language.spanish.number($0))" },
            unknownEnd: "desconocido aquí",
            says: "Afirmación",
            versions: "Versiones",
            firstVersion: "primera versión aquí",
            added: "añadido",
            removed: "quitado",
            changedTo: "ahora",
            reordered: "los mismos elementos en otro orden",
            nothingElse: "nada más que su fecha",
            olderVersions: {
                "y \(Language.spanish.number($0)) \(Plural.spanish($0, "más antigua", "más antiguas"))"
            },
            noted: "añadida aquí",
            seesTitle: "Quién ve esto",
            everyone: {
                "<strong>Todo el mundo.</strong> Está en \($0), que es abierta, y su marcado lo permite."
            },
            signedIn: { "<strong>Cualquiera que tenga una cuenta aquí.</strong> Está en \($0)." },
            organisation: {
                "<strong>Solo \($0).</strong> Está en \($1), que solo leen sus miembros."
            },
            ownMarking: "El propio objeto lleva este marcado.",
            defaultMarking: "El objeto no lleva marcado; este es el predeterminado de la colección.",
            statements: "Condiciones",
            findings: "Hallazgos",
            findingsLead: {
                "Admitido con \(Language.spanish.number($0)) \(Plural.spanish($0, "hallazgo", "hallazgos")): escrito en otro lugar, no del todo como pide la norma."
            },
            raw: "El objeto como datos",
            rawLead: { "\(Language.spanish.number($0)) \(Plural.spanish($0, "byte", "bytes"))" },
            rawCut: "Se muestra en parte.",
            exactBytes: "los bytes exactos",
            fileTitle: "El archivo", fileDownload: "Descargar",
            fileCaution: "Se entrega tal como llegó. Ábralo solo donde no pueda causar daño.",
            yes: "sí",
            no: "no"
        ),
        proof: Proof(
            title: "Prueba",
            lead: { "Entrada \($0) de \($1), añadida el \($2)." },
            withdrawn: { "Retirado por la entrada \($0) el \($1)." },
            waiting: "El registro aún no se ha firmado hasta esta entrada.",
            entry: "Entrada",
            added: "Añadida",
            leaf: "Hash de la hoja",
            body: "SHA-256 de sus bytes",
            size: "Tamaño del árbol",
            root: "Hash raíz",
            path: { "Prueba de inclusión, \($0) \(Plural.spanish($0, "hash", "hashes"))" },
            verify: "Verifíquelo usted mismo"
        ),
        search: Search(
            title: "Búsqueda",
            results: { Self.count($0) { Plural.spanish($0, "resultado", "resultados") } },
            kind: { kind in
                switch kind {
                case .words: "por palabras"
                case .identifier: "por identificador"
                case .value: "por valor observable"
                }
            },
            none: "No se ha encontrado nada",
            noneLead:
                "Nada de lo que puede leer aquí coincide. Pruebe con menos palabras o con otras; esto es lo que se entiende:",
            startLead: "Tres maneras de preguntar:",
            byWords: "palabras, que deben aparecer todas",
            byIdentifier: "un identificador de STIX o de una base de conocimientos",
            byValue: "el valor de un observable: una dirección, un dominio, un hash"
        ),
        check: .spanish,
        sparing: .spanish,
        about: About(
            title: "Cómo verificar",
            lead:
                "No tiene por qué creer a esta pasarela. Cada una de sus colecciones es un registro de Merkle al que solo se añade, y su cabeza está firmada.",
            proves: [
                "Lo que lee es lo que se colocó: sus bytes llevan a la hoja, la hoja a la raíz, y la raíz está firmada.",
                "Nada se alteró, reordenó ni omitió entre dos puntos de control que usted conserve.",
                "Lo retirado sigue contado; lo borrado deja una prueba que nada dice de ello.",
            ],
            provesNot:
                "No prueba que una afirmación sea cierta, ni que a usted y a otros se les muestre el mismo registro. Para eso, compare su punto de control con el de ellos.",
            stepsTitle: "Qué hace la orden",
            steps: [
                "Lee el punto de control y comprueba su firma con la clave que figura abajo.",
                "Lee todas las entradas, recalcula el árbol y compara la raíz.",
                "Lee los objetos, compara cada uno con su entrada y nombra el primero que no encaja.",
            ],
            keysTitle: "Claves",
            keysLead:
                "Guárdelas en otro lugar. Una clave que solo tiene por esta página prueba únicamente que la pasarela está de acuerdo consigo misma.",
            noLogs: "Aún no hay ninguna colección que pueda leer.",
            formats:
                "Formatos: RFC 6962 para los hashes, C2SP signed note para los puntos de control, C2SP tlog-tiles para lo que se sirve."
        ),
        publish: .spanish,
        mirror: .spanish,
        quarantine: .spanish,
        imports: .spanish,
        morning: .spanish,
        verb: spanishVerb,
        property: spanishProperty,
        type: spanishType
    )

    /// `1.234 objetos`, `más de 10.000 objetos`.
    private static func count(_ tally: Tally, _ noun: (Int) -> String) -> String {
        let number = "\(Language.spanish.number(tally.number)) \(noun(tally.number))"
        if case .moreThan = tally { return "más de \(number)" }
        return number
    }
}
