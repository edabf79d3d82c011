import Web

extension QuarantineWords {
    static let arabic: QuarantineWords = .init(
        noticeTitle: "شيء ينتظر في الحجر",
        notice: { subject in
            subject.map { "شيء لـ«\($0)» ينتظر في الحجر." } ?? "شيء ينتظر في الحجر."
        },
        title: "الحجر",
        lead: "ما لم يدخل، مع السبب. ينتظر هنا حتى يقرر أحد أفراد المكتب.",
        nothing: "لا شيء ينتظر قرارًا.",
        waiting: { DeskWords.arabic.common.objects($0) },
        decided: "صدر القرار وحُفظ.",
        toImports: "عمليات الاستيراد",
        law: { code in
            switch code {
            case "refused": "غير آمن أو بلا هوية"
            case "conflicting-version": "يوجد محتوى آخر بالإصدار نفسه"
            case "foreign-line": "بدأ مصدر آخر إصدارات هذا الكائن"
            case "created-changed": "له إصدار وليس للموجود إصدار، أو العكس"
            case "reserved": "لا يتحدث بهذا المعرّف إلا المنظمة صاحبته"
            case "taken-line": "بدأ آخرون إصدارات هذا المعرّف قبل المنظمة صاحبته"
            case "author-changed": "تغيّر مؤلفه"
            case "from-the-future": "إصداره في المستقبل"
            case "after-revocation": "أُلغي من قبل"
            case "revokes-the-past": "يلغي ما تبعه آخرون"
            case "unknown-marking": "وسمه غير معروف هنا"
            case "above-ceiling": "وسمه أشد مما تسمح به المجموعة"
            default: code
            }
        },
        from: "من",
        comparison: "جنبًا إلى جنب",
        property: "الخاصية",
        stands: "الموجود",
        waits: "المنتظر",
        decision: "القرار",
        replaces: "القبول يسحب الموجود بهذا الإصدار ويضع المنتظر مكانه. يبقى كلاهما في السجل.",
        places: "القبول يضعه إصدارًا للكائن مع أن القاعدة أوقفته.",
        takesOver:
            "القبول يسحب كل ما قاله آخرون بهذا المعرّف، وتتابع المنظمة صاحبته. يبقى كل شيء في السجل.",
        undecidable: "لا يستطيع أحد إدخاله: القاعدة تحمي قراء المجموعة. يمكن استبعاده فقط.",
        decideAll: "القرار بشأنها جميعًا",
        decideAllLead:
            "يُذكر مع كل نوع ما يفعله القبول. ما استُبعد يبقى خارجًا ولا يُسأل عن المحتوى نفسه ثانية. يجري ذلك على دفعات، وما يصل أثناءها ينتظر.",
        decidedAll: { decided, left in
            "صدر القرار بشأن \(decided)." + (left > 0 ? " تعذّر إدخال \(left) وما زالت تنتظر." : "") + " والباقي أدناه."
        },
        everything: "كل ما ينتظر",
        reason: "السبب (يُحفظ مع القرار)",
        lacksReason: "اذكر السبب؛ سيرغب من يقرأ هذا لاحقًا في معرفته.",
        accept: "قبول",
        replace: "قبول واستبدال",
        dismiss: "استبعاد")
}

extension ImportWords {
    static let arabic: ImportWords = .init(
        title: "عمليات الاستيراد",
        lead: "كل إدخال: من أي مصدر، وإلى أي مجموعة، وكيف انتهى.",
        nothing: "لم يُستورد شيء بعد.",
        counts: { objects, placed, quarantined in
            "\(DeskWords.arabic.common.objects(.exactly(objects))): وُضع \(placed)، وفي الحجر \(quarantined)"
        },
        done: "قُرئ حتى نهايته",
        unfinished: "لم ينته",
        broken: "انقطع:",
        wasUndone: "أُبطل في",
        undo: "إبطال",
        undoTitle: "إبطال هذا الاستيراد",
        undoLead: "يُسحب كل ما وضعه وما زال موجودًا، ولكل إصدار قيد في السجل مع السبب. ويعود ما كان موجودًا قبله.",
        undone: { "الإصدارات المسحوبة: \($0)." })
}
