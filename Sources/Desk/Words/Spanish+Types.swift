import Web

extension DeskWords {
    static let spanishType: @Sendable (KnownType) -> TypeWords = { type in
        switch type {
        case .attackPattern:
            TypeWords("Técnica", "Técnicas", "Una manera en que los adversarios intentan alcanzar su objetivo.")
        case .campaign:
            TypeWords("Campaña", "Campañas", "Una serie de ataques, durante un tiempo, contra ciertos objetivos.")
        case .courseOfAction: TypeWords("Mitigación", "Mitigaciones", "Algo que impide un ataque o responde a él.")
        case .grouping: TypeWords("Agrupación", "Agrupaciones", "Objetos de los que alguien dice que van juntos.")
        case .identity: TypeWords("Parte", "Partes", "Una persona, un equipo, una organización o un sector.")
        case .incident: TypeWords("Incidente", "Incidentes", "Algo que ocurrió y que alguien debe gestionar.")
        case .indicator:
            TypeWords("Indicador", "Indicadores", "Un patrón por el que se reconoce una actividad maliciosa.")
        case .infrastructure:
            TypeWords(
                "Infraestructura", "Infraestructuras",
                "Sistemas que sirven a un ataque, a una defensa o son su objetivo.")
        case .intrusionSet:
            TypeWords(
                "Grupo de amenaza", "Grupos de amenaza",
                "Actividad con rasgos comunes que se atribuye a un mismo actor.")
        case .location: TypeWords("Lugar", "Lugares", "Un lugar: una región, un país, una dirección.")
        case .malware: TypeWords("Código malicioso", "Códigos maliciosos", "Software hecho para causar daño.")
        case .malwareAnalysis:
            TypeWords(
                "Análisis de código", "Análisis de código",
                "Lo que reveló el análisis de un código malicioso o de un archivo.")
        case .note: TypeWords("Nota", "Notas", "Una observación de alguien sobre otros objetos.")
        case .observedData:
            TypeWords("Datos observados", "Datos observados", "Lo que se vio en sistemas o redes, tal como se vio.")
        case .opinion: TypeWords("Opinión", "Opiniones", "Hasta qué punto alguien está de acuerdo con un objeto.")
        case .report: TypeWords("Informe", "Informes", "Un texto sobre una amenaza, con los objetos de los que habla.")
        case .threatActor:
            TypeWords("Actor de amenaza", "Actores de amenaza", "Personas o grupos que actúan con malas intenciones.")
        case .tool: TypeWords("Herramienta", "Herramientas", "Software legítimo que los atacantes también usan.")
        case .vulnerability:
            TypeWords("Vulnerabilidad", "Vulnerabilidades", "Un fallo de software que se puede explotar.")
        case .event: TypeWords("Suceso", "Sucesos", "Algo que ocurrió en el curso de un incidente.")
        case .impact: TypeWords("Impacto", "Impactos", "Lo que un incidente causó a alguien, y con qué gravedad.")
        case .task: TypeWords("Tarea", "Tareas", "Algo que hay que hacer, o se hizo, por un incidente.")
        case .relationship: TypeWords("Relación", "Relaciones", "La afirmación de que dos objetos están conectados.")
        case .sighting: TypeWords("Observación", "Observaciones", "La afirmación de que algo fue visto.")
        case .languageContent: TypeWords("Traducción", "Traducciones", "Las palabras de un objeto en otros idiomas.")
        case .markingDefinition:
            TypeWords("Marcado", "Marcados", "Una regla para compartir, o una declaración de derechos.")
        case .extensionDefinition:
            TypeWords("Extensión", "Extensiones", "La definición de más propiedades o tipos.")
        case .artifact: TypeWords("Artefacto", "Artefactos", "Los bytes de un archivo, o dónde se pueden obtener.")
        case .autonomousSystem:
            TypeWords("Sistema autónomo", "Sistemas autónomos", "Una red con una misma política de encaminamiento.")
        case .directory: TypeWords("Directorio", "Directorios", "Una carpeta de un sistema de archivos.")
        case .domainName:
            TypeWords("Nombre de dominio", "Nombres de dominio", "Un nombre del sistema de nombres de dominio.")
        case .emailAddress:
            TypeWords("Dirección de correo", "Direcciones de correo", "Una dirección de correo electrónico.")
        case .emailMessage:
            TypeWords("Mensaje de correo", "Mensajes de correo", "Un correo electrónico, tal como se observó.")
        case .file: TypeWords("Archivo", "Archivos", "Un archivo, conocido por sus hashes, su nombre o su tamaño.")
        case .ipv4Address:
            TypeWords("Dirección IPv4", "Direcciones IPv4", "Una dirección o un prefijo de Internet, versión 4.")
        case .ipv6Address:
            TypeWords("Dirección IPv6", "Direcciones IPv6", "Una dirección o un prefijo de Internet, versión 6.")
        case .macAddress:
            TypeWords("Dirección MAC", "Direcciones MAC", "La dirección física de una interfaz de red.")
        case .mutex:
            TypeWords("Mutex", "Mutex", "Un bloqueo con nombre por el que un programa sabe que ya está en ejecución.")
        case .networkTraffic:
            TypeWords("Tráfico de red", "Tráfico de red", "Un flujo de paquetes entre dos extremos.")
        case .process: TypeWords("Proceso", "Procesos", "Un programa mientras se ejecuta.")
        case .software: TypeWords("Software", "Software", "Un producto de software, con su versión.")
        case .url: TypeWords("URL", "URL", "La dirección de un recurso en una red.")
        case .userAccount: TypeWords("Cuenta de usuario", "Cuentas de usuario", "Una cuenta en un sistema o servicio.")
        case .registryKey:
            TypeWords("Clave de registro", "Claves de registro", "Una clave del registro de Windows.")
        case .certificate: TypeWords("Certificado", "Certificados", "Un certificado X.509.")
        case .tactic:
            TypeWords("Táctica", "Tácticas", "Lo que un adversario quiere lograr en una fase de un ataque.")
        case .matrix: TypeWords("Matriz", "Matrices", "Una tabla de tácticas y técnicas.")
        case .dataSource:
            TypeWords(
                "Fuente de datos", "Fuentes de datos", "Una clase de información que recogen sensores y registros.")
        case .dataComponent:
            TypeWords(
                "Componente de datos", "Componentes de datos",
                "Una propiedad de una fuente de datos por la que se detectan técnicas.")
        case .asset: TypeWords("Activo", "Activos", "Un dispositivo o sistema de redes industriales.")
        case .attackCollection:
            TypeWords("Edición", "Ediciones", "La lista de objetos de una edición de ATT&CK.")
        case .detectionStrategy:
            TypeWords(
                "Estrategia de detección", "Estrategias de detección",
                "Una manera de detectar una técnica en distintas plataformas.")
        case .analytic:
            TypeWords("Analítica", "Analíticas", "La lógica que detecta una técnica en una plataforma.")
        }
    }
}
