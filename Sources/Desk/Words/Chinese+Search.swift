import HTML
import Web

extension FacetWords {
    static let chinese = FacetWords(
        title: "缩小范围",
        facet: { facet in
            switch facet {
            case .type: "类型"
            case .collection: "集合"
            case .source: "来源"
            case .marking: "标记"
            case .period: "添加时间"
            }
        },
        chosen: "仅限",
        remove: "去掉",
        firstTenThousand: "仅统计前 10,000 个结果。",
        more: { "另有 \(Language.chinese.number($0)) 个" },
        none: "去掉上述某项限制后，可能会有更多结果。",
        asFeed: "订阅源",
        asData: "数据"
    )
}

extension SavedSearchWords {
    static let chinese = SavedSearchWords(
        title: "已保存的搜索",
        lead: "订阅阅读器可以通过私密地址关注每一项搜索。订阅源按您当时可读的内容作答，不询问读取者是谁：请勿泄露其地址。",
        none: "您还没有保存搜索。请先搜索，然后在结果页面上保存。",
        save: "保存此搜索",
        name: "名称",
        unnamed: "不含词语的搜索",
        feed: "搜索",
        saved: { "保存于 \($0)" },
        rename: "重命名",
        renew: "更换订阅地址",
        renewLead: "旧地址会立即失效。",
        delete: "删除",
        made: { "\($0) 的私密订阅源：" },
        madeLead: "请立即复制：只显示这一次。如果丢失或被他人知晓，请更换新的地址。",
        lists: "供防火墙和解析器使用的列表"
    )
}
