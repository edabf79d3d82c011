package import Web

/// Where one domain leads to what another answers.
extension Address {
    package static func object(_ id: String) -> Address { Address(.object, id) }
    package static func collection(_ id: String) -> Address { Address(.collection, id) }
    /// The prefix of a log, as tlog-tiles clients want it.
    package static func log(collection: String) -> Address { Address(.log, collection) }
    package static func checkpoint(collection: String) -> Address { Address(.checkpoint, collection) }
    package static let newDraft = Address(.newDraft)
    /// The objects of a kind that people are shown, by its name.
    package static func records(_ kind: String) -> Address { Address(.records, kind) }
    package static let people = Address(.people)
    package static let lists = Address(.lists)
    package static let metrics = Address(.metrics)
    package static let work = Address(.work)
    package static let notices = Address(.notices)
    package static let noticeWays = Address(.noticeWays)
    static func noticeWay(_ id: String) -> Address { Address(.noticeWay, id) }
    static let noticeSettings = Address(.noticeSettings)
    static let noticeWatch = Address(.noticeWatch)
    /// Where whoever reads letters at an address agrees to them, and ends them.
    static func noticeLetters(_ id: String, _ secret: String) -> Address { Address(.noticeLetters, id, secret) }
}

extension Address.Kind {
    package static let object: Self = "/objects/\(.id)"
    package static let collection: Self = "/collections/\(.collection)"
    package static let log: Self = "/logs/\(.collection)"
    package static let checkpoint: Self = "/logs/\(.collection)/checkpoint"
    package static let newDraft: Self = "/drafts/new"
    package static let records: Self = "/learn/\(.type)"
    package static let people: Self = "/people"
    package static let lists: Self = "/lists"
    package static let metrics: Self = "/metrics"
    package static let work: Self = "/work"
    package static let notices: Self = "/notices"
    package static let noticeWays: Self = "/notices/ways"
    static let noticeWay: Self = "/notices/ways/\(.uuid)"
    static let noticeSettings: Self = "/notices/settings"
    static let noticeWatch: Self = "/notices/watch"
    static let noticeLetters: Self = "/notices/letters/\(.uuid)/\(.secret)"
}
