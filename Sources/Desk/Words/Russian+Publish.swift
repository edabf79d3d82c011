import HTML
import Web

extension PublishWords {
    static let russian = PublishWords(
        drafts: "Написать и опубликовать",
        draftsLead: "Черновики видите вы и коллеги, которые могут их опубликовать. Больше о них никто не знает.",
        waiting: "Черновики",
        noDrafts: "Нет ни одного.",
        isCorrection: "исправление",
        by: "автор:",
        none: "нет",
        choose: "Выберите",
        ownMarking: "Как у коллекции",
        cancel: "Отмена",
        toPreview: "Сохранить и посмотреть",
        edit: "Изменить",
        discard: "Выбросить черновик",
        publish: "Опубликовать",
        publishCorrection: "Опубликовать исправление",
        preview: "Предварительный просмотр",
        hasChanged: "Черновик изменился с тех пор, как вы его смотрели. Ничего не опубликовано; посмотрите ещё раз.",
        whoWillSee: "Кто это увидит",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "Это увидят все, без входа."
            case (.everyone, _): "Это увидят все."
            case (.hidden, .group(let name)):
                "Это увидят участники группы \(name); сколько их, группа не показывает."
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "Это увидит только \(name)."
            case (.hidden, .signedIn): "Это увидит каждый, у кого здесь есть учётная запись."
            case (.people(let people, let organisations), _):
                "Это \(Plural.russian(people, "увидит", "увидят", "увидят")) \(Language.russian.number(people)) \(Plural.russian(people, "человек", "человека", "человек")) из \(Language.russian.number(organisations)) \(Plural.russian(organisations, "организации", "организаций", "организаций"))."
            }
        },
        goesNowhere: "Нет коллекции, в которой это могло бы находиться.",
        cannotGo: "В таком виде это опубликовать нельзя. Что мешает, сказано у каждой коллекции.",
        parts: "Что помещается",
        speaksOf: "Здесь говорится о:",
        withheld: "Куда это не попадёт",
        confirm: "Назвать то, что им нельзя читать?",
        nameAllTheSame: { "Да, всё равно назвать: \($0)." },
        kind: { kind in
            switch kind {
            case .advisory: "Бюллетень"
            case .indicators: "Индикаторы"
            case .note: "Заметка"
            case .opinion: "Мнение"
            case .sighting: "Обнаружение"
            case .record: "Карточка"
            case .translation: "Перевод"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "Новый бюллетень"
            case .indicators: "Новые индикаторы"
            case .note: "Добавить заметку"
            case .opinion: "Высказать мнение"
            case .sighting: "Сообщить об обнаружении"
            case .record: "Новая карточка"
            case .translation: "Новый перевод"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "Исправить бюллетень"
            case .indicators: "Исправить индикатор"
            case .note: "Исправить заметку"
            case .opinion: "Изменить мнение"
            case .sighting: "Исправить обнаружение"
            case .record: "Исправить карточку"
            case .translation: "Обновить перевод"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "Согласиться или возразить"
            case .sighting: "Мы это тоже видели"
            case .record: "Карточка"
            case .translation: "Перевод"
            default: "Добавить заметку"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "Черновика больше нет."
            case .erased(0):
                "Стёрто: содержания на этом шлюзе больше нет. Журнал говорит об этом — и ничего о том, что это было."
            case .erased(let backups):
                "Стёрто: содержания на этом шлюзе больше нет. Но оно ещё есть в резервных копиях, сделанных раньше (\(Language.russian.number(backups))); сообщите тому, кто обслуживает машину."
            }
        },
        objectDone: { done in
            switch done {
            case .published: "Опубликовано. Это записано в журнале."
            case .withdrawn: "Изъято. Журнал говорит об этом и приводит вашу причину."
            case .shared: "Помещено. Это записано и в журнале той коллекции."
            case .step: "Шаг записан в журнале."
            case .stepChanged:
                "Ничего не сделано: с тех пор как вы смотрели, кто-то сделал шаг. Вот как обстоит дело сейчас."
            case .stepWhy: "Ничего не сделано: для этого шага нужна причина."
            case .stepAnswers: "Ничего не сделано: есть комментарии, которые ждут ответа."
            case .answered: "Ответ стоит рядом с комментарием."
            }
        },
        mistakes: {
            Plural.russian(
                $0, "Нужно проверить \($0) поле:", "Нужно проверить \($0) поля:", "Нужно проверить \($0) полей:")
        },
        mistake: { mistake in
            switch mistake {
            case .missing: "Это нужно указать."
            case .tooLong(let most): "Слишком длинно: допустимое число символов — \(Language.russian.number(most))."
            case .noTime: "Это не время. Напишите, например, 2026-11-22 13:05, в UTC."
            case .wrongOrder: "Это раньше первого времени."
            case .noNumber: "Это не целое число от 1."
            case .noValue(let text):
                "«\(text.prefix(80))» — не адрес, не домен, не URL, не хеш и не известный нам шаблон."
            case .noIdentifier(let text): "«\(text.prefix(80))» — не идентификатор STIX."
            case .noAddress(let text): "В «\(text.prefix(80))» нет адреса, который начинается с https:// или http://."
            case .tooMany(let most): "Слишком много: допустимо не более \(Language.russian.number(most))."
            case .unknownChoice: "Это выбрать нельзя."
            case .onlyOne: "Исправление касается одного индикатора: оставьте одну строку."
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("Для кого", nil)
            case .title:
                switch kind {
                case .indicators: ("Название набора", "Нужно, если их больше одного.")
                case .note: ("В нескольких словах", nil)
                default: ("Заголовок", nil)
                }
            case .text:
                switch kind {
                case .advisory:
                    (
                        "Текст",
                        "Каждый номер CVE в нём становится отдельной уязвимостью. Поддерживаются списки, **жирный шрифт** и `код`."
                    )
                case .opinion: ("Почему", nil)
                case .sighting: ("Что было замечено", nil)
                case .indicators: ("Что у них общего", nil)
                case .note, .record, .translation: ("Заметка", nil)
                }
            case .marking: ("Маркировка", "Не строже предела коллекции.")
            case .labels: ("Свои метки", "Через запятую.")
            case .tags: ("Таксономия", nil)
            case .reportTypes: ("О чём это", nil)
            case .values:
                (
                    "Индикаторы",
                    "По одному в строке: адреса, сети, домены, URL, адреса электронной почты, хеши, шаблоны STIX. Обезвреженная запись распознаётся."
                )
            case .references: ("Источники", "По одному в строке: название, затем адрес.")
            case .about: ("Объекты, о которых речь", "Идентификаторы STIX, по одному в строке.")
            case .opinion: ("Вы согласны?", nil)
            case .count: ("Сколько раз", nil)
            case .first: ("Впервые замечено", "UTC, например 2026-11-22 13:05")
            case .last: ("Последний раз замечено", "UTC")
            case .published: ("Опубликовано", "UTC; если не указано — момент публикации.")
            case .validFrom: ("Действует с", "UTC; если не указано — с этого момента.")
            case .anchor, .quote: (RemarkWords.russian.on, nil)
            case .wording: (RemarkWords.russian.wording, RemarkWords.russian.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "Что можно делать читателям (PAP)" : "Вид инцидента (RSIT)" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "Категорически против"
            case .disagree: "Не согласен"
            case .neutral: "Нейтрально"
            case .agree: "Согласен"
            case .stronglyAgree: "Полностью согласен"
            }
        },
        threatReport: "Отчёт об угрозе",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "Ваша роль этого здесь не разрешает."
            case .notOfAudience: "Вы не читаете эту коллекцию."
            case .mirror: "Этот журнал подписывает другой шлюз; изменяет его только он."
            case .otherSource: "Это сказал здесь другой источник; продолжает только он. Вы можете добавить заметку."
            case .otherVersion: "Здесь находится не та версия, с которой вы начали."
            case .seeingAs: "Сейчас вы смотрите от лица другого и ничего не изменяете."
            case .reviewed: "То, что там публикуется, сначала проходит рассмотрение."
            case .ended: "Срок этой группы истёк: её читают, но ничего не добавляют."
            case .noForm: "Для этого нет формы, или объект отозван."
            case .markedParts: "Части объекта маркированы по отдельности; форма не может этого сохранить."
            }
        },
        unclean: { "\($0) не соответствует стандарту: \($1)" },
        unmarked: { "\($0) не несёт маркировки TLP." },
        unknownMarking: { "\($0) несёт маркировку \($1), известную там не всем читателям." },
        aboveCeiling: { "\($0) имеет маркировку \($1), а предел этой коллекции — \($2)." },
        partsAboveCeiling: { "Части \($0) имеют маркировку \($1), а предел этой коллекции — \($2)." },
        canBeRedacted: "Без этих частей можно отправить — как новый объект.",
        nothingLeft: "Без этих частей отправлять нечего.",
        emptyEnvelope: {
            "Ничего из того, о чём говорит \($0), там прочесть нельзя, поэтому ничего не отправляется: конверт без письма."
        },
        held: { "Журнал удержал бы \($0): \($1)" },
        namesHidden: { "\($0) называет \($1): вам это читать можно, им нельзя." },
        why: { readers in
            switch readers {
            case .everyone: "Вы видите это здесь, потому что видят все."
            case .signedIn: "Вы видите это здесь, потому что вошли."
            case .group(let name): "Вы видите это здесь, потому что ваша организация входит в \(name)."
            case .organisation(let name): "Вы видите это здесь, потому что вы из \(name)."
            case .persons(let name): "Вы видите это здесь, потому что названы в \(name)."
            }
        },
        otherVersion: { "Версия от \($0) находится здесь." },
        actions: "Что вы можете сделать",
        correct: "Исправить",
        noCorrection: "Исправить вы не можете:",
        shareTitle: "Поместить в другую коллекцию",
        shareLead: "Тот же объект, который прочтут и другие. Сначала посмотрите, кто они.",
        shareInto: "Коллекция",
        look: "Посмотреть, кто увидит",
        share: "Поместить туда",
        shareRedacted: "Поместить сокращённый объект",
        redactedTitle: "Что осталось бы",
        redactedLead:
            "Новый объект со своим идентификатором, автор которого — этот шлюз. Связь с исходным остаётся при исходном.",
        withdraw: "Изъять",
        withdrawTitle: "Изъять?",
        withdrawLead:
            "Объект там больше не показывается и не выдаётся. Запись остаётся в журнале, и журнал говорит, что он изъят и почему.",
        withdrawHint: "Это прочтут читатели коллекции.",
        erase: "Стереть",
        eraseTitle: "Стереть навсегда?",
        eraseLead:
            "Содержание уничтожается на этом шлюзе, во всех коллекциях. Вернуть его не сможет никто. Журналы продолжаются и ничего не говорят о том, что это было.",
        eraseHint: "Это навсегда останется в журналах: не повторяйте здесь того, что нужно стереть.",
        eraseConfirm: "Уничтожить все версии во всех коллекциях этого шлюза.",
        reason: "Почему",
        reasonMissing: "Укажите причину, не более 1\u{A0}000 символов.",
        placeMissing: "Выберите хотя бы одну коллекцию.",
        confirmMissing: "Подтвердите это.",
        fromWhere: "Откуда",
        asText: "Как простой текст",
        asMail: "Как письмо (.eml)",
        sightings: "Обнаружения",
        saw: { who, count, first, last in
            let times: Markup? = count.map {
                ", \(Language.russian.number($0)) \(Plural.russian($0, "раз", "раза", "раз"))"
            }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: ", с \(first) по \(last)"
                case (let day?, _), (_, let day?): ", \(day)"
                default: nil
                }
            return "Кто это видел: \(who)\(times)\(when)"
        },
        somebody: "кто-то",
        discussion: "Обсуждение",
        spokenOf: "О чём здесь говорится",
        labels: .init(
            by: "Автор", published: "Опубликовано", objects: "Здесь говорится о", sources: "Источники",
            address: "Самая новая версия находится по адресу",
            noAuthor: "автор не указан", unknownAuthor: "автор не подтверждён")
    )
}
