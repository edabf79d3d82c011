import Kinds

extension KindWords {
    static let chinese = KindWords(
        yes: "是", partly: "部分", no: "否", notApplicable: "不适用", choose: "– 请选择 –",
        oneEachLine: "每行一个。", moment: "例如 2026-11-30T09:00+01:00[Africa/Tunis]。",
        duration: "例如 P6M（六个月）、P14D 或 PT72H。", amount: "金额", currency: "货币", low: "至少",
        high: "至多", countries: "按住 Ctrl 或 ⌘ 可选择多项。",
        party: "主体的标识符，或其页面的地址。",
        object: "对象的标识符，或其页面的地址。",
        network: "例如 192.0.2.0/24、AS64500 或 bank.example。",
        link: "包括 https://。", file: "指明该文件的对象的标识符。", overdue: "已逾期",
        remark: "评论此段",
        anotherRow: "保存并添加一行", row: { "第 \($0) 行" },
        moreAfter: { "填写并保存“\($0)”之后，可能还有其他问题。" }, sections: "表单各部分",
        mistake: { finding in
            switch finding.code {
            case .missing: "此项必须填写。"
            case .wrongType: "此处需要的不是这种内容。"
            case .tooLong: "最多 \(finding.detail) 个字符。"
            case .tooMany: "最多 \(finding.detail) 项。"
            case .notAChoice: "“\(finding.detail)”不在选项之中。"
            case .twice: "“\(finding.detail)”在此出现了两次。"
            case .noTime: "“\(finding.detail)”不是日期或时间。"
            case .outOfRange: "此值超出允许范围，或不是整数。"
            case .wrongOrder: "后者小于或早于前者。"
            case .badReference: "“\(finding.detail)”不是可用于此处的对象标识符。"
            case .badForm: "“\(finding.detail)”不符合要求的格式。"
            case .unknownField: "此项未被询问，但会保留。"
            case .notAsked: "此处未询问此项，但会保留。"
            }
        }, inLanguage: { "语言：\($0)" })
}
