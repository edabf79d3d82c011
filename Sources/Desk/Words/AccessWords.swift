import HTML
import Hall
import Ledger
import Web

/// The sentences of requests for access.
struct AccessWords: Sendable {
    let requests: String
    let request: String
    let lead: String
    let own: String
    let toVouch: String
    let toDecide: String
    let running: String
    let nothing: String
    let ask: String
    let signIn: String
    /// That the reader reads it already; what it is follows.
    let reads: String
    let asked: String
    /// Who reads what is written into the form.
    let askLead: String
    let terms: String
    let reason: String
    let reasonHint: String
    let until: String
    let untilHint: @Sendable (_ lastDay: String) -> String
    let sponsor: String
    let sponsorHint: @Sendable (_ isNeeded: Bool) -> String
    let noSponsor: String
    let agree: String
    let mistake: @Sendable (AccessFormModel.Mistake) -> String
    let wasAsked: String
    let asks: String
    let decides: String
    let hasChanged: String
    let isAgreed: String
    let state: @Sendable (AccessState) -> String
    let vouching: String
    let vouchHint: String
    let vouch: String
    let decline: String
    let vouched: String
    let why: String
    let granting: String
    let grantHint: @Sendable (_ lastDay: Markup) -> Markup
    let noPlace: String
    let stoodBefore: String
    let grant: String
    let answer: @Sendable (AccessRequestModel.Mistake) -> String
    let refuse: String
    let takeBack: String
    let endHint: String
    let end: String
    let placed: String
    /// The way to the requests, with how many wait.
    let link: @Sendable (Int) -> String
    let work: String
    let noticeTitle: String
    let notice: @Sendable (String?) -> String
    let turnTitle: String
    let turn: @Sendable (String?) -> String

    static func `in`(_ language: Language) -> AccessWords {
        switch language {
        case .english: english
        case .french: french
        case .arabic: arabic
        case .spanish: spanish
        case .russian: russian
        case .chinese: chinese
        }
    }

    static let english = AccessWords(
        requests: "Requests for access", request: "Request for access",
        lead:
            "What you asked for, and what waits for your word. Only whoever asks, the sponsor and those who decide read a request.",
        own: "What you asked for", toVouch: "Waiting for your organisation to vouch",
        toDecide: "Waiting for your decision", running: "Access that you gave", nothing: "Nothing.",
        ask: "Ask for access", signIn: "Sign in to ask for access.", reads: "You read it already:",
        asked: "You have asked for access.",
        askLead: "What you write is read by the sponsor that you name and by those who decide, and by nobody else.",
        terms: "Terms", reason: "Why you ask", reasonHint: "What you need it for, in at most 4,000 characters.",
        until: "Until", untilHint: { "The last day of the access; \($0) at the latest." }, sponsor: "Sponsor",
        sponsorHint: {
            $0
                ? "Another organisation here that vouches for you."
                : "An organisation here that vouches for you, if you like."
        }, noSponsor: "No sponsor", agree: "I agree to these terms.",
        mistake: {
            switch $0 {
            case .reason: "Say why, in at most 4,000 characters."
            case .until: "Choose a day that is not over, and not later than the terms allow."
            case .sponsor: "Choose a sponsor."
            case .agree: "Without agreeing to the terms there is no access."
            case .changed: "The announcement has changed since you read it. Read the terms again."
            case .tooMany: "Five of your requests wait already. Take one back, or wait for an answer."
            case .full: "Too many requests wait for an answer here. Try again later."
            }
        }, wasAsked: "Asked for. You will be told of each answer.", asks: "Asks", decides: "Decides",
        hasChanged: "The announcement has changed since its terms were agreed to.",
        isAgreed: "Agreed to the terms as they are now.",
        state: {
            switch $0 {
            case .waitsForSponsor: "Waits for the sponsor"
            case .waitsForDecision: "Waits for a decision"
            case .granted: "Access given"
            case .refused: "Refused"
            case .declined: "The sponsor does not vouch"
            case .expired: "Its time is over"
            case .takenBack: "Taken back"
            case .ended: "Access ended"
            }
        }, vouching: "Vouch",
        vouchHint: "You say in the name of your organisation that you know who asks, and that they keep to the terms.",
        vouch: "Vouch for them", decline: "Do not vouch", vouched: "Vouched", why: "Why", granting: "Give access",
        grantHint: { "It is placed there as it is, and withdrawn from there when \($0) is over." },
        noPlace:
            "There is no collection that whoever asks reads and where you may publish it. Have a sharing group of both organisations made, with a collection.",
        stoodBefore: "This version stood there before and was withdrawn. Only a newer version can stand there again.",
        grant: "Give access",
        answer: {
            switch $0 {
            case .words: "Say why."
            case .place: "It can’t be placed there."
            case .voucher: "The sponsor must vouch first."
            case .closed: "The account of whoever asked is closed."
            }
        }, refuse: "Refuse", takeBack: "Take the request back",
        endHint: "It is withdrawn from where it was placed for this request, at once.", end: "End the access",
        placed: "Placed in",
        link: {
            $0 == 0
                ? "Requests for access"
                : "Requests for access that wait for your word: \(Language.english.number($0))"
        }, work: "Access on request", noticeTitle: "A request for access waits for your word",
        notice: { $0.map { "Asks for access: \($0)" } ?? "Somebody asks for access." },
        turnTitle: "Something became of a request for access",
        turn: {
            $0.map { "Request for access answered or ended: \($0)" } ?? "A request for access was answered or ended."
        })

