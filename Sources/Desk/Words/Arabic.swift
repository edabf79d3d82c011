import HTML
import Web

extension DeskWords {
    static let arabic = DeskWords(
        menu: Menu(
            morning: "هذا الصباح", write: "الكتابة", quarantine: "الحجر", check: "فحص",
            collections: "المجموعات", types: "الأنواع", about: "كيف تتحقق"),
        common: Common(
            objects: {
                Self.count(
                    $0, zero: "لا كائنات", one: "كائن واحد", two: "كائنان", few: "كائنات", many: "كائنًا", other: "كائن")
            },
            readers: { readers in
                switch readers {
                case .everyone: "يستطيع الجميع قراءتها دون تسجيل دخول."
                case .signedIn: "يقرؤها كل من له حساب هنا."
                case .group(let name): "لا يقرؤها إلا أعضاء \u{2068}\(name)\u{2069}."
                case .organisation(let name): "لا يقرؤها إلا أفراد \u{2068}\(name)\u{2069}."
                case .persons(let name): "لا يقرؤها إلا الأشخاص المذكورون في \u{2068}\(name)\u{2069}."
                }
            },
            readersTitle: "من يراها",
            doneBy: { "بواسطة \($0)" },
            doneByCommand: { "بأمر من \($0)" },
            ceiling: "الحد الأعلى",
            lastChange: "آخر تغيير",
            nothingYet: "لا شيء بعد",
            type: "النوع",
            number: "العدد",
            revoked: "ملغى",
            older: "الأقدم",
            newest: "الأحدث",
            name: "الاسم",
            changed: "تغيّر في",
            allTypes: "كل الأنواع",
            more: { "و\(Language.arabic.number($0)) غيرها" }
        ),
        home: Home(
            lead: "ابحث فيما هو معروف هنا، واقرأه، وأثبت بنفسك أنه لم يُغيَّر.",
            examples: "مثلًا",
            typesTitle: "ما تحتويه",
            latestTitle: "الأحدث",
            emptyTitle: "لا شيء هنا بعد",
            emptyLead: "البوابة تعمل وسجلاتها فارغة. هذه هي الخطوات التالية على الجهاز الذي تعمل عليه:",
            importStep: "استورد ما تعرفه. تكفي أي حزمة STIX 2.1.",
            collectionStep: "اطّلع على المجموعات ومن يستطيع قراءة كل منها.",
            doctorStep: "اسأل هل كل شيء على ما يرام."
        ),
        collection: Collection(
            kind: "مجموعة",
            contents: "ما تحتويه",
            changes: "آخر القيود",
            placed: "أُدرج",
            withdrawn: "سُحب",
            erased: "مُحي: زال محتواه وبقي إثباته",
            configured: "ضُبطت قواعد المجموعة",
            log: "سجلّها",
            logLead:
                "كل تغيير قيدٌ في سجل لا يُضاف إليه إلا في آخره. من يحتفظ ببصمة الجذر يستطيع أن يثبت لاحقًا أن ما قبلها لم يُغيَّر.",
            size: "الحجم",
            entries: {
                Self.count(
                    .exactly($0), zero: "لا قيود", one: "قيد واحد", two: "قيدان", few: "قيود", many: "قيدًا",
                    other: "قيد")
            },
            root: "بصمة الجذر",
            signed: "وُقّع في",
            key: "المفتاح",
            origin: "الأصل",
            verifyTitle: "تحقق بنفسك",
            verifyLead: "أمر واحد يجلب السجل، ويعيد حساب كل بصمة، ويسمّي أول قيد لا يطابق.",
            tilesTitle: "كيف تقرأ السجل بأدوات أخرى",
            tilesLead:
                "يُقدَّم السجل على هيئة C2SP tlog-tiles. تغطي كل قطعة 256 قيدًا، ويُكتب رقمها في مجموعات من ثلاث خانات.",
            checkpoint: "نقطة التحقق الموقّعة: الأصل والحجم والجذر",
            hashTile: "أول قطعة بصمات",
            entryTile: "أول حزمة قيود",
            export: "تصدير المجموعة",
            exportLead: "ملف واحد فيه نقطة التحقق والقيود والبايتات الدقيقة لكل كائن."
        ),
        list: List(
            inCollection: "في المجموعة",
            inAll: "في كل المجموعات التي تستطيع قراءتها",
            empty: "لا يوجد شيء منها.",
            typesTitle: "الأنواع",
            typesLead: "كل أنواع الكائنات في المجموعات التي تستطيع قراءتها."
        ),
        object: Object(
            also: "يُعرف أيضًا باسم",
            revoked: "ألغى صاحب هذا الكائن كائنَه: لا ينبغي استخدامه بعد الآن.",
            withdrawn: { "سُحب من \($0) في \($1). ما قاله محفوظ للسجل." },
            superseded: { "هذه نسخة \($0). توجد نسخة أحدث: \($1)." },
            sentBy: { "أرسله \($0)." },
            noAuthor: "لا يذكر كاتبًا.",
            notTheirs:
                "يتحدث هذا بمعرّف منظمة لم تقله، وإنما قاله من أرسله.",
            description: "الوصف",
            references: "المراجع",
            facts: "الحقائق",
            rest: "كل الخصائص الأخرى",
            relations: "العلاقات",
            relationsLead: {
                Self.count(
                    $0, zero: "لا علاقات", one: "علاقة واحدة", two: "علاقتان", few: "علاقات", many: "علاقة",
                    other: "علاقة")
            },
            allRelations: { "عرض الكل (\(Language.arabic.number($0)))" },
            unknownEnd: "غير معروف هنا",
            says: "القول",
            versions: "النسخ",
            firstVersion: "أول نسخة هنا",
            added: "أُضيف",
            removed: "حُذف",
            changedTo: "صار",
            reordered: "العناصر نفسها بترتيب آخر",
            nothingElse: "لا شيء سوى تاريخها",
            olderVersions: {
                "و"
                    + Self.count(
                        .exactly($0), zero: "لا نسخ أقدم", one: "نسخة واحدة أقدم", two: "نسختان أقدم", few: "نسخ أقدم",
                        many: "نسخة أقدم", other: "نسخة أقدم")
            },
            noted: "أُضيفت هنا",
            seesTitle: "من يرى هذا",
            everyone: { "<strong>الجميع.</strong> يوجد في \($0)، وهي مفتوحة للكل، ووسمه يسمح بذلك." },
            signedIn: { "<strong>كل من له حساب هنا.</strong> يوجد في \($0)." },
            organisation: { "<strong>\($0) فقط.</strong> يوجد في \($1)، ولا يقرؤها سواهم." },
            ownMarking: "يحمل الكائن هذا الوسم بنفسه.",
            defaultMarking: "لا يحمل الكائن وسمًا؛ هذا هو الوسم الافتراضي للمجموعة.",
            statements: "الشروط",
            findings: "ملاحظات القبول",
            findingsLead: {
                "قُبل مع "
                    + Self.count(
                        .exactly($0), zero: "لا ملاحظات", one: "ملاحظة واحدة", two: "ملاحظتين", few: "ملاحظات",
                        many: "ملاحظة", other: "ملاحظة") + ": كُتب في مكان آخر، وليس تمامًا كما يطلب المعيار."
            },
            raw: "الكائن كبيانات",
            rawLead: {
                Self.count(
                    .exactly($0), zero: "لا بايتات", one: "بايت واحد", two: "بايتان", few: "بايتات", many: "بايتًا",
                    other: "بايت")
            },
            rawCut: "معروض جزئيًا.",
            exactBytes: "البايتات الدقيقة",
            fileTitle: "الملف", fileDownload: "تنزيل",
            fileCaution: "يُقدَّم كما وصل. لا تفتحه إلا حيث لا يمكنه الإضرار.",
            yes: "نعم",
            no: "لا"
        ),
        proof: Proof(
            title: "الإثبات",
            lead: { "القيد \($0) من \($1)، أُضيف في \($2)." },
            withdrawn: { "سُحب بالقيد \($0) في \($1)." },
            waiting: "لم يُوقَّع السجل بعدُ حتى هذا القيد.",
            entry: "القيد",
            added: "أُضيف في",
            leaf: "بصمة الورقة",
            body: "بصمة SHA-256 لبايتاته",
            size: "حجم الشجرة",
            root: "بصمة الجذر",
            path: {
                "إثبات التضمين، "
                    + Self.count(
                        .exactly($0), zero: "بلا بصمات", one: "بصمة واحدة", two: "بصمتان", few: "بصمات", many: "بصمة",
                        other: "بصمة")
            },
            verify: "تحقق بنفسك"
        ),
        search: Search(
            title: "البحث",
            results: {
                Self.count(
                    $0, zero: "لا نتائج", one: "نتيجة واحدة", two: "نتيجتان", few: "نتائج", many: "نتيجة",
                    other: "نتيجة")
            },
            kind: { kind in
                switch kind {
                case .words: "بالكلمات"
                case .identifier: "بالمعرّف"
                case .value: "بالقيمة المرصودة"
                }
            },
            none: "لم يُعثر على شيء",
            noneLead: "لا يطابق شيء مما تستطيع قراءته هنا. جرّب كلمات أقل أو غيرها؛ هذا ما نفهمه:",
            startLead: "ثلاث طرق للسؤال:",
            byWords: "كلمات يجب أن ترد كلها",
            byIdentifier: "معرّف STIX أو معرّف قاعدة معارف",
            byValue: "قيمة مرصودة: عنوان أو نطاق أو بصمة"
        ),
        check: .arabic,
        sparing: .arabic,
        about: About(
            title: "كيف تتحقق",
            lead: "لست مضطرًا إلى تصديق هذه البوابة. كل مجموعة فيها سجل ميركل لا يُضاف إليه إلا في آخره، ورأسه موقّع.",
            proves: [
                "ما تقرؤه هو ما أُدرج: بايتاته تفضي إلى الورقة، والورقة إلى الجذر، والجذر موقّع.",
                "لم يُغيَّر شيء ولم يُعَد ترتيبه ولم يُسقَط بين نقطتي تحقق تحتفظ بهما.",
                "ما سُحب يبقى محسوبًا، وما مُحي يترك إثباتًا لا يقول عنه شيئًا.",
            ],
            provesNot:
                "لا يثبت ذلك أن قولًا ما صحيح، ولا أن السجل نفسه يُعرض عليك وعلى غيرك. لأجل ذلك قارن نقطة تحققك بنقاطهم.",
            stepsTitle: "ما يفعله الأمر",
            steps: [
                "يجلب نقطة التحقق ويفحص توقيعها بالمفتاح المذكور أدناه.",
                "يجلب كل القيود ويعيد حساب الشجرة ويقارن الجذر.",
                "يجلب الكائنات ويقارن كلًّا منها بقيده، ويسمّي أول ما لا يطابق.",
            ],
            keysTitle: "المفاتيح",
            keysLead:
                "احتفظ بها في مكان آخر. المفتاح الذي لا تعرفه إلا من هذه الصفحة لا يثبت سوى أن البوابة متفقة مع نفسها.",
            noLogs: "لا توجد بعدُ مجموعة تستطيع قراءتها.",
            formats: "الصيغ: RFC 6962 للبصمات، وC2SP signed note لنقاط التحقق، وC2SP tlog-tiles لما يُقدَّم."
        ),
        publish: .arabic,
        mirror: .arabic,
        quarantine: .arabic,
        imports: .arabic,
        morning: .arabic,
        verb: arabicVerb,
        property: arabicProperty,
        type: arabicType
    )

    /// The number with its noun; one and two are said by the noun alone.
    private static func count(
        _ tally: Tally, zero: String, one: String, two: String, few: String, many: String, other: String
    ) -> String {
        let number = Language.arabic.number(tally.number)
        let text = Plural.arabic(
            tally.number, zero: zero, one: one, two: two, few: "\(number) \(few)", many: "\(number) \(many)",
            other: "\(number) \(other)")
        if case .moreThan = tally { return "أكثر من \(text)" }
        return text
    }
}
