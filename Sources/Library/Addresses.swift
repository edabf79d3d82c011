package import Web

extension Address {
    /// What is known here, by kind and by work area.
    package static let learn = Address(.learn)
    static func recordsJSON(_ kind: String) -> Address { Address(.recordsJSON, kind) }
    static func recordsCSV(_ kind: String) -> Address { Address(.recordsCSV, kind) }
    static func recordsFeed(_ kind: String) -> Address { Address(.recordsFeed, kind) }
    static func recordsCalendar(_ kind: String) -> Address { Address(.recordsCalendar, kind) }
    /// The schema of what is filled in.
    static func recordsSchema(_ kind: String) -> Address { Address(.recordsSchema, kind) }
    /// All objects of a list on one page, for paper.
    static func booklet(_ kind: String) -> Address { Address(.booklet, kind) }
    /// Many objects of a kind from a table.
    static func recordsImport(_ kind: String) -> Address { Address(.recordsImport, kind) }
    /// What has a date.
    package static let calendar = Address(.calendar)
    static let calendarFile = Address(.calendarFile)
    /// The private calendars that somebody has made.
    static let privateCalendars = Address(.privateCalendars)
    /// What has a date, as somebody may read: whoever knows the address reads it.
    static func privateCalendar(_ secret: String) -> Address { Address(.privateCalendar, secret) }
    static func privateCalendarRemoval(_ id: String) -> Address { Address(.privateCalendarRemoval, id) }
    /// What programs can ask, as OpenAPI says it.
    static let serviceDescription = Address(.serviceDescription)
    /// The addresses of what everyone may read, for search engines (sitemaps.org).
    static let sitemap = Address(.sitemap)
    static func sitemapPart(_ number: Int) -> Address { Address(.sitemapPart, String(number)) }
    static let robots = Address(.robots)
    /// The Global Cybersecurity Agenda: its five work areas and its seven goals, with what stands under each.
    package static let agenda = Address(.agenda)
    /// What is known of countries, side by side.
    package static let countries = Address(.countries)
    /// How terms are called now, and what was changed.
    package static let terms = Address(.terms)
    /// What everyone may read, in numbers of the last night.
    package static let summary = Address(.summary)
    /// The weekly letter.
    package static let periodical = Address(.periodical)
    /// Where whoever reads its letters ends them.
    static func periodicalEnd(_ secret: String) -> Address { Address(.periodicalEnd, secret) }
    /// What a year brought, and what is coming.
    package static let landscape = Address(.landscape)
    /// Who does what: the parties that are named, and as what.
    package static let parties = Address(.parties)
    /// The packs, and which of their kinds people are shown.
    package static let kinds = Address(.kinds)
    /// The links in records that lead nowhere.
    static let deadLinks = Address(.deadLinks)
    /// Where somebody says that a record is different from one that it looks like.
    static func overlaps(of id: String) -> Address { Address(.overlaps, id) }
}

extension Address.Kind {
    package static let learn: Self = "/learn"
    static let recordsJSON: Self = "/learn/\(.type).json"
    static let recordsCSV: Self = "/learn/\(.type).csv"
    static let recordsFeed: Self = "/learn/\(.type).atom"
    static let recordsCalendar: Self = "/learn/\(.type).ics"
    static let recordsSchema: Self = "/learn/\(.type)/schema.json"
    static let booklet: Self = "/learn/\(.type)/booklet"
    static let recordsImport: Self = "/learn/\(.type)/import"
    package static let calendar: Self = "/calendar"
    static let calendarFile: Self = "/calendar.ics"
    static let privateCalendars: Self = "/calendars"
    static let privateCalendar: Self = "/calendars/\(.secret).ics"
    static let privateCalendarRemoval: Self = "/calendars/\(.uuid)/removal"
    static let serviceDescription: Self = "/openapi.json"
    static let sitemap: Self = "/sitemap.xml"
    static let sitemapPart: Self = "/sitemaps/\(.number).xml"
    static let robots: Self = "/robots.txt"
    package static let agenda: Self = "/agenda"
    package static let countries: Self = "/countries"
    package static let terms: Self = "/terms"
    package static let summary: Self = "/summary"
    package static let periodical: Self = "/letter"
    static let periodicalEnd: Self = "/letter/\(.secret)"
    package static let landscape: Self = "/landscape"
    package static let parties: Self = "/who-does-what"
    package static let kinds: Self = "/kinds"
    static let deadLinks: Self = "/links"
    static let overlaps: Self = "/objects/\(.id)/overlaps"
}
