extension WebWords {
    static let spanish = WebWords(
        skip: "Ir al contenido",
        navigation: "Principal",
        searchLabel: "Buscar palabras, identificadores, observables",
        searchHint: "Palabras, T1566, 198.51.100.7 …",
        search: "Buscar",
        gateway: "Pasarela",
        language: "Idioma",
        unreviewed: "Estas palabras aún no han sido revisadas por hablantes nativos.",
        backHome: "Volver a la página de inicio",
        signIn: "Iniciar sesión",
        account: "Su cuenta",
        seeingAs: { seen in
            switch seen {
            case .everyone: "Ve esta pasarela como la ve el público. Solo lectura."
            case .signedIn: "Ve esta pasarela como la ve cualquiera que tenga una cuenta. Solo lectura."
            case .named(let name): "Ve esta pasarela como la ve \u{2068}\(name)\u{2069}. Solo lectura."
            }
        },
        backToYourself: "Volver a su propia vista",
        demo: "Esto es una demostración: todo lo que contiene es inventado.",
        problems: { problem in
            switch problem {
            case .notFound:
                (
                    "No hay nada que mostrar aquí",
                    "Esta página no existe o no está abierta para usted. La pasarela responde igual en ambos casos."
                )
            case .badRequest: ("No se entiende esta dirección", "El problema está en esta parte:")
            case .signInNeeded: ("Inicie sesión", "Para ver esta página hay que iniciar sesión.")
            case .forbidden:
                (
                    "No con su rol",
                    "Su rol no lo permite, o el formulario no se envió desde este sitio. No se ha cambiado nada."
                )
            case .tooLarge:
                ("Demasiado de una vez", "Lo enviado supera lo que esta página admite. Envíelo por partes.")
            case .tooMany(let seconds):
                ("Demasiados intentos", "Espere \(seconds) segundos y vuelva a intentarlo.")
            case .tooSlow:
                (
                    "Demasiado lento",
                    "Lo que envió tardó demasiado en llegar. No se ha cambiado nada; inténtelo de nuevo."
                )
            case .wrongMethod:
                ("Así no", "Esta dirección no se puede usar de esta manera. No se ha cambiado nada.")
            case .busy(let seconds):
                (
                    "Demasiado trabajo",
                    "Esta pasarela está ocupada en este momento. Inténtelo de nuevo dentro de \(seconds) segundos."
                )
            case .failure:
                (
                    "Algo ha fallado aquí",
                    "El fallo es nuestro, no suyo. Ha quedado registrado; inténtelo de nuevo más tarde."
                )
            }
        }
    )
}
