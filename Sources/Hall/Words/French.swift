import Work

extension HallWords {
    static let french = HallWords(
        work: "Travaux",
        letters: "Lettres", blobs: "Rangement des fichiers",
        title: "Ce qui attend d’être fait",
        lead:
            "Tout ce qui se fait plus tard est une ligne. Ce qui échoue est retenté après des attentes croissantes ; ce qui est arrêté attend que quelqu’un regarde.",
        nothing: "Rien n’attend.", rest: "Il peut y en avoir d’autres. Toutes :", kind: "Genre", waiting: "En attente",
        late: "En retard", failing: "En échec",
        stopped: "Arrêtés", due: "Échéance", retry: "Faire maintenant", drop: "Ne jamais faire",
        state: { state in
            switch state {
            case .begun: "en cours"
            case .stopped: "arrêté"
            case .failing: "échoue"
            case .due: "à faire"
            case .waiting: "attend"
            }
        },
        done: { change in
            switch change {
            case .retry: "Ce sera fait dès que quelqu’un travaille."
            case .drop: "Ce ne sera pas fait."
            }
        })
}
