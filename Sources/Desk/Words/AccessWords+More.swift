import HTML
import Hall
import Ledger
import Web

extension AccessWords {
    static let spanish = AccessWords(
        requests: "Solicitudes de acceso", request: "Solicitud de acceso",
        lead:
            "Lo que usted ha pedido y lo que espera su respuesta. Solo leen una solicitud quien pide, quien avala y quienes deciden.",
        own: "Lo que ha pedido", toVouch: "A la espera del aval de su organización",
        toDecide: "A la espera de su decisión", running: "Accesos que ha dado", nothing: "Nada.",
        ask: "Pedir acceso", signIn: "Inicie sesión para pedir acceso.", reads: "Ya lo lee:",
        asked: "Ha pedido acceso.",
        askLead: "Lo que escriba lo leen la organización que avala y quienes deciden, y nadie más.",
        terms: "Condiciones", reason: "Por qué lo pide",
        reasonHint: "Para qué lo necesita, en 4000 caracteres como máximo.",
        until: "Hasta el", untilHint: { "El último día del acceso; el \($0) a más tardar." }, sponsor: "Aval",
        sponsorHint: {
            $0
                ? "Otra organización de aquí que responda por usted."
                : "Una organización de aquí que responda por usted, si quiere."
        }, noSponsor: "Sin aval", agree: "Acepto estas condiciones.",
        mistake: {
            switch $0 {
            case .reason: "Diga por qué, en 4000 caracteres como máximo."
            case .until: "Elija un día que no haya pasado y que las condiciones permitan."
            case .sponsor: "Elija quién avala."
            case .agree: "Sin aceptar las condiciones no hay acceso."
            case .changed: "El anuncio ha cambiado desde que lo leyó. Lea de nuevo las condiciones."
            case .tooMany: "Ya esperan cinco solicitudes suyas. Retire una o espere una respuesta."
            case .full: "Aquí esperan respuesta demasiadas solicitudes. Inténtelo más tarde."
            }
        }, wasAsked: "Solicitud enviada. Se le avisará de cada respuesta.", asks: "Pide", decides: "Decide",
        hasChanged: "El anuncio ha cambiado desde que se aceptaron sus condiciones.",
        isAgreed: "Condiciones aceptadas tal como son ahora.",
        state: {
            switch $0 {
            case .waitsForSponsor: "Espera el aval"
            case .waitsForDecision: "Espera una decisión"
            case .granted: "Acceso dado"
            case .refused: "Rechazada"
            case .declined: "No se avala"
            case .expired: "Su plazo ha terminado"
            case .takenBack: "Retirada"
            case .ended: "Acceso terminado"
            }
        }, vouching: "Avalar",
        vouchHint: "Dice en nombre de su organización que conoce a quien pide y que cumplirá las condiciones.",
        vouch: "Avalar", decline: "No avalar", vouched: "Avalada", why: "Por qué", granting: "Dar acceso",
        grantHint: { "Se coloca allí tal como es y se retira de allí cuando termine el \($0)." },
        noPlace:
            "No hay ninguna colección que lea quien pide y donde usted pueda publicarlo. Haga crear un grupo de ambas organizaciones, con una colección.",
        stoodBefore: "Esta versión ya estuvo allí y se retiró. Solo puede estar allí una versión más reciente.",
        grant: "Dar acceso",
        answer: {
            switch $0 {
            case .words: "Diga por qué."
            case .place: "No se puede colocar allí."
            case .voucher: "Primero debe darse el aval."
            case .closed: "La cuenta de quien pidió está cerrada."
            }
        }, refuse: "Rechazar", takeBack: "Retirar la solicitud",
        endHint: "Se retira enseguida de donde se colocó para esta solicitud.", end: "Terminar el acceso",
        placed: "Colocado en",
        link: {
            $0 == 0
                ? "Solicitudes de acceso"
                : "Solicitudes de acceso que esperan su respuesta: \(Language.spanish.number($0))"
        }, work: "Acceso a petición", noticeTitle: "Una solicitud de acceso espera su respuesta",
        notice: { $0.map { "Pide acceso: \($0)" } ?? "Alguien pide acceso." },
        turnTitle: "Una solicitud de acceso ha tenido respuesta",
        turn: {
            $0.map { "Solicitud de acceso respondida o terminada: \($0)" }
                ?? "Una solicitud de acceso se respondió o terminó."
        })

