import HTML
import Web

extension PublishWords {
    /// A name among Arabic words, kept in its own direction.
    private static func isolated(_ name: some StringProtocol) -> String { "\u{2068}\(name)\u{2069}" }

    static let arabic = PublishWords(
        drafts: "الكتابة والنشر",
        draftsLead: "ترى المسودات أنت وزملاؤك الذين يحق لهم نشرها، ولا يعلم بها أحد غيركم.",
        waiting: "المسودات",
        noDrafts: "لا توجد مسودات.",
        isCorrection: "تصحيح",
        by: "بقلم",
        none: "لا شيء",
        choose: "اختر من فضلك",
        ownMarking: "كما في المجموعة",
        cancel: "إلغاء",
        toPreview: "احفظ وعاين",
        edit: "عدّل",
        discard: "تخلّص من المسودة",
        publish: "انشر",
        publishCorrection: "انشر التصحيح",
        preview: "معاينة",
        hasChanged: "تغيّرت المسودة منذ أن عاينتها. لم يُنشر شيء؛ عاينها من جديد من فضلك.",
        whoWillSee: "من سيرى هذا",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "سيراه الجميع دون تسجيل دخول."
            case (.everyone, _): "سيراه الجميع."
            case (.hidden, .group(let name)): "سيراه أعضاء \(isolated(name))، ولا تُظهر المجموعة عددهم."
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "لن يراه إلا \(isolated(name))."
            case (.hidden, .signedIn): "سيراه كل من له حساب هنا."
            case (.people(let people, let organisations), _):
                "سيراه \(persons(people)) في \(Self.organisations(organisations))."
            }
        },
        goesNowhere: "لا توجد مجموعة يمكن أن يُدرج فيها.",
        cannotGo: "لا يمكن نشره هكذا. ما يحول دون ذلك مذكور بجانب كل مجموعة.",
        parts: "ما سيُدرج",
        speaksOf: "يتحدث عن:",
        withheld: "حيث لا يذهب",
        confirm: "هل تذكر ما لا يستطيعون قراءته؟",
        nameAllTheSame: { "نعم، اذكر \($0) رغم ذلك." },
        kind: { kind in
            switch kind {
            case .advisory: "نشرة تحذيرية"
            case .indicators: "مؤشرات"
            case .note: "ملاحظة"
            case .opinion: "رأي"
            case .sighting: "رصد"
            case .record: "بطاقة"
            case .translation: "ترجمة"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "نشرة تحذيرية جديدة"
            case .indicators: "مؤشرات جديدة"
            case .note: "أضف ملاحظة"
            case .opinion: "أبدِ رأيًا"
            case .sighting: "أبلغ عن رصد"
            case .record: "بطاقة جديدة"
            case .translation: "ترجمة جديدة"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "تصحيح نشرة تحذيرية"
            case .indicators: "تصحيح مؤشر"
            case .note: "تصحيح ملاحظة"
            case .opinion: "تغيير رأي"
            case .sighting: "تصحيح رصد"
            case .record: "تصحيح بطاقة"
            case .translation: "تحديث ترجمة"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "وافق أو خالف"
            case .sighting: "رأيناه نحن أيضًا"
            case .record: "بطاقة"
            case .translation: "ترجمة"
            default: "أضف ملاحظة"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "زالت المسودة."
            case .erased(0): "مُحي: زال المحتوى من هذه البوابة. يذكر السجل ذلك ولا يذكر شيئًا مما كان."
            case .erased(let backups):
                "مُحي: زال المحتوى من هذه البوابة. عدد النسخ الاحتياطية السابقة التي ما زالت تحتويه: \(Language.arabic.number(backups))؛ أخبر من يدير الجهاز."
            }
        },
        objectDone: { done in
            switch done {
            case .published: "نُشر، وهو قائم في السجل."
            case .withdrawn: "سُحب، والسجل يذكر ذلك مع السبب الذي ذكرته."
            case .shared: "أُدرج، وهو قائم في سجل تلك المجموعة أيضًا."
            case .step: "الخطوة في السجل."
            case .stepChanged: "لم يُفعل شيء: قام أحدهم بخطوة بعد أن نظرت. هكذا هو الحال الآن."
            case .stepWhy: "لم يُفعل شيء: تحتاج هذه الخطوة إلى سبب."
            case .stepAnswers: "لم يُفعل شيء: هناك تعليقات تنتظر ردًا."
            case .answered: "يظهر الرد بجانب التعليق."
            }
        },
        mistakes: {
            Plural.arabic(
                $0, zero: "لا شيء يحتاج إلى مراجعة:", one: "حقل واحد يحتاج إلى مراجعة:",
                two: "حقلان يحتاجان إلى مراجعة:",
                few: "\($0) حقول تحتاج إلى مراجعة:", many: "\($0) حقلًا يحتاج إلى مراجعة:",
                other: "\($0) حقل يحتاج إلى مراجعة:")
        },
        mistake: { mistake in
            switch mistake {
            case .missing: "هذا ضروري."
            case .tooLong(let most): "هذا طويل جدًا: \(Language.arabic.number(most)) حرف على الأكثر."
            case .noTime: "هذا ليس وقتًا. اكتبه مثل \(isolated("2026-11-22 13:05")) بالتوقيت العالمي."
            case .wrongOrder: "هذا قبل الوقت الأول."
            case .noNumber: "هذا ليس عددًا صحيحًا من 1 فصاعدًا."
            case .noValue(let text): "\(isolated(text.prefix(80))) ليس عنوانًا ولا نطاقًا ولا بصمة ولا نمطًا نعرفه."
            case .noIdentifier(let text): "\(isolated(text.prefix(80))) ليس معرّف STIX."
            case .noAddress(let text):
                "\(isolated(text.prefix(80))) بلا عنوان يبدأ بـ \(isolated("https://")) أو \(isolated("http://"))."
            case .tooMany(let most): "هذا كثير جدًا: \(Language.arabic.number(most)) على الأكثر."
            case .unknownChoice: "لا يمكن اختيار هذا."
            case .onlyOne: "التصحيح لمؤشر واحد: أبقِ سطرًا واحدًا."
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("لمن", nil)
            case .title:
                switch kind {
                case .indicators: ("اسم المجموعة", "ضروري إن كان هناك أكثر من مؤشر.")
                case .note: ("بكلمات قليلة", nil)
                default: ("العنوان", nil)
                }
            case .text:
                switch kind {
                case .advisory:
                    ("النص", "كل رقم CVE فيه يصبح ثغرة قائمة بذاتها. القوائم و **الغامق** و `الشفرة` مفهومة.")
                case .opinion: ("لماذا", nil)
                case .sighting: ("ما الذي رُصد", nil)
                case .indicators: ("ما يجمعها", nil)
                case .note, .record, .translation: ("الملاحظة", nil)
                }
            case .marking: ("الوسم", "لا أشد من الحد الأعلى للمجموعة.")
            case .labels: ("تسميات خاصة", "تفصل بينها فواصل.")
            case .tags: ("التصنيف", nil)
            case .reportTypes: ("موضوعها", nil)
            case .values:
                (
                    "المؤشرات",
                    "واحد في كل سطر: عناوين وشبكات ونطاقات وروابط وعناوين بريد وبصمات وأنماط STIX. الصيغ المعطّلة مفهومة."
                )
            case .references: ("المصادر", "واحد في كل سطر: الاسم ثم العنوان.")
            case .about: ("الكائنات التي تتحدث عنها", "معرّفات STIX، واحد في كل سطر.")
            case .opinion: ("هل توافق؟", nil)
            case .count: ("كم مرة", nil)
            case .first: ("أول رصد", "بالتوقيت العالمي، مثل \(isolated("2026-11-22 13:05"))")
            case .last: ("آخر رصد", "بالتوقيت العالمي")
            case .published: ("نُشرت في", "بالتوقيت العالمي؛ لحظة النشر إن لم يُذكر.")
            case .validFrom: ("صالحة من", "بالتوقيت العالمي؛ الآن إن لم يُذكر.")
            case .anchor, .quote: (RemarkWords.arabic.on, nil)
            case .wording: (RemarkWords.arabic.wording, RemarkWords.arabic.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "ما يجوز للقارئ فعله (PAP)" : "نوع الحادث (RSIT)" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "أخالف بشدة"
            case .disagree: "أخالف"
            case .neutral: "محايد"
            case .agree: "أوافق"
            case .stronglyAgree: "أوافق بشدة"
            }
        },
        threatReport: "تقرير عن تهديد",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "دورك لا يسمح بهذا هنا."
            case .notOfAudience: "أنت لا تقرأ هذه المجموعة."
            case .mirror: "بوابة أخرى توقّع هذا السجل، وهي وحدها تغيّره."
            case .otherSource: "مصدر آخر قال هذا هنا، وهو وحده يتابعه. يمكنك إضافة ملاحظة."
            case .otherVersion: "تقوم هنا نسخة غير التي بدأت منها."
            case .seeingAs: "أنت تنظر الآن بعين غيرك، فلا تغيّر شيئًا."
            case .reviewed: "ما يُنشر هناك يُراجَع أولًا."
            case .ended: "انتهت مدة هذه المجموعة: تُقرأ ولا يُضاف إليها شيء."
            case .noForm: "لا استمارة لهذا النوع، أو أنه ملغى."
            case .markedParts: "أجزاء منه موسومة كل على حدة، ولا تستطيع استمارة حفظ ذلك."
            }
        },
        unclean: { "\($0) ليس كما يطلب المعيار: \($1)" },
        unmarked: { "\($0) بلا وسم TLP." },
        unknownMarking: { "\($0) يحمل الوسم \($1) الذي لا يعرفه كل القراء هناك." },
        aboveCeiling: { "وسم \($0) هو \($1)، وهذه المجموعة لا تتجاوز \($2)." },
        partsAboveCeiling: { "أجزاء من \($0) وسمها \($1)، وهذه المجموعة لا تتجاوز \($2)." },
        canBeRedacted: "يمكن أن يذهب دون تلك الأجزاء، كائنًا جديدًا.",
        nothingLeft: "دون تلك الأجزاء لا يبقى ما يُرسل.",
        emptyEnvelope: { "لا شيء مما يتحدث عنه \($0) يمكن قراءته هناك، فلا يُرسل شيء: ظرف بلا رسالة." },
        held: { "سيوقف السجل \($0): \($1)" },
        namesHidden: { "\($0) يذكر \($1)، وأنت تستطيع قراءته وهم لا يستطيعون." },
        why: { readers in
            switch readers {
            case .everyone: "تراه هنا لأن الجميع يراه."
            case .signedIn: "تراه هنا لأنك سجّلت الدخول."
            case .group(let name): "تراه هنا لأن منظمتك من \(isolated(name))."
            case .organisation(let name): "تراه هنا لأنك من \(isolated(name))."
            case .persons(let name): "تراه هنا لأنك مذكور في \(isolated(name))."
            }
        },
        otherVersion: { "تقوم هنا نسخة \($0)." },
        actions: "ما يمكنك فعله",
        correct: "صحّحه",
        noCorrection: "لا تصحيح منك:",
        shareTitle: "أدرجه في مجموعة أخرى",
        shareLead: "الكائن نفسه، يقرؤه آخرون أيضًا. انظر أولًا من هم.",
        shareInto: "المجموعة",
        look: "انظر من سيراه",
        share: "أدرجه هناك",
        shareRedacted: "أدرج الكائن المنقّح",
        redactedTitle: "ما سيبقى",
        redactedLead: "كائن جديد بمعرّف خاص به، كاتبه هذه البوابة. أما الرابط إلى الأصل فيبقى مع الأصل.",
        withdraw: "اسحبه",
        withdrawTitle: "أتسحبه؟",
        withdrawLead: "لا يُعرض بعد ذلك هناك ولا يُسلّم. يبقى قيده في السجل، ويذكر السجل أنه سُحب ولماذا.",
        withdrawHint: "سيقرأ قراء المجموعة هذا.",
        erase: "امحه",
        eraseTitle: "أتمحوه إلى الأبد؟",
        eraseLead:
            "يُتلف محتواه على هذه البوابة في كل مجموعة، ولا يستطيع أحد استعادته. تستمر السجلات ولا تذكر شيئًا مما كان.",
        eraseHint: "يُكتب في السجلات إلى الأبد: لا تكرر هنا ما يجب محوه.",
        eraseConfirm: "أتلف كل نسخه في كل مجموعة على هذه البوابة.",
        reason: "السبب",
        reasonMissing: "اذكر السبب من فضلك في 1000 حرف على الأكثر.",
        placeMissing: "اختر مجموعة واحدة على الأقل من فضلك.",
        confirmMissing: "أكّد هذا من فضلك.",
        fromWhere: "من أين",
        asText: "نصًا عاديًا",
        asMail: "رسالة بريد (.eml)",
        sightings: "عمليات الرصد",
        saw: { who, count, first, last in
            let times: Markup? = count.map { "، عدد المرات \(Language.arabic.number($0))" }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: "، من \(first) إلى \(last)"
                case (let day?, _), (_, let day?): "، في \(day)"
                default: nil
                }
            return "رصده \(who)\(times)\(when)."
        },
        somebody: "أحدهم",
        discussion: "النقاش",
        spokenOf: "ما يتحدث عنه",
        labels: .init(
            by: "بقلم", published: "نُشرت", objects: "تتحدث عن", sources: "المصادر", address: "أحدث نسخة منها في",
            noAuthor: "لم يُذكر كاتب", unknownAuthor: "الكاتب غير مؤكَّد")
    )

    private static func persons(_ number: Int) -> String {
        let count = Language.arabic.number(number)
        return Plural.arabic(
            number, zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "\(count) أشخاص", many: "\(count) شخصًا",
            other: "\(count) شخص")
    }

    private static func organisations(_ number: Int) -> String {
        let count = Language.arabic.number(number)
        return Plural.arabic(
            number, zero: "لا منظمة", one: "منظمة واحدة", two: "منظمتين", few: "\(count) منظمات",
            many: "\(count) منظمة",
            other: "\(count) منظمة")
    }
}
