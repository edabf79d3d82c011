import HTML
import Ledger
import Web

extension DirectoryWords {
    static let spanish = DirectoryWords(
        menu: "Personas",
        signIn: SignIn(
            title: "Iniciar sesión",
            name: "Nombre",
            key: "Clave de acceso",
            keyHint: "La tiene su gestor de contraseñas. Se mostró una vez, cuando entró por primera vez.",
            submit: "Entrar",
            failed: "El nombre y la clave de acceso no se corresponden, o la cuenta está cerrada.",
            helpTitle: "¿No puede entrar?",
            noAccount: "Las cuentas las crean quienes gestionan esta pasarela. Pídales una invitación.",
            lostDevice:
                "Si ha perdido su clave o su dispositivo, pídales que le inviten de nuevo. Con ello caduca la clave anterior.",
            goneTitle: "Esta invitación ya no es válida",
            goneLead: "Una invitación vale una vez y durante siete días. Pida una nueva a quien le invitó.",
            invitedTitle: "Tiene una invitación",
            welcome: { "Le damos la bienvenida, \($0)" },
            invitedLead: { "Tiene una invitación a \($0). Aún no ha ocurrido nada: entre con el botón de abajo." },
            organisation: "Organización",
            role: "Rol",
            accept: "Entrar",
            acceptHint:
                "Esto vale una sola vez. Después recibirá una clave de acceso para su próxima visita; tenga a mano su gestor de contraseñas.",
            keyTitle: "Guarde su clave de acceso",
            newKeyTitle: "Guarde su nueva clave de acceso",
            keyLead:
                "Con esta clave y su nombre inicia sesión. Se muestra ahora y nunca más: solo conservamos su huella.",
            adviceManager: "Guárdela en su gestor de contraseñas. Al continuar, su navegador quizá lo ofrezca.",
            advicePaper: "Si no tiene gestor de contraseñas, escríbala en papel y guárdelo bajo llave.",
            adviceNever: "No la envíe a nadie. Nadie que gestione esta pasarela se la pedirá jamás.",
            keepHint: "Al continuar entra con la clave; así ve que funciona.",
            keptIt: "La he guardado: continuar"
        ),
        role: { role in
            switch role {
            case .administrator: "administrador"
            case .analyst: "analista"
            case .member: "miembro"
            case .reader: "lector"
            }
        },
        account: Account(
            title: "Su cuenta",
            keys: "Claves de acceso",
            keysLead:
                "Con una clave y su nombre inicia sesión. Cree una para cada lugar que la guarde y revoque las que ya no use.",
            made: "Desde",
            used: { $0.map { "usada el \($0)" } ?? "nunca usada" },
            revoke: "Revocar",
            newKey: "Crear una clave nueva",
            devices: "Dónde tiene sesión iniciada",
            thisDevice: "este dispositivo",
            end: "Cerrar",
            signOut: "Cerrar sesión",
            everywhere: "Cerrar sesión en todas partes",
            tokens: "Tokens para programas",
            tokensLead:
                "Un programa que presenta un token actúa en su nombre: lee, o lee y escribe, y nunca administra.",
            tokenName: "¿Para qué es?",
            tokenScope: "Puede",
            scope: { scope in
                switch scope {
                case .read: "leer"
                case .write: "leer y escribir"
                }
            },
            tokenCollections: "Solo en estas colecciones",
            tokenCollectionsHint: "No elija ninguna para todo lo que usted lee.",
            allCollections: "todo lo que usted lee",
            until: "hasta",
            newToken: "Crear un token",
            newTokenTitle: "Su nuevo token",
            newTokenLead: "Cópielo ahora en el programa. Solo se muestra esta vez: únicamente conservamos su huella.",
            backToAccount: "Volver a su cuenta"
        ),
        people: People(
            title: "Personas",
            all: "Todas las personas con cuenta",
            nobody: "Nadie todavía",
            name: "Nombre",
            nameHint: "Con este nombre inicia sesión. Nadie más puede tenerlo aquí.",
            organisation: "Organización",
            role: "Rol",
            roleHint: "Administrador y analista son para la organización que gestiona esta pasarela.",
            inviteTitle: "Invitar a alguien",
            invite: "Crear la invitación",
            state: "Cuenta",
            standing: { standing in
                switch standing {
                case .active: "abierta"
                case .invited: "invitada"
                case .notInvited: "la invitación ha caducado"
                case .disabled: "cerrada"
                }
            },
            made: "Desde",
            seen: "Última visita",
            changeRole: "Cambiar el rol",
            ownAccount: "Esta es su propia cuenta. Puede cambiarla otro administrador.",
            againTitle: "Un dispositivo perdido",
            againLead: "Una nueva invitación cierra de inmediato todas las sesiones y claves de esta cuenta.",
            again: "Invitar de nuevo",
            disable: "Cerrar la cuenta",
            enable: "Reabrir la cuenta",
            disableLead:
                "Mientras una cuenta está cerrada, sus sesiones han terminado y no funciona ni clave ni token.",
            invitedTitle: { "Una invitación para \($0)" },
            invitedLead: "Entregue este enlace por una vía de confianza. Solo se muestra esta vez y vale una vez.",
            expires: "Es válida hasta",
            reads: {
                "Leerá \(Language.spanish.number($0)) \(Plural.spanish($0, "entrada existente", "entradas existentes")) en:"
            }
        ),
        organisations: Organisations(
            title: "Organizaciones",
            name: "Nombre",
            add: "Dar de alta una organización",
            runsThis: "gestiona esta pasarela",
            people: { "\(Language.spanish.number($0)) \(Plural.spanish($0, "persona", "personas"))" },
            constituency: "Comunidad atendida",
            constituencyLead: "De qué responde esta organización. Con ello se compara todo lo nuevo que llega aquí.",
            networks: "Redes",
            networksHint: "Un prefijo por línea: 198.51.100.0/24, 2001:db8::/32",
            systems: "Números de AS",
            systemsHint: "Uno por línea: AS64500",
            domains: "Dominios",
            domainsHint: "Uno por línea, cada uno con todo lo que hay bajo él: banco.example",
            sectors: "Sectores",
            save: "Guardar",
            card: "Ficha de contacto",
            cardLead: "Un objeto de identidad que dice cómo contactar con la organización y de qué responde.",
            cardStands: "La ficha publicada",
            cardNow: "Lo publicado ahora",
            noCard: "Aún no se ha publicado ninguna.",
            email: "Correo electrónico",
            phone: "Teléfono",
            hours: "Cuándo responde alguien",
            timeZone: "Zona horaria, por ejemplo Africa/Tunis",
            languages: "Idiomas, el mejor primero: ar fr en",
            keys: "Claves públicas",
            keysHint: "Una huella o dirección por línea",
            into: "Publicar en",
            publish: "Publicar la ficha"
        ),
        groups: Groups(
            title: "Grupos de intercambio",
            lead: "Organizaciones que comparten algo entre sí. Una colección puede tener un grupo como público.",
            none: "Ninguno todavía",
            name: "Nombre",
            add: "Crear un grupo",
            hide: "Ocultar los miembros entre sí",
            hideHint: "No conocen ni nombres ni número. Esto no se puede cambiar después.",
            hidden: "oculta a sus miembros",
            hidesThem: "Este grupo oculta a sus miembros entre sí.",
            members: { "\(Language.spanish.number($0)) \(Plural.spanish($0, "miembro", "miembros"))" },
            membersTitle: "Miembros",
            noMembers: "Ninguno todavía",
            remove: "Quitar",
            addMember: "Añadir un miembro",
            organisation: "Organización",
            look: "Ver lo que leerán",
            previewTitle: { "¿Añadir \($0)?" },
            preview: { people, entries in
                "\(Language.spanish.number(people)) \(Plural.spanish(people, "persona leerá", "personas leerán")) desde ahora "
                    + "\(Language.spanish.number(entries)) \(Plural.spanish(entries, "entrada existente", "entradas existentes"))."
            },
            confirm: "Añadir",
            cancel: "Dejarlo"
        ),
        audit: Audit(
            title: "Registro de auditoría",
            lead: "Quién dejó entrar a quién y quién cambió qué en el directorio. Lo más reciente primero.",
            onMachine: "en la máquina",
            older: "Más antiguos",
            act: { act in
                switch act {
                case .invited: "invitó a"
                case .invitedAgain: "invitó de nuevo a"
                case .accepted: "entró por una invitación"
                case .signedIn: "inició sesión"
                case .signedOut: "cerró una sesión"
                case .signedOutEverywhere: "cerró sesión en todas partes"
                case .keyMade: "creó una clave de acceso"
                case .keyRevoked: "revocó una clave de acceso"
                case .tokenMade: "creó un token para"
                case .tokenRevoked: "revocó un token de"
                case .disabled: "cerró la cuenta de"
                case .enabled: "reabrió la cuenta de"
                case .roleChanged: "cambió el rol de"
                case .organisationAdded: "dio de alta"
                case .constituencyChanged: "declaró la comunidad atendida de"
                case .cardPublished: "publicó la ficha de"
                case .groupAdded: "creó el grupo"
                case .groupRenewed: "fijó el mandato y el fin del grupo"
                case .memberAdded: "añadió a un grupo:"
                case .memberRemoved: "quitó de un grupo:"
                case .personsNamed: "nombró para siempre:"
                case .sawAs: "miró como"
                }
            }
        ),
        seeAs: SeeAs(
            title: "Ver como otra persona",
            lead: "Mire la pasarela con los ojos de un público. Lee lo que ellos leen y no cambia nada.",
            everyone: "El público",
            signedIn: "Cualquiera que tenga una cuenta",
            group: "grupo de intercambio",
            organisation: "organización",
            look: "Mirar"
        ),
        done: "Hecho.",
        notice: { what, subject in
            switch what {
            case .keyMade: "Se creó una clave de acceso para su cuenta."
            case .tokenMade:
                "Se creó un token para un programa en su cuenta" + (subject.map { ": \($0)." } ?? ".")
            case .roleChanged: subject.map { "Su rol es ahora: \($0)." } ?? "Su rol ha cambiado."
            case .invitedAgain: "Se le invitó de nuevo, y sus claves anteriores han caducado."
            }
        },
        error: { code in
            switch code {
            case .unknownAccount: "No existe esa cuenta."
            case .unknownOrganisation: "No existe esa organización."
            case .unknownGroup: "No existe ese grupo."
            case .unknownCollection: "No existe esa colección, o no está abierta para esta cuenta."
            case .unknownMethod: "Eso ya ha terminado."
            case .nameTaken: "Este nombre ya está en uso."
            case .badName: "Un nombre es corto y solo tiene caracteres visibles."
            case .badConstituency: "Esto no se entiende:"
            case .badContact: "Esto no se entiende, o la colección no lo aceptó:"
            case .changedMeanwhile:
                "Otra persona publicó esta ficha desde que usted la abrió. Lo que escribió sigue aquí: compárelo con lo publicado ahora y publique de nuevo."
            case .deskOnly: "Este rol es para personas de la organización que gestiona esta pasarela."
            case .lastAdministrator: "Es el último administrador. Dé antes ese rol a otra persona."
            case .lastMethod: "Es la única clave. Cree otra primero."
            case .aboveRole: "Nadie cambia una cuenta cuyo rol está por encima del suyo."
            case .notAllowed: "Su rol no lo permite."
            case .ownAccount: "Cree una clave nueva en la página de su cuenta."
            case .isDisabled: "La cuenta está cerrada. Ábrala primero."
            case .tooMany: "Hay demasiados. Revoque uno que ya no se use."
            }
        }
    )
}
