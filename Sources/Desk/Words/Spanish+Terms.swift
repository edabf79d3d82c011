extension DeskWords {
    static let spanishVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("analiza", "analizado en")
        case .attributedTo: ("atribuido a", "detrás de")
        case .authoredBy: ("escrito por", "autor de")
        case .basedOn: ("basado en", "base de")
        case .beaconsTo: ("envía balizas a", "recibe balizas de")
        case .characterizes: ("caracteriza", "caracterizado por")
        case .communicatesWith: ("se comunica con", "se comunica con")
        case .compromises: ("compromete", "comprometido por")
        case .consistsOf: ("consta de", "parte de")
        case .controls: ("controla", "controlado por")
        case .delivers: ("entrega", "entregado por")
        case .derivedFrom: ("derivado de", "origen de")
        case .detects: ("detecta", "detectado por")
        case .downloads: ("descarga", "descargado por")
        case .drops: ("deposita", "depositado por")
        case .duplicateOf: ("duplicado de", "duplicado por")
        case .exfiltratesTo: ("exfiltra a", "recibe datos de")
        case .exploits: ("explota", "explotado por")
        case .has: ("presenta", "presente en")
        case .hosts: ("aloja", "alojado por")
        case .impersonates: ("suplanta a", "suplantado por")
        case .indicates: ("indica", "indicado por")
        case .investigates: ("investiga", "investigado por")
        case .locatedAt: ("situado en", "ubicación de")
        case .mitigates: ("mitiga", "mitigado por")
        case .originatesFrom: ("procede de", "procedencia de")
        case .owns: ("posee", "pertenece a")
        case .relatedTo: ("relacionado con", "relacionado con")
        case .remediates: ("corrige", "corregido por")
        case .resolvesTo: ("resuelve a", "resuelto desde")
        case .revokedBy: ("sustituido por", "sustituye a")
        case .subtechniqueOf: ("subtécnica de", "tiene la subtécnica")
        case .targets: ("ataca a", "atacado por")
        case .uses: ("usa", "usado por")
        case .variantOf: ("variante de", "tiene la variante")
        case .objects: ("habla de", "mencionado en")
        case .sightingOf: ("observó", "observado en")
        case .whereSighted: ("observado por", "observó")
        case .resolvesToValues: ("resuelve a", "resolución de")
        }
    }

    static let spanishProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "Patrón"
        case .patternType: "Lenguaje del patrón"
        case .indicatorTypes: "Clase"
        case .validFrom: "Válido desde"
        case .validUntil: "Válido hasta"
        case .value: "Valor"
        case .hashes: "Hashes"
        case .size: "Tamaño"
        case .killChainPhases: "Fases"
        case .platforms: "Plataformas"
        case .malwareTypes: "Clase"
        case .isFamily: "Es una familia"
        case .toolTypes: "Clase"
        case .toolVersion: "Versión de la herramienta"
        case .identityClass: "Clase"
        case .roles: "Roles"
        case .sectors: "Sectores"
        case .contact: "Contacto"
        case .reportTypes: "Clase"
        case .published: "Publicado"
        case .goals: "Objetivos"
        case .motivation: "Motivación"
        case .resourceLevel: "Recursos"
        case .sophistication: "Sofisticación"
        case .firstSeen: "Visto por primera vez"
        case .lastSeen: "Visto por última vez"
        case .firstObserved: "Primera observación"
        case .lastObserved: "Última observación"
        case .count: "Veces visto"
        case .numberObserved: "Veces observado"
        case .sightingOf: "Qué se vio"
        case .whereSighted: "Visto por"
        case .objects: "Objetos"
        case .country: "País"
        case .region: "Región"
        case .detection: "Detección"
        case .dataSource: "Fuente de datos"
        case .tactics: "Tácticas"
        case .contributors: "Colaboradores"
        case .domains: "Dominios"
        case .labels: "Etiquetas"
        case .confidence: "Confianza"
        case .lang: "Idioma"
        case .name: "Nombre"
        case .description: "Descripción"
        case .aliases: "Otros nombres"
        case .references: "Referencias"
        case .revoked: "Revocado"
        case .deprecated: "Obsoleto"
        case .markings: "Marcados"
        case .author: "Autor"
        case .created: "Creado"
        case .modified: "Modificado"
        }
    }
}
