import Web

extension LibraryWords {
    static let chinese = LibraryWords(
        learn: "学习", lead: "本社群写下的内容，供所有有权阅读的人使用。", what: "内容",
        byArea: "按工作领域", total: "合计", nothingYet: "暂无", gaps: "暂无内容", newest: "最新",
        advisories: "通告",
        calendar: "日历", calendarLead: "何时举行什么活动。", add: { "新建：\($0)" },
        objects: { tally in
            switch tally {
            case .exactly(let number): "\(Language.chinese.number(number)) 条"
            case .moreThan(let number): "超过 \(Language.chinese.number(number)) 条"
            }
        }, find: "查找", words: "词语", narrow: "缩小范围", all: "全部", chosen: "已选", none: "此处暂无内容。",
        noneFound: "没有符合条件的内容。请去掉一个筛选条件。", onPaper: "打印版", older: "较早", newer: "较新",
        changed: "更改时间", state: "状态", late: "逾期", lateness: "逾期情况",
        narrowFirst: { "请先缩小列表范围：最多逐条查看 \(Language.chinese.number($0)) 条，而实际更多。" },
        staleTranslation: "译文已过时",
        dissent: "不同意见", inOtherWords: "换一种表述", noDates: "本月没有活动。",
        previous: "上个月",
        following: "下个月", kinds: "记录类型",
        kindsLead: "人们可以填写和查找的内容。类型由扩展包提供，由您选择显示哪些。隐藏某个类型后，已写的内容仍会保留。",
        pack: "扩展包", signedBy: { "由 \($0) 签名" }, unsigned: "未签名", shipped: "随程序提供",
        shown: "显示", hidden: "隐藏", show: "设为显示", hide: "设为隐藏",
        fields: { "\($0) 个字段" }, formats: "其他格式：",
        importOf: { "批量导入：\($0)" },
        importLead: "粘贴一个以逗号分隔的表格。在发布之前会检查每一行；之后要么全部成立，要么全不成立。",
        table: "表格", into: "放入", look: "检查每一行",
        sayAll: { "发布全部 \($0) 行" },
        allFine: { "全部 \($0) 行均无问题。尚未发布任何内容。" },
        said: { "现已成立 \($0) 条。" },
        rowsWrong: { "\($1) 行中有 \($0) 行需要再看一下；未发布任何内容。" },
        noField: { "此类型没有这些字段：\($0)" },
        importRefused: "集合不能全部接收；未发布任何内容。",
        record: TypeWords("记录", "记录", "值得保存和查找的内容：指南、法律、经验教训。"),
        gathering: TypeWords("活动", "活动", "人们在某个时间相聚：会议、课程、演练。"),
        attestation: TypeWords("证明", "证明", "某方就某方作出的、在某日期前有效的说明。"),
        step: TypeWords("步骤", "步骤", "某人对此处内容所做的事。"),
        kind: TypeWords("记录类型", "记录类型", "人们填写的内容，以数据描述。"))
}
