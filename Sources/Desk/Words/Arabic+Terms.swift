extension DeskWords {
    static let arabicVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("يحلّل", "حُلّل في")
        case .attributedTo: ("منسوب إلى", "يُنسب إليه")
        case .authoredBy: ("من تأليف", "مؤلف")
        case .basedOn: ("مبني على", "أساس")
        case .beaconsTo: ("يرسل نبضات إلى", "يستقبل نبضات من")
        case .characterizes: ("يصف خصائص", "خصائصه موصوفة في")
        case .communicatesWith: ("يتصل بـ", "يتصل بـ")
        case .compromises: ("يخترق", "مخترَق من")
        case .consistsOf: ("يتكون من", "جزء من")
        case .controls: ("يتحكم في", "يتحكم فيه")
        case .delivers: ("يوصل", "يوصله")
        case .derivedFrom: ("مشتق من", "مصدر")
        case .detects: ("يكشف", "يكشفه")
        case .downloads: ("ينزّل", "ينزّله")
        case .drops: ("يُسقط", "يُسقطه")
        case .duplicateOf: ("نسخة مكررة من", "له نسخة مكررة")
        case .exfiltratesTo: ("يهرّب البيانات إلى", "يستقبل بيانات من")
        case .exploits: ("يستغل", "يستغله")
        case .has: ("لديه", "موجود في")
        case .hosts: ("يستضيف", "يستضيفه")
        case .impersonates: ("ينتحل صفة", "ينتحل صفته")
        case .indicates: ("يدل على", "يدل عليه")
        case .investigates: ("يحقق في", "يحقق فيه")
        case .locatedAt: ("يقع في", "موقع")
        case .mitigates: ("يخفّف", "يخفّفه")
        case .originatesFrom: ("مصدره", "منشأ")
        case .owns: ("يملك", "يملكه")
        case .relatedTo: ("مرتبط بـ", "مرتبط بـ")
        case .remediates: ("يعالج", "يعالجه")
        case .resolvesTo: ("يُحلّ إلى", "حُلّ من")
        case .revokedBy: ("حلّ محلّه", "حلّ محلّ")
        case .subtechniqueOf: ("أسلوب فرعي من", "أسلوبه الفرعي")
        case .targets: ("يستهدف", "يستهدفه")
        case .uses: ("يستخدم", "يستخدمه")
        case .variantOf: ("صيغة من", "له صيغة")
        case .objects: ("يتحدث عن", "يتحدث عنه")
        case .sightingOf: ("رصد", "رصده")
        case .whereSighted: ("رصده", "رصد")
        case .resolvesToValues: ("يحيل إلى", "يحيل إليه")
        }
    }

    static let arabicProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "النمط"
        case .patternType: "لغة النمط"
        case .indicatorTypes: "الصنف"
        case .validFrom: "صالح منذ"
        case .validUntil: "صالح حتى"
        case .value: "القيمة"
        case .hashes: "البصمات"
        case .size: "الحجم"
        case .killChainPhases: "المراحل"
        case .platforms: "المنصات"
        case .malwareTypes: "الصنف"
        case .isFamily: "عائلة"
        case .toolTypes: "الصنف"
        case .toolVersion: "إصدار الأداة"
        case .identityClass: "الصنف"
        case .roles: "الأدوار"
        case .sectors: "القطاعات"
        case .contact: "الاتصال"
        case .reportTypes: "الصنف"
        case .published: "نُشر في"
        case .goals: "الأهداف"
        case .motivation: "الدافع"
        case .resourceLevel: "الموارد"
        case .sophistication: "درجة التطور"
        case .firstSeen: "أول مشاهدة"
        case .lastSeen: "آخر مشاهدة"
        case .firstObserved: "أول رصد"
        case .lastObserved: "آخر رصد"
        case .count: "عدد المرات"
        case .numberObserved: "عدد المرات"
        case .sightingOf: "ما شوهد"
        case .whereSighted: "شاهده"
        case .objects: "الكائنات"
        case .country: "البلد"
        case .region: "المنطقة"
        case .detection: "الكشف"
        case .dataSource: "مصدر البيانات"
        case .tactics: "التكتيكات"
        case .contributors: "المساهمون"
        case .domains: "المجالات"
        case .labels: "العلامات"
        case .confidence: "الثقة"
        case .lang: "اللغة"
        case .name: "الاسم"
        case .description: "الوصف"
        case .aliases: "أسماء أخرى"
        case .references: "المراجع"
        case .revoked: "ملغى"
        case .deprecated: "مهجور"
        case .markings: "الوسوم"
        case .author: "صاحبه"
        case .created: "أُنشئ في"
        case .modified: "عُدّل في"
        }
    }
}
