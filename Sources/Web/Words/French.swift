extension WebWords {
    static let french = WebWords(
        skip: "Aller au contenu",
        navigation: "Principal",
        searchLabel: "Chercher des mots, des identifiants, des observables",
        searchHint: "Mots, T1566, 198.51.100.7 …",
        search: "Chercher",
        gateway: "Passerelle",
        language: "Langue",
        unreviewed: "Ces mots n’ont pas encore été relus par des locuteurs natifs.",
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
        }
    )
}
