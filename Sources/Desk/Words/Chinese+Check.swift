import HTML
import Ledger
import STIX
import Web

extension CheckWords {
    static let chinese = CheckWords(
        title: "核查",
        lead: "粘贴邮件、日志或列表，查看此处对其中的地址、名称和哈希有何了解。",
        label: "要核查的文本",
        hint: "可识别 IP 地址和网络、域名、URL、电子邮件地址、哈希、CVE 编号和 AS 号，包括去活形式。一次最多一千个。",
        examples: "例如",
        button: "核查",
        again: "核查其他内容",
        kept: "您粘贴的内容既不保存，也不记入日志。",
        none: "未找到任何值。",
        noneLead: "文本中没有此处能识别的地址、名称、哈希或标识符。",
        tally: { values, known, ours, good in
            let parts = [
                "\(Language.chinese.number(values)) 个值", "已知 \(Language.chinese.number(known)) 个",
                "属于您 \(Language.chinese.number(ours)) 个", "在无害列表中 \(Language.chinese.number(good)) 个",
            ]
            return parts.joined(separator: "，")
        },
        cut: { "文本中的值超过 \(Language.chinese.number($0)) 个，只查看了前面的部分。其余请单独核查。" },
        rows: { "第 \($0) 至 \($1) 行，共 \(Language.chinese.number($2)) 行，最重要的在前。" },
        next: "后续各行",
        first: "最前各行",
        value: "值",
        said: "相关说法",
        unknown: "您在此处可读的内容均未提及。",
        how: { how in
            switch how {
            case .exactly: "完全匹配"
            case .host: "按其主机"
            case .network: "包含它的网络"
            case .inside: "在此网络之内"
            }
        },
        nobody: "未注明作者",
        since: "自",
        ours: { "<strong>属于您</strong>：在 \($0) 内" },
        good: { "在无害列表中：\($0)" },
        makeIndicators: "用选中的值创建指标",
        sighting: "我方目击",
        falsePositive: "误报",
        table: "复制为 CSV",
        kind: { kind in
            switch kind {
            case .domain: "域名"
            case .email: "电子邮件地址"
            case .autonomousSystem: "AS 号"
            default: CheckWords.hash(kind) ?? ""
            }
        },
        listsTitle: "无害列表",
        listsLead: "已知无害的值，例如公共解析器和热门网站。核查会指出您的哪些值在其中。",
        noLists: "目前还没有。请在运行网关的机器上导入一个 MISP warninglists 的 JSON 格式列表：",
        entries: { "\(Language.chinese.number($0)) 条" },
        listVersion: "版本",
        matches: { kind in
            switch kind {
            case .string: "值本身"
            case .hostname: "名称及其下所有内容"
            case .cidr: "网络"
            case .substring: "值的一部分"
            }
        }
    )
}
