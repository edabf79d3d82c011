import HTML
import STIX
import Web

/// The sentences by which values that are likely to be harmless are spared, and published things taken back together.
struct SparingWords: Sendable {
    /// That so many of the values are somebody's or known to be good, and the question whether to leave them out.
    let question: @Sendable (Int) -> String
    let lead: String
    /// Without them nothing is left.
    let onlyThese: String
    let keepOne: String
    let more: @Sendable (Int) -> String
    let ours: @Sendable (_ part: Markup) -> Markup
    let theirs: @Sendable (_ part: Markup, _ organisation: Markup) -> Markup
    let somebodys: String
    let use: @Sendable (SpecialUse) -> String
    /// That so many things were published with an object, and can be withdrawn with it.
    let withdrawWith: @Sendable (Int) -> String
    let withdrawWithHint: String
    /// That so many more stay, because other reports name them or because only others may.
    let staying: @Sendable (Int) -> String

    static let english = SparingWords(
        question: {
            "\(Language.english.number($0)) of these \(Plural.english($0, "is", "are")) yours or known good: leave \(Plural.english($0, "it", "them")) out?"
        },
        lead: "They are left out. Tick what you want to publish all the same.",
        onlyThese: "There is nothing else in this draft: tick at least one, or change the draft.",
        keepOne: "Nothing was published: all of it is yours or known good.",
        more: { "and \(Language.english.number($0)) more, which are left out" },
        ours: { "yours: in \($0)" },
        theirs: { "in \($0), for which \($1) answers" },
        somebodys: "of an organisation here",
        use: { use in
            switch use {
            case .unspecified: "no address of a machine"
            case .loopback: "each machine’s address for itself"
            case .privateUse: "a private network"
            case .shared: "between a provider and its customers"
            case .linkLocal: "within one network only"
            case .multicast: "multicast"
            case .benchmarking: "a network for measurements"
            case .reserved: "reserved by a standard"
            case .localName: "a name that each network has for itself"
            }
        },
        withdrawWith: {
            "Withdraw the \(Plural.english($0, "object", "\(Language.english.number($0)) objects")) that \(Plural.english($0, "was", "were")) published with it, too"
        },
        withdrawWithHint: "Values of indicators that are withdrawn leave the lists for firewalls.",
        staying: {
            "\(Language.english.number($0)) more \(Plural.english($0, "stays", "stay")): another report names \(Plural.english($0, "it", "them")), or you may not withdraw \(Plural.english($0, "it", "them"))."
        })

    static let french = SparingWords(
        question: {
            "\(Language.french.number($0)) de ces valeurs \(Plural.french($0, "est à vous ou connue comme sûre : la", "sont à vous ou connues comme sûres : les")) laisser de côté ?"
        },
        lead: "Elles sont laissées de côté. Cochez ce que vous voulez publier malgré tout.",
        onlyThese: "Il n’y a rien d’autre dans ce brouillon : cochez-en au moins une, ou modifiez le brouillon.",
        keepOne: "Rien n’a été publié : tout est à vous ou connu comme sûr.",
        more: { "et \(Language.french.number($0)) de plus, laissées de côté" },
        ours: { "à vous : dans \($0)" },
        theirs: { "dans \($0), dont répond \($1)" },
        somebodys: "d’une organisation d’ici",
        use: { use in
            switch use {
            case .unspecified: "adresse d’aucune machine"
            case .loopback: "adresse de chaque machine pour elle-même"
            case .privateUse: "réseau privé"
            case .shared: "entre un fournisseur et ses clients"
            case .linkLocal: "à l’intérieur d’un seul réseau"
            case .multicast: "multidiffusion"
            case .benchmarking: "réseau de mesure"
            case .reserved: "réservé par une norme"
            case .localName: "nom que chaque réseau a pour lui-même"
            }
        },
        withdrawWith: {
            "Retirer aussi \(Plural.french($0, "l’objet publié", "les \(Language.french.number($0)) objets publiés")) avec lui"
        },
        withdrawWithHint: "Les valeurs des indicateurs retirés quittent les listes pour pare-feux.",
        staying: {
            "\(Language.french.number($0)) de plus \(Plural.french($0, "reste : un autre rapport le nomme, ou vous ne pouvez pas le", "restent : un autre rapport les nomme, ou vous ne pouvez pas les")) retirer."
        })

