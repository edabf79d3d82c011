import Work

extension HallWords {
    static let english = HallWords(
        work: "Work",
        letters: "Letters", blobs: "Tidying of files",
        title: "What waits to be done",
        lead:
            "Everything that happens later is a row. What fails is tried again after waits that grow; what stopped waits for somebody to look.",
        nothing: "Nothing waits.", rest: "There may be more. All of them:", kind: "Kind", waiting: "Waiting",
        late: "Late", failing: "Failing",
        stopped: "Stopped", due: "Due", retry: "Do it now", drop: "Never do it",
        state: { state in
            switch state {
            case .begun: "somebody is at it"
            case .stopped: "stopped"
            case .failing: "fails"
            case .due: "due"
            case .waiting: "waits"
            }
        },
        done: { change in
            switch change {
            case .retry: "It is done as soon as somebody works."
            case .drop: "It will not be done."
            }
        })
}