    static let french = AccessWords(
        requests: "Demandes d’accès", request: "Demande d’accès",
        lead:
            "Ce que vous avez demandé, et ce qui attend votre réponse. Seuls la personne qui demande, le garant et ceux qui décident lisent une demande.",
        own: "Ce que vous avez demandé", toVouch: "En attente de la garantie de votre organisation",
        toDecide: "En attente de votre décision", running: "Les accès que vous avez donnés", nothing: "Rien.",
        ask: "Demander l’accès", signIn: "Connectez-vous pour demander l’accès.", reads: "Vous le lisez déjà :",
        asked: "Vous avez demandé l’accès.",
        askLead:
            "Ce que vous écrivez est lu par le garant que vous nommez et par ceux qui décident, et par personne d’autre.",
        terms: "Conditions", reason: "Pourquoi vous demandez",
        reasonHint: "Ce pour quoi vous en avez besoin, en 4 000 caractères au plus.", until: "Jusqu’au",
        untilHint: { "Le dernier jour de l’accès ; \($0) au plus tard." }, sponsor: "Garant",
        sponsorHint: {
            $0
                ? "Une autre organisation d’ici qui se porte garante de vous."
                : "Une organisation d’ici qui se porte garante de vous, si vous voulez."
        }, noSponsor: "Sans garant", agree: "J’accepte ces conditions.",
        mistake: {
            switch $0 {
            case .reason: "Dites pourquoi, en 4 000 caractères au plus."
            case .until: "Choisissez un jour qui n’est pas passé et que les conditions permettent."
            case .sponsor: "Choisissez un garant."
            case .agree: "Sans accepter les conditions, il n’y a pas d’accès."
            case .changed: "L’annonce a changé depuis que vous l’avez lue. Relisez les conditions."
            case .tooMany: "Cinq de vos demandes attendent déjà. Reprenez-en une, ou attendez une réponse."
            case .full: "Trop de demandes attendent une réponse ici. Réessayez plus tard."
            }
        }, wasAsked: "Demandé. Vous serez averti de chaque réponse.", asks: "Demande", decides: "Décide",
        hasChanged: "L’annonce a changé depuis que ses conditions ont été acceptées.",
        isAgreed: "Conditions acceptées telles qu’elles sont.",
        state: {
            switch $0 {
            case .waitsForSponsor: "Attend le garant"
            case .waitsForDecision: "Attend une décision"
            case .granted: "Accès donné"
            case .refused: "Refusé"
            case .declined: "Le garant ne se porte pas garant"
            case .expired: "Le délai est passé"
            case .takenBack: "Repris"
            case .ended: "Accès terminé"
            }
        }, vouching: "Se porter garant",
        vouchHint:
            "Vous dites au nom de votre organisation que vous connaissez qui demande, et que les conditions seront respectées.",
        vouch: "Se porter garant", decline: "Ne pas se porter garant", vouched: "Garant depuis le", why: "Pourquoi",
        granting: "Donner l’accès",
        grantHint: { "Il y est placé tel quel, et en est retiré quand le \($0) est passé." },
        noPlace:
            "Il n’y a aucune collection que lit la personne qui demande et où vous pouvez le publier. Faites créer un groupe de partage des deux organisations, avec une collection.",
        stoodBefore:
            "Cette version y a déjà figuré et en a été retirée. Seule une version plus récente peut y figurer.",
        grant: "Donner l’accès",
        answer: {
            switch $0 {
            case .words: "Dites pourquoi."
            case .place: "Il ne peut pas y être placé."
            case .voucher: "Le garant doit d’abord se prononcer."
            case .closed: "Le compte de la personne qui a demandé est fermé."
            }
        }, refuse: "Refuser", takeBack: "Reprendre la demande",
        endHint: "Il est retiré aussitôt d’où il a été placé pour cette demande.", end: "Mettre fin à l’accès",
        placed: "Placé dans",
        link: {
            $0 == 0
                ? "Demandes d’accès" : "Demandes d’accès qui attendent votre réponse : \(Language.french.number($0))"
        }, work: "Accès sur demande", noticeTitle: "Une demande d’accès attend votre réponse",
        notice: { $0.map { "Demande l’accès : \($0)" } ?? "Quelqu’un demande l’accès." },
        turnTitle: "Une demande d’accès a eu une suite",
        turn: {
            $0.map { "Demande d’accès répondue ou terminée : \($0)" }
                ?? "Une demande d’accès a eu une réponse ou une fin."
        })

