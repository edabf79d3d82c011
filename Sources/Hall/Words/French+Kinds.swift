import Kinds

extension KindWords {
    static let french = KindWords(
        yes: "Oui", partly: "En partie", no: "Non", notApplicable: "Sans objet", choose: "– choisir –",
        oneEachLine: "Un par ligne.", moment: "Par exemple 2026-11-30T09:00+01:00[Africa/Tunis].",
        duration: "Par exemple P6M (six mois), P14D ou PT72H.", amount: "Montant", currency: "Monnaie", low: "Au moins",
        high: "Au plus", countries: "Ctrl ou ⌘ pour en choisir plusieurs.",
        party: "Identifiant d’une identité, ou adresse de sa page.",
        object: "Identifiant d’un objet, ou adresse de sa page.",
        network: "Par exemple 192.0.2.0/24, AS64500 ou banque.example.",
        link: "Avec https://.", file: "Identifiant de l’objet qui désigne le fichier.", overdue: "en retard",
        remark: "Commenter ce paragraphe",
        anotherRow: "Enregistrer et ajouter une ligne", row: { "Ligne \($0)" },
        moreAfter: { "D’autres questions peuvent suivre une fois « \($0) » rempli et enregistré." },
        sections: "Parties du formulaire",
        mistake: { finding in
            switch finding.code {
            case .missing: "Ce champ doit être rempli."
            case .wrongType: "Ce n’est pas ce qui est attendu ici."
            case .tooLong: "\(finding.detail) caractères au plus."
            case .tooMany: "\(finding.detail) au plus."
            case .notAChoice: "« \(finding.detail) » n’est pas l’un des choix."
            case .twice: "« \(finding.detail) » figure ici deux fois."
            case .noTime: "« \(finding.detail) » n’est ni une date ni une heure."
            case .outOfRange: "C’est moins ou plus que permis, ou ce n’est pas un nombre entier."
            case .wrongOrder: "Le second est inférieur ou antérieur au premier."
            case .badReference: "« \(finding.detail) » n’est pas l’identifiant d’un objet admis ici."
            case .badForm: "« \(finding.detail) » n’a pas la forme voulue."
            case .unknownField: "Ce n’est pas demandé ; c’est conservé."
            case .notAsked: "Ce n’est pas demandé ici ; c’est conservé."
            }
        }, inLanguage: { "en \($0)" })
}
