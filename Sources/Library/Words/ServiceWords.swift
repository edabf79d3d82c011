import Web

/// The sentences of the description for programs.
struct ServiceWords: Sendable {
    let lead: String
    let newest: @Sendable (_ most: Int) -> String
    let feed: @Sendable (_ most: Int) -> String
    let schema: String
    let calendar: String
    let object: String
    let itself: String
    let token: String
    let words: String
    let from: String
    let state: String
    let late: String
    let known: String
    let tag: String
    let next: String
    let count: @Sendable (_ most: Int) -> String
    let values: String
    let answer: String
    let same: String
    let problem: String
    let page: String

    static func `in`(_ language: Language) -> ServiceWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = ServiceWords(
        lead:
            "What programs can read of what this gateway’s community has written down: the objects of each kind, as lists and one by one, as far as whoever asks may read them.",
        newest: { "The newest first, at most \(Language.english.number($0)) at once." },
        feed: { "The newest \(Language.english.number($0)) at most." },
        schema: "The form of what is filled in.", calendar: "What has a date, of every kind.",
        object: "An object as its author said it.", itself: "This description.",
        token:
            "A token by which a program reads what an account may read; without one it reads what everyone may.",
        words: "Words that are looked for.", from: "How many come before what is asked for.",
        state: "Where in its life it is.", late: "Only what is late.",
        known: "The ETag of an answer that is there already.", tag: "What this answer is known by.",
        next: "The address of what follows; nothing at the end.",
        count: { "How many there are; exact up to \(Language.english.number($0))." },
        values:
            "As the kind asks. What other gateways said, or what is longer than a list reads, may say less.",
        answer: "What was asked for.", same: "It has not changed.",
        problem: "There is no answer, and why (RFC 9457).",
        page: "There is no answer, and why: as a page, or where JSON is accepted and HTML is not, by RFC 9457.")

    static let french = ServiceWords(
        lead:
            "Ce que des programmes peuvent lire de ce que la communauté de cette passerelle a consigné : les objets de chaque type, en listes et un par un, pour autant que celui qui demande puisse les lire.",
        newest: { "Les plus récents d’abord, au plus \(Language.french.number($0)) à la fois." },
        feed: { "Les \(Language.french.number($0)) plus récents au plus." },
        schema: "La forme de ce qui se remplit.", calendar: "Ce qui a une date, de tous les types.",
        object: "Un objet tel que son auteur l’a dit.", itself: "Cette description.",
        token:
            "Un jeton par lequel un programme lit ce qu’un compte peut lire ; sans jeton, il lit ce que tous peuvent lire.",
        words: "Des mots recherchés.", from: "Combien précèdent ce qui est demandé.",
        state: "Où il en est de sa vie.", late: "Seulement ce qui est en retard.",
        known: "L’ETag d’une réponse déjà reçue.", tag: "Ce à quoi cette réponse se reconnaît.",
        next: "L’adresse de la suite ; rien à la fin.",
        count: { "Combien il y en a ; exact jusqu’à \(Language.french.number($0))." },
        values:
            "Comme le type le demande. Ce que d’autres passerelles ont dit, ou ce qui est plus long que ce qu’une liste lit, peut en dire moins.",
        answer: "Ce qui était demandé.", same: "Rien n’a changé.",
        problem: "Il n’y a pas de réponse, et pourquoi (RFC 9457).",
        page:
            "Il n’y a pas de réponse, et pourquoi : en page, ou selon la RFC 9457 si JSON est accepté et HTML ne l’est pas."
    )

    static let arabic = ServiceWords(
        lead:
            "ما تستطيع البرامج قراءته مما دوّنته جماعة هذه البوابة: بطاقات كل نوع، قوائمَ وواحدة واحدة، بقدر ما يحق للطالب قراءته.",
        newest: { "الأحدث أولًا، \(Language.arabic.number($0)) على الأكثر في المرة." },
        feed: { "أحدث \(Language.arabic.number($0)) على الأكثر." }, schema: "صيغة ما يُملأ.",
        calendar: "ما له تاريخ، من كل الأنواع.", object: "بطاقة كما قالها صاحبها.", itself: "هذا الوصف.",
        token: "رمز يقرأ به برنامج ما يحق لحساب أن يقرأه؛ ومن دونه يقرأ ما يقرؤه الجميع.",
        words: "كلمات يُبحث عنها.", from: "كم يسبق المطلوب.", state: "أين هي من دورة حياتها.",
        late: "المتأخر فقط.", known: "علامة ETag لجواب موجود من قبل.", tag: "ما يُعرف به هذا الجواب.",
        next: "عنوان ما يلي؛ ولا شيء في النهاية.",
        count: { "كم عددها؛ والعدد دقيق حتى \(Language.arabic.number($0))." },
        values: "كما يطلب النوع. وما قالته بوابات أخرى، أو ما كان أطول مما تقرؤه القائمة، قد يقول أقل.",
        answer: "المطلوب.", same: "لم يتغير.", problem: "لا جواب، والسبب (RFC 9457).",
        page: "لا جواب، والسبب: صفحةً، أو بحسب RFC 9457 حيث يُقبل JSON ولا يُقبل HTML.")

