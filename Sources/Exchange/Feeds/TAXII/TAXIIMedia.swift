import Foundation
import Ledger
import NIOHTTP1
import Outside
import STIX
import Work

/// What TAXII 2.1 says around its resources: media types, status codes, headers (§1.6.8, §3).
enum TAXIIMedia {
    static let type = "application/taxii+json;version=2.1"
    /// The most bytes of a resource other than an envelope of objects.
    static let longestResource = 1 << 20

    /// - Parameter body: the beginning of the answer, which may hold an error resource (§3.6.1).
    /// - Throws: what a status other than success means to whoever entered the address.
    static func check(status: Int, headers: HTTPHeaders, body: [UInt8] = [], at address: String, now: Timestamp) throws
    {
        guard !(200..<300).contains(status) else { return }
        let place = ExchangeError.excerpt(address)
        let said = (try? JSON.parse(body)).flatMap { json in
            [json["title"]?.string, json["description"]?.string].compactMap(\.self).first
        }
        let why = said.map { ": " + ExchangeError.excerpt($0) } ?? ""
        let wait = headers.first(name: "Retry-After").flatMap { seconds(retryAfter: $0, now: now) }
        switch status {
        case 300..<400:
            let target = headers.first(name: "Location").map { " to " + ExchangeError.excerpt($0) } ?? ""
            throw ExchangeError(.refused, "\(place) leads elsewhere\(target); enter the address that it has now")
        case 401:
            throw ExchangeError(
                .denied, "\(place) does not know these credentials\(why); change them and resume the source")
        case 403:
            throw ExchangeError(
                .denied, "\(place) does not let these credentials in\(why); ask its people, and resume the source")
        case 404: throw ExchangeError(.refused, "\(place) is not there, or not for these credentials\(why)")
        case 406:
            throw ExchangeError(.refused, "\(place) does not speak TAXII 2.1\(why); older versions are not read")
        case 429, 503:
            throw ExchangeError(
                .busy, "\(place) wants to be asked less often\(wait.map { ": again in \($0) s" } ?? "")\(why)",
                retryAfter: wait)
        default: throw ExchangeError(.refused, "\(place) answered \(status)\(why)", retryAfter: wait)
        }
    }

    /// - Throws: `malformed` where what came can't be TAXII 2.1.
    static func check(contentType: String?, at address: String) throws {
        let place = ExchangeError.excerpt(address)
        let type = (contentType ?? "").split(separator: ";").first.map { $0.lowercased().filter { $0 != " " } } ?? ""
        if type == "application/vnd.oasis.taxii+json" || type == "application/vnd.oasis.stix+json" {
            throw ExchangeError(.malformed, "\(place) speaks TAXII 2.0; only version 2.1 is read")
        }
        if type == "text/html" {
            throw ExchangeError(
                .malformed,
                "\(place) is a page for people; the address wanted is that of a TAXII collection, …/collections/ID/")
        }
        // Some servers say application/json; what is in it decides.
        guard type.hasSuffix("/json") || type.hasSuffix("+json") else {
            throw ExchangeError(
                .malformed,
                "\(place) answers with \(type.isEmpty ? "no media type" : ExchangeError.excerpt(type)), and not \(Self.type)"
            )
        }
    }

    /// RFC 9110 §10.2.3: seconds, or a date.
    static func seconds(retryAfter text: String, now: Timestamp) -> Int? {
        if let seconds = Int(text), seconds >= 0 { return min(seconds, Backoff.longestAsked) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = format.date(from: text) else { return nil }
        let wait = date.timeIntervalSince1970 - Double(now.microseconds) / 1_000_000
        return wait > 0 ? Int(min(wait.rounded(.up), Double(Backoff.longestAsked))) : 0
    }
}

extension PeerClient {
    /// A TAXII resource that is no envelope of objects.
    func resource(_ address: String, now: Timestamp) async throws -> JSON {
        let reply = try await get(address, accept: TAXIIMedia.type, limit: TAXIIMedia.longestResource)
        return try reply.resource(at: address, now: now)
    }
}

extension PeerClient.Reply {
    /// The resource that was answered.
    func resource(at address: String, now: Timestamp) throws -> JSON {
        try TAXIIMedia.check(status: status, headers: headers, body: body, at: address, now: now)
        try TAXIIMedia.check(contentType: header("Content-Type"), at: address)
        guard let json = try? JSON.parse(body), json.members != nil else {
            throw ExchangeError(
                .malformed, "\(ExchangeError.excerpt(address)) answers with something that is no JSON object")
        }
        return json
    }
}
