import Web

extension LibraryWords {
    static let arabic = LibraryWords(
        learn: "تعلّم", lead: "ما دوّنته هذه الجماعة، لكل من يحق له أن يقرأه.", what: "ماذا", byArea: "بحسب مجال العمل",
        total: "الكل", nothingYet: "لا شيء بعد", gaps: "لا شيء بعد", newest: "الأحدث", advisories: "التنبيهات",
        calendar: "التقويم",
        calendarLead: "ما يُقام ومتى.", add: { "جديد: \($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number):
                Plural.arabic(
                    number, zero: "لا مدخلات", one: "مدخل واحد", two: "مدخلان", few: "\(number) مدخلات",
                    many: "\(Language.arabic.number(number)) مدخلًا", other: "\(Language.arabic.number(number)) مدخل")
            case .moreThan(let number): "أكثر من \(Language.arabic.number(number)) مدخل"
            }
        }, find: "ابحث", words: "كلمات", narrow: "ضيّق القائمة", all: "الكل", chosen: "المختار", none: "لا شيء هنا بعد.",
        noneFound: "لا شيء يطابق هذا. أزل أحد المرشّحات.", onPaper: "للورق", older: "الأقدم", newer: "الأحدث",
        changed: "عُدّل", state: "الحالة", late: "المتأخر فقط", lateness: "التأخر",
        narrowFirst: { "ضيّق القائمة أولًا: يُنظر في \(Language.arabic.number($0)) على الأكثر واحدًا واحدًا، وهي أكثر." },
        staleTranslation: "ترجمة قديمة", dissent: "آراء مخالفة", inOtherWords: "بصياغة أخرى",
        noDates: "لا شيء يُقام في هذا الشهر.",
        previous: "الشهر السابق",
        following: "الشهر التالي", kinds: "أنواع البطاقات",
        kindsLead:
            "ما يمكن للناس أن يملؤوه ويجدوه. تأتي الأنواع في حزم، وأنت تختار ما يظهر منها. وما كُتب يبقى حين يُخفى نوعه.",
        pack: "حزمة", signedBy: { "وقّعها \($0)" }, unsigned: "غير موقّعة", shipped: "تأتي مع البرنامج", shown: "ظاهر",
        hidden: "مخفي", show: "أظهر", hide: "أخفِ",
        fields: {
            Plural.arabic(
                $0, zero: "لا حقول", one: "حقل واحد", two: "حقلان", few: "\($0) حقول", many: "\($0) حقلًا",
                other: "\($0) حقل")
        }, formats: "كذلك بصيغة",
        importOf: { "أحضر كثيرًا: \($0)" },
        importLead: "ألصق جدولًا من قيم تفصلها فواصل. يُنظر في كل سطر قبل أن يُقال شيء؛ ثم تثبت كلها أو لا يثبت منها شيء.",
        table: "الجدول", into: "في", look: "انظر في كل سطر", sayAll: { "قلها كلها (\($0))" },
        allFine: { "السطور كلها سليمة (\($0)). لم يُقل شيء بعد." }, said: { "ثبتت الآن: \($0)." },
        rowsWrong: { "سطور تحتاج إلى مراجعة: \($0) من \($1). لم يُقل شيء." },
        noField: { "ليست من حقول هذا النوع: \($0)" },
        importRefused: "لا تقبلها المجموعة كلها. لم يُقل شيء.",
        record: TypeWords("بطاقة", "البطاقات", "شيء يستحق الحفظ والعثور عليه: دليل أو قانون أو درس."),
        gathering: TypeWords("لقاء", "اللقاءات", "أناس في وقت معيّن: اجتماع أو دورة أو تمرين."),
        attestation: TypeWords("إفادة", "الإفادات", "جهة تقول شيئًا عن جهة، حتى تاريخ معيّن."),
        step: TypeWords("خطوة", "الخطوات", "ما فعله أحدهم بما هو قائم هنا."),
        kind: TypeWords("نوع", "الأنواع", "ما يملؤه الناس، موصوفًا بالبيانات."))
}
