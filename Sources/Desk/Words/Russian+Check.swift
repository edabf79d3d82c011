import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let russian = CheckWords(
        title: "Проверка",
        lead:
            "Вставьте письмо, журнал или список и посмотрите, что здесь известно об адресах, именах и хешах в нём.",
        label: "Текст для проверки",
        hint:
            "Распознаются IP-адреса и сети, доменные имена, URL, адреса электронной почты, хеши, идентификаторы CVE и номера AS, в том числе в обезвреженной записи. До тысячи за один раз.",
        examples: "Например",
        button: "Проверить",
        again: "Проверить другое",
        kept: "То, что вы вставляете, не сохраняется и не записывается в журнал.",
        none: "Значений не найдено.",
        noneLead: "В тексте нет ни адреса, ни имени, ни хеша, ни идентификатора, которые здесь распознаются.",
        tally: { values, known, ours, good in
            let parts = [
                "\(Language.russian.number(values)) \(Plural.russian(values, "значение", "значения", "значений"))",
                "известно: \(Language.russian.number(known))", "ваших: \(Language.russian.number(ours))",
                "в списках безвредных: \(Language.russian.number(good))",
            ]
            return parts.joined(separator: ", ")
        },
        cut: {
            "В тексте больше \(Language.russian.number($0)) значений; просмотрены первые. Остальные проверьте отдельно."
        },
        rows: { "Строки с \($0) по \($1) из \(Language.russian.number($2)), сначала самые важные." },
        next: "Следующие строки",
        first: "Первые строки",
        value: "Значение",
        said: "Что о нём говорится",
        unknown: "Ничто из того, что вам можно здесь читать, его не называет.",
        how: { how in
            switch how {
            case .exactly: "в точности"
            case .host: "по хосту"
            case .network: "сеть, в которую оно входит"
            case .inside: "внутри этой сети"
            }
        },
        nobody: "автор не указан",
        since: "с",
        ours: { "<strong>Ваше</strong>: входит в \($0)" },
        good: { "В списке безвредных: \($0)" },
        makeIndicators: "Создать индикаторы из выбранных значений",
        sighting: "Обнаружено у нас",
        falsePositive: "Ложное срабатывание",
        table: "Скопировать как CSV",
        kind: { kind in
            switch kind {
            case .domain: "доменное имя"
            case .email: "адрес электронной почты"
            case .autonomousSystem: "номер AS"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "Списки безвредных значений",
        listsLead:
            "Значения, о которых известно, что они безвредны: например, общедоступные резолверы и популярные сайты. Проверка сообщает, какие из ваших значений в них есть.",
        noLists:
            "Пока нет ни одного. Импортируйте список в формате JSON, принятом для warninglists в MISP, на машине, где работает шлюз:",
        entries: { "\(Language.russian.number($0)) \(Plural.russian($0, "запись", "записи", "записей"))" },
        listVersion: "версия",
        matches: { kind in
            switch kind {
            case .string: "само значение"
            case .hostname: "имя и всё под ним"
            case .cidr: "сети"
            case .substring: "части значений"
            }
        }
    )
}
