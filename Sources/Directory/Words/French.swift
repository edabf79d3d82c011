import HTML
import Ledger
import Web

extension DirectoryWords {
    static let french = DirectoryWords(
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
        }
    )
}
