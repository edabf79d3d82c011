import Work

extension HallWords {
    static let arabic = HallWords(
        work: "الأعمال",
        letters: "الرسائل", blobs: "ترتيب الملفات",
        title: "ما ينتظر التنفيذ",
        lead: "كل ما يحدث لاحقًا صفٌّ في هذه القائمة. ما يفشل يُعاد بعد مُهَل متزايدة، وما توقف ينتظر أن ينظر فيه أحد.",
        nothing: "لا شيء ينتظر.", rest: "قد يكون هناك المزيد. كلها:", kind: "النوع", waiting: "في الانتظار",
        late: "متأخر", failing: "يفشل",
        stopped: "متوقف", due: "موعده", retry: "نفّذه الآن", drop: "لا تنفّذه أبدًا",
        state: { state in
            switch state {
            case .begun: "قيد التنفيذ"
            case .stopped: "متوقف"
            case .failing: "يفشل"
            case .due: "حان موعده"
            case .waiting: "ينتظر"
            }
        },
        done: { change in
            switch change {
            case .retry: "سيُنفَّذ حالما يعمل أحد."
            case .drop: "لن يُنفَّذ."
            }
        })
}