    static let arabic = SparingWords(
        question: { number in
            let count = Language.arabic.number(number)
            return Plural.arabic(
                number, zero: "لا شيء من هذه يخصّكم أو معروف بأنه سليم",
                one: "قيمة واحدة من هذه تخصّكم أو معروفة بأنها سليمة: أتُترك؟",
                two: "قيمتان من هذه تخصّانكم أو معروفتان بأنهما سليمتان: أتُتركان؟",
                few: "\(count) قيم من هذه تخصّكم أو معروفة بأنها سليمة: أتُترك؟",
                many: "\(count) قيمة من هذه تخصّكم أو معروفة بأنها سليمة: أتُترك؟",
                other: "\(count) قيمة من هذه تخصّكم أو معروفة بأنها سليمة: أتُترك؟")
        },
        lead: "هي متروكة. أشّر على ما تريد نشره مع ذلك.",
        onlyThese: "ليس في هذه المسودة غيرها: أشّر على واحدة على الأقل أو غيّر المسودة.",
        keepOne: "لم يُنشر شيء: كل ما فيها يخصّكم أو معروف بأنه سليم.",
        more: { "وأخرى متروكة، عددها \(Language.arabic.number($0))" },
        ours: { "تخصّكم: ضمن \($0)" },
        theirs: { "ضمن \($0)، والمسؤول عنها \($1)" },
        somebodys: "تخصّ منظمة هنا",
        use: { use in
            switch use {
            case .unspecified: "ليس عنوان أي جهاز"
            case .loopback: "عنوان كل جهاز لنفسه"
            case .privateUse: "شبكة خاصة"
            case .shared: "بين مزوّد وعملائه"
            case .linkLocal: "داخل شبكة واحدة فقط"
            case .multicast: "بث متعدد"
            case .benchmarking: "شبكة للقياس"
            case .reserved: "محجوز بمعيار"
            case .localName: "اسم لكل شبكة على حدة"
            }
        },
        withdrawWith: { number in
            let count = Language.arabic.number(number)
            return Plural.arabic(
                number, zero: "لم يُنشر معه شيء", one: "اسحب أيضًا الكائن الذي نُشر معه",
                two: "اسحب أيضًا الكائنين اللذين نُشرا معه", few: "اسحب أيضًا \(count) كائنات نُشرت معه",
                many: "اسحب أيضًا \(count) كائنًا نُشر معه", other: "اسحب أيضًا \(count) كائن نُشر معه")
        },
        withdrawWithHint: "قيم المؤشرات المسحوبة تخرج من قوائم جدران الحماية.",
        staying: { "يبقى غيرها، وعددها \(Language.arabic.number($0)): يذكرها تقرير آخر أو لا يحق لك سحبها." })

    static let spanish = SparingWords(
        question: {
            "\(Language.spanish.number($0)) de estos valores \(Plural.spanish($0, "es suyo o se sabe que es inofensivo: ¿dejarlo fuera?", "son suyos o se sabe que son inofensivos: ¿dejarlos fuera?"))"
        },
        lead: "Se dejan fuera. Marque lo que quiera publicar de todos modos.",
        onlyThese: "No hay nada más en este borrador: marque al menos uno o cambie el borrador.",
        keepOne: "No se ha publicado nada: todo es suyo o se sabe que es inofensivo.",
        more: { "y \(Language.spanish.number($0)) más, que se dejan fuera" },
        ours: { "suyo: en \($0)" },
        theirs: { "en \($0), de lo que responde \($1)" },
        somebodys: "de una organización de aquí",
        use: { use in
            switch use {
            case .unspecified: "no es la dirección de ninguna máquina"
            case .loopback: "la dirección de cada máquina para sí misma"
            case .privateUse: "una red privada"
            case .shared: "entre un proveedor y sus clientes"
            case .linkLocal: "solo dentro de una red"
            case .multicast: "multidifusión"
            case .benchmarking: "una red de medición"
            case .reserved: "reservado por una norma"
            case .localName: "un nombre que cada red tiene para sí"
            }
        },
        withdrawWith: {
            Plural.spanish(
                $0, "Retirar también el objeto publicado con él",
                "Retirar también los \(Language.spanish.number($0)) objetos publicados con él")
        },
        withdrawWithHint: "Los valores de los indicadores retirados salen de las listas para cortafuegos.",
        staying: {
            "\(Language.spanish.number($0)) más \(Plural.spanish($0, "se queda: otro informe lo nombra, o usted no puede retirarlo", "se quedan: otro informe los nombra, o usted no puede retirarlos"))."
        })

