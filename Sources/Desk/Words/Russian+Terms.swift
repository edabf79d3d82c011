extension DeskWords {
    static let russianVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("анализирует", "проанализировано в")
        case .attributedTo: ("приписывается", "стоит за")
        case .authoredBy: ("автор:", "написал")
        case .basedOn: ("основано на", "основа для")
        case .beaconsTo: ("отправляет маячки на", "получает маячки от")
        case .characterizes: ("характеризует", "характеризуется")
        case .communicatesWith: ("обменивается данными с", "обменивается данными с")
        case .compromises: ("компрометирует", "скомпрометировано через")
        case .consistsOf: ("состоит из", "часть")
        case .controls: ("управляет", "управляется через")
        case .delivers: ("доставляет", "доставляется через")
        case .derivedFrom: ("получено из", "источник для")
        case .detects: ("обнаруживает", "обнаруживается через")
        case .downloads: ("загружает", "загружается через")
        case .drops: ("сбрасывает", "сбрасывается через")
        case .duplicateOf: ("дубликат", "имеет дубликат")
        case .exfiltratesTo: ("выводит данные на", "получает данные от")
        case .exploits: ("эксплуатирует", "эксплуатируется через")
        case .has: ("имеет", "имеется у")
        case .hosts: ("размещает", "размещено на")
        case .impersonates: ("выдаёт себя за", "под видом действует")
        case .indicates: ("указывает на", "на это указывает")
        case .investigates: ("расследует", "расследуется через")
        case .locatedAt: ("находится в", "место для")
        case .mitigates: ("снижает риск от", "риск снижает")
        case .originatesFrom: ("происходит из", "место происхождения")
        case .owns: ("владеет", "принадлежит")
        case .relatedTo: ("связано с", "связано с")
        case .remediates: ("устраняет", "устраняется через")
        case .resolvesTo: ("разрешается в", "в это разрешается")
        case .revokedBy: ("заменено на", "заменяет")
        case .subtechniqueOf: ("подтехника", "имеет подтехнику")
        case .targets: ("нацелено на", "цель для")
        case .uses: ("использует", "этим пользуется")
        case .variantOf: ("вариант", "имеет вариант")
        case .objects: ("говорит о", "упоминается в")
        case .sightingOf: ("обнаружил", "обнаружено в")
        case .whereSighted: ("кто обнаружил:", "обнаружил")
        case .resolvesToValues: ("разрешается в", "разрешение имени")
        }
    }

    static let russianProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "Шаблон"
        case .patternType: "Язык шаблона"
        case .indicatorTypes: "Вид"
        case .validFrom: "Действует с"
        case .validUntil: "Действует до"
        case .value: "Значение"
        case .hashes: "Хеши"
        case .size: "Размер"
        case .killChainPhases: "Фазы"
        case .platforms: "Платформы"
        case .malwareTypes: "Вид"
        case .isFamily: "Это семейство"
        case .toolTypes: "Вид"
        case .toolVersion: "Версия инструмента"
        case .identityClass: "Вид"
        case .roles: "Роли"
        case .sectors: "Отрасли"
        case .contact: "Контакты"
        case .reportTypes: "Вид"
        case .published: "Опубликовано"
        case .goals: "Цели"
        case .motivation: "Мотивация"
        case .resourceLevel: "Ресурсы"
        case .sophistication: "Уровень подготовки"
        case .firstSeen: "Впервые замечено"
        case .lastSeen: "Последний раз замечено"
        case .firstObserved: "Первое наблюдение"
        case .lastObserved: "Последнее наблюдение"
        case .count: "Сколько раз замечено"
        case .numberObserved: "Сколько раз наблюдалось"
        case .sightingOf: "Что обнаружено"
        case .whereSighted: "Кто обнаружил"
        case .objects: "Объекты"
        case .country: "Страна"
        case .region: "Регион"
        case .detection: "Как обнаружить"
        case .dataSource: "Источник данных"
        case .tactics: "Тактики"
        case .contributors: "Участники"
        case .domains: "Домены"
        case .labels: "Метки"
        case .confidence: "Достоверность"
        case .lang: "Язык"
        case .name: "Название"
        case .description: "Описание"
        case .aliases: "Другие названия"
        case .references: "Ссылки"
        case .revoked: "Отозвано"
        case .deprecated: "Устарело"
        case .markings: "Маркировки"
        case .author: "Автор"
        case .created: "Создано"
        case .modified: "Изменено"
        }
    }
}
