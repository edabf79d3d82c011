import Storage
import Web

extension Session {
    func noticeSettings(of account: String) throws -> NoticeSettings {
        try first(
            """
            SELECT language, zone, quiet_from, quiet_until, digest_at, muted FROM notice_settings WHERE account = \(account)
            """
        ) { row in
            let quiet = try row.get(2, as: Int?.self).flatMap { from in
                try row.get(3, as: Int?.self).flatMap { NoticeHours.Quiet(from: from, until: $0) }
            }
            let digest = try row.get(4, as: Int.self)
            let zone = try row.get(1, as: String.self)
            // A zone that this machine does not know any more: its times are those of UTC.
            let hours =
                NoticeHours(zone: zone, quiet: quiet, digest: digest)
                ?? NoticeHours(zone: "UTC", quiet: quiet, digest: digest) ?? .unstated
            return NoticeSettings(
                language: Language(rawValue: try row.get(0)) ?? .english, hours: hours,
                muted: Set(try row.get(5, as: String.self).split(separator: " ").map(String.init)))
        } ?? NoticeSettings()
    }

    func keep(_ settings: NoticeSettings, of account: String) throws {
        let quiet = settings.hours.quiet
        try run(
            """
            INSERT INTO notice_settings (account, language, zone, quiet_from, quiet_until, digest_at, muted)
            VALUES (\(account), \(settings.language.rawValue), \(settings.hours.zone), \((quiet?.from).sql),
                \((quiet?.until).sql), \(settings.hours.digest), \(settings.muted.sorted().joined(separator: " ")))
            ON CONFLICT (account) DO UPDATE SET language = excluded.language, zone = excluded.zone,
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at,
                muted = excluded.muted
            """)
    }
}
