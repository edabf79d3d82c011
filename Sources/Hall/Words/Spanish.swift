import Work

extension HallWords {
    static let spanish = HallWords(
        work: "Tareas",
        letters: "Cartas", blobs: "Limpieza de archivos",
        title: "Lo que espera a que se haga",
        lead:
            "Todo lo que se hace más tarde es una fila. Lo que falla se reintenta tras esperas cada vez más largas; lo que se ha detenido espera a que alguien lo mire.",
        nothing: "Nada espera.", rest: "Puede haber más. Todas:", kind: "Clase", waiting: "En espera",
        late: "Con retraso", failing: "Fallan",
        stopped: "Detenidas", due: "Vence", retry: "Hacerla ahora", drop: "No hacerla nunca",
        state: { state in
            switch state {
            case .begun: "en curso"
            case .stopped: "detenida"
            case .failing: "falla"
            case .due: "por hacer"
            case .waiting: "espera"
            }
        },
        done: { change in
            switch change {
            case .retry: "Se hará en cuanto alguien trabaje."
            case .drop: "No se hará."
            }
        })
}
