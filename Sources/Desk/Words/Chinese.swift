import HTML
import Web

extension DeskWords {
    static let chinese = DeskWords(
        menu: Menu(
            morning: "今晨", write: "撰写", quarantine: "隔离区", check: "核查",
            collections: "集合", types: "类型", about: "如何验证"),
        common: Common(
            objects: { Self.count($0, "个对象") },
            readers: { readers in
                switch readers {
                case .everyone: "所有人无需登录即可阅读。"
                case .signedIn: "在此有账户的所有人均可阅读。"
                case .group(let name): "只有 \(name) 的成员可以阅读。"
                case .organisation(let name): "只有 \(name) 的人员可以阅读。"
                case .persons(let name): "只有 \(name) 中列明的人员可以阅读。"
                }
            },
            readersTitle: "谁能看到",
            doneBy: { "操作者：\($0)" },
            doneByCommand: { "由 \($0) 的命令执行" },
            ceiling: "上限",
            lastChange: "最近更改",
            nothingYet: "暂无",
            type: "类型",
            number: "数量",
            revoked: "已撤销",
            older: "较早",
            newest: "最新",
            name: "名称",
            changed: "更改时间",
            allTypes: "所有类型",
            more: { "另有 \(Language.chinese.number($0)) 个" }
        ),
        home: Home(
            lead: "搜索此处已知的信息，阅读它，并亲自证明它未被篡改。",
            examples: "例如",
            typesTitle: "包含的内容",
            latestTitle: "最新",
            emptyTitle: "此处暂无内容",
            emptyLead: "网关正在运行，其日志为空。接下来请在运行网关的机器上：",
            importStep: "导入您所知道的信息。任何 STIX 2.1 包均可。",
            collectionStep: "查看各个集合，以及谁可以阅读。",
            doctorStep: "检查一切是否正常。"
        ),
        collection: Collection(
            kind: "集合",
            contents: "包含的内容",
            changes: "最新条目",
            placed: "已放入",
            withdrawn: "已撤回",
            erased: "已抹除：内容已消失，证明仍在",
            configured: "已设定集合规则",
            log: "集合的日志",
            logLead: "每次更改都是只增日志中的一个条目。保存了根哈希的人，日后可以证明在此之前的一切均未被篡改。",
            size: "大小",
            entries: { "\(Language.chinese.number($0)) 个条目" },
            root: "根哈希",
            signed: "签名时间",
            key: "密钥",
            origin: "来源标识",
            verifyTitle: "亲自验证",
            verifyLead: "一条命令即可获取日志、重新计算每个哈希，并指出第一个不相符的条目。",
            tilesTitle: "如何用其他工具读取日志",
            tilesLead: "日志以 C2SP tlog-tiles 形式提供。一个分块涵盖 256 个条目，其编号按三位一组书写。",
            checkpoint: "已签名的检查点：来源标识、大小、根",
            hashTile: "第一个哈希分块",
            entryTile: "第一批条目",
            export: "导出集合",
            exportLead: "一个文件，包含检查点、条目和每个对象的原始字节。"
        ),
        list: List(
            inCollection: "在此集合中",
            inAll: "在您可读的所有集合中",
            empty: "没有。",
            typesTitle: "类型",
            typesLead: "您可读的集合中的所有对象类型。"
        ),
        object: Object(
            also: "又名",
            revoked: "作者已撤销此对象：不应再使用。",
            withdrawn: { "已于 \($1) 从 \($0) 撤回。其内容保留备查。" },
            superseded: { "这是 \($0) 的版本。另有更新的版本：\($1)。" },
            sentBy: { "发送者：\($0)。" },
            noAuthor: "未注明作者。",
            notTheirs: "此内容使用了某组织的标识符，但并非该组织所言，而是发送者所言。",
            description: "描述",
            references: "参考资料",
            facts: "事实",
            rest: "所有其他属性",
            relations: "关系",
            relationsLead: { Self.count($0, "项关系") },
            allRelations: { "查看全部 \(Language.chinese.number($0)) 项" },
            unknownEnd: "此处未知",
            says: "陈述",
            versions: "版本",
            firstVersion: "此处的第一个版本",
            added: "新增",
            removed: "移除",
            changedTo: "现为",
            reordered: "元素相同，顺序不同",
            nothingElse: "仅日期不同",
            olderVersions: { "另有 \(Language.chinese.number($0)) 个更早的版本" },
            noted: "添加于此",
            seesTitle: "谁能看到",
            everyone: { "<strong>所有人。</strong>它位于对所有人开放的 \($0) 中，且其标记允许。" },
            signedIn: { "<strong>在此有账户的所有人。</strong>它位于 \($0) 中。" },
            organisation: { "<strong>仅限 \($0)。</strong>它位于只有其成员可读的 \($1) 中。" },
            ownMarking: "此标记由对象自身携带。",
            defaultMarking: "对象未携带标记；这是集合的默认标记。",
            statements: "条款",
            findings: "检查结果",
            findingsLead: { "收录时有 \(Language.chinese.number($0)) 项检查结果：由他处编写，与标准要求不尽相符。" },
            raw: "对象数据",
            rawLead: { "\(Language.chinese.number($0)) 字节" },
            rawCut: "仅显示一部分。",
            exactBytes: "原始字节",
            fileTitle: "文件", fileDownload: "下载",
            fileCaution: "文件按收到时的原样提供。请只在不会造成危害的环境中打开。",
            yes: "是",
            no: "否"
        ),
        proof: Proof(
            title: "证明",
            lead: { "\($1) 的第 \($0) 个条目，添加于 \($2)。" },
            withdrawn: { "由条目 \($0) 于 \($1) 撤回。" },
            waiting: "日志尚未签名到此条目。",
            entry: "条目",
            added: "添加时间",
            leaf: "叶哈希",
            body: "其字节的 SHA-256",
            size: "树的大小",
            root: "根哈希",
            path: { "包含证明，\($0) 个哈希" },
            verify: "亲自验证"
        ),
        search: Search(
            title: "搜索",
            results: { Self.count($0, "个结果") },
            kind: { kind in
                switch kind {
                case .words: "按词语"
                case .identifier: "按标识符"
                case .value: "按可观测值"
                }
            },
            none: "未找到任何内容",
            noneLead: "您在此处可读的内容均不匹配。可以减少或更换词语；可识别的有：",
            startLead: "三种提问方式：",
            byWords: "词语，必须全部出现",
            byIdentifier: "STIX 或知识库的标识符",
            byValue: "可观测值：地址、域名、哈希"
        ),
        check: .chinese,
        sparing: .chinese,
        about: About(
            title: "如何验证",
            lead: "您不必轻信此网关。它的每个集合都是只增的 Merkle 日志，且日志头经过签名。",
            proves: [
                "您读到的就是当初放入的：字节的哈希对应叶，叶对应根，根经过签名。",
                "在您持有的两个检查点之间，没有任何内容被篡改、调换或删除。",
                "撤回的内容仍有记载；抹除的内容留下一份不透露其内容的证明。",
            ],
            provesNot: "它不能证明某个陈述属实，也不能证明您与他人看到的是同一份日志。为此，请将您的检查点与他们的进行比较。",
            stepsTitle: "命令做什么",
            steps: [
                "获取检查点，并用下面的密钥核对其签名。",
                "获取所有条目，重新计算树并比较根。",
                "获取对象，将每个对象与其条目比较，并指出第一个不相符的。",
            ],
            keysTitle: "密钥",
            keysLead: "请将它们保存在别处。仅从此页面得到的密钥只能证明网关自相一致。",
            noLogs: "目前还没有您可读的集合。",
            formats: "格式：哈希采用 RFC 6962，检查点采用 C2SP signed note，对外提供采用 C2SP tlog-tiles。"
        ),
        publish: .chinese,
        mirror: .chinese,
        quarantine: .chinese,
        imports: .chinese,
        morning: .chinese,
        verb: chineseVerb,
        property: chineseProperty,
        type: chineseType
    )

    /// `1,234 个对象`, `超过 10,000 个对象`.
    private static func count(_ tally: Tally, _ noun: String) -> String {
        let number = "\(Language.chinese.number(tally.number)) \(noun)"
        if case .moreThan = tally { return "超过 \(number)" }
        return number
    }
}
