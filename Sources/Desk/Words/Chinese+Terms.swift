extension DeskWords {
    static let chineseVerb: @Sendable (Verb) -> (does: String, isDone: String) = { verb in
        switch verb {
        case .analysisOf: ("分析", "分析见于")
        case .attributedTo: ("归因于", "幕后主使，针对")
        case .authoredBy: ("作者为", "撰写了")
        case .basedOn: ("基于", "是其依据：")
        case .beaconsTo: ("向其发送信标：", "接收信标，来自")
        case .characterizes: ("描述", "描述来自")
        case .communicatesWith: ("通信对方：", "通信对方：")
        case .compromises: ("入侵", "被其入侵：")
        case .consistsOf: ("包含", "属于")
        case .controls: ("控制", "受控于")
        case .delivers: ("投递", "投递者为")
        case .derivedFrom: ("派生自", "派生出")
        case .detects: ("检测", "检测者为")
        case .downloads: ("下载", "下载者为")
        case .drops: ("释放", "释放者为")
        case .duplicateOf: ("重复于", "有重复项")
        case .exfiltratesTo: ("外传数据至", "接收数据，来自")
        case .exploits: ("利用", "利用者为")
        case .has: ("存在", "存在于")
        case .hosts: ("托管", "托管于")
        case .impersonates: ("冒充", "冒充者为")
        case .indicates: ("表明", "相关指标：")
        case .investigates: ("调查", "调查者为")
        case .locatedAt: ("位于", "此地有")
        case .mitigates: ("缓解", "缓解措施：")
        case .originatesFrom: ("来源于", "是其来源地：")
        case .owns: ("拥有", "归属于")
        case .relatedTo: ("相关于", "相关于")
        case .remediates: ("修复", "修复者为")
        case .resolvesTo: ("解析为", "解析自")
        case .revokedBy: ("已被取代：", "取代")
        case .subtechniqueOf: ("上级技术：", "子技术：")
        case .targets: ("针对", "攻击者为")
        case .uses: ("使用", "使用者为")
        case .variantOf: ("变种，源自", "有变种")
        case .objects: ("谈及", "见于")
        case .sightingOf: ("目击到", "目击见于")
        case .whereSighted: ("目击者为", "目击到")
        case .resolvesToValues: ("解析为", "解析自")
        }
    }

    static let chineseProperty: @Sendable (NamedProperty) -> String = { property in
        switch property {
        case .pattern: "模式"
        case .patternType: "模式语言"
        case .indicatorTypes: "种类"
        case .validFrom: "生效时间"
        case .validUntil: "失效时间"
        case .value: "值"
        case .hashes: "哈希"
        case .size: "大小"
        case .killChainPhases: "阶段"
        case .platforms: "平台"
        case .malwareTypes: "种类"
        case .isFamily: "是否为家族"
        case .toolTypes: "种类"
        case .toolVersion: "工具版本"
        case .identityClass: "种类"
        case .roles: "角色"
        case .sectors: "行业"
        case .contact: "联系方式"
        case .reportTypes: "种类"
        case .published: "发布时间"
        case .goals: "目标"
        case .motivation: "动机"
        case .resourceLevel: "资源水平"
        case .sophistication: "技术水平"
        case .firstSeen: "首次发现"
        case .lastSeen: "最近发现"
        case .firstObserved: "首次观测"
        case .lastObserved: "最近观测"
        case .count: "发现次数"
        case .numberObserved: "观测次数"
        case .sightingOf: "目击内容"
        case .whereSighted: "目击者"
        case .objects: "对象"
        case .country: "国家"
        case .region: "地区"
        case .detection: "检测方法"
        case .dataSource: "数据源"
        case .tactics: "战术"
        case .contributors: "贡献者"
        case .domains: "领域"
        case .labels: "标签"
        case .confidence: "可信度"
        case .lang: "语言"
        case .name: "名称"
        case .description: "描述"
        case .aliases: "别名"
        case .references: "参考资料"
        case .revoked: "已撤销"
        case .deprecated: "已弃用"
        case .markings: "标记"
        case .author: "作者"
        case .created: "创建时间"
        case .modified: "修改时间"
        }
    }
}
