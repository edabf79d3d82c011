import Kinds

extension KindWords {
    static let english = KindWords(
        yes: "Yes", partly: "Partly", no: "No", notApplicable: "Does not apply", choose: "– choose –",
        oneEachLine: "One on each line.", moment: "Such as 2026-11-30T09:00+01:00[Africa/Tunis].",
        duration: "Such as P6M (six months), P14D or PT72H.", amount: "Amount", currency: "Currency", low: "At least",
        high: "At most", countries: "Hold Ctrl or ⌘ to choose several.",
        party: "Identifier of an identity, or the address of its page.",
        object: "Identifier of an object, or the address of its page.",
        network: "Such as 192.0.2.0/24, AS64500 or bank.example.",
        link: "With https://.", file: "Identifier of the object that names the file.", overdue: "overdue",
        remark: "Comment on this paragraph",
        anotherRow: "Save, and add another row", row: { "Row \($0)" },
        moreAfter: { "More may be asked once “\($0)” is filled in and saved." }, sections: "Parts of the form",
        mistake: { finding in
            switch finding.code {
            case .missing: "This must be filled in."
            case .wrongType: "This is not what is expected here."
            case .tooLong: "This may have \(finding.detail) characters."
            case .tooMany: "There may be \(finding.detail) of them."
            case .notAChoice: "“\(finding.detail)” is none of the choices."
            case .twice: "“\(finding.detail)” stands here twice."
            case .noTime: "“\(finding.detail)” is no date or time."
            case .outOfRange: "This is less or more than it may be, or no whole number."
            case .wrongOrder: "The second is less, or earlier, than the first."
            case .badReference: "“\(finding.detail)” is no identifier of an object that may stand here."
            case .badForm: "“\(finding.detail)” is not of the form that is wanted."
            case .unknownField: "This is not asked; it is kept."
            case .notAsked: "This is not asked here; it is kept."
            }
        }, inLanguage: { "in \($0)" })
}
