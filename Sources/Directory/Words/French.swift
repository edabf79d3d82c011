import HTML
import Ledger
import Web

extension DirectoryWords {
    static let french = DirectoryWords(
        menu: "Personnes",
        signIn: SignIn(
            title: "Se connecter",
            name: "Nom",
            key: "Clé de connexion",
            keyHint: "Votre gestionnaire de mots de passe la garde. Elle a été montrée une fois, à votre arrivée.",
            submit: "Se connecter",
            failed: "Le nom et la clé ne vont pas ensemble, ou le compte est fermé.",
            helpTitle: "Connexion impossible ?",
            noAccount: "Les comptes sont créés par l’équipe de cette passerelle. Demandez-lui une invitation.",
            lostDevice:
                "Clé ou appareil perdu ? Demandez à être invité de nouveau : cela met fin à l’ancienne clé.",
            goneTitle: "Cette invitation ne fonctionne plus",
            goneLead: "Une invitation sert une fois, pendant sept jours. Demandez-en une autre à qui vous a invité.",
            invitedTitle: "Vous êtes invité",
            welcome: { "Bienvenue, \($0)" },
            invitedLead: { "Vous êtes invité sur \($0). Rien n’est encore fait : entrez par le bouton ci-dessous." },
            organisation: "Organisation",
            role: "Rôle",
            accept: "Entrer",
            acceptHint:
                "Cela marche une fois. Vous recevrez une clé pour la prochaine visite ; préparez votre gestionnaire de mots de passe.",
            keyTitle: "Gardez votre clé de connexion",
            newKeyTitle: "Gardez votre nouvelle clé de connexion",
            keyLead:
                "Vous vous connectez avec cette clé et votre nom. Elle n’est montrée que maintenant : nous n’en gardons que l’empreinte.",
            adviceManager:
                "Enregistrez-la dans votre gestionnaire de mots de passe. Votre navigateur le proposera peut-être.",
            advicePaper: "Sans gestionnaire, écrivez-la sur papier et mettez le papier sous clé.",
            adviceNever: "Ne l’envoyez à personne. L’équipe de cette passerelle ne vous la demandera jamais.",
            keepHint: "En continuant, vous vous connectez avec la clé : vous voyez ainsi qu’elle fonctionne.",
            keptIt: "Je l’ai gardée : continuer"
        ),
        role: { role in
            switch role {
            case .administrator: "administrateur"
            case .analyst: "analyste"
            case .member: "membre"
            case .reader: "lecteur"
            }
        },
        account: Account(
            title: "Votre compte",
            keys: "Clés de connexion",
            keysLead:
                "Vous vous connectez avec une clé et votre nom. Faites-en une par endroit qui la garde, et révoquez celles qui ne servent plus.",
            made: "Depuis",
            used: { $0.map { "utilisée \($0)" } ?? "jamais utilisée" },
            revoke: "Révoquer",
            newKey: "Créer une clé",
            devices: "Où vous êtes connecté",
            thisDevice: "cet appareil",
            end: "Terminer",
            signOut: "Se déconnecter",
            everywhere: "Se déconnecter partout",
            tokens: "Jetons pour programmes",
            tokensLead:
                "Un programme qui présente un jeton agit pour vous : il lit, ou lit et écrit, et n’administre jamais.",
            tokenName: "À quoi sert-il ?",
            tokenScope: "Il peut",
            scope: { scope in
                switch scope {
                case .read: "lire"
                case .write: "lire et écrire"
                }
            },
            tokenCollections: "Seulement dans ces collections",
            tokenCollectionsHint: "Aucun choix : toutes celles que vous lisez.",
            allCollections: "tout ce que vous lisez",
            until: "jusqu’au",
            newToken: "Créer un jeton",
            newTokenTitle: "Votre nouveau jeton",
            newTokenLead:
                "Copiez-le maintenant dans le programme. Il n’est montré qu’une fois : nous n’en gardons que l’empreinte.",
            backToAccount: "Retour à votre compte"
        ),
        people: People(
            title: "Personnes",
            all: "Tous ceux qui ont un compte",
            nobody: "Personne pour l’instant",
            name: "Nom",
            nameHint: "C’est avec ce nom qu’on se connecte. Personne d’autre ici ne peut le porter.",
            organisation: "Organisation",
            role: "Rôle",
            roleHint: "Administrateur et analyste sont réservés à l’organisation qui tient cette passerelle.",
            inviteTitle: "Inviter quelqu’un",
            invite: "Créer l’invitation",
            state: "Compte",
            standing: { standing in
                switch standing {
                case .active: "ouvert"
                case .invited: "invité"
                case .notInvited: "invitation terminée"
                case .disabled: "fermé"
                }
            },
            made: "Depuis",
            seen: "Dernière visite",
            changeRole: "Changer le rôle",
            ownAccount: "C’est votre propre compte. Un autre administrateur peut le modifier.",
            againTitle: "Appareil perdu",
            againLead: "Une nouvelle invitation met fin aussitôt à toutes les sessions et clés de ce compte.",
            again: "Inviter de nouveau",
            disable: "Fermer le compte",
            enable: "Rouvrir le compte",
            disableLead: "Tant qu’un compte est fermé, ses sessions sont terminées, et ni clé ni jeton ne fonctionne.",
            invitedTitle: { "Une invitation pour \($0)" },
            invitedLead: "Remettez ce lien par une voie sûre. Il n’est montré qu’une fois et ne sert qu’une fois.",
            expires: "Il fonctionne jusqu’au",
            reads: {
                "Cette personne lira \(Language.french.number($0)) \(Plural.french($0, "entrée existante", "entrées existantes")) dans :"
            }
        ),
        organisations: Organisations(
            title: "Organisations",
            name: "Nom",
            add: "Inscrire une organisation",
            runsThis: "tient cette passerelle",
            people: { "\(Language.french.number($0)) \(Plural.french($0, "personne", "personnes"))" },
            constituency: "Périmètre",
            constituencyLead: "Ce dont cette organisation répond. Les nouveautés y sont comparées.",
            networks: "Réseaux",
            networksHint: "Un préfixe par ligne : 198.51.100.0/24, 2001:db8::/32",
            systems: "Numéros d’AS",
            systemsHint: "Un par ligne : AS64500",
            domains: "Domaines",
            domainsHint: "Un par ligne, avec tout ce qui est dessous : bank.example",
            sectors: "Secteurs",
            save: "Enregistrer",
            card: "Fiche de contact",
            cardLead: "Un objet identity qui dit comment joindre l’organisation et de quoi elle répond.",
            cardStands: "La fiche publiée",
            cardNow: "Ce qui est publié maintenant",
            noCard: "Aucune n’a encore été publiée.",
            email: "Courriel",
            phone: "Téléphone",
            hours: "Quand on répond",
            timeZone: "Fuseau horaire, par exemple Africa/Tunis",
            languages: "Langues, la meilleure d’abord : ar fr en",
            keys: "Clés publiques",
            keysHint: "Une empreinte ou une adresse par ligne",
            into: "Publier dans",
            publish: "Publier la fiche"
        ),
        groups: Groups(
            title: "Groupes de partage",
            lead: "Des organisations qui partagent entre elles. Un groupe peut être le public d’une collection.",
            none: "Aucun pour l’instant",
            name: "Nom",
            add: "Créer un groupe",
            hide: "Cacher les membres les uns aux autres",
            hideHint: "Ils n’apprennent ni les noms ni le nombre. Cela ne se change plus ensuite.",
            hidden: "cache ses membres",
            hidesThem: "Ce groupe cache ses membres les uns aux autres.",
            members: { "\(Language.french.number($0)) \(Plural.french($0, "membre", "membres"))" },
            membersTitle: "Membres",
            noMembers: "Aucun pour l’instant",
            remove: "Retirer",
            addMember: "Ajouter un membre",
            organisation: "Organisation",
            look: "Voir ce qu’elle lira",
            previewTitle: { "Ajouter \($0) ?" },
            preview: { people, entries in
                "\(Language.french.number(people)) \(Plural.french(people, "personne lira", "personnes liront")) "
                    + "\(Language.french.number(entries)) \(Plural.french(entries, "entrée existante", "entrées existantes")), dès maintenant."
            },
            confirm: "Ajouter",
            cancel: "Ne rien faire"
        ),
        audit: Audit(
            title: "Journal des opérations",
            lead: "Qui a fait entrer qui, et qui a changé quoi dans l’annuaire. Le plus récent d’abord.",
            onMachine: "sur la machine",
            older: "Plus anciens",
            act: { act in
                switch act {
                case .invited: "a invité"
                case .invitedAgain: "a invité de nouveau"
                case .accepted: "est entré par une invitation"
                case .signedIn: "s’est connecté"
                case .signedOut: "a terminé une session"
                case .signedOutEverywhere: "s’est déconnecté partout"
                case .keyMade: "a créé une clé de connexion"
                case .keyRevoked: "a révoqué une clé de connexion"
                case .tokenMade: "a créé un jeton pour"
                case .tokenRevoked: "a révoqué un jeton de"
                case .disabled: "a fermé le compte de"
                case .enabled: "a rouvert le compte de"
                case .roleChanged: "a changé le rôle de"
                case .organisationAdded: "a inscrit"
                case .constituencyChanged: "a déclaré le périmètre de"
                case .cardPublished: "a publié la fiche de"
                case .groupAdded: "a créé le groupe"
                case .groupRenewed: "a fixé le mandat et la fin du groupe"
                case .memberAdded: "a ajouté à un groupe :"
                case .memberRemoved: "a retiré d’un groupe :"
                case .personsNamed: "a nommé pour toujours :"
                case .sawAs: "a regardé comme"
                }
            }
        ),
        seeAs: SeeAs(
            title: "Voir comme un autre",
            lead: "Regardez la passerelle avec les yeux d’un public. Vous lisez ce qu’il lit, et ne changez rien.",
            everyone: "Le public",
            signedIn: "Toute personne qui a un compte",
            group: "groupe de partage",
            organisation: "organisation",
            look: "Regarder"
        ),
        done: "C’est fait.",
        notice: { what, subject in
            switch what {
            case .keyMade: "Une clé de connexion a été créée pour votre compte."
            case .tokenMade:
                "Un jeton pour un programme a été créé pour votre compte" + (subject.map { " : \($0)." } ?? ".")
            case .roleChanged: subject.map { "Votre rôle est maintenant : \($0)." } ?? "Votre rôle a été changé."
            case .invitedAgain: "Vous avez été invité de nouveau, et vos clés précédentes ne valent plus."
            }
        },
        error: { code in
            switch code {
            case .unknownAccount: "Ce compte n’existe pas."
            case .unknownOrganisation: "Cette organisation n’existe pas."
            case .unknownGroup: "Ce groupe n’existe pas."
            case .unknownCollection: "Cette collection n’existe pas, ou n’est pas ouverte à ce compte."
            case .unknownMethod: "C’est déjà terminé."
            case .nameTaken: "Ce nom est pris."
            case .badName: "Un nom est court, et n’a que des caractères visibles."
            case .badConstituency: "Ceci n’est pas compris :"
            case .badContact: "Ceci n’est pas compris, ou la collection ne l’a pas pris :"
            case .changedMeanwhile:
                "Quelqu’un d’autre a publié cette fiche depuis que vous l’avez ouverte. Votre saisie est conservée : comparez-la avec ce qui est publié maintenant, puis publiez à nouveau."
            case .deskOnly: "Ce rôle est réservé à l’organisation qui tient cette passerelle."
            case .lastAdministrator: "C’est le dernier administrateur. Donnez d’abord ce rôle à quelqu’un d’autre."
            case .lastMethod: "C’est la seule clé. Faites-en d’abord une autre."
            case .aboveRole: "Personne ne modifie un compte dont le rôle est au-dessus du sien."
            case .notAllowed: "Votre rôle ne le permet pas."
            case .ownAccount: "Créez-vous une nouvelle clé sur la page de votre compte."
            case .isDisabled: "Le compte est fermé. Rouvrez-le d’abord."
            case .tooMany: "Il y en a trop. Révoquez-en un qui ne sert plus."
            }
        }
    )
}
