import HTML
import Web

extension FacetWords {
    static let spanish = FacetWords(
        title: "Acotar",
        facet: { facet in
            switch facet {
            case .type: "Tipo"
            case .collection: "Colección"
            case .source: "Fuente"
            case .marking: "Marcado"
            case .period: "Añadido"
            }
        },
        chosen: "Solo",
        remove: "quitar",
        firstTenThousand: "Recuento de los primeros 10.000 resultados.",
        more: { "\(Language.spanish.number($0)) más" },
        none: "Sin alguna de las restricciones anteriores puede haber más.",
        asFeed: "como canal",
        asData: "como datos"
    )
}

extension SavedSearchWords {
    static let spanish = SavedSearchWords(
        title: "Búsquedas guardadas",
        lead:
            "Un lector de canales puede seguir cada una en su dirección privada. El canal responde según lo que usted pueda leer en ese momento, sin preguntar quién lo lee: no comparta la dirección.",
        none: "Aún no ha guardado ninguna búsqueda. Busque algo y guárdelo desde la página de resultados.",
        save: "Guardar esta búsqueda",
        name: "Nombre",
        unnamed: "Búsqueda sin palabras",
        feed: "Búsqueda",
        saved: { "guardada el \($0)" },
        rename: "Cambiar el nombre",
        renew: "Nueva dirección del canal",
        renewLead: "La dirección anterior deja de funcionar de inmediato.",
        delete: "Eliminar",
        made: { "El canal privado de \($0):" },
        madeLead: "Cópiela ahora: solo se muestra esta vez. Si se pierde o la conocen otros, cree una nueva.",
        lists: "Listas para cortafuegos y resolutores"
    )
}
