import Web

extension MorningWords {
    static let arabic: MorningWords = .init(
        title: "هذا الصباح",
        news: "منذ آخر زيارة لك",
        since: "الجديد بعد",
        nothingNew: "لا جديد.",
        others: "آخرون",
        markSeen: "اطلعت على هذا",
        hits: "ما يمس شبكاتنا ونطاقاتنا",
        touches: "يمس",
        noHits: "لا شيء هنا يمس من أنتم مسؤولون عنهم.",
        noConstituency: "لم تذكر مؤسستك بعد الشبكات والنطاقات والقطاعات التي هي مسؤولة عنها.",
        waiting: "في الانتظار",
        nothingWaits: "لا شيء ينتظرك.",
        drafts: { "المسودات: \($0)" },
        quarantine: { "\(DeskWords.arabic.common.objects($0)) في الحجر" },
        broke: "انقطع:",
        fails: "متعطل:",
        failsSince: "منذ",
        lastWorked: "آخر نجاح",
        neverWorked: "لم ينجح قط",
        nextTry: "المحاولة التالية",
        stopped: "متوقف إلى أن يستأنفه أحد",
        reliability: "الموثوقية وفق مقياس الأميرالية، من A إلى F",
        start: "ثلاث طرق للبدء",
        firstAdvisory: "اكتب تنبيهًا",
        firstAdvisoryLead: "حرّره، وانظر من سيقرؤه، ثم انشره.",
        firstCheck: "افحص قيمًا",
        firstCheckLead: "الصق رسالة أو سجلًا أو قائمة، وانظر ما المعروف عنها.",
        firstPeople: "ادعُ شخصًا",
        firstPeopleLead: "زميلًا أو جهة اتصال في مؤسسة أخرى.")
}
