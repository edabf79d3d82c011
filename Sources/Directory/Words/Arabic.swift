import HTML
import Ledger
import Web

extension DirectoryWords {
    static let arabic = DirectoryWords(
        menu: "الأشخاص",
        signIn: SignIn(
            title: "تسجيل الدخول",
            name: "الاسم",
            key: "مفتاح الدخول",
            keyHint: "تجده في مدير كلمات المرور. عُرض مرة واحدة عند دخولك أول مرة.",
            submit: "ادخل",
            failed: "الاسم والمفتاح غير متطابقين، أو الحساب مغلق.",
            helpTitle: "تعذّر الدخول؟",
            noAccount: "ينشئ الحساباتِ القائمون على هذه البوابة. اطلب منهم دعوة.",
            lostDevice: "إن فقدت المفتاح أو الجهاز فاطلب دعوة جديدة، وبها ينتهي المفتاح القديم.",
            goneTitle: "لم تعد هذه الدعوة صالحة",
            goneLead: "تصلح الدعوة مرة واحدة ولسبعة أيام. اطلب دعوة جديدة ممن دعاك.",
            invitedTitle: "وصلتك دعوة",
            welcome: { "أهلًا بك، \($0)" },
            invitedLead: { "أنت مدعو إلى \($0). لم يحدث شيء بعد: ادخل بالزر أدناه." },
            organisation: "المؤسسة",
            role: "الدور",
            accept: "ادخل",
            acceptHint: "يصلح هذا مرة واحدة. ستحصل بعدها على مفتاح لزيارتك التالية، فجهّز مدير كلمات المرور.",
            keyTitle: "احتفظ بمفتاح الدخول",
            newKeyTitle: "احتفظ بمفتاح الدخول الجديد",
            keyLead: "تدخل بهذا المفتاح وباسمك. يُعرض الآن فقط ولن يُعرض ثانية، فنحن لا نحتفظ إلا ببصمته.",
            adviceManager: "احفظه في مدير كلمات المرور. قد يعرض متصفحك ذلك عندما تتابع.",
            advicePaper: "إن لم يكن لديك مدير كلمات مرور فاكتبه على ورقة واحفظها في مكان مقفل.",
            adviceNever: "لا ترسله إلى أحد. لن يطلبه منك أحد من القائمين على هذه البوابة.",
            keepHint: "بالمتابعة تدخل بهذا المفتاح فتتأكد أنه يعمل.",
            keptIt: "احتفظت به: متابعة"
        ),
        role: { role in
            switch role {
            case .administrator: "مدير"
            case .analyst: "محلل"
            case .member: "عضو"
            case .reader: "قارئ"
            }
        },
        account: Account(
            title: "حسابك",
            keys: "مفاتيح الدخول",
            keysLead: "تدخل بمفتاح وباسمك. أنشئ مفتاحًا لكل مكان يحفظه، وألغِ ما لم تعد تستعمله.",
            made: "منذ",
            used: { $0.map { "استُعمل \($0)" } ?? "لم يُستعمل" },
            revoke: "إلغاء",
            newKey: "أنشئ مفتاحًا جديدًا",
            devices: "أين سجّلت الدخول",
            thisDevice: "هذا الجهاز",
            end: "إنهاء",
            signOut: "تسجيل الخروج",
            everywhere: "تسجيل الخروج من كل مكان",
            tokens: "رموز للبرامج",
            tokensLead: "البرنامج الذي يُظهر رمزًا يعمل باسمك: يقرأ، أو يقرأ ويكتب، ولا يدير شيئًا أبدًا.",
            tokenName: "لأي غرض؟",
            tokenScope: "يستطيع أن",
            scope: { scope in
                switch scope {
                case .read: "يقرأ"
                case .write: "يقرأ ويكتب"
                }
            },
            tokenCollections: "في هذه المجموعات فقط",
            tokenCollectionsHint: "إن لم تختر شيئًا فكل ما تقرؤه.",
            allCollections: "كل ما تقرؤه",
            until: "حتى",
            newToken: "أنشئ رمزًا",
            newTokenTitle: "رمزك الجديد",
            newTokenLead: "انسخه الآن إلى البرنامج. يُعرض هذه المرة فقط، فنحن لا نحتفظ إلا ببصمته.",
            backToAccount: "العودة إلى حسابك"
        ),
        people: People(
            title: "الأشخاص",
            all: "كل من له حساب",
            nobody: "لا أحد بعد",
            name: "الاسم",
            nameHint: "بهذا الاسم يسجّل الدخول، ولا يحمله غيره هنا.",
            organisation: "المؤسسة",
            role: "الدور",
            roleHint: "دورا المدير والمحلل لأفراد المؤسسة التي تدير هذه البوابة.",
            inviteTitle: "ادعُ شخصًا",
            invite: "أنشئ الدعوة",
            state: "الحساب",
            standing: { standing in
                switch standing {
                case .active: "مفتوح"
                case .invited: "مدعو"
                case .notInvited: "انتهت الدعوة"
                case .disabled: "مغلق"
                }
            },
            made: "منذ",
            seen: "آخر زيارة",
            changeRole: "غيّر الدور",
            ownAccount: "هذا حسابك أنت. يستطيع مدير آخر تغييره.",
            againTitle: "جهاز مفقود",
            againLead: "الدعوة الجديدة تنهي فورًا كل جلسات هذا الحساب ومفاتيحه.",
            again: "ادعُ من جديد",
            disable: "أغلق الحساب",
            enable: "أعد فتح الحساب",
            disableLead: "ما دام الحساب مغلقًا فجلساته منتهية، ولا يعمل له مفتاح ولا رمز.",
            invitedTitle: { "دعوة إلى \($0)" },
            invitedLead: "سلّم هذا الرابط بطريقة تثق بها. يُعرض هذه المرة فقط ويصلح مرة واحدة.",
            expires: "يصلح حتى",
            reads: {
                let count = Language.arabic.number($0)
                return Plural.arabic(
                    $0, zero: "لن يقرأ أي قيد قائم في:", one: "سيقرأ قيدًا قائمًا واحدًا في:",
                    two: "سيقرأ قيدين قائمين في:",
                    few: "سيقرأ \(count) قيود قائمة في:", many: "سيقرأ \(count) قيدًا قائمًا في:",
                    other: "سيقرأ \(count) قيد قائم في:")
            }
        ),
        organisations: Organisations(
            title: "المؤسسات",
            name: "الاسم",
            add: "أدخل مؤسسة",
            runsThis: "تدير هذه البوابة",
            people: { Self.people($0) },
            constituency: "النطاق",
            constituencyLead: "ما تُسأل عنه هذه المؤسسة. يُقارن به كل جديد هنا.",
            networks: "الشبكات",
            networksHint: "بادئة في كل سطر: \u{2066}198.51.100.0/24\u{2069}، \u{2066}2001:db8::/32\u{2069}",
            systems: "أرقام الأنظمة المستقلة",
            systemsHint: "رقم في كل سطر: \u{2066}AS64500\u{2069}",
            domains: "النطاقات",
            domainsHint: "نطاق في كل سطر مع كل ما تحته: \u{2066}bank.example\u{2069}",
            sectors: "القطاعات",
            save: "احفظ",
            card: "بطاقة الاتصال",
            cardLead: "كائن identity يبيّن كيف يُتصل بالمؤسسة وعمّا تُسأل.",
            cardStands: "البطاقة المنشورة",
            cardNow: "المنشور الآن",
            noCard: "لم تُنشر بطاقة بعد.",
            email: "البريد الإلكتروني",
            phone: "الهاتف",
            hours: "متى يجيب أحد",
            timeZone: "المنطقة الزمنية، مثل \u{2066}Africa/Tunis\u{2069}",
            languages: "اللغات، الأفضل أولًا: \u{2066}ar fr en\u{2069}",
            keys: "المفاتيح العامة",
            keysHint: "بصمة أو عنوان في كل سطر",
            into: "انشرها في",
            publish: "انشر البطاقة"
        ),
        groups: Groups(
            title: "مجموعات التشارك",
            lead: "مؤسسات تتشارك فيما بينها. يمكن أن تكون المجموعة جمهورًا لمجموعة كائنات.",
            none: "لا شيء بعد",
            name: "الاسم",
            add: "أنشئ مجموعة",
            hide: "أخفِ الأعضاء بعضهم عن بعض",
            hideHint: "لا يعرفون الأسماء ولا العدد. لا يمكن تغيير هذا لاحقًا.",
            hidden: "تخفي أعضاءها",
            hidesThem: "تخفي هذه المجموعة أعضاءها بعضهم عن بعض.",
            members: {
                let count = Language.arabic.number($0)
                return Plural.arabic(
                    $0, zero: "لا أعضاء", one: "عضو واحد", two: "عضوان", few: "\(count) أعضاء", many: "\(count) عضوًا",
                    other: "\(count) عضو")
            },
            membersTitle: "الأعضاء",
            noMembers: "لا أعضاء بعد",
            remove: "إخراج",
            addMember: "أضف عضوًا",
            organisation: "المؤسسة",
            look: "انظر ما ستقرؤه",
            previewTitle: { "إضافة \($0)؟" },
            preview: { people, entries in
                let count = Language.arabic.number(entries)
                let read = Plural.arabic(
                    entries, zero: "لا قيود قائمة", one: "قيد قائم واحد", two: "قيدان قائمان",
                    few: "\(count) قيود قائمة",
                    many: "\(count) قيدًا قائمًا", other: "\(count) قيد قائم")
                return "من سيقرؤون من الآن: \(Self.people(people)). ما سيقرؤونه: \(read)."
            },
            confirm: "أضفها",
            cancel: "دعها"
        ),
        audit: Audit(
            title: "سجل العمليات",
            lead: "من أدخل من، ومن غيّر ماذا في الدليل. الأحدث أولًا.",
            onMachine: "على الجهاز",
            older: "الأقدم",
            act: { act in
                switch act {
                case .invited: "دعا"
                case .invitedAgain: "دعا من جديد"
                case .accepted: "دخل بدعوة"
                case .signedIn: "سجّل الدخول"
                case .signedOut: "أنهى جلسة"
                case .signedOutEverywhere: "سجّل الخروج من كل مكان"
                case .keyMade: "أنشأ مفتاح دخول"
                case .keyRevoked: "ألغى مفتاح دخول"
                case .tokenMade: "أنشأ رمزًا لـ"
                case .tokenRevoked: "ألغى رمزًا لـ"
                case .disabled: "أغلق حساب"
                case .enabled: "أعاد فتح حساب"
                case .roleChanged: "غيّر دور"
                case .organisationAdded: "أدخل"
                case .constituencyChanged: "حدّد نطاق"
                case .cardPublished: "نشر بطاقة"
                case .groupAdded: "أنشأ المجموعة"
                case .groupRenewed: "حدّد مهمة المجموعة ونهايتها"
                case .memberAdded: "أضاف إلى مجموعة:"
                case .memberRemoved: "أخرج من مجموعة:"
                case .personsNamed: "سمّى نهائيًا:"
                case .sawAs: "نظر بعين"
                }
            }
        ),
        seeAs: SeeAs(
            title: "انظر بعين غيرك",
            lead: "انظر إلى البوابة بعين جمهور. تقرأ ما يقرؤه ولا تغيّر شيئًا.",
            everyone: "الجمهور",
            signedIn: "كل من له حساب",
            group: "مجموعة تشارك",
            organisation: "مؤسسة",
            look: "انظر"
        ),
        done: "تم.",
        notice: { what, subject in
            switch what {
            case .keyMade: "أُنشئ مفتاح دخول لحسابك."
            case .tokenMade: "أُنشئ رمز لبرنامج باسم حسابك" + (subject.map { ": \($0)." } ?? ".")
            case .roleChanged: subject.map { "دورك الآن: \($0)." } ?? "تغيّر دورك."
            case .invitedAgain: "دُعيت من جديد، وانتهت مفاتيحك السابقة."
            }
        },
        error: { code in
            switch code {
            case .unknownAccount: "لا يوجد هذا الحساب."
            case .unknownOrganisation: "لا توجد هذه المؤسسة."
            case .unknownGroup: "لا توجد هذه المجموعة."
            case .unknownCollection: "لا توجد هذه المجموعة، أو ليست مفتوحة لهذا الحساب."
            case .unknownMethod: "انتهى ذلك من قبل."
            case .nameTaken: "هذا الاسم مأخوذ."
            case .badName: "الاسم قصير وليس فيه إلا أحرف مرئية."
            case .badConstituency: "هذا غير مفهوم:"
            case .badContact: "هذا غير مفهوم، أو لم تقبله المجموعة:"
            case .changedMeanwhile:
                "نشر شخص آخر هذه البطاقة منذ فتحتَها. ما كتبتَه محفوظ هنا: قارنه بما هو منشور الآن، ثم انشر من جديد."
            case .deskOnly: "هذا الدور لأفراد المؤسسة التي تدير هذه البوابة."
            case .lastAdministrator: "هذا آخر مدير. أعطِ هذا الدور لغيره أولًا."
            case .lastMethod: "هذا هو المفتاح الوحيد. أنشئ غيره أولًا."
            case .aboveRole: "لا يغيّر أحد حسابًا دوره فوق دوره."
            case .notAllowed: "دورك لا يسمح بذلك."
            case .ownAccount: "أنشئ لنفسك مفتاحًا جديدًا في صفحة حسابك."
            case .isDisabled: "الحساب مغلق. افتحه أولًا."
            case .tooMany: "العدد كبير. ألغِ ما لم يعد يُستعمل."
            }
        }
    )

    private static func people(_ number: Int) -> String {
        let count = Language.arabic.number(number)
        return Plural.arabic(
            number, zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "\(count) أشخاص", many: "\(count) شخصًا",
            other: "\(count) شخص")
    }
}
