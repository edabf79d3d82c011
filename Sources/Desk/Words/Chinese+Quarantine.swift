import Web

extension QuarantineWords {
    static let chinese: QuarantineWords = .init(
        noticeTitle: "隔离区中有待处理内容",
        notice: { subject in
            subject.map { "隔离区中有发往“\($0)”的内容待处理。" } ?? "隔离区中有内容待处理。"
        },
        title: "隔离区",
        lead: "未能进入的内容及其原因。在网关团队的人员作出决定之前，会在此等待。",
        nothing: "没有待决定的内容。",
        waiting: { DeskWords.chinese.common.objects($0) },
        decided: "已决定，决定已保存。",
        toImports: "导入记录",
        law: { code in
            switch code {
            case "refused": "不安全，或没有标识"
            case "conflicting-version": "同一版本下已有其他内容"
            case "foreign-line": "此对象的版本由另一来源开始"
            case "created-changed": "它有版本而现有内容没有，或者相反"
            case "reserved": "只有标识符所属的组织才能以其名义发言"
            case "taken-line": "在其组织之前，他人已开始此标识符的版本"
            case "author-changed": "其作者已改变"
            case "from-the-future": "其版本在未来"
            case "after-revocation": "它此前已被撤销"
            case "revokes-the-past": "它撤销了他人已采纳的内容"
            case "unknown-marking": "其标记在此处未知"
            case "above-ceiling": "其标记比集合所允许的更严格"
            default: code
            }
        },
        from: "来自",
        comparison: "并列比较",
        property: "属性",
        stands: "现有内容",
        waits: "待定内容",
        decision: "决定",
        replaces: "接受会撤回此版本下的现有内容，并以待定内容取代。两者都保留在日志中。",
        places: "接受会将其作为对象的一个版本放入，尽管规则扣留了它。",
        takesOver: "接受会撤回他人在此标识符下所说的一切，由其所属组织继续。全部保留在日志中。",
        undecidable: "任何人都不能让它进入：该规则保护集合的读者。只能驳回。",
        decideAll: "对全部作出决定",
        decideAllLead: "每一类都注明了接受的后果。驳回的对象留在外面，同样的内容不会再次询问。逐批进行，期间到达的内容继续等待。",
        decidedAll: { decided, left in
            "已决定 \(decided) 个。" + (left > 0 ? "有 \(left) 个不能进入，继续等待。" : "") + "其余在下方等待。"
        },
        everything: "所有待处理内容",
        reason: "原因（与决定一同保存）",
        lacksReason: "请说明原因；以后读到的人会想知道。",
        accept: "接受",
        replace: "接受并取代",
        dismiss: "驳回")
}

extension ImportWords {
    static let chinese: ImportWords = .init(
        title: "导入记录",
        lead: "每次输入：来自哪个来源，进入哪个集合，结果如何。",
        nothing: "尚未导入任何内容。",
        counts: { objects, placed, quarantined in
            "\(DeskWords.chinese.common.objects(.exactly(objects)))：已放入 \(placed) 个，隔离 \(quarantined) 个"
        },
        done: "已全部读取",
        unfinished: "未结束",
        broken: "中断：",
        wasUndone: "撤消于",
        undo: "撤消",
        undoTitle: "撤消此次导入",
        undoLead: "它放入且仍然成立的一切都会被撤回，每个版本在日志中都有一个条目和您的原因。此前成立的内容重新成立。",
        undone: { "已撤回 \($0) 个版本。" })
}
