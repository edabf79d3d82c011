import Ledger
import STIX
import Web

/// What whoever reads at an address may say of the letters that come there, without signing in.
struct NoticeLettersModel: Sendable {
    enum State: Sendable, Hashable {
        /// Nobody has agreed yet.
        case asked
        case agreed
        /// There is no such way, or not any more.
        case ended
    }

    let state: State
    /// Where the form leads: this page.
    let place: Address
}

extension Visit<HallDomain> {
    func noticeLetters() async throws -> Answer {
        let (id, secret) = (try request.value(.uuid), try request.value(.secret))
        let way = try await NoticeTable(ledger).way(id)
        guard let way, way.kind == .mail, way.isKnown(by: secret) else { return lettersPage(.ended, status: 404) }
        return lettersPage(way.confirmed == nil ? .asked : .agreed)
    }

    /// A mail program that unsubscribes sends `List-Unsubscribe=One-Click` (RFC 8058 §3.2); the page says what it wants.
    func changeNoticeLetters() async throws -> Answer {
        let (id, secret) = (try request.value(.uuid), try request.value(.secret))
        if request.form["do"] == "agree" {
            return try await domain.agree(to: id, by: secret) ? lettersPage(.agreed) : lettersPage(.ended, status: 404)
        }
        guard request.form["do"] == "stop" || request.form["List-Unsubscribe"] == "One-Click" else {
            throw Problem.badRequest(parameter: "do")
        }
        // Twice is as well as once: a mail program may ask again.
        _ = try await domain.stop(id, by: secret)
        return lettersPage(.ended)
    }

    private func lettersPage(_ state: NoticeLettersModel.State, status: Int = 200) -> Answer {
        let place = (try? Address.noticeLetters(request.value(.uuid), request.value(.secret))) ?? .home
        return once(here: request.path, status: status, NoticeLettersModel(state: state, place: place).page)
    }
}
