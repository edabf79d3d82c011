import NIOHTTP1
import STIX

/// Takes one answer of `…/objects/` in, and passes on what holds objects.
final class TAXIIPageReader {
    private let address: String
    private var status = 200
    private var headers = HTTPHeaders()
    private var cutter = EnvelopeCutter()
    private var isChecked = false
    /// Before the first object there is nothing to place: an empty page is no import.
    private var held: [UInt8] = []
    private var refusal: [UInt8] = []

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

    private func date(_ name: String) -> Timestamp? { headers.first(name: name).flatMap(Timestamp.init) }

    func finish(now: Timestamp) throws -> TAXIIPaging.Page {
        try TAXIIMedia.check(status: status, headers: headers, body: refusal, at: address, now: now)
        do {
            return TAXIIPaging.Page(
                envelope: try cutter.finish(), first: date("X-TAXII-Date-Added-First"),
                last: date("X-TAXII-Date-Added-Last"))
        } catch let error as ExchangeError {
            throw ExchangeError(error.code, "\(ExchangeError.excerpt(address)): \(error.sentence)")
        }
    }
}
