import HTML
import Web

extension PublishWords {
    static let chinese = PublishWords(
        drafts: "撰写与发布",
        draftsLead: "草稿只有您和可以发布它们的同事能看到。其他人均不知晓。",
        waiting: "草稿",
        noDrafts: "没有。",
        isCorrection: "更正",
        by: "作者：",
        none: "无",
        choose: "请选择",
        ownMarking: "与集合相同",
        cancel: "取消",
        toPreview: "保存并预览",
        edit: "修改",
        discard: "丢弃草稿",
        publish: "发布",
        publishCorrection: "发布更正",
        preview: "预览",
        hasChanged: "您查看之后草稿已有改动。未发布任何内容；请再看一遍。",
        whoWillSee: "谁会看到",
        willSee: { seeing, readers in
            switch (seeing, readers) {
            case (_, .everyone): "所有人无需登录即可看到。"
            case (.everyone, _): "所有人都会看到。"
            case (.hidden, .group(let name)): "\(name) 的成员会看到；该组不公开成员数量。"
            case (.hidden, .organisation(let name)), (.hidden, .persons(let name)): "只有 \(name) 会看到。"
            case (.hidden, .signedIn): "在此有账户的所有人都会看到。"
            case (.people(let people, let organisations), _):
                "\(Language.chinese.number(organisations)) 个组织的 \(Language.chinese.number(people)) 人会看到。"
            }
        },
        goesNowhere: "没有可以放入的集合。",
        cannotGo: "不能这样发布。阻碍因素写在各集合旁边。",
        parts: "将要放入的内容",
        speaksOf: "谈及：",
        withheld: "不会进入的位置",
        confirm: "要提及他们无法读到的内容吗？",
        nameAllTheSame: { "是，仍要提及 \($0)。" },
        kind: { kind in
            switch kind {
            case .advisory: "通告"
            case .indicators: "指标"
            case .note: "备注"
            case .opinion: "意见"
            case .sighting: "目击"
            case .record: "记录"
            case .translation: "译文"
            }
        },
        newTitle: { kind in
            switch kind {
            case .advisory: "新通告"
            case .indicators: "新指标"
            case .note: "添加备注"
            case .opinion: "发表意见"
            case .sighting: "报告目击"
            case .record: "新记录"
            case .translation: "新译文"
            }
        },
        correctTitle: { kind in
            switch kind {
            case .advisory: "更正通告"
            case .indicators: "更正指标"
            case .note: "更正备注"
            case .opinion: "更改意见"
            case .sighting: "更正目击"
            case .record: "更正记录"
            case .translation: "更新译文"
            }
        },
        add: { kind in
            switch kind {
            case .opinion: "赞同或反对"
            case .sighting: "我们也看到了"
            case .record: "记录"
            case .translation: "译文"
            default: "添加备注"
            }
        },
        listDone: { done in
            switch done {
            case .discarded: "草稿已不存在。"
            case .erased(0): "已抹除：内容已从此网关消失。日志记载了此事，但不透露其内容。"
            case .erased(let backups):
                "已抹除：内容已从此网关消失。此前的 \(Language.chinese.number(backups)) 份备份中仍有该内容；请告知管理机器的人。"
            }
        },
        objectDone: { done in
            switch done {
            case .published: "已发布，并已记入日志。"
            case .withdrawn: "已撤回。日志记载了此事及您的原因。"
            case .shared: "已放入，并已记入该集合的日志。"
            case .step: "步骤已记入日志。"
            case .stepChanged: "未执行任何操作：您查看之后有人执行了一个步骤。现状如下。"
            case .stepWhy: "未执行任何操作：此步骤需要说明原因。"
            case .stepAnswers: "未执行任何操作：还有评论等待答复。"
            case .answered: "答复显示在评论旁边。"
            }
        },
        mistakes: { "有 \($0) 个字段需要再看一下：" },
        mistake: { mistake in
            switch mistake {
            case .missing: "此项必填。"
            case .tooLong(let most): "过长：最多 \(Language.chinese.number(most)) 个字符。"
            case .noTime: "这不是时间。请按 2026-11-22 13:05 的格式填写，使用 UTC。"
            case .wrongOrder: "这早于首个时间。"
            case .noNumber: "这不是从 1 开始的整数。"
            case .noValue(let text): "“\(text.prefix(80))”不是我们能识别的地址、域名、URL、哈希或模式。"
            case .noIdentifier(let text): "“\(text.prefix(80))”不是 STIX 标识符。"
            case .noAddress(let text): "“\(text.prefix(80))”中没有以 https:// 或 http:// 开头的地址。"
            case .tooMany(let most): "数量过多：最多 \(Language.chinese.number(most)) 个。"
            case .unknownChoice: "不能选择此项。"
            case .onlyOne: "更正只针对一个指标：请只保留一行。"
            }
        },
        field: { field, kind in
            switch field {
            case .collection: ("面向谁", nil)
            case .title:
                switch kind {
                case .indicators: ("这组指标的名称", "多于一个时必填。")
                case .note: ("简要概括", nil)
                default: ("标题", nil)
                }
            case .text:
                switch kind {
                case .advisory: ("正文", "其中每个 CVE 编号都会成为一个单独的漏洞。支持列表、**粗体**和`代码`。")
                case .opinion: ("理由", nil)
                case .sighting: ("看到了什么", nil)
                case .indicators: ("它们的共同点", nil)
                case .note, .record, .translation: ("备注", nil)
                }
            case .marking: ("标记", "不得比集合的上限更严格。")
            case .labels: ("自有标签", "以逗号分隔。")
            case .tags: ("分类法", nil)
            case .reportTypes: ("涉及的内容", nil)
            case .values:
                ("指标", "每行一个：地址、网络、域名、URL、电子邮件地址、哈希、STIX 模式。可识别去活形式。")
            case .references: ("来源", "每行一个：名称，然后是地址。")
            case .about: ("谈及的对象", "STIX 标识符，每行一个。")
            case .opinion: ("您是否同意？", nil)
            case .count: ("次数", nil)
            case .first: ("首次看到", "UTC，例如 2026-11-22 13:05")
            case .last: ("最近看到", "UTC 时间")
            case .published: ("发布时间", "UTC；不填则为发布之时。")
            case .validFrom: ("生效时间", "UTC；不填则为现在。")
            case .anchor, .quote: (RemarkWords.chinese.on, nil)
            case .wording: (RemarkWords.chinese.wording, RemarkWords.chinese.wordingHint)
            }
        },
        taxonomy: { $0 == "PAP" ? "读者可以做什么（PAP）" : "事件种类（RSIT）" },
        agreement: { agreement in
            switch agreement {
            case .stronglyDisagree: "强烈反对"
            case .disagree: "反对"
            case .neutral: "中立"
            case .agree: "同意"
            case .stronglyAgree: "非常同意"
            }
        },
        threatReport: "威胁报告",
        whyNot: { whyNot in
            switch whyNot {
            case .role: "您的角色在此处不允许这样做。"
            case .notOfAudience: "您不是此集合的读者。"
            case .mirror: "此日志由另一网关签名，只有该网关能更改。"
            case .otherSource: "此处的内容由另一来源发布，只有该来源能继续。您可以添加备注。"
            case .otherVersion: "此处的版本与您开始时的版本不同。"
            case .seeingAs: "您目前以他人的视角查看，不能更改。"
            case .reviewed: "在那里发布的内容须先经审阅。"
            case .ended: "该组的期限已过：可以阅读，不能添加。"
            case .noForm: "此类内容没有表单，或已被撤销。"
            case .markedParts: "其各部分分别带有标记，表单无法保留。"
            }
        },
        unclean: { "\($0) 不符合标准的要求：\($1)" },
        unmarked: { "\($0) 没有 TLP 标记。" },
        unknownMarking: { "\($0) 的标记 \($1) 并非那里的所有读者都知晓。" },
        aboveCeiling: { "\($0) 为 \($1)，而此集合的上限是 \($2)。" },
        partsAboveCeiling: { "\($0) 的部分内容为 \($1)，而此集合的上限是 \($2)。" },
        canBeRedacted: "去掉这些部分后，可以作为新对象放入。",
        nothingLeft: "去掉这些部分后，没有可发送的内容。",
        emptyEnvelope: { "\($0) 所谈及的内容在那里均不可读，因此不发送：那只是没有信的信封。" },
        held: { "日志会扣留 \($0)：\($1)" },
        namesHidden: { "\($0) 提及 \($1)，您可以读到，而他们不能。" },
        why: { readers in
            switch readers {
            case .everyone: "您能在此看到，因为所有人都能看到。"
            case .signedIn: "您能在此看到，因为您已登录。"
            case .group(let name): "您能在此看到，因为您的组织属于 \(name)。"
            case .organisation(let name): "您能在此看到，因为您属于 \(name)。"
            case .persons(let name): "您能在此看到，因为 \(name) 中列有您的名字。"
            }
        },
        otherVersion: { "此处是 \($0) 的版本。" },
        actions: "您可以做什么",
        correct: "更正",
        noCorrection: "您不能更正：",
        shareTitle: "放入另一个集合",
        shareLead: "同一个对象，由更多人阅读。请先看看他们是谁。",
        shareInto: "集合",
        look: "查看谁会看到",
        share: "放入该集合",
        shareRedacted: "放入删节后的对象",
        redactedTitle: "将会保留的内容",
        redactedLead: "一个带有自身标识符的新对象，由此网关作为作者。与原对象的关联保留在原对象一侧。",
        withdraw: "撤回",
        withdrawTitle: "要撤回吗？",
        withdrawLead: "该集合不再显示或提供它。其条目留在日志中，日志会说明它已被撤回及其原因。",
        withdrawHint: "集合的读者会读到这段话。",
        erase: "抹除",
        eraseTitle: "要永久抹除吗？",
        eraseLead: "其内容将在此网关的所有集合中销毁，无人能够恢复。日志会继续，但不透露其内容。",
        eraseHint: "这会永久写入日志：请勿在此重复要抹除的内容。",
        eraseConfirm: "在此网关的所有集合中销毁其所有版本。",
        reason: "原因",
        reasonMissing: "请说明原因，最多 1,000 个字符。",
        placeMissing: "请至少选择一个集合。",
        confirmMissing: "请确认此项。",
        fromWhere: "从何处",
        asText: "纯文本",
        asMail: "邮件 (.eml)",
        sightings: "目击记录",
        saw: { who, count, first, last in
            let times: Markup? = count.map { " \(Language.chinese.number($0)) 次" }
            let when: Markup? =
                switch (first, last) {
                case (let first?, let last?) where first != last: "，\(first) 至 \(last)"
                case (let day?, _), (_, let day?): "，\(day)"
                default: nil
                }
            return "\(who) 看到了\(times)\(when)。"
        },
        somebody: "某人",
        discussion: "讨论",
        spokenOf: "谈及的内容",
        labels: .init(
            by: "作者", published: "发布时间", objects: "谈及", sources: "来源",
            address: "最新版本见",
            noAuthor: "未注明作者", unknownAuthor: "作者未经确认")
    )
}
