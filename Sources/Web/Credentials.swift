import Foundation

/// What a request says of who sends it; the directory decides what to believe.
package struct Credentials: Sendable, Hashable {
    /// The session cookie's name.
    ///
    /// With the prefix `__Host-` a browser takes it only over TLS, from this host, for the whole site (RFC 6265bis §4.1.3.2);
    /// where the gateway is reached without TLS, on this machine, it has to go without.
    package static func cookieName(secure: Bool) -> String { secure ? "__Host-session" : "session" }

    /// The value of the session cookie.
    package let session: String?
    /// The token of a program, RFC 6750.
    package let bearer: String?
    /// Name and token of a program that knows only HTTP Basic, RFC 7617; believed by protocols alone.
    package let basic: Basic?
    /// Whether the request has an `Authorization` header of any kind.
    package let isAuthorization: Bool
    /// As whom an operator looks at the site.
    package let seeingAs: String?
    /// Where the request came from: the address of the other end, for counting attempts.
    package let remote: String
    /// Whether the request was sent by a page of this site, as far as the browser says; nil where it says nothing.
    package let isSameSite: Bool?

    package struct Basic: Sendable, Hashable {
        package let user: String
        package let password: String
    }

    /// - Parameters:
    ///   - secure: whether readers reach the gateway over TLS.
    ///   - toInterface: whether a protocol is asked: it knows no cookies, and takes a password.
    package init(
        cookie: String? = nil, authorization: String? = nil, remote: String = "", fetchSite: String? = nil,
        origin: String? = nil, host: String? = nil, secure: Bool = false, toInterface: Bool = false
    ) {
        let cookie = toInterface ? nil : cookie
        let cookies = Credentials.cookies(cookie)
        // Over TLS no other name is believed: a neighbouring host could set a cookie without the prefix.
        session = cookies[Credentials.cookieName(secure: secure)]
        seeingAs = cookies["see-as"]
        bearer = authorization.flatMap {
            $0.utf8.count <= 512 && $0.lowercased().hasPrefix("bearer ") ? String($0.dropFirst(7)) : nil
        }
        basic = toInterface ? authorization.flatMap(Credentials.basic) : nil
        isAuthorization = authorization != nil
        self.remote = remote
        // Fetch Metadata first; Origin for browsers that don't send it.
        if let fetchSite {
            isSameSite = fetchSite == "same-origin" || fetchSite == "none"
        } else if let origin, let host {
            isSameSite = origin.hasSuffix("://" + host)
        } else {
            isSameSite = nil
        }
    }

    private static func basic(_ header: String) -> Basic? {
        guard header.utf8.count <= 1_024, header.lowercased().hasPrefix("basic "),
            let bytes = Data(base64Encoded: String(header.dropFirst(6).drop { $0 == " " })),
            let text = String(validating: bytes, as: UTF8.self), let colon = text.firstIndex(of: ":")
        else { return nil }
        return Basic(user: String(text[..<colon]), password: String(text[text.index(after: colon)...]))
    }

    private static func cookies(_ header: String?) -> [String: String] {
        guard let header, header.utf8.count <= 4_096 else { return [:] }
        var found: [String: String] = [:]
        for piece in header.split(separator: ";") {
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, found[String(pair[0])] == nil else { continue }
            found[String(pair[0])] = String(pair[1])
        }
        return found
    }
}
