import HTML
import Web

/// The sentences of the page of lists.
struct ListWords: Sendable {
    /// How visits to the servers that objects come from are called among other work.
    let visits: String
    let title: String
    let lead: String
    let none: String
    let make: String
    let name: String
    let values: String
    let ceiling: String
    let confidence: String
    let only: String
    let onlyLead: String
    let allCollections: String
    let rename: String
    let withdraw: String
    let withdrawLead: String
    let made: @Sendable (_ name: Markup) -> Markup
    let madeLead: String
    let since: @Sendable (_ day: Markup) -> Markup
    let kind: @Sendable (PlainList.Kind) -> String

    static func `in`(_ language: Language) -> ListWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = ListWords(
        visits: "Visits to sources",
        title: "Lists",
        lead:
            "Values of current indicators, for firewalls and resolvers. A list answers at its secret address as you may read at that moment, without asking who reads it: give the address to your own machines only.",
        none: "You have not made a list yet.", make: "Make a list", name: "Name", values: "Values",
        ceiling: "Strictest marking", confidence: "Least confidence", only: "Only these collections",
        onlyLead: "None chosen: all that you read.", allCollections: "all collections", rename: "Rename",
        withdraw: "Withdraw", withdrawLead: "Its address stops working at once.",
        made: { "The addresses of \($0), as lines and as a table:" },
        madeLead:
            "Copy them now: they are shown this once. If they are lost or known to others, withdraw the list and make a new one.",
        since: { "since \($0)" },
        kind: {
            $0.name("IPv4 addresses and networks", "IPv6 addresses and networks", "Domain names", "Mail addresses")
        })

    static let french = ListWords(
        visits: "Visites aux sources",
        title: "Listes",
        lead:
            "Valeurs des indicateurs en vigueur, pour pare-feux et résolveurs. Une liste répond à son adresse secrète selon vos droits du moment, sans demander qui la lit : ne donnez l’adresse qu’à vos propres machines.",
        none: "Vous n’avez pas encore créé de liste.", make: "Créer une liste", name: "Nom", values: "Valeurs",
        ceiling: "Marquage le plus strict", confidence: "Confiance minimale", only: "Seulement ces collections",
        onlyLead: "Aucune choisie : toutes celles que vous lisez.", allCollections: "toutes les collections",
        rename: "Renommer", withdraw: "Retirer", withdrawLead: "Son adresse cesse aussitôt de répondre.",
        made: { "Les adresses de \($0), en lignes et en tableau :" },
        madeLead:
            "Copiez-les maintenant : elles ne sont montrées qu’une fois. Si elles sont perdues ou connues d’autres, retirez la liste et créez-en une nouvelle.",
        since: { "depuis le \($0)" },
        kind: {
            $0.name("Adresses et réseaux IPv4", "Adresses et réseaux IPv6", "Noms de domaine", "Adresses électroniques")
        })

    static let arabic = ListWords(
        visits: "زيارات المصادر",
        title: "القوائم",
        lead:
            "قيم المؤشرات السارية، لجدران الحماية وخوادم الأسماء. تجيب القائمة على عنوانها السري بحسب ما يحق لك قراءته في تلك اللحظة، دون سؤال القارئ عن هويته: لا تعطِ العنوان إلا لأجهزتك.",
        none: "لم تُنشئ قائمة بعد.", make: "إنشاء قائمة", name: "الاسم", values: "القيم", ceiling: "أشد وسم",
        confidence: "أدنى درجة ثقة", only: "هذه المجموعات فقط", onlyLead: "إن لم تختر شيئًا: كل ما تقرؤه.",
        allCollections: "كل المجموعات", rename: "إعادة التسمية", withdraw: "سحب",
        withdrawLead: "يتوقف عنوانها عن العمل فورًا.", made: { "عنوانا \($0)، سطورًا وجدولًا:" },
        madeLead: "انسخهما الآن: لا يُعرضان إلا هذه المرة. إن ضاعا أو عرفهما غيرك فاسحب القائمة وأنشئ أخرى.",
        since: { "منذ \($0)" },
        kind: { $0.name("عناوين وشبكات IPv4", "عناوين وشبكات IPv6", "أسماء النطاقات", "عناوين البريد") })

