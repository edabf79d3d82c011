import Web

extension MorningWords {
    static let chinese: MorningWords = .init(
        title: "今晨",
        news: "自您上次查看以来",
        since: "此时间之后的新内容：",
        nothingNew: "没有新内容。",
        others: "其他",
        markSeen: "我已看过",
        hits: "命中我方网络和域名",
        touches: "涉及",
        noHits: "此处没有内容涉及您所负责的对象。",
        noConstituency: "您的组织尚未说明其负责哪些网络、域名和行业。",
        waiting: "等待中",
        nothingWaits: "没有等待您处理的事项。",
        drafts: { "\($0) 份草稿" },
        quarantine: { "隔离区中有 \(DeskWords.chinese.common.objects($0))" },
        broke: "中断：",
        fails: "发生故障，",
        failsSince: "始于",
        lastWorked: "上次正常工作：",
        neverWorked: "从未正常工作",
        nextTry: "下次尝试：",
        stopped: "已停止，等待有人恢复",
        reliability: "按海军部分级法的可靠性，A 至 F",
        start: "三种开始方式",
        firstAdvisory: "撰写通告",
        firstAdvisoryLead: "起草通告，查看谁会读到，然后发布。",
        firstCheck: "核查值",
        firstCheckLead: "粘贴邮件、日志或列表，查看已知的信息。",
        firstPeople: "邀请他人",
        firstPeopleLead: "同事，或其他组织的联系人。")
}
