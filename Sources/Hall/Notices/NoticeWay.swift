package import Mail
package import Outside
package import STIX
import Storage

/// By which way somebody is told beside the page.
package struct NoticeWay: Sendable, Hashable {
    package enum Place: Sendable, Hashable {
        /// A letter.
        case mail(MailAddress)
        /// A program elsewhere that hears of it over HTTP, such as a gateway for text messages; signed as Standard Webhooks 1.0 says.
        case webhook(String, Reach)
        /// A program on this machine, which an operator named.
        case program(String)
    }

    /// UUID.
    package let id: String
    package let account: String
    package let place: Place
    /// What presses less is not told by this way.
    package let least: Urgency
    package let made: Timestamp
    /// Since when something is told by it; nil before whoever reads there has agreed.
    package let confirmed: Timestamp?
    /// 43 characters: for mail what its letters carry to be stopped, for a webhook what signs.
    let secret: String
    /// The number of the last notice that was told.
    let position: Int
    package let told: Timestamp?
    /// Why nothing could be told last; nil where it went well.
    package let problem: String?

    /// What is bounded, so that nobody makes a sender of letters out of a gateway.
    static let mostOfAPerson = 8

    package var kind: Kind {
        switch place {
        case .mail: .mail
        case .webhook: .webhook
        case .program: .program
        }
    }

    package enum Kind: String, Sendable, CaseIterable, SQLValue { case mail, webhook, program }

    /// As people and commands write it.
    package var words: String {
        switch place {
        case .mail(let address): "\(address)"
        case .webhook(let address, _): address
        case .program(let path): "program:\(path)"
        }
    }
}

extension NoticeWay.Place {
    /// What somebody enters on a page: an address for letters, or one that begins with `https://`.
    ///
    /// - Throws: `NoticeError.badAddress`.
    package static func entered(_ text: String) throws -> NoticeWay.Place {
        do {
            if text.contains("@"), !text.contains("://") { return .mail(try MailAddress(text)) }
            let address = try PeerAddress(request: text)
            guard address.isEncrypted else {
                throw NoticeError(.badAddress, "a notice travels encrypted, or not at all: https://")
            }
            try address.check(.internet)
            return .webhook(text, .internet)
        } catch let error as NoticeError {
            throw error
        } catch let error as MailError {
            throw NoticeError(.badAddress, error.sentence)
        } catch {
            throw NoticeError(.badAddress, "\(error)")
        }
    }

    /// What an operator enters, who also may name a program of this machine, and an address in an inner network.
    ///
    /// - Throws: `NoticeError.badAddress`.
    package static func ordered(_ text: String, reach: Reach) throws -> NoticeWay.Place {
        if text.hasPrefix("program:") {
            let path = String(text.dropFirst("program:".count))
            guard path.hasPrefix("/"), path.utf8.count <= 1_024, !path.unicodeScalars.contains(where: { $0.value < 32 })
            else { throw NoticeError(.badAddress, "a program is named by its whole path: program:/usr/local/bin/ring") }
            return .program(path)
        }
        guard reach == .anywhere, !text.contains("@") || text.contains("://") else { return try entered(text) }
        do {
            _ = try PeerAddress(request: text)
            return .webhook(text, reach)
        } catch {
            throw NoticeError(.badAddress, "\(error)")
        }
    }

    /// That a person who has these ways may have this one too.
    ///
    /// - Throws: `tooMany`, `known`.
    func mayJoin(_ ways: [NoticeWay]) throws {
        guard !ways.contains(where: { $0.place.stored.place == stored.place }) else {
            throw NoticeError(.known, "this way is there already")
        }
        guard ways.count < NoticeWay.mostOfAPerson else {
            throw NoticeError(.tooMany, "a person has up to \(NoticeWay.mostOfAPerson) ways; remove one first")
        }
    }

    var stored: (kind: NoticeWay.Kind, place: String, isInnerToo: Bool) {
        switch self {
        case .mail(let address): (.mail, "\(address)", false)
        case .webhook(let address, let reach): (.webhook, address, reach == .anywhere)
        case .program(let path): (.program, path, false)
        }
    }
}