    static let spanish = ServiceWords(
        lead:
            "Lo que los programas pueden leer de lo que ha escrito la comunidad de esta pasarela: los objetos de cada tipo, en listas y uno por uno, en la medida en que quien pregunta pueda leerlos.",
        newest: { "Primero los más recientes, como máximo \(Language.spanish.number($0)) de una vez." },
        feed: { "Los \(Language.spanish.number($0)) más recientes como máximo." },
        schema: "La forma de lo que se rellena.", calendar: "Lo que tiene fecha, de todos los tipos.",
        object: "Un objeto tal como lo dijo su autor.", itself: "Esta descripción.",
        token:
            "Un token con el que un programa lee lo que puede leer una cuenta; sin él, lee lo que puede leer todo el mundo.",
        words: "Palabras que se buscan.", from: "Cuántos vienen antes de lo que se pide.",
        state: "En qué punto de su vida está.", late: "Solo lo que va con retraso.",
        known: "El ETag de una respuesta que ya se tiene.", tag: "Por lo que se reconoce esta respuesta.",
        next: "La dirección de lo que sigue; nada al final.",
        count: { "Cuántos hay; exacto hasta \(Language.spanish.number($0))." },
        values:
            "Como lo pide el tipo. Lo que dijeron otras pasarelas, o lo que es más largo de lo que lee una lista, puede decir menos.",
        answer: "Lo que se pidió.", same: "No ha cambiado.",
        problem: "No hay respuesta, y por qué (RFC 9457).",
        page: "No hay respuesta, y por qué: como página, o según la RFC 9457 si se acepta JSON y no HTML.")

    static let russian = ServiceWords(
        lead:
            "Что программы могут читать из записанного сообществом этого шлюза: объекты каждого вида, списками и по одному, — насколько их вправе читать тот, кто спрашивает.",
        newest: { "Сначала новые, не более \(Language.russian.number($0)) за раз." },
        feed: { "Не более \(Language.russian.number($0)) самых новых." },
        schema: "Форма того, что заполняется.", calendar: "Всё, у чего есть дата, всех видов.",
        object: "Объект в том виде, в каком его высказал автор.", itself: "Это описание.",
        token:
            "Токен, по которому программа читает то, что вправе читать учётная запись; без него она читает то, что доступно всем.",
        words: "Слова, которые ищутся.", from: "Сколько стоит перед тем, что запрошено.",
        state: "На каком этапе жизни находится.", late: "Только просроченное.",
        known: "ETag ответа, который уже есть.", tag: "По чему узнаётся этот ответ.",
        next: "Адрес продолжения; в конце — ничего.", count: { "Сколько их; точно до \(Language.russian.number($0))." },
        values:
            "Как того требует вид. То, что высказали другие шлюзы или что длиннее, чем читает список, может содержать меньше.",
        answer: "То, что было запрошено.", same: "Ничего не изменилось.",
        problem: "Ответа нет, и почему (RFC 9457).",
        page: "Ответа нет, и почему: страницей или по RFC 9457, если принимается JSON, но не HTML.")

    static let chinese = ServiceWords(
        lead: "程序可以读取本网关社区所记录的内容：各类型的对象，以列表形式或逐一读取，范围为提问者可读的内容。",
        newest: { "最新的在前，每次最多 \(Language.chinese.number($0)) 个。" },
        feed: { "最多 \(Language.chinese.number($0)) 个最新的。" }, schema: "所填内容的格式。",
        calendar: "所有类型中带日期的内容。", object: "作者原话的对象。", itself: "本说明。",
        token: "程序凭此令牌读取某账户可读的内容；没有令牌则读取人人可读的内容。", words: "要查找的词语。",
        from: "所求内容之前有多少个。", state: "处于其生命周期的哪个状态。", late: "仅逾期的。",
        known: "已有答复的 ETag。", tag: "此答复的标识。", next: "后续内容的地址；末尾则为空。",
        count: { "共有多少；\(Language.chinese.number($0)) 以内为精确值。" }, values: "按类型的要求。其他网关所述的内容，或超出列表读取长度的内容，可能较少。",
        answer: "所求内容。", same: "没有变化。", problem: "没有答复及其原因（RFC 9457）。",
        page: "没有答复及其原因：以页面形式，若接受 JSON 而不接受 HTML 则按 RFC 9457。")
}
