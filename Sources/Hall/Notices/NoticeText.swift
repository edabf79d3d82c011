import Crypto
import Foundation
import HTML
import Mail
import Outside
import STIX
import Web

/// What a telling says: several notices of one person at once, the most pressing first.
struct NoticeText: Sendable {
    let gateway: Gateway
    let words: NoticeWords
    let language: Language
    /// What is told, as far as it may leave this gateway.
    let lines: [Line]
    /// How many there are that it does not tell.
    let more: Int

    struct Line: Sendable, Hashable {
        let kind: String
        let sentence: String
        let urgency: Urgency
        /// Where the reader can act.
        let url: String
        let made: Timestamp
        let times: Int
    }

    private static let most = 50

    /// - Parameter nameable: whether the name of what a notice is about may be read outside of this gateway.
    init(
        _ notices: [Notice], of kinds: NamedNotices, in language: Language, gateway: Gateway,
        nameable: (Notice) -> Bool
    ) {
        self.gateway = gateway
        self.language = language
        words = NoticeWords.in(language)
        more = max(0, notices.count - Self.most)
        lines = notices.prefix(Self.most).map {
            Line(
                kind: $0.kind, sentence: Self.plain(kinds.sentence($0, in: language, isNamed: nameable($0))),
                urgency: $0.urgency,
                url: gateway.address + $0.place, made: $0.made, times: $0.times)
        }
    }

    /// On one line, with nothing that a terminal or a telephone would obey.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                Shown.bare(text).unicodeScalars.map { scalar in
                    scalar.value < 32 || 127...159 ~= scalar.value ? " " : scalar
                }))
    }

    /// The most that anything in it presses.
    var urgency: Urgency { lines.map(\.urgency).max() ?? .digest }

    /// One line for all of it, for the subject of a letter and the screen of a telephone.
    var headline: String {
        guard let first = lines.first else { return "" }
        let rest = lines.count + more - 1
        let prefix = first.urgency == .urgent ? words.urgentPrefix : ""
        return prefix + first.sentence + (rest > 0 ? " " + words.andMore(rest) : "")
    }

    /// A letter to an address of the reader.
    ///
    /// - Parameter stop: where whoever reads there ends that.
    func letter(to address: MailAddress, stop: String) throws -> LetterDraft {
        var text = ""
        for line in lines {
            let prefix = line.urgency == .urgent ? words.urgentPrefix : ""
            let often = line.times > 1 ? " (\(words.times(line.times)))" : ""
            text += "\(prefix)\(line.sentence)\(often)\n\(line.url)\n\n"
        }
        if more > 0 { text += "\(words.andMore(more))\n\(gateway.full(.notices))\n\n" }
        text += "-- \n\(words.letterEnd(gateway.name, gateway.full(.noticeWays)))\n\(words.letterStop) \(stop)\n"
        return LetterDraft(
            to: Mailbox(address), subject: try Self.subject(gateway, headline), text: text,
            unsubscribing: try? Unsubscribing(stop))
    }

    static func subject(_ gateway: Gateway, _ text: String) throws -> HeaderText {
        if let whole = HeaderText(cutting: "[\(gateway.name)] \(text)") { return whole }
        return try HeaderText("Concord")
    }

    /// What a webhook gets: an event as Standard Webhooks 1.0 writes them.
    func event(at now: Timestamp) throws -> [UInt8] {
        struct Event: Encodable {
            struct Told: Encodable {
                let kind: String
                let urgency: String
                let text: String
                let url: String
                let made: String
                let times: Int
            }
            struct Data: Encodable {
                let gateway: String
                let language: String
                let urgency: String
                let text: String
                let url: String
                let notices: [Told]
                let more: Int
            }
            let type: String
            let timestamp: String
            let data: Data
        }
        let told = lines.map {
            Event.Told(
                kind: $0.kind, urgency: $0.urgency.word, text: $0.sentence, url: $0.url,
                made: $0.made.description, times: $0.times)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(
            try encoder.encode(
                Event(
                    type: "notice.\(urgency.word)", timestamp: now.description,
                    data: .init(
                        gateway: gateway.name, language: language.rawValue, urgency: urgency.word, text: headline,
                        url: lines.count + more == 1 ? lines[0].url : gateway.full(.notices), notices: told, more: more)
                )
            ))
    }
}

/// How a webhook is signed: Standard Webhooks 1.0, symmetric.
enum WebhookSignature {
    /// As whoever receives it enters it.
    static func shown(_ secret: String) -> String { "whsec_" + Data(secret.utf8).base64EncodedString() }

    /// The headers of one message; the same message has the same id, however often it is sent.
    static func headers(_ body: [UInt8], id: String, at now: Timestamp, secret: String) -> [(
        name: String, value: String
    )] {
        let seconds = String(now.microseconds / 1_000_000)
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: Array(secret.utf8)))
        return [
            ("webhook-id", id), ("webhook-timestamp", seconds),
            ("webhook-signature", "v1," + Data(code).base64EncodedString()),
        ]
    }
}
