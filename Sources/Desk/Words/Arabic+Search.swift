import HTML
import Web

extension FacetWords {
    static let arabic = FacetWords(
        title: "تضييق النتائج",
        facet: { facet in
            switch facet {
            case .type: "النوع"
            case .collection: "المجموعة"
            case .source: "المصدر"
            case .marking: "الوسم"
            case .period: "تاريخ الإضافة"
            }
        },
        chosen: "فقط",
        remove: "إزالة",
        firstTenThousand: "العدّ ضمن أول 10,000 نتيجة.",
        more: { "\(Language.arabic.number($0)) غيرها" },
        none: "قد توجد نتائج أخرى إذا أُزيل أحد القيود أعلاه.",
        asFeed: "كخلاصة",
        asData: "كبيانات"
    )
}

extension SavedSearchWords {
    static let arabic = SavedSearchWords(
        title: "عمليات البحث المحفوظة",
        lead:
            "يستطيع قارئ الخلاصات متابعة كل منها على عنوانها الخاص. تجيب الخلاصة بحسب ما يحق لك قراءته في تلك اللحظة دون أن تسأل عمّن يقرؤها، فاحتفظ بعنوانها لنفسك.",
        none: "لم تحفظ أي بحث بعد. ابحث عن شيء ثم احفظه من صفحة نتائجه.",
        save: "احفظ هذا البحث",
        name: "الاسم",
        unnamed: "بحث بلا كلمات",
        feed: "بحث",
        saved: { "حُفظ في \($0)" },
        rename: "تغيير الاسم",
        renew: "عنوان جديد للخلاصة",
        renewLead: "يتوقف العنوان القديم عن العمل فورًا.",
        delete: "حذف",
        made: { "الخلاصة الخاصة بـ\($0):" },
        madeLead: "انسخ العنوان الآن، فلن يظهر مرة أخرى. وإذا فُقد أو عرفه غيرك فأنشئ عنوانًا جديدًا.",
        lists: "قوائم لجدران الحماية وخوادم الأسماء"
    )
}