    static let russian = SparingWords(
        question: {
            "Из этих значений ваши или заведомо безвредные: \(Language.russian.number($0)). Не публиковать?"
        },
        lead: "Они не публикуются. Отметьте то, что всё же хотите опубликовать.",
        onlyThese: "В этом черновике нет ничего другого: отметьте хотя бы одно или измените черновик.",
        keepOne: "Ничего не опубликовано: всё это ваше или заведомо безвредно.",
        more: { "и ещё \(Language.russian.number($0)), которые не публикуются" },
        ours: { "ваше: входит в \($0)" },
        theirs: { "входит в \($0), за что отвечает \($1)" },
        somebodys: "одной из здешних организаций",
        use: { use in
            switch use {
            case .unspecified: "не адрес какой-либо машины"
            case .loopback: "адрес каждой машины для самой себя"
            case .privateUse: "частная сеть"
            case .shared: "между провайдером и его клиентами"
            case .linkLocal: "только внутри одной сети"
            case .multicast: "многоадресная рассылка"
            case .benchmarking: "сеть для измерений"
            case .reserved: "зарезервировано стандартом"
            case .localName: "имя, которое у каждой сети своё"
            }
        },
        withdrawWith: {
            $0 == 1
                ? "Изъять и объект, опубликованный вместе с ним"
                : "Изъять и опубликованное вместе с ним: \(Language.russian.number($0)) \(Plural.russian($0, "объект", "объекта", "объектов"))"
        },
        withdrawWithHint: "Значения изъятых индикаторов исчезают из списков для межсетевых экранов.",
        staying: {
            "Остаётся ещё \(Language.russian.number($0)): их называет другой отчёт, или вам нельзя их изъять."
        })

    static let chinese = SparingWords(
        question: { "其中 \(Language.chinese.number($0)) 个值属于您或已知无害：要略去吗？" },
        lead: "这些值会被略去。如仍想发布，请勾选。",
        onlyThese: "此草稿中没有其他内容：请至少勾选一项，或修改草稿。",
        keepOne: "未发布任何内容：全部属于您或已知无害。",
        more: { "另有 \(Language.chinese.number($0)) 个，已略去" },
        ours: { "属于您：在 \($0) 内" },
        theirs: { "在 \($0) 内，由 \($1) 负责" },
        somebodys: "属于此处的某个组织",
        use: { use in
            switch use {
            case .unspecified: "不是任何机器的地址"
            case .loopback: "每台机器指代自身的地址"
            case .privateUse: "专用网络"
            case .shared: "运营商与其客户之间"
            case .linkLocal: "仅限一个网络内部"
            case .multicast: "组播"
            case .benchmarking: "测试用网络"
            case .reserved: "由标准保留"
            case .localName: "各网络自用的名称"
            }
        },
        withdrawWith: { "同时撤回与其一并发布的 \(Language.chinese.number($0)) 个对象" },
        withdrawWithHint: "已撤回指标的值会从防火墙列表中移除。",
        staying: { "另有 \(Language.chinese.number($0)) 个保留：其他报告提到它们，或您无权撤回。" })
}
