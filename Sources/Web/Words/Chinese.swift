extension WebWords {
    static let chinese = WebWords(
        skip: "跳到正文",
        navigation: "主菜单",
        searchLabel: "搜索词语、标识符或可观测值",
        searchHint: "词语、T1566、198.51.100.7 …",
        search: "搜索",
        gateway: "网关",
        language: "语言",
        unreviewed: "这些文字尚未经母语人士审校。",
        backHome: "返回首页",
        signIn: "登录",
        account: "您的账户",
        seeingAs: { seen in
            switch seen {
            case .everyone: "您正以公众的视角查看此网关。只能阅读。"
            case .signedIn: "您正以任意账户持有人的视角查看此网关。只能阅读。"
            case .named(let name): "您正以“\u{2068}\(name)\u{2069}”的视角查看此网关。只能阅读。"
            }
        },
        backToYourself: "恢复自己的视角",
        demo: "这是演示：此处的一切均为虚构。",
        problems: { problem in
            switch problem {
            case .notFound: ("此处没有可显示的内容", "该页面不存在，或未对您开放。两种情况下网关的回答相同。")
            case .badRequest: ("无法理解此地址", "问题出在这一部分：")
            case .signInNeeded: ("请登录", "此页面需要登录。")
            case .forbidden: ("您的角色无权操作", "您的角色不允许此操作，或表单并非从本站提交。未作任何更改。")
            case .tooLarge: ("一次发送过多", "所发送的内容超出此页面的限制。请分批发送。")
            case .tooMany(let seconds): ("尝试次数过多", "请等待 \(seconds) 秒后重试。")
            case .tooSlow: ("传输过慢", "您发送的内容到达用时过长。未作任何更改，请重试。")
            case .wrongMethod: ("方式不对", "此地址不能以这种方式使用。未作任何更改。")
            case .busy(let seconds): ("任务过多", "网关目前繁忙。请在 \(seconds) 秒后重试。")
            case .failure: ("此处发生错误", "错误在我们，不在您。错误已记录，请稍后重试。")
            }
        }
    )
}
