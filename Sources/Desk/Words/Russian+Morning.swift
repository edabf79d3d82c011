import Web

extension MorningWords {
    static let russian: MorningWords = .init(
        title: "Утро",
        news: "С вашего последнего просмотра",
        since: "Новое после",
        nothingNew: "Ничего нового.",
        others: "Другие",
        markSeen: "Просмотрено",
        hits: "Совпадения с нашими сетями и доменами",
        touches: "затрагивает",
        noHits: "Ничто здесь не затрагивает тех, за кого вы отвечаете.",
        noConstituency: "Ваша организация ещё не указала, за какие сети, домены и отрасли она отвечает.",
        waiting: "Ожидает",
        nothingWaits: "Вас ничто не ждёт.",
        drafts: { "\($0) \(Plural.russian($0, "черновик", "черновика", "черновиков"))" },
        quarantine: { "\(DeskWords.russian.common.objects($0)) в карантине" },
        broke: "прервано:",
        fails: "не работает:",
        failsSince: "с",
        lastWorked: "последний раз работал",
        neverWorked: "ещё ни разу не работал",
        nextTry: "следующая попытка",
        stopped: "остановлен, пока кто-нибудь его не возобновит",
        reliability: "Надёжность по шкале Адмиралтейства, от A до F",
        start: "Три способа начать",
        firstAdvisory: "Написать бюллетень",
        firstAdvisoryLead: "Составьте его, посмотрите, кто его прочтёт, опубликуйте.",
        firstCheck: "Проверить значения",
        firstCheckLead: "Вставьте письмо, журнал или список и посмотрите, что об этом известно.",
        firstPeople: "Пригласить кого-нибудь",
        firstPeopleLead: "Коллегу или контактное лицо другой организации.")
}
