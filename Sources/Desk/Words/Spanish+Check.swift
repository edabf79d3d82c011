import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let spanish = CheckWords(
        title: "Comprobar",
        lead:
            "Pegue un correo, un registro o una lista, y vea qué se sabe aquí de las direcciones, los nombres y los hashes que contiene.",
        label: "Texto que comprobar",
        hint:
            "Se reconocen direcciones y redes IP, nombres de dominio, URL, direcciones de correo, hashes, identificadores CVE y números de AS, también en formas desactivadas. Hasta mil a la vez.",
        examples: "Por ejemplo",
        button: "Comprobar",
        again: "Comprobar otra cosa",
        kept: "Lo que pega no se guarda ni se registra.",
        none: "No se ha encontrado ningún valor.",
        noneLead: "El texto no tiene ninguna dirección, nombre, hash ni identificador que se entienda aquí.",
        tally: { values, known, ours, good in
            let parts = [
                "\(Language.spanish.number(values)) \(Plural.spanish(values, "valor", "valores"))",
                "\(Language.spanish.number(known)) \(Plural.spanish(known, "conocido", "conocidos"))",
                "\(Language.spanish.number(ours)) \(Plural.spanish(ours, "suyo", "suyos"))",
                "\(Language.spanish.number(good)) en listas de inofensivos",
            ]
            return parts.joined(separator: ", ")
        },
        cut: {
            "El texto contiene más de \(Language.spanish.number($0)) valores; solo se han mirado los primeros. Compruebe el resto por separado."
        },
        rows: { "Filas \($0) a \($1) de \(Language.spanish.number($2)), primero las más importantes." },
        next: "Filas siguientes",
        first: "Primeras filas",
        value: "Valor",
        said: "Qué se dice de él",
        unknown: "Nada de lo que usted puede leer aquí lo nombra.",
        how: { how in
            switch how {
            case .exactly: "exactamente este"
            case .host: "por su host"
            case .network: "una red que lo contiene"
            case .inside: "dentro de esta red"
            }
        },
        nobody: "autor no indicado",
        since: "desde el",
        ours: { "<strong>Suyo</strong>: en \($0)" },
        good: { "En una lista de inofensivos: \($0)" },
        makeIndicators: "Crear indicadores con los valores elegidos",
        sighting: "Lo hemos visto",
        falsePositive: "Falso positivo",
        table: "Copiar como CSV",
        kind: { kind in
            switch kind {
            case .domain: "nombre de dominio"
            case .email: "dirección de correo"
            case .autonomousSystem: "número de AS"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "Listas de valores inofensivos",
        listsLead:
            "Valores de los que se sabe que son inofensivos, como resolutores públicos y sitios muy visitados. La comprobación dice cuáles de sus valores figuran en ellas.",
        noLists:
            "Aún no hay ninguna. Importe una en el formato JSON de las warninglists de MISP, en la máquina donde funciona la pasarela:",
        entries: { "\(Language.spanish.number($0)) \(Plural.spanish($0, "entrada", "entradas"))" },
        listVersion: "versión",
        matches: { kind in
            switch kind {
            case .string: "el valor exacto"
            case .hostname: "un nombre y todo lo que hay bajo él"
            case .cidr: "redes"
            case .substring: "partes de valores"
            }
        }
    )
}
