import Web

extension MirrorWords {
    static let chinese: MirrorWords = .init(
        title: "镜像",
        lead: "此日志由另一网关签名。此处逐条复制，每份副本都由其签名的检查点证明。",
        verified: "已验证",
        toEntry: { "至第 \(Language.chinese.number($0)) 条" },
        notYet: "尚未",
        copied: "已复制",
        unexplained: "到达时缺少内容",
        erasedHere: "已在此网关抹除",
        absent: "此处未显示：被扣留，或另一网关未提供",
        alarm: "另一网关所说的与其签名的内容相矛盾。在得到解释之前，请勿信赖此处的新内容。"
    )
}
