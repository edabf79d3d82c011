import HTML
import Hall
import Outside
import Web

/// The sentences about links that lead nowhere.
struct LinkWords: Sendable {
    /// The kind of the notice to whoever wrote the record.
    static let notice = "dead-links"

    static let named = NamedNotice(notice) {
        Self.in($0).noticeTitle
    } sentence: {
        Self.in($0).told($1)
    }

    /// How following links is called among other work.
    let checks: String
    let title: String
    let lead: String
    let none: String
    let own: @Sendable (_ organisation: Markup) -> Markup
    let others: String
    let more: String
    let deadSince: @Sendable (_ day: Markup) -> Markup
    /// Of a record in a list: one of its links at least is dead.
    let deadWithin: @Sendable (_ day: Markup) -> Markup
    let finding: @Sendable (LinkFinding) -> String
    let noticeTitle: String
    let told: @Sendable (_ records: String?) -> String

    static func `in`(_ language: Language) -> LinkWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = LinkWords(
        checks: "Checks of links", title: "Dead links",
        lead:
            "Links in records that lead nowhere: found on two days at least. This gateway follows the links of what everybody may read, once in seven days, and no others.",
        none: "No dead link is known.", own: { "In records of \($0)" }, others: "In records of others",
        more: "There are more.", deadSince: { "dead since \($0)" }, deadWithin: { "dead link since \($0)" },
        finding: {
            switch $0 {
            case .answers: "It answers."
            case .missing: "Its server says that nothing stands there any more."
            case .unknownName: "There is no such name."
            case .refused: "Nobody listens there."
            case .untrusted: "Who answers there can’t prove to be the one whose name it is."
            case .undecided: "It could not be checked."
            case .unvisited: "It is not checked."
            }
        }, noticeTitle: "Links in your records lead nowhere any more",
        told: { $0.map { "Links lead nowhere any more in: \($0)" } ?? "Links in your records lead nowhere any more" })

    static let french = LinkWords(
        checks: "Vérifications des liens", title: "Liens morts",
        lead:
            "Liens des fiches qui ne mènent nulle part : constaté au moins deux jours différents. Cette passerelle suit les liens de ce que tout le monde peut lire, une fois en sept jours, et aucun autre.",
        none: "Aucun lien mort n’est connu.", own: { "Dans les fiches de \($0)" }, others: "Dans les fiches des autres",
        more: "Il y en a d’autres.", deadSince: { "mort depuis le \($0)" }, deadWithin: { "lien mort depuis le \($0)" },
        finding: {
            switch $0 {
            case .answers: "Il répond."
            case .missing: "Son serveur dit qu’il n’y a plus rien à cet endroit."
            case .unknownName: "Ce nom n’existe pas."
            case .refused: "Personne n’écoute à cet endroit."
            case .untrusted: "Celui qui y répond ne peut pas prouver qu’il porte ce nom."
            case .undecided: "Il n’a pas pu être vérifié."
            case .unvisited: "Il n’est pas vérifié."
            }
        }, noticeTitle: "Des liens de vos fiches ne mènent plus nulle part",
        told: {
            $0.map { "Des liens ne mènent plus nulle part dans : \($0)" }
                ?? "Des liens de vos fiches ne mènent plus nulle part"
        })

    static let arabic = LinkWords(
        checks: "فحوص الروابط", title: "الروابط المعطلة",
        lead:
            "روابط في السجلات لا تؤدي إلى شيء، وقد تبيّن ذلك في يومين مختلفين على الأقل. تتبع هذه البوابة روابط ما يحق للجميع قراءته مرة كل سبعة أيام، ولا تتبع غيرها.",
        none: "لا يُعرف رابط معطل.", own: { "في سجلات \($0)" }, others: "في سجلات الآخرين", more: "ويوجد غيرها.",
        deadSince: { "معطل منذ \($0)" }, deadWithin: { "رابط معطل منذ \($0)" },
        finding: {
            switch $0 {
            case .answers: "يستجيب."
            case .missing: "يقول خادمه إنه لم يعد هناك شيء."
            case .unknownName: "لا وجود لهذا الاسم."
            case .refused: "لا أحد يستمع هناك."
            case .untrusted: "لا يستطيع من يجيب هناك أن يثبت أنه صاحب الاسم."
            case .undecided: "تعذّر فحصه."
            case .unvisited: "لا يُفحص."
            }
        }, noticeTitle: "روابط في سجلاتكم لم تعد تؤدي إلى شيء",
        told: { $0.map { "روابط لم تعد تؤدي إلى شيء في: \($0)" } ?? "روابط في سجلاتكم لم تعد تؤدي إلى شيء" })

