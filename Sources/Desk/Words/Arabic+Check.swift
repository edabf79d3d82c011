import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let arabic = CheckWords(
        title: "فحص",
        lead: "ألصق رسالة أو سجلًّا أو قائمة، واطّلع على ما هو معروف هنا عن العناوين والأسماء والبصمات الواردة فيها.",
        label: "النص المراد فحصه",
        hint:
            "يُتعرَّف على عناوين IP وشبكاتها وأسماء النطاقات وعناوين URL والبريد الإلكتروني والبصمات ومعرّفات CVE وأرقام AS، حتى المكتوبة بصيغة معطَّلة. حتى ألف قيمة دفعة واحدة.",
        examples: "أمثلة",
        button: "افحص",
        again: "افحص شيئًا آخر",
        kept: "ما تلصقه لا يُحفظ ولا يُدوَّن في السجلات.",
        none: "لم يُعثر على أي قيمة.",
        noneLead: "ليس في النص عنوان أو اسم أو بصمة أو معرّف مفهوم هنا.",
        tally: { values, known, ours, good in
            let number = Language.arabic.number(values)
            let all = Plural.arabic(
                values, zero: "لا قيم", one: "قيمة واحدة", two: "قيمتان", few: "\(number) قيم", many: "\(number) قيمة",
                other: "\(number) قيمة")
            let parts = [
                all, "المعروف: \(Language.arabic.number(known))", "ما يخصّكم: \(Language.arabic.number(ours))",
                "في القوائم السليمة: \(Language.arabic.number(good))",
            ]
            return parts.joined(separator: "، ")
        },
        cut: { "في النص أكثر من \(Language.arabic.number($0)) قيمة؛ فُحصت الأولى منها. افحص الباقي على حدة." },
        rows: { "الصفوف من \($0) إلى \($1) من أصل \(Language.arabic.number($2))، الأهم أولًا." },
        next: "الصفوف التالية",
        first: "الصفوف الأولى",
        value: "القيمة",
        said: "ما يُقال عنها",
        unknown: "لا شيء مما يمكنك قراءته هنا يذكرها.",
        how: { how in
            switch how {
            case .exactly: "بعينها"
            case .host: "عبر المضيف"
            case .network: "شبكة تحتويها"
            case .inside: "داخل هذه الشبكة"
            }
        },
        nobody: "لم يُذكر المؤلف",
        since: "منذ",
        ours: { "<strong>تخصّكم</strong>: ضمن \($0)" },
        good: { "في قائمة سليمة: \($0)" },
        makeIndicators: "أنشئ مؤشرات من القيم المختارة",
        sighting: "رصدناها",
        falsePositive: "إنذار كاذب",
        table: "انسخ بصيغة CSV",
        kind: { kind in
            switch kind {
            case .domain: "اسم نطاق"
            case .email: "عنوان بريد إلكتروني"
            case .autonomousSystem: "رقم AS"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "القوائم السليمة",
        listsLead: "قيم معروف أنها غير ضارة، مثل خوادم الأسماء العامة والمواقع الشائعة. يبيّن الفحص أيّ قيمك واردة فيها.",
        noLists: "لا توجد قائمة بعد. استورد واحدة بصيغة JSON الخاصة بقوائم MISP، على الجهاز الذي تعمل عليه البوابة:",
        entries: { number in
            let text = Language.arabic.number(number)
            return Plural.arabic(
                number, zero: "لا مدخلات", one: "مدخل واحد", two: "مدخلان", few: "\(text) مدخلات",
                many: "\(text) مدخلًا",
                other: "\(text) مدخل")
        },
        listVersion: "الإصدار",
        matches: { kind in
            switch kind {
            case .string: "القيمة بعينها"
            case .hostname: "الاسم وكل ما تحته"
            case .cidr: "شبكات"
            case .substring: "أجزاء من القيم"
            }
        }
    )
}