    static let spanish = ListWords(
        visits: "Visitas a las fuentes",
        title: "Listas",
        lead:
            "Valores de los indicadores vigentes, para cortafuegos y resolutores. Una lista responde en su dirección secreta según lo que usted pueda leer en ese momento, sin preguntar quién la lee: dé la dirección solo a sus propias máquinas.",
        none: "Aún no ha creado ninguna lista.", make: "Crear una lista", name: "Nombre", values: "Valores",
        ceiling: "Marcado más estricto", confidence: "Confianza mínima", only: "Solo estas colecciones",
        onlyLead: "Sin elegir ninguna: todo lo que usted lee.", allCollections: "todas las colecciones",
        rename: "Cambiar el nombre", withdraw: "Retirar", withdrawLead: "Su dirección deja de funcionar de inmediato.",
        made: { "Las direcciones de \($0), como líneas y como tabla:" },
        madeLead:
            "Cópielas ahora: solo se muestran esta vez. Si se pierden o las conocen otros, retire la lista y cree otra.",
        since: { "desde el \($0)" },
        kind: {
            $0.name(
                "Direcciones y redes IPv4", "Direcciones y redes IPv6", "Nombres de dominio", "Direcciones de correo")
        })

    static let russian = ListWords(
        visits: "Обращения к источникам",
        title: "Списки",
        lead:
            "Значения действующих индикаторов для межсетевых экранов и резолверов. Список отвечает по своему секретному адресу согласно тому, что вы вправе читать в этот момент, и не спрашивает, кто его читает: сообщайте адрес только своим машинам.",
        none: "Вы ещё не создали ни одного списка.", make: "Создать список", name: "Название", values: "Значения",
        ceiling: "Самая строгая маркировка", confidence: "Наименьшая достоверность", only: "Только эти коллекции",
        onlyLead: "Если ничего не выбрано: всё, что вы читаете.", allCollections: "все коллекции",
        rename: "Переименовать", withdraw: "Отозвать", withdrawLead: "Его адрес сразу перестаёт работать.",
        made: { "Адреса списка \($0), строками и таблицей:" },
        madeLead:
            "Скопируйте их сейчас: они показываются только один раз. Если они утеряны или стали известны другим, отзовите список и создайте новый.",
        since: { "с \($0)" },
        kind: { $0.name("Адреса и сети IPv4", "Адреса и сети IPv6", "Доменные имена", "Адреса почты") })

    static let chinese = ListWords(
        visits: "访问来源",
        title: "列表",
        lead: "现行指标的值，供防火墙和解析器使用。列表在其秘密地址上按您当时可读的内容作答，不询问读取者是谁：请只将地址提供给您自己的机器。",
        none: "您还没有创建列表。", make: "创建列表", name: "名称", values: "值",
        ceiling: "最严格的标记", confidence: "最低可信度", only: "仅限这些集合",
        onlyLead: "不选则为您可读的全部内容。", allCollections: "所有集合", rename: "重命名",
        withdraw: "停用", withdrawLead: "其地址会立即失效。",
        made: { "\($0) 的地址，分别为文本行和表格：" },
        madeLead: "请立即复制：只显示这一次。如果丢失或被他人知晓，请停用该列表并新建一个。",
        since: { "自 \($0)" },
        kind: { $0.name("IPv4 地址和网络", "IPv6 地址和网络", "域名", "邮件地址") })
}

extension PlainList.Kind {
    fileprivate func name(_ four: String, _ six: String, _ domains: String, _ mail: String) -> String {
        switch self {
        case .ipv4: four
        case .ipv6: six
        case .domain: domains
        case .url: "URL"
        case .md5: "MD5"
        case .sha1: "SHA-1"
        case .sha256: "SHA-256"
        case .email: mail
        }
    }
}
