import Web

extension DeskWords {
    static let frenchType: @Sendable (KnownType) -> TypeWords = { type in
        switch type {
        case .attackPattern:
            TypeWords("Technique", "Techniques", "Une façon dont un adversaire cherche à atteindre son but.")
        case .campaign:
            TypeWords("Campagne", "Campagnes", "Une suite d’attaques, sur une période, contre certaines cibles.")
        case .courseOfAction:
            TypeWords("Mesure d’atténuation", "Mesures d’atténuation", "Ce qui empêche une attaque ou y répond.")
        case .grouping:
            TypeWords("Regroupement", "Regroupements", "Des objets dont quelqu’un dit qu’ils vont ensemble.")
        case .identity:
            TypeWords("Partie", "Parties", "Une personne, une équipe, une organisation ou un secteur.")
        case .incident: TypeWords("Incident", "Incidents", "Un fait survenu que quelqu’un doit traiter.")
        case .indicator:
            TypeWords("Indicateur", "Indicateurs", "Un motif qui permet de reconnaître une activité malveillante.")
        case .infrastructure:
            TypeWords(
                "Infrastructure", "Infrastructures",
                "Des systèmes au service d’une attaque, d’une défense ou visés.")
        case .intrusionSet:
            TypeWords(
                "Groupe d’attaquants", "Groupes d’attaquants",
                "Des activités aux traits communs, attribuées à un même acteur.")
        case .location: TypeWords("Lieu", "Lieux", "Un endroit : une région, un pays, une adresse.")
        case .malware: TypeWords("Logiciel malveillant", "Logiciels malveillants", "Un logiciel fait pour nuire.")
        case .malwareAnalysis:
            TypeWords(
                "Analyse de logiciel", "Analyses de logiciels",
                "Ce qu’a révélé l’analyse d’un logiciel ou d’un fichier.")
        case .note: TypeWords("Note", "Notes", "Une remarque de quelqu’un sur d’autres objets.")
        case .observedData:
            TypeWords("Observation", "Observations", "Ce qui a été vu sur des systèmes ou réseaux, tel quel.")
        case .opinion: TypeWords("Avis", "Avis", "À quel point quelqu’un approuve ce que dit un objet.")
        case .report: TypeWords("Rapport", "Rapports", "Un texte sur une menace, avec les objets dont il parle.")
        case .threatActor:
            TypeWords("Acteur malveillant", "Acteurs malveillants", "Des personnes ou groupes aux intentions hostiles.")
        case .tool: TypeWords("Outil", "Outils", "Un logiciel légitime que les attaquants utilisent aussi.")
        case .vulnerability:
            TypeWords("Vulnérabilité", "Vulnérabilités", "Une faille logicielle qui peut être exploitée.")
        case .event: TypeWords("Événement", "Événements", "Ce qui s’est produit au cours d’un incident.")
        case .impact: TypeWords("Conséquence", "Conséquences", "Ce qu’un incident a fait à quelqu’un, et à quel point.")
        case .task: TypeWords("Tâche", "Tâches", "Ce qui est à faire au sujet d’un incident, ou a été fait.")
        case .relationship: TypeWords("Relation", "Relations", "L’affirmation que deux objets sont liés.")
        case .sighting: TypeWords("Détection", "Détections", "L’affirmation que quelque chose a été vu.")
        case .languageContent: TypeWords("Traduction", "Traductions", "Les mots d’un objet dans d’autres langues.")
        case .markingDefinition: TypeWords("Marquage", "Marquages", "Une règle de partage, ou une mention de droits.")
        case .extensionDefinition:
            TypeWords("Extension", "Extensions", "La définition de propriétés ou de types supplémentaires.")
        case .artifact: TypeWords("Artefact", "Artefacts", "Les octets d’un fichier, ou l’endroit où les trouver.")
        case .autonomousSystem:
            TypeWords("Système autonome", "Systèmes autonomes", "Un réseau sous une même politique de routage.")
        case .directory: TypeWords("Répertoire", "Répertoires", "Un dossier d’un système de fichiers.")
        case .domainName: TypeWords("Nom de domaine", "Noms de domaine", "Un nom du système de noms de domaine.")
        case .emailAddress: TypeWords("Adresse électronique", "Adresses électroniques", "Une adresse de courrier.")
        case .emailMessage:
            TypeWords("Courrier électronique", "Courriers électroniques", "Un courrier, tel qu’observé.")
        case .file: TypeWords("Fichier", "Fichiers", "Un fichier, connu par ses empreintes, son nom ou sa taille.")
        case .ipv4Address:
            TypeWords("Adresse IPv4", "Adresses IPv4", "Une adresse ou un préfixe d’Internet, version 4.")
        case .ipv6Address:
            TypeWords("Adresse IPv6", "Adresses IPv6", "Une adresse ou un préfixe d’Internet, version 6.")
        case .macAddress: TypeWords("Adresse MAC", "Adresses MAC", "L’adresse matérielle d’une interface réseau.")
        case .mutex: TypeWords("Mutex", "Mutex", "Un verrou nommé par lequel un programme sait qu’il tourne déjà.")
        case .networkTraffic: TypeWords("Trafic réseau", "Trafics réseau", "Un flux de paquets entre deux extrémités.")
        case .process: TypeWords("Processus", "Processus", "Un programme en cours d’exécution.")
        case .software: TypeWords("Logiciel", "Logiciels", "Un produit logiciel, avec sa version.")
        case .url: TypeWords("URL", "URL", "L’adresse d’une ressource sur un réseau.")
        case .userAccount: TypeWords("Compte", "Comptes", "Un compte sur un système ou un service.")
        case .registryKey: TypeWords("Clé de registre", "Clés de registre", "Une clé du registre de Windows.")
        case .certificate: TypeWords("Certificat", "Certificats", "Un certificat X.509.")
        case .tactic: TypeWords("Tactique", "Tactiques", "Ce qu’un adversaire veut obtenir à une étape de l’attaque.")
        case .matrix: TypeWords("Matrice", "Matrices", "Un tableau de tactiques et de techniques.")
        case .dataSource:
            TypeWords(
                "Source de données", "Sources de données",
                "Un genre d’information recueilli par capteurs et journaux.")
        case .dataComponent:
            TypeWords(
                "Composant de données", "Composants de données",
                "Une propriété d’une source de données qui permet de détecter des techniques.")
        case .asset: TypeWords("Équipement", "Équipements", "Un appareil ou système des réseaux industriels.")
        case .attackCollection:
            TypeWords("Publication", "Publications", "La liste des objets d’une publication d’ATT&CK.")
        case .detectionStrategy:
            TypeWords("Stratégie de détection", "Stratégies de détection", "Une façon de détecter une technique.")
        case .analytic:
            TypeWords("Analytique", "Analytiques", "La logique qui détecte une technique sur une plateforme.")
        }
    }
}
