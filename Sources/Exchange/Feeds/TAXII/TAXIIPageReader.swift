import NIOHTTP1
import STIX

/// Takes one answer of `…/objects/` in, and passes on what holds objects.
final class TAXIIPageReader {
    private let address: String
    private var status = 200
    private var headers = HTTPHeaders()
    private var cutter = EnvelopeCutter()
    private var isChecked = false
    private var isLookedAt = false
    /// Before the first object there is nothing to place: an empty page is no import.
    private var held: [UInt8] = []
    private var refusal: [UInt8] = []
    /// The first bytes, as long as they may be a byte order mark; nil behind them.
    private var mark: [UInt8]? = []

    private static let mostHeld = 128 << 10

    init(address: String) { self.address = address }

    func begin(_ status: Int, _ headers: HTTPHeaders) { (self.status, self.headers) = (status, headers) }

    /// The bytes to place; nil while there are none.
    func take(_ piece: [UInt8]) throws -> [UInt8]? {
        guard (200..<300).contains(status) else {
            if refusal.count < 64 << 10 { refusal += piece.prefix(64 << 10) }
            return nil
        }
        if !isChecked {
            try TAXIIMedia.check(contentType: headers.first(name: "Content-Type"), at: address)
            isChecked = true
        }
        let piece = withoutMark(piece)
        if !isLookedAt, !piece.isEmpty {
            isLookedAt = true
            let form = InputForm(piece, isEnd: false)
            guard form == .stix || form == .json else {
                throw ExchangeError(
                    .malformed, "\(ExchangeError.excerpt(address)) gives no envelope of objects: \(form.sentence)")
            }
        }
        do {
            try cutter.feed(piece)
        } catch let error as ExchangeError {
            throw ExchangeError(error.code, "\(ExchangeError.excerpt(address)): \(error.sentence)")
        }
        guard cutter.objects > 0 else {
            held += piece
            guard held.count <= Self.mostHeld else {
                throw ExchangeError(
                    .malformed, "\(ExchangeError.excerpt(address)) gives no objects, and a lot of nothing")
            }
            return nil
        }
        defer { held = [] }
        return held + piece
    }

    /// RFC 8259 §8.1: a byte order mark before the text may be ignored.
    private func withoutMark(_ piece: [UInt8]) -> [UInt8] {
        guard let seen = mark else { return piece }
        let start = seen + piece
        let whole: [UInt8] = [0xEF, 0xBB, 0xBF]
        if start.count < whole.count, whole.starts(with: start) {
            mark = start
            return []
        }
        mark = nil
        return start.starts(with: whole) ? Array(start.dropFirst(whole.count)) : start
    }

    private func date(_ name: String) -> Timestamp? { headers.first(name: name).flatMap(Timestamp.init) }

    func finish(now: Timestamp) throws -> TAXIIPaging.Page {
        try TAXIIMedia.check(status: status, headers: headers, body: refusal, at: address, now: now)
        let last = date("X-TAXII-Date-Added-Last")
        do {
            return TAXIIPaging.Page(
                envelope: try cutter.finish(), first: date("X-TAXII-Date-Added-First"), last: last,
                hasBadDate: last == nil && headers.contains(name: "X-TAXII-Date-Added-Last"))
        } catch let error as ExchangeError {
            throw ExchangeError(error.code, "\(ExchangeError.excerpt(address)): \(error.sentence)")
        }
    }
}
