import HTML
import Ledger
import Web

extension DirectoryWords {
    static let chinese = DirectoryWords(
        menu: "人员",
        signIn: SignIn(
            title: "登录",
            name: "名称",
            key: "登录密钥",
            keyHint: "保存在您的密码管理器中。您首次进入时曾显示过一次。",
            submit: "登录",
            failed: "名称与登录密钥不匹配，或账户已关闭。",
            helpTitle: "无法登录？",
            noAccount: "账户由运营此网关的人员创建。请向他们索取邀请。",
            lostDevice: "如果您丢失了密钥或设备，请让他们重新邀请您。旧密钥随即失效。",
            goneTitle: "此邀请已失效",
            goneLead: "邀请只能使用一次，有效期七天。请向邀请人索取新的邀请。",
            invitedTitle: "您收到了邀请",
            welcome: { "欢迎，\($0)" },
            invitedLead: { "您受邀加入 \($0)。目前尚未发生任何事：请用下面的按钮进入。" },
            organisation: "组织",
            role: "角色",
            accept: "进入",
            acceptHint: "此操作只能进行一次。之后您会获得下次登录用的密钥；请准备好密码管理器。",
            keyTitle: "请保存登录密钥",
            newKeyTitle: "请保存新的登录密钥",
            keyLead: "您用此密钥和您的名称登录。它只在此刻显示，以后不再显示：我们只保留其指纹。",
            adviceManager: "请将其保存在密码管理器中。继续时，浏览器可能会提示您保存。",
            advicePaper: "如果没有密码管理器，请写在纸上并妥善锁好。",
            adviceNever: "不要发送给任何人。运营此网关的人绝不会向您索要。",
            keepHint: "继续即以此密钥登录，您可借此确认它有效。",
            keptIt: "我已保存：继续"
        ),
        role: { role in
            switch role {
            case .administrator: "管理员"
            case .analyst: "分析员"
            case .member: "成员"
            case .reader: "读者"
            }
        },
        account: Account(
            title: "您的账户",
            keys: "登录密钥",
            keysLead: "您用密钥和名称登录。请为每个保存位置各创建一个，并吊销不再使用的密钥。",
            made: "始于",
            used: { $0.map { "使用于 \($0)" } ?? "从未使用" },
            revoke: "吊销",
            newKey: "创建新密钥",
            devices: "您已登录的位置",
            thisDevice: "此设备",
            end: "结束",
            signOut: "退出登录",
            everywhere: "退出所有登录",
            tokens: "程序令牌",
            tokensLead: "出示令牌的程序代表您行事：读取，或读取和写入，但绝不能管理。",
            tokenName: "用途是什么？",
            tokenScope: "允许",
            scope: { scope in
                switch scope {
                case .read: "读取"
                case .write: "读取和写入"
                }
            },
            tokenCollections: "仅限这些集合",
            tokenCollectionsHint: "不选则为您可读的全部内容。",
            allCollections: "您可读的全部内容",
            until: "有效期至",
            newToken: "创建令牌",
            newTokenTitle: "您的新令牌",
            newTokenLead: "请立即复制到程序中。只显示这一次：我们只保留其指纹。",
            backToAccount: "返回您的账户"
        ),
        people: People(
            title: "人员",
            all: "所有账户持有人",
            nobody: "暂无人员",
            name: "名称",
            nameHint: "此人用该名称登录。此处其他人不能使用同一名称。",
            organisation: "组织",
            role: "角色",
            roleHint: "管理员和分析员仅限运营此网关的组织。",
            inviteTitle: "邀请他人",
            invite: "创建邀请",
            state: "账户",
            standing: { standing in
                switch standing {
                case .active: "已开通"
                case .invited: "已邀请"
                case .notInvited: "邀请已过期"
                case .disabled: "已关闭"
                }
            },
            made: "始于",
            seen: "最近来访",
            changeRole: "更改角色",
            ownAccount: "这是您自己的账户。可由另一位管理员更改。",
            againTitle: "设备丢失",
            againLead: "新的邀请会立即终止此账户的所有会话和密钥。",
            again: "重新邀请",
            disable: "关闭账户",
            enable: "重新开通账户",
            disableLead: "账户关闭期间，其会话均已终止，密钥和令牌均无效。",
            invitedTitle: { "给 \($0) 的邀请" },
            invitedLead: "请通过您信任的途径转交此链接。只显示这一次，且只能使用一次。",
            expires: "有效期至",
            reads: { "将可阅读 \(Language.chinese.number($0)) 个现有条目，位于：" }
        ),
        organisations: Organisations(
            title: "组织",
            name: "名称",
            add: "登记组织",
            runsThis: "运营此网关",
            people: { "\(Language.chinese.number($0)) 人" },
            constituency: "服务对象",
            constituencyLead: "此组织负责的范围。此处的新内容都会与之比对。",
            networks: "网络",
            networksHint: "每行一个前缀：198.51.100.0/24、2001:db8::/32",
            systems: "AS 号",
            systemsHint: "每行一个：AS64500",
            domains: "域名",
            domainsHint: "每行一个，包括其下所有域名：bank.example",
            sectors: "行业",
            save: "保存",
            card: "联系卡",
            cardLead: "一个 identity 对象，说明如何联系该组织及其负责的范围。",
            cardStands: "已发布的联系卡",
            cardNow: "当前发布的内容",
            noCard: "尚未发布。",
            email: "电子邮件",
            phone: "电话",
            hours: "有人应答的时间",
            timeZone: "时区，例如 Africa/Tunis",
            languages: "语言，最擅长的在前：ar fr en",
            keys: "公钥",
            keysHint: "每行一个指纹或地址",
            into: "发布到",
            publish: "发布联系卡"
        ),
        groups: Groups(
            title: "共享组",
            lead: "彼此共享信息的组织。集合可以以共享组为受众。",
            none: "暂无",
            name: "名称",
            add: "创建共享组",
            hide: "对彼此隐藏成员",
            hideHint: "成员既不知道名称，也不知道数量。此项以后不能更改。",
            hidden: "隐藏其成员",
            hidesThem: "此组对成员彼此隐藏。",
            members: { "\(Language.chinese.number($0)) 个成员" },
            membersTitle: "成员",
            noMembers: "暂无",
            remove: "移除",
            addMember: "添加成员",
            organisation: "组织",
            look: "查看他们将读到什么",
            previewTitle: { "要添加 \($0) 吗？" },
            preview: { people, entries in
                "从现在起，\(Language.chinese.number(people)) 人将可阅读 \(Language.chinese.number(entries)) 个现有条目。"
            },
            confirm: "添加",
            cancel: "不添加"
        ),
        audit: Audit(
            title: "审计记录",
            lead: "谁让谁进入，谁在目录中更改了什么。最新的在前。",
            onMachine: "在本机上",
            older: "较早",
            act: { act in
                switch act {
                case .invited: "邀请了"
                case .invitedAgain: "重新邀请了"
                case .accepted: "通过邀请进入"
                case .signedIn: "登录"
                case .signedOut: "结束了一个会话"
                case .signedOutEverywhere: "退出了所有登录"
                case .keyMade: "创建了登录密钥"
                case .keyRevoked: "吊销了登录密钥"
                case .tokenMade: "创建了令牌："
                case .tokenRevoked: "吊销了令牌："
                case .disabled: "关闭了账户："
                case .enabled: "重新开通了账户："
                case .roleChanged: "更改了角色："
                case .organisationAdded: "登记了"
                case .constituencyChanged: "声明了服务对象："
                case .cardPublished: "发布了联系卡："
                case .groupAdded: "创建了共享组"
                case .groupRenewed: "设定了共享组的任务和期限"
                case .memberAdded: "添加到共享组："
                case .memberRemoved: "从共享组移除："
                case .personsNamed: "永久列明："
                case .sawAs: "查看视角："
                }
            }
        ),
        seeAs: SeeAs(
            title: "以他人视角查看",
            lead: "以某一受众的视角查看此网关。您读到的与他们相同，且不更改任何内容。",
            everyone: "公众",
            signedIn: "任意账户持有人",
            group: "共享组",
            organisation: "组织",
            look: "查看"
        ),
        done: "已完成。",
        notice: { what, subject in
            switch what {
            case .keyMade: "已为您的账户创建登录密钥。"
            case .tokenMade: "已为您的账户创建程序令牌" + (subject.map { "：\($0)。" } ?? "。")
            case .roleChanged: subject.map { "您现在的角色：\($0)。" } ?? "您的角色已更改。"
            case .invitedAgain: "您已被重新邀请，之前的密钥均已失效。"
            }
        },
        error: { code in
            switch code {
            case .unknownAccount: "没有这个账户。"
            case .unknownOrganisation: "没有这个组织。"
            case .unknownGroup: "没有这个共享组。"
            case .unknownCollection: "没有这个集合，或未对此账户开放。"
            case .unknownMethod: "它已经终止。"
            case .nameTaken: "此名称已被占用。"
            case .badName: "名称应简短，且只含可见字符。"
            case .badConstituency: "无法理解："
            case .badContact: "无法理解，或集合未接收："
            case .changedMeanwhile: "您打开之后，他人已发布了此联系卡。您输入的内容仍在：请与当前发布的内容比较，然后重新发布。"
            case .deskOnly: "此角色仅限运营此网关的组织的人员。"
            case .lastAdministrator: "这是最后一位管理员。请先将该角色授予他人。"
            case .lastMethod: "这是唯一的密钥。请先创建另一个。"
            case .aboveRole: "任何人都不能更改角色高于自己的账户。"
            case .notAllowed: "您的角色不允许这样做。"
            case .ownAccount: "请在您的账户页面为自己创建新密钥。"
            case .isDisabled: "账户已关闭。请先开通。"
            case .tooMany: "数量过多。请吊销一个不再使用的。"
            }
        }
    )
}
