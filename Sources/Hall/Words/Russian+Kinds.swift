import Kinds

extension KindWords {
    static let russian = KindWords(
        yes: "Да", partly: "Частично", no: "Нет", notApplicable: "Не применимо", choose: "– выберите –",
        oneEachLine: "По одному в строке.", moment: "Например, 2026-11-30T09:00+01:00[Africa/Tunis].",
        duration: "Например, P6M (шесть месяцев), P14D или PT72H.", amount: "Сумма", currency: "Валюта",
        low: "Не менее", high: "Не более", countries: "Чтобы выбрать несколько, удерживайте Ctrl или ⌘.",
        party: "Идентификатор субъекта или адрес его страницы.",
        object: "Идентификатор объекта или адрес его страницы.",
        network: "Например, 192.0.2.0/24, AS64500 или bank.example.",
        link: "Вместе с https://.", file: "Идентификатор объекта, который называет файл.", overdue: "просрочено",
        remark: "Комментировать этот абзац",
        anotherRow: "Сохранить и добавить строку", row: { "Строка \($0)" },
        moreAfter: { "Когда поле «\($0)» будет заполнено и сохранено, могут появиться ещё вопросы." },
        sections: "Части формы",
        mistake: { finding in
            switch finding.code {
            case .missing: "Это поле нужно заполнить."
            case .wrongType: "Здесь ожидается другое."
            case .tooLong: "Допустимое число символов: \(finding.detail)."
            case .tooMany: "Допустимое количество: \(finding.detail)."
            case .notAChoice: "«\(finding.detail)» нет среди вариантов."
            case .twice: "«\(finding.detail)» встречается здесь дважды."
            case .noTime: "«\(finding.detail)» — не дата и не время."
            case .outOfRange: "Это меньше или больше допустимого либо не целое число."
            case .wrongOrder: "Второе меньше или раньше первого."
            case .badReference: "«\(finding.detail)» — не идентификатор объекта, который может здесь стоять."
            case .badForm: "«\(finding.detail)» не соответствует требуемой форме."
            case .unknownField: "Это не спрашивается; значение сохраняется."
            case .notAsked: "Здесь это не спрашивается; значение сохраняется."
            }
        }, inLanguage: { "язык: \($0)" })
}
