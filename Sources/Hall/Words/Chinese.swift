import Work

extension HallWords {
    static let chinese = HallWords(
        work: "任务",
        letters: "信件", blobs: "文件整理",
        title: "等待执行的事项",
        lead: "稍后执行的每件事都是一行。失败的会以逐渐延长的间隔重试；已停止的等待有人处理。",
        nothing: "没有等待的事项。", rest: "可能还有更多。全部：", kind: "种类", waiting: "等待中",
        late: "已延误", failing: "失败中",
        stopped: "已停止", due: "期限", retry: "立即执行", drop: "永不执行",
        state: { state in
            switch state {
            case .begun: "正在执行"
            case .stopped: "已停止"
            case .failing: "失败"
            case .due: "待执行"
            case .waiting: "等待"
            }
        },
        done: { change in
            switch change {
            case .retry: "一有空闲即会执行。"
            case .drop: "不会执行。"
            }
        })
}