    static let arabic = AccessWords(
        requests: "طلبات الاطلاع", request: "طلب اطلاع",
        lead: "ما طلبتَه وما ينتظر كلمتك. لا يقرأ الطلبَ سوى صاحبه والكفيل ومن يقررون.",
        own: "ما طلبتَه", toVouch: "ما ينتظر كفالة منظمتك", toDecide: "ما ينتظر قرارك", running: "ما منحتَه من اطلاع",
        nothing: "لا شيء.", ask: "اطلب الاطلاع", signIn: "سجّل الدخول لتطلب الاطلاع.", reads: "أنت تقرؤه بالفعل:",
        asked: "لقد طلبتَ الاطلاع.",
        askLead: "ما تكتبه يقرؤه الكفيل الذي تسمّيه ومن يقررون، ولا أحد غيرهم.",
        terms: "الشروط", reason: "سبب الطلب", reasonHint: "لماذا تحتاج إليه، في 4000 حرف على الأكثر.", until: "حتى",
        untilHint: { "آخر يوم للاطلاع، ولا يتجاوز \($0)." }, sponsor: "الكفيل",
        sponsorHint: { $0 ? "منظمة أخرى هنا تكفلك." : "منظمة هنا تكفلك، إن شئت." }, noSponsor: "بلا كفيل",
        agree: "أوافق على هذه الشروط.",
        mistake: {
            switch $0 {
            case .reason: "اذكر السبب، في 4000 حرف على الأكثر."
            case .until: "اختر يومًا لم يمضِ ولا يتجاوز ما تسمح به الشروط."
            case .sponsor: "اختر كفيلًا."
            case .agree: "لا اطلاع دون الموافقة على الشروط."
            case .changed: "تغيّر الإعلان منذ قرأتَه. اقرأ الشروط من جديد."
            case .tooMany: "خمسة من طلباتك تنتظر بالفعل. استردّ أحدها أو انتظر جوابًا."
            case .full: "طلبات كثيرة تنتظر جوابًا هنا. حاول لاحقًا."
            }
        }, wasAsked: "أُرسل الطلب، وستُبلَّغ بكل جواب.", asks: "صاحب الطلب", decides: "من يقرر",
        hasChanged: "تغيّر الإعلان منذ الموافقة على شروطه.", isAgreed: "الموافقة على الشروط كما هي الآن.",
        state: {
            switch $0 {
            case .waitsForSponsor: "ينتظر الكفيل"
            case .waitsForDecision: "ينتظر قرارًا"
            case .granted: "مُنح الاطلاع"
            case .refused: "رُفض"
            case .declined: "الكفيل لا يكفل"
            case .expired: "انتهت مدته"
            case .takenBack: "استُرد"
            case .ended: "انتهى الاطلاع"
            }
        }, vouching: "الكفالة",
        vouchHint: "تقول باسم منظمتك إنك تعرف صاحب الطلب وإنه سيلتزم بالشروط.", vouch: "اكفله", decline: "لا تكفله",
        vouched: "الكفالة", why: "السبب", granting: "منح الاطلاع",
        grantHint: { "يوضع هناك كما هو، ويُسحب من هناك عند انتهاء \($0)." },
        noPlace: "لا توجد مجموعة يقرؤها صاحب الطلب ويمكنك النشر فيها. اطلب إنشاء مجموعة تشارك للمنظمتين مع مجموعة لها.",
        stoodBefore: "كانت هذه النسخة هناك وسُحبت. لا يمكن أن توضع هناك إلا نسخة أحدث.", grant: "امنح الاطلاع",
        answer: {
            switch $0 {
            case .words: "اذكر السبب."
            case .place: "لا يمكن وضعه هناك."
            case .voucher: "يجب أن يكفل الكفيل أولًا."
            case .closed: "حساب صاحب الطلب مغلق."
            }
        }, refuse: "ارفض", takeBack: "استردّ الطلب", endHint: "يُسحب فورًا من حيث وُضع لهذا الطلب.", end: "أنهِ الاطلاع",
        placed: "وُضع في",
        link: { $0 == 0 ? "طلبات الاطلاع" : "طلبات اطلاع تنتظر كلمتك: \(Language.arabic.number($0))" },
        work: "الاطلاع عند الطلب", noticeTitle: "طلب اطلاع ينتظر كلمتك",
        notice: { $0.map { "يطلب الاطلاع: \($0)" } ?? "أحدهم يطلب الاطلاع." }, turnTitle: "جديد في طلب اطلاع",
        turn: { $0.map { "أُجيب طلب الاطلاع أو انتهى: \($0)" } ?? "أُجيب طلب اطلاع أو انتهى." })
}