    static let russian = AccessWords(
        requests: "Запросы доступа", request: "Запрос доступа",
        lead:
            "То, о чём вы попросили, и то, что ждёт вашего слова. Запрос читают только тот, кто просит, поручитель и те, кто решает.",
        own: "О чём вы попросили", toVouch: "Ждёт поручительства вашей организации", toDecide: "Ждёт вашего решения",
        running: "Доступ, который вы дали", nothing: "Ничего.", ask: "Попросить доступ",
        signIn: "Войдите, чтобы попросить доступ.", reads: "Вы это уже читаете:", asked: "Вы попросили доступ.",
        askLead: "Написанное прочтут поручитель, которого вы назовёте, и те, кто решает, — и никто больше.",
        terms: "Условия", reason: "Почему вы просите",
        reasonHint: "Для чего это вам нужно, не более 4000 знаков.", until: "До",
        untilHint: { "Последний день доступа, не позднее \($0)." }, sponsor: "Поручитель",
        sponsorHint: {
            $0 ? "Другая организация, которая за вас поручится." : "Организация, которая за вас поручится, если хотите."
        }, noSponsor: "Без поручителя", agree: "Я согласен с этими условиями.",
        mistake: {
            switch $0 {
            case .reason: "Скажите, почему, не более 4000 знаков."
            case .until: "Выберите день, который ещё не прошёл и который допускают условия."
            case .sponsor: "Выберите поручителя."
            case .agree: "Без согласия с условиями доступа нет."
            case .changed: "Объявление изменилось с тех пор, как вы его читали. Прочтите условия ещё раз."
            case .tooMany: "Пять ваших запросов уже ждут. Заберите один или дождитесь ответа."
            case .full: "Слишком много запросов ждут здесь ответа. Попробуйте позже."
            }
        }, wasAsked: "Запрос отправлен. О каждом ответе вам сообщат.", asks: "Просит", decides: "Решает",
        hasChanged: "Объявление изменилось с тех пор, как с его условиями согласились.",
        isAgreed: "Согласие с условиями в их нынешнем виде.",
        state: {
            switch $0 {
            case .waitsForSponsor: "Ждёт поручителя"
            case .waitsForDecision: "Ждёт решения"
            case .granted: "Доступ дан"
            case .refused: "Отказано"
            case .declined: "Поручитель не ручается"
            case .expired: "Срок истёк"
            case .takenBack: "Запрос забран"
            case .ended: "Доступ окончен"
            }
        }, vouching: "Поручиться",
        vouchHint:
            "Вы говорите от имени своей организации, что знаете того, кто просит, и что условия будут соблюдены.",
        vouch: "Поручиться", decline: "Не ручаться", vouched: "Поручительство", why: "Почему", granting: "Дать доступ",
        grantHint: { "Объект помещается туда как есть и отзывается оттуда, когда пройдёт \($0)." },
        noPlace:
            "Нет коллекции, которую читает тот, кто просит, и в которой вы можете публиковать. Попросите создать группу обеих организаций с коллекцией.",
        stoodBefore: "Эта версия там уже была и отозвана. Снова появиться там может только более новая.",
        grant: "Дать доступ",
        answer: {
            switch $0 {
            case .words: "Скажите, почему."
            case .place: "Поместить туда нельзя."
            case .voucher: "Сначала должен поручиться поручитель."
            case .closed: "Учётная запись того, кто просил, закрыта."
            }
        }, refuse: "Отказать", takeBack: "Забрать запрос",
        endHint: "Объект сразу отзывается оттуда, куда его поместили по этому запросу.", end: "Окончить доступ",
        placed: "Помещено в",
        link: {
            $0 == 0 ? "Запросы доступа" : "Запросов доступа, которые ждут вашего слова: \(Language.russian.number($0))"
        }, work: "Доступ по запросу", noticeTitle: "Запрос доступа ждёт вашего слова",
        notice: { $0.map { "Просит доступ: \($0)" } ?? "Кто-то просит доступ." },
        turnTitle: "С запросом доступа что-то произошло",
        turn: {
            $0.map { "На запрос доступа ответили, или он окончен: \($0)" }
                ?? "На запрос доступа ответили, или он окончен."
        })

