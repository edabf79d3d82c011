import Kinds

extension KindWords {
    static let arabic = KindWords(
        yes: "نعم", partly: "جزئيًا", no: "لا", notApplicable: "لا ينطبق", choose: "– اختر –",
        oneEachLine: "واحد في كل سطر.", moment: "مثل \u{2066}2026-11-30T09:00+01:00[Africa/Tunis]\u{2069}.",
        duration: "مثل \u{2066}P6M\u{2069} (ستة أشهر) أو \u{2066}P14D\u{2069} أو \u{2066}PT72H\u{2069}.",
        amount: "المبلغ", currency: "العملة",
        low: "على الأقل", high: "على الأكثر", countries: "اضغط Ctrl أو ⌘ لاختيار أكثر من واحد.",
        party: "معرّف هوية أو عنوان صفحتها.", object: "معرّف كائن أو عنوان صفحته.",
        network: "مثل \u{2066}192.0.2.0/24\u{2069} أو \u{2066}AS64500\u{2069} أو \u{2066}bank.example\u{2069}.",
        link: "مع \u{2066}https://\u{2069}.", file: "معرّف الكائن الذي يسمّي الملف.", overdue: "متأخر",
        remark: "التعليق على هذه الفقرة",
        anotherRow: "احفظ وأضف سطرًا", row: { "السطر \($0)" },
        moreAfter: { "قد تُطرح أسئلة أخرى بعد ملء «\($0)» وحفظه." }, sections: "أجزاء الاستمارة",
        mistake: { finding in
            switch finding.code {
            case .missing: "يجب ملء هذا الحقل."
            case .wrongType: "ليس هذا ما يُنتظر هنا."
            case .tooLong: "لا يتجاوز هذا \(finding.detail) حرف."
            case .tooMany: "لا يتجاوز عددها \(finding.detail)."
            case .notAChoice: "«\(finding.detail)» ليس من الخيارات."
            case .twice: "«\(finding.detail)» مكرَّر هنا."
            case .noTime: "«\(finding.detail)» ليس تاريخًا ولا وقتًا."
            case .outOfRange: "هذا أقل أو أكثر مما يُسمح به، أو ليس عددًا صحيحًا."
            case .wrongOrder: "الثاني أقل من الأول أو أسبق منه."
            case .badReference: "«\(finding.detail)» ليس معرّف كائن يُقبل هنا."
            case .badForm: "«\(finding.detail)» ليس بالصيغة المطلوبة."
            case .unknownField: "هذا غير مطلوب، وهو محفوظ."
            case .notAsked: "هذا غير مطلوب هنا، وهو محفوظ."
            }
        }, inLanguage: { "بلغة \($0)" })
}
