extension WebWords {
    static let french = WebWords(
        skip: "Aller au contenu",
        navigation: "Principal",
        searchLabel: "Chercher des mots, des identifiants, des observables",
        searchHint: "Mots, T1566, 198.51.100.7 …",
        search: "Chercher",
        gateway: "Passerelle",
        language: "Langue",
        backHome: "Retour à la première page",
        signIn: "Se connecter",
        account: "Votre compte",
        seeingAs: { seen in
            switch seen {
            case .everyone: "Vous voyez la passerelle comme le public la voit. Lecture seule."
            case .signedIn: "Vous voyez la passerelle comme toute personne qui a un compte. Lecture seule."
            case .named(let name): "Vous voyez la passerelle comme \u{2068}\(name)\u{2069} la voit. Lecture seule."
            }
        },
        backToYourself: "Redevenir vous-même",
        demo: "Ceci est une démonstration : tout ce qui s’y trouve est inventé.",
        problems: { problem in
            switch problem {
            case .notFound:
                (
                    "Rien à montrer ici",
                    "Cette page n’existe pas, ou ne vous est pas ouverte. La passerelle répond de la même façon aux deux."
                )
            case .badRequest: ("Cette adresse n’est pas comprise", "Le problème se trouve dans cette partie :")
            case .signInNeeded: ("Connectez-vous", "Cette page demande une connexion.")
            case .forbidden:
                (
                    "Pas avec votre rôle",
                    "Votre rôle ne le permet pas, ou le formulaire ne venait pas de ce site. Rien n’a été changé."
                )
            case .tooLarge:
                ("Trop à la fois", "L’envoi dépasse ce que cette page accepte. Envoyez-le en plusieurs parties.")
            case .tooMany(let seconds): ("Trop d’essais", "Attendez \(seconds) secondes, puis réessayez.")
            case .tooSlow:
                ("Trop lent", "Votre envoi a mis trop de temps à arriver. Rien n’a été changé ; veuillez réessayer.")
            case .wrongMethod:
                ("Pas de cette façon", "Cette adresse ne s’utilise pas de cette façon. Rien n’a été modifié.")
            case .busy(let seconds):
                ("Trop à faire", "Cette passerelle est occupée en ce moment. Réessayez dans \(seconds) secondes.")
            case .failure:
                (
                    "Une erreur s’est produite ici",
                    "La faute est de notre côté. Elle a été notée ; veuillez réessayer plus tard."
                )
            }
        },
        type: { type in
            switch type {
            case .attackPattern:
                .init("Technique", "Techniques", "Une façon dont un adversaire cherche à atteindre son but.")
            case .campaign:
                .init("Campagne", "Campagnes", "Une suite d’attaques, sur une période, contre certaines cibles.")
            case .courseOfAction:
                .init("Mesure d’atténuation", "Mesures d’atténuation", "Ce qui empêche une attaque ou y répond.")
            case .grouping:
                .init("Regroupement", "Regroupements", "Des objets dont quelqu’un dit qu’ils vont ensemble.")
            case .identity:
                .init("Partie", "Parties", "Une personne, une équipe, une organisation ou un secteur.")
            case .incident: .init("Incident", "Incidents", "Un fait survenu que quelqu’un doit traiter.")
            case .indicator:
                .init("Indicateur", "Indicateurs", "Un motif qui permet de reconnaître une activité malveillante.")
            case .infrastructure:
                .init(
                    "Infrastructure", "Infrastructures",
                    "Des systèmes au service d’une attaque, d’une défense ou visés.")
            case .intrusionSet:
                .init(
                    "Groupe d’attaquants", "Groupes d’attaquants",
                    "Des activités aux traits communs, attribuées à un même acteur.")
            case .location: .init("Lieu", "Lieux", "Un endroit : une région, un pays, une adresse.")
            case .malware: .init("Logiciel malveillant", "Logiciels malveillants", "Un logiciel fait pour nuire.")
            case .malwareAnalysis:
                .init(
                    "Analyse de logiciel", "Analyses de logiciels",
                    "Ce qu’a révélé l’analyse d’un logiciel ou d’un fichier.")
            case .note: .init("Note", "Notes", "Une remarque de quelqu’un sur d’autres objets.")
            case .observedData:
                .init("Observation", "Observations", "Ce qui a été vu sur des systèmes ou réseaux, tel quel.")
            case .opinion: .init("Avis", "Avis", "À quel point quelqu’un approuve ce que dit un objet.")
            case .report: .init("Rapport", "Rapports", "Un texte sur une menace, avec les objets dont il parle.")
            case .threatActor:
                .init("Acteur malveillant", "Acteurs malveillants", "Des personnes ou groupes aux intentions hostiles.")
            case .tool: .init("Outil", "Outils", "Un logiciel légitime que les attaquants utilisent aussi.")
            case .vulnerability:
                .init("Vulnérabilité", "Vulnérabilités", "Une faille logicielle qui peut être exploitée.")
            case .relationship: .init("Relation", "Relations", "L’affirmation que deux objets sont liés.")
            case .sighting: .init("Détection", "Détections", "L’affirmation que quelque chose a été vu.")
            case .languageContent: .init("Traduction", "Traductions", "Les mots d’un objet dans d’autres langues.")
            case .markingDefinition: .init("Marquage", "Marquages", "Une règle de partage, ou une mention de droits.")
            case .extensionDefinition:
                .init("Extension", "Extensions", "La définition de propriétés ou de types supplémentaires.")
            case .artifact: .init("Artefact", "Artefacts", "Les octets d’un fichier, ou l’endroit où les trouver.")
            case .autonomousSystem:
                .init("Système autonome", "Systèmes autonomes", "Un réseau sous une même politique de routage.")
            case .directory: .init("Répertoire", "Répertoires", "Un dossier d’un système de fichiers.")
            case .domainName: .init("Nom de domaine", "Noms de domaine", "Un nom du système de noms de domaine.")
            case .emailAddress: .init("Adresse électronique", "Adresses électroniques", "Une adresse de courrier.")
            case .emailMessage:
                .init("Courrier électronique", "Courriers électroniques", "Un courrier, tel qu’observé.")
            case .file: .init("Fichier", "Fichiers", "Un fichier, connu par ses empreintes, son nom ou sa taille.")
            case .ipv4Address:
                .init("Adresse IPv4", "Adresses IPv4", "Une adresse ou un préfixe d’Internet, version 4.")
            case .ipv6Address:
                .init("Adresse IPv6", "Adresses IPv6", "Une adresse ou un préfixe d’Internet, version 6.")
            case .macAddress: .init("Adresse MAC", "Adresses MAC", "L’adresse matérielle d’une interface réseau.")
            case .mutex: .init("Mutex", "Mutex", "Un verrou nommé par lequel un programme sait qu’il tourne déjà.")
            case .networkTraffic: .init("Trafic réseau", "Trafics réseau", "Un flux de paquets entre deux extrémités.")
            case .process: .init("Processus", "Processus", "Un programme en cours d’exécution.")
            case .software: .init("Logiciel", "Logiciels", "Un produit logiciel, avec sa version.")
            case .url: .init("URL", "URL", "L’adresse d’une ressource sur un réseau.")
            case .userAccount: .init("Compte", "Comptes", "Un compte sur un système ou un service.")
            case .registryKey: .init("Clé de registre", "Clés de registre", "Une clé du registre de Windows.")
            case .certificate: .init("Certificat", "Certificats", "Un certificat X.509.")
            case .tactic: .init("Tactique", "Tactiques", "Ce qu’un adversaire veut obtenir à une étape de l’attaque.")
            case .matrix: .init("Matrice", "Matrices", "Un tableau de tactiques et de techniques.")
            case .dataSource:
                .init(
                    "Source de données", "Sources de données",
                    "Un genre d’information recueilli par capteurs et journaux.")
            case .dataComponent:
                .init(
                    "Composant de données", "Composants de données",
                    "Une propriété d’une source de données qui permet de détecter des techniques.")
            case .asset: .init("Équipement", "Équipements", "Un appareil ou système des réseaux industriels.")
            case .attackCollection:
                .init("Publication", "Publications", "La liste des objets d’une publication d’ATT&CK.")
            case .detectionStrategy:
                .init("Stratégie de détection", "Stratégies de détection", "Une façon de détecter une technique.")
            case .analytic:
                .init("Analytique", "Analytiques", "La logique qui détecte une technique sur une plateforme.")
            }
        }
    )
}