    static let chinese = AccessWords(
        requests: "查阅申请", request: "查阅申请",
        lead: "您申请的内容，以及等候您表态的申请。只有申请人、担保方和决定方能读到一份申请。",
        own: "您的申请", toVouch: "等候贵组织担保", toDecide: "等候您决定", running: "您准许的查阅", nothing: "没有。",
        ask: "申请查阅", signIn: "请登录后申请查阅。", reads: "您已可查阅：", asked: "您已申请查阅。",
        askLead: "您所写的内容只有您指定的担保方和决定方能读到。", terms: "条件", reason: "申请理由",
        reasonHint: "说明用途，最多 4000 字。", until: "截止日期", untilHint: { "查阅的最后一天，不晚于 \($0)。" },
        sponsor: "担保方", sponsorHint: { $0 ? "此处为您担保的另一组织。" : "可选：此处为您担保的组织。" }, noSponsor: "无担保方",
        agree: "我同意这些条件。",
        mistake: {
            switch $0 {
            case .reason: "请说明理由，最多 4000 字。"
            case .until: "请选择尚未过去且条件允许的日期。"
            case .sponsor: "请选择担保方。"
            case .agree: "不同意条件则无法查阅。"
            case .changed: "公告在您阅读之后已更改。请重新阅读条件。"
            case .tooMany: "您已有五份申请在等候。请撤回一份或等待答复。"
            case .full: "此处等候答复的申请过多。请稍后再试。"
            }
        }, wasAsked: "已提交申请。每次答复都会通知您。", asks: "申请人", decides: "决定方",
        hasChanged: "公告在其条件获同意之后已更改。", isAgreed: "已同意现行条件。",
        state: {
            switch $0 {
            case .waitsForSponsor: "等候担保方"
            case .waitsForDecision: "等候决定"
            case .granted: "已准许"
            case .refused: "已拒绝"
            case .declined: "担保方不予担保"
            case .expired: "已到期"
            case .takenBack: "已撤回"
            case .ended: "查阅已结束"
            }
        }, vouching: "担保", vouchHint: "您以贵组织名义表示：您了解申请人，且其会遵守条件。", vouch: "予以担保", decline: "不予担保",
        vouched: "已担保", why: "理由", granting: "准许查阅",
        grantHint: { "将原样放入该处，并在\($0)结束后从该处撤下。" },
        noPlace: "没有申请人可读且您可以发布的集合。请先为双方组织建立共享组及其集合。",
        stoodBefore: "此版本曾在该处并已撤下，只有更新的版本才能再次放入。", grant: "准许查阅",
        answer: {
            switch $0 {
            case .words: "请说明理由。"
            case .place: "无法放入该处。"
            case .voucher: "须先由担保方担保。"
            case .closed: "申请人的账户已关闭。"
            }
        }, refuse: "拒绝", takeBack: "撤回申请", endHint: "立即从为此申请放入之处撤下。", end: "结束查阅", placed: "放入",
        link: { $0 == 0 ? "查阅申请" : "等候您表态的查阅申请：\(Language.chinese.number($0))" }, work: "依申请查阅",
        noticeTitle: "有查阅申请等候您表态", notice: { $0.map { "申请查阅：\($0)" } ?? "有人申请查阅。" },
        turnTitle: "查阅申请有了进展",
        turn: { $0.map { "查阅申请已答复或结束：\($0)" } ?? "有查阅申请已答复或结束。" })
}
