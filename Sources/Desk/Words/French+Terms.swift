extension DeskWords {
    static let frenchVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("analyse", "analysé dans")
        case .attributedTo: ("attribué à", "à l’origine de")
        case .authoredBy: ("écrit par", "auteur de")
        case .basedOn: ("fondé sur", "fondement de")
        case .beaconsTo: ("émet des balises vers", "reçoit des balises de")
        case .characterizes: ("caractérise", "caractérisé par")
        case .communicatesWith: ("communique avec", "communique avec")
        case .compromises: ("compromet", "compromis par")
        case .consistsOf: ("se compose de", "fait partie de")
        case .controls: ("contrôle", "contrôlé par")
        case .delivers: ("livre", "livré par")
        case .derivedFrom: ("dérivé de", "source de")
        case .detects: ("détecte", "détecté par")
        case .downloads: ("télécharge", "téléchargé par")
        case .drops: ("dépose", "déposé par")
        case .duplicateOf: ("double de", "a pour double")
        case .exfiltratesTo: ("exfiltre vers", "reçoit des données de")
        case .exploits: ("exploite", "exploité par")
        case .has: ("présente", "présent dans")
        case .hosts: ("héberge", "hébergé par")
        case .impersonates: ("usurpe l’identité de", "usurpé par")
        case .indicates: ("indique", "indiqué par")
        case .investigates: ("enquête sur", "examiné par")
        case .locatedAt: ("situé à", "lieu de")
        case .mitigates: ("atténue", "atténué par")
        case .originatesFrom: ("provient de", "origine de")
        case .owns: ("possède", "possédé par")
        case .relatedTo: ("lié à", "lié à")
        case .remediates: ("corrige", "corrigé par")
        case .resolvesTo: ("se résout en", "résolu depuis")
        case .revokedBy: ("remplacé par", "remplace")
        case .subtechniqueOf: ("sous-technique de", "a pour sous-technique")
        case .targets: ("vise", "visé par")
        case .uses: ("utilise", "utilisé par")
        case .variantOf: ("variante de", "a pour variante")
        case .objects: ("parle de", "dont parle")
        case .sightingOf: ("a vu", "vu dans")
        case .whereSighted: ("vu par", "a vu")
        case .resolvesToValues: ("se résout en", "résolution de")
        }
    }

    static let frenchProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "Motif"
        case .patternType: "Langage du motif"
        case .indicatorTypes: "Genre"
        case .validFrom: "Valable dès"
        case .validUntil: "Valable jusqu’à"
        case .value: "Valeur"
        case .hashes: "Empreintes"
        case .size: "Taille"
        case .killChainPhases: "Phases"
        case .platforms: "Plateformes"
        case .malwareTypes: "Genre"
        case .isFamily: "Est une famille"
        case .toolTypes: "Genre"
        case .toolVersion: "Version de l’outil"
        case .identityClass: "Genre"
        case .roles: "Rôles"
        case .sectors: "Secteurs"
        case .contact: "Contact"
        case .reportTypes: "Genre"
        case .published: "Publié"
        case .goals: "Buts"
        case .motivation: "Motivation"
        case .resourceLevel: "Moyens"
        case .sophistication: "Sophistication"
        case .firstSeen: "Vu la première fois"
        case .lastSeen: "Vu la dernière fois"
        case .firstObserved: "Première observation"
        case .lastObserved: "Dernière observation"
        case .count: "Nombre de fois"
        case .numberObserved: "Nombre de fois"
        case .sightingOf: "Ce qui a été vu"
        case .whereSighted: "Vu par"
        case .objects: "Objets"
        case .country: "Pays"
        case .region: "Région"
        case .detection: "Détection"
        case .dataSource: "Source de données"
        case .tactics: "Tactiques"
        case .contributors: "Contributeurs"
        case .domains: "Domaines"
        case .labels: "Étiquettes"
        case .confidence: "Confiance"
        case .lang: "Langue"
        case .name: "Nom"
        case .description: "Description"
        case .aliases: "Autres noms"
        case .references: "Références"
        case .revoked: "Révoqué"
        case .deprecated: "Obsolète"
        case .markings: "Marquages"
        case .author: "Auteur"
        case .created: "Créé"
        case .modified: "Modifié"
        }
    }
}
