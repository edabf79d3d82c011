import Kinds

extension KindWords {
    static let spanish = KindWords(
        yes: "Sí", partly: "En parte", no: "No", notApplicable: "No procede", choose: "– elegir –",
        oneEachLine: "Uno por línea.", moment: "Por ejemplo, 2026-11-30T09:00+01:00[Africa/Tunis].",
        duration: "Por ejemplo, P6M (seis meses), P14D o PT72H.", amount: "Importe", currency: "Moneda",
        low: "Como mínimo", high: "Como máximo", countries: "Mantenga pulsada Ctrl o ⌘ para elegir varios.",
        party: "Identificador de una identidad, o la dirección de su página.",
        object: "Identificador de un objeto, o la dirección de su página.",
        network: "Por ejemplo, 192.0.2.0/24, AS64500 o banco.example.",
        link: "Con https://.", file: "Identificador del objeto que nombra el archivo.", overdue: "con retraso",
        remark: "Comentar este párrafo",
        anotherRow: "Guardar y añadir otra fila", row: { "Fila \($0)" },
        moreAfter: { "Puede haber más preguntas una vez rellenado y guardado «\($0)»." },
        sections: "Partes del formulario",
        mistake: { finding in
            switch finding.code {
            case .missing: "Hay que rellenar este campo."
            case .wrongType: "No es lo que se espera aquí."
            case .tooLong: "Puede tener como máximo \(finding.detail) caracteres."
            case .tooMany: "Puede haber como máximo \(finding.detail)."
            case .notAChoice: "«\(finding.detail)» no es ninguna de las opciones."
            case .twice: "«\(finding.detail)» aparece aquí dos veces."
            case .noTime: "«\(finding.detail)» no es una fecha ni una hora."
            case .outOfRange: "Es menos o más de lo permitido, o no es un número entero."
            case .wrongOrder: "El segundo es menor o anterior al primero."
            case .badReference: "«\(finding.detail)» no es el identificador de un objeto que pueda figurar aquí."
            case .badForm: "«\(finding.detail)» no tiene la forma requerida."
            case .unknownField: "Esto no se pregunta; se conserva."
            case .notAsked: "Esto no se pregunta aquí; se conserva."
            }
        }, inLanguage: { "en \($0)" })
}
