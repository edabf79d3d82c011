import Work

extension HallWords {
    static let russian = HallWords(
        work: "Задания",
        letters: "Письма", blobs: "Уборка файлов",
        title: "Что ждёт выполнения",
        lead:
            "Всё, что делается позже, — строка в этом списке. Неудавшееся повторяется через всё большее время; остановленное ждёт, пока кто-нибудь посмотрит.",
        nothing: "Ничто не ждёт.", rest: "Возможно, есть и другие. Все:", kind: "Вид", waiting: "Ожидают",
        late: "Опаздывают", failing: "С ошибкой",
        stopped: "Остановлены", due: "Срок", retry: "Выполнить сейчас", drop: "Не выполнять никогда",
        state: { state in
            switch state {
            case .begun: "выполняется"
            case .stopped: "остановлено"
            case .failing: "не удаётся"
            case .due: "пора выполнить"
            case .waiting: "ожидает"
            }
        },
        done: { change in
            switch change {
            case .retry: "Будет выполнено, как только кто-нибудь освободится."
            case .drop: "Выполнено не будет."
            }
        })
}
