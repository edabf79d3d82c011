import HTML
import Web

/// The sentences of private calendars.
struct PrivateCalendarWords: Sendable {
    let title: String
    let lead: String
    let none: String
    /// What a calendar is of that follows no list.
    let everything: String
    let makeLead: String
    let make: String
    let made: String
    let madeLead: String
    let since: @Sendable (_ day: Markup) -> Markup
    /// When it was last asked for; nil for never.
    let fetched: @Sendable (_ day: Markup?) -> Markup
    let revoke: String
    let full: @Sendable (_ most: Int) -> String

    static func `in`(_ language: Language) -> PrivateCalendarWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = PrivateCalendarWords(
        title: "Private calendars",
        lead:
            "Addresses for calendar programs that can’t sign in. Such a calendar shows what you may read at that moment to whoever knows its address: give it to your own programs only.",
        none: "You have no private calendar. Make one here, or beside a list with dates.",
        everything: "Everything with a date",
        makeLead:
            "A calendar program can’t sign in. At a private address it finds what you may read, and not only what everyone may.",
        make: "Make a private address", made: "The address of your calendar:",
        madeLead:
            "Copy it now: it is shown this once. If it is lost or known to others, revoke it and make a new one.",
        since: { "made \($0)" }, fetched: { day in day.map { "last asked for \($0)" } ?? "not asked for yet" },
        revoke: "Revoke",
        full: {
            "You have \(Language.english.number($0)) private calendars, as many as there may be. Revoke one that is no longer used."
        })

    static let french = PrivateCalendarWords(
        title: "Calendriers privés",
        lead:
            "Des adresses pour les logiciels de calendrier qui ne savent pas s’identifier. Un tel calendrier montre ce que vous pouvez lire à ce moment à quiconque en connaît l’adresse : ne la donnez qu’à vos propres logiciels.",
        none: "Vous n’avez pas de calendrier privé. Créez-en un ici, ou à côté d’une liste avec des dates.",
        everything: "Tout ce qui a une date",
        makeLead:
            "Un logiciel de calendrier ne sait pas s’identifier. À une adresse privée, il trouve ce que vous pouvez lire, et pas seulement ce que tous peuvent lire.",
        make: "Créer une adresse privée", made: "L’adresse de votre calendrier :",
        madeLead:
            "Copiez-la maintenant : elle n’est montrée qu’une fois. Si elle est perdue ou connue d’autres, révoquez-la et créez-en une nouvelle.",
        since: { "créé le \($0)" },
        fetched: { day in day.map { "demandé pour la dernière fois le \($0)" } ?? "pas encore demandé" },
        revoke: "Révoquer",
        full: {
            "Vous avez \(Language.french.number($0)) calendriers privés, le plus qu’il puisse y en avoir. Révoquez-en un qui ne sert plus."
        })

    static let arabic = PrivateCalendarWords(
        title: "تقاويم خاصة",
        lead:
            "عناوين لبرامج التقويم التي لا تستطيع تسجيل الدخول. يُظهر هذا التقويم ما يحق لك قراءته في تلك اللحظة لكل من يعرف عنوانه: فلا تعطه إلا لبرامجك.",
        none: "ليس لديك تقويم خاص. أنشئ واحدًا هنا، أو بجانب قائمة ذات تواريخ.", everything: "كل ما له تاريخ",
        makeLead: "لا يستطيع برنامج التقويم تسجيل الدخول. وفي عنوان خاص يجد ما يحق لك قراءته، لا ما يقرؤه الجميع فحسب.",
        make: "أنشئ عنوانًا خاصًا", made: "عنوان تقويمك:",
        madeLead: "انسخه الآن: لا يُعرض إلا هذه المرة. إن ضاع أو عرفه غيرك فألغه وأنشئ آخر.",
        since: { "أُنشئ في \($0)" }, fetched: { day in day.map { "طُلب آخر مرة في \($0)" } ?? "لم يُطلب بعد" },
        revoke: "إلغاء",
        full: { "لديك من التقاويم الخاصة \(Language.arabic.number($0))، وهو أقصى ما يمكن. ألغِ واحدًا لم يعد يُستعمل." })

    static let spanish = PrivateCalendarWords(
        title: "Calendarios privados",
        lead:
            "Direcciones para programas de calendario que no pueden identificarse. Un calendario así muestra lo que usted puede leer en ese momento a quien conozca su dirección: désela solo a sus propios programas.",
        none: "No tiene ningún calendario privado. Cree uno aquí, o junto a una lista con fechas.",
        everything: "Todo lo que tiene fecha",
        makeLead:
            "Un programa de calendario no puede identificarse. En una dirección privada encuentra lo que usted puede leer, y no solo lo que puede leer todo el mundo.",
        make: "Crear una dirección privada", made: "La dirección de su calendario:",
        madeLead:
            "Cópiela ahora: solo se muestra esta vez. Si se pierde o la conocen otros, revóquela y cree otra.",
        since: { "creado el \($0)" },
        fetched: { day in day.map { "solicitado por última vez el \($0)" } ?? "aún no solicitado" },
        revoke: "Revocar",
        full: {
            "Tiene \(Language.spanish.number($0)) calendarios privados, el máximo posible. Revoque uno que ya no se use."
        })

    static let russian = PrivateCalendarWords(
        title: "Личные календари",
        lead:
            "Адреса для программ-календарей, которые не умеют входить в систему. Такой календарь показывает то, что вы вправе читать в этот момент, каждому, кто знает его адрес: сообщайте адрес только своим программам.",
        none: "У вас нет личных календарей. Создайте календарь здесь или рядом со списком, в котором есть даты.",
        everything: "Всё, у чего есть дата",
        makeLead:
            "Программа-календарь не умеет входить в систему. По личному адресу она находит то, что вправе читать вы, а не только то, что доступно всем.",
        make: "Создать личный адрес", made: "Адрес вашего календаря:",
        madeLead:
            "Скопируйте его сейчас: он показывается только один раз. Если он утерян или стал известен другим, отзовите его и создайте новый.",
        since: { "создан \($0)" }, fetched: { day in day.map { "последний запрос \($0)" } ?? "ещё не запрашивался" },
        revoke: "Отозвать",
        full: {
            "Личных календарей у вас уже \(Language.russian.number($0)), больше быть не может. Отзовите тот, который больше не нужен."
        })

    static let chinese = PrivateCalendarWords(
        title: "私人日历",
        lead: "供无法登录的日历程序使用的地址。任何知道该地址的人都能看到您当时可读的内容：请只提供给您自己的程序。",
        none: "您还没有私人日历。可在此处创建，或在带日期的列表旁创建。", everything: "所有带日期的内容",
        makeLead: "日历程序无法登录。通过私人地址，它能看到您可读的内容，而不只是人人可读的内容。",
        make: "创建私人地址", made: "您的日历地址：",
        madeLead: "请立即复制：只显示这一次。如果丢失或被他人知晓，请撤销并新建一个。",
        since: { "创建于 \($0)" }, fetched: { day in day.map { "最近一次请求于 \($0)" } ?? "尚未被请求" },
        revoke: "撤销",
        full: { "您已有 \(Language.chinese.number($0)) 个私人日历，已达上限。请撤销一个不再使用的。" })
}
