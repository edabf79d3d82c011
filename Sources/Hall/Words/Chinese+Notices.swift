import Web

extension NoticeWords {
    static let chinese = NoticeWords(
        message: Kind(title: "运营者的消息") { $0 ?? "此网关的运营者有话要说。" },
        test: Kind(title: "您自己的测试") { _ in "这是一次测试：消息已送达。" },
        work: Kind(title: "延误或停止的任务") { _ in "有任务延误或已停止，需要有人处理。" },
        grew: Kind(title: "您关注的集合有新内容") { subject in
            subject.map { "“\($0)”中有新内容。" } ?? "您关注的一个集合中有新内容。"
        },
        wayAdded: Kind(title: "新增了通知您的方式") { subject in
            subject.map { "新增了一种通知您的方式：\($0)" } ?? "新增了一种通知您的方式。"
        },
        wayEnded: Kind(title: "您的一种通知方式已终止") { subject in
            subject.map { "\($0) 不再接收通知，已被移除。" } ?? "您的一种通知方式已被移除。"
        },
        title: "通知",
        lead: "您应当知道的事。在您表示已看过之前，会一直留在这里。",
        nothing: "没有您未看过的通知。",
        see: "已看", allSeen: "全部已看", seenBefore: "以前看过的",
        told: "已告知", notTold: "仅在此页面",
        times: { "\($0) 次" },
        andMore: { "另有 \($0) 条" },
        urgency: { urgency in
            switch urgency {
            case .digest: "列入摘要"
            case .soon: "尽快"
            case .urgent: "紧急"
            }
        },
        urgentPrefix: "紧急：",
        done: "已完成。",
        telling: "邮件和手机通知", alarm: "任务延误警报",
        waysTitle: "如何通知您",
        waysLead: "每条通知都在您的页面上。请在此说明还可以用什么方式、在何时通知您。",
        ways: "方式", noWay: "仅在本站通知您。",
        kind: { kind in
            switch kind {
            case .mail: "邮件"
            case .webhook: "Webhook（回调地址）"
            case .program: "运营者的程序"
            }
        },
        extent: { least in
            switch least {
            case .digest: "全部"
            case .soon: "不应等到摘要的内容"
            case .urgent: "仅紧急内容"
            }
        },
        notYet: "尚未通知任何内容", notAgreed: "等待对我方信件的答复",
        tryIt: "测试", remove: "移除", add: "添加方式",
        place: "邮件地址或 webhook 地址",
        placeHint:
            "我们会向邮件地址发送一封信，询问收信人是否同意。Webhook（例如短信网关）以 https:// 开头，会收到按 Standard Webhooks 签名的消息。",
        least: "通知内容",
        secretTitle: "您的 webhook 密钥",
        secretLead: "接收方用它核实消息来自此处。只显示一次。",
        hours: "时间",
        language: "信件语言", zone: "时区",
        zoneHint: "按 IANA 数据库的写法，例如 Africa/Tunis。",
        quietFrom: "免打扰开始", quietUntil: "免打扰结束", digestAt: "摘要时间",
        quietHint: "免打扰时段内只通知紧急内容。如不需要，请将两项都留空。",
        muted: "仅在页面上", mutedHint: "这些内容不会通过任何方式通知您。", save: "保存",
        watch: "要关注的集合",
        watchLead: "其中任何一个有动静时，您的下一份摘要会提到。",
        letterEnd: { "您收到 \($0) 的这封信，是因为您曾要求：\($1)" },
        letterStop: "不再向此地址发信：",
        questionSubject: "可以往这里给您写信吗？",
        question: { gateway, url in
            """
            \(gateway) 的一位账户持有人希望将通知发送到此地址。

            如果是您本人，请打开此页面并表示同意。在此之前，不会再向此处发送任何内容：
            \(url)

            如果不是您，则无需任何操作。我们不会再次来信。

            """
        },
        askedTitle: "可以往这里给您写信吗？",
        askedLead: { "\($0) 的一位账户持有人希望将通知发送到您的邮件地址。" },
        agree: "可以，请给我写信", refuse: "不，永远不要",
        agreedTitle: "发往此地址的信件",
        agreedLead: { "\($0) 的通知会发送到您的邮件地址。" },
        stop: "不再发信",
        endedTitle: "不会给您写信",
        endedLead: "此地址不通过此链接接收信件，或不再接收。账户持有人可以重新添加。",
        error: { code in
            switch code {
            case .badAddress: "这既不是邮件地址，也不是以 https:// 开头的地址。"
            case .badTime: "免打扰时段需要两个不同的时间，摘要需要一个时间。"
            case .badZone: "没有这个时区。请按 IANA 数据库的写法填写，例如 Africa/Tunis。"
            case .tooMany: "您的通知方式已达上限。请先移除一种。"
            case .noMail: "此网关目前不发送信件。请联系运营者，或添加 webhook。"
            case .heldBack: "发往此地址的一封信被退回，因此不再向其发送。请让运营者解除限制。"
            case .refused: "此地址的收信人不想收到来自此处的信件。"
            case .unknownWay: "这种方式已不存在。"
            case .known: "已在用这种方式通知您。"
            }
        })
}
