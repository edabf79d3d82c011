import Web

extension MirrorWords {
    static let arabic: MirrorWords = .init(
        title: "نسخة مرآة",
        lead: "بوابة أخرى توقّع هذا السجل. يُنسخ هنا قيدًا قيدًا، وكل نسخة تثبتها نقطة تحقق وقّعتها تلك البوابة.",
        verified: "تم التحقق",
        toEntry: { "حتى القيد \(Language.arabic.number($0))" },
        notYet: "ليس بعد",
        copied: "المنسوخ",
        unexplained: "وردت بلا محتواها",
        erasedHere: "محيت في هذه البوابة",
        absent: "غير معروض هنا: محجوز أو لم تسلّمه البوابة الأخرى",
        alarm: "ما تقوله البوابة الأخرى يناقض ما وقّعته. لا تعتمد على الجديد هنا حتى يتضح الأمر."
    )
}