    static let spanish = LinkWords(
        checks: "Comprobaciones de enlaces", title: "Enlaces muertos",
        lead:
            "Enlaces de las fichas que no llevan a ninguna parte: comprobado al menos en dos días distintos. Esta pasarela sigue los enlaces de lo que todos pueden leer, una vez cada siete días, y ningún otro.",
        none: "No se conoce ningún enlace muerto.", own: { "En las fichas de \($0)" }, others: "En las fichas de otros",
        more: "Hay más.", deadSince: { "muerto desde el \($0)" }, deadWithin: { "enlace muerto desde el \($0)" },
        finding: {
            switch $0 {
            case .answers: "Responde."
            case .missing: "Su servidor dice que ya no hay nada ahí."
            case .unknownName: "Ese nombre no existe."
            case .refused: "Nadie escucha ahí."
            case .untrusted: "Quien responde ahí no puede probar que el nombre es suyo."
            case .undecided: "No se pudo comprobar."
            case .unvisited: "No se comprueba."
            }
        }, noticeTitle: "Enlaces de sus fichas ya no llevan a ninguna parte",
        told: {
            $0.map { "Hay enlaces que ya no llevan a ninguna parte en: \($0)" }
                ?? "Enlaces de sus fichas ya no llevan a ninguna parte"
        })

    static let russian = LinkWords(
        checks: "Проверка ссылок", title: "Мёртвые ссылки",
        lead:
            "Ссылки в карточках, которые никуда не ведут: это замечено по меньшей мере в два разных дня. Этот шлюз проходит по ссылкам из того, что может читать каждый, раз в семь дней, и ни по каким другим.",
        none: "Мёртвых ссылок не известно.", own: { "В карточках организации \($0)" }, others: "В карточках других",
        more: "Есть и другие.", deadSince: { "не работает с: \($0)" }, deadWithin: { "ссылка не работает с: \($0)" },
        finding: {
            switch $0 {
            case .answers: "Отвечает."
            case .missing: "Сервер сообщает, что там больше ничего нет."
            case .unknownName: "Такого имени нет."
            case .refused: "Там никто не отвечает."
            case .untrusted: "Кто там отвечает, не может доказать, что имя принадлежит ему."
            case .undecided: "Проверить не удалось."
            case .unvisited: "Не проверяется."
            }
        }, noticeTitle: "Ссылки в ваших карточках больше никуда не ведут",
        told: {
            $0.map { "Ссылки больше никуда не ведут в: \($0)" } ?? "Ссылки в ваших карточках больше никуда не ведут"
        })

    static let chinese = LinkWords(
        checks: "链接检查", title: "失效链接", lead: "记录中已无法到达的链接：至少在两个不同的日期确认。本网关每七天检查一次所有人均可阅读的内容中的链接，不检查其他链接。",
        none: "未发现失效链接。", own: { "\($0)的记录" }, others: "其他方的记录", more: "还有更多。",
        deadSince: { "自\($0)起失效" }, deadWithin: { "有链接自\($0)起失效" },
        finding: {
            switch $0 {
            case .answers: "有响应。"
            case .missing: "其服务器称该处已无内容。"
            case .unknownName: "不存在此名称。"
            case .refused: "该处无人应答。"
            case .untrusted: "应答方无法证明该名称属于自己。"
            case .undecided: "无法检查。"
            case .unvisited: "不检查。"
            }
        }, noticeTitle: "您记录中的链接已失效", told: { $0.map { "以下记录中的链接已失效：\($0)" } ?? "您记录中的链接已失效" })
}
