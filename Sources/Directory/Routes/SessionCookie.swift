import Hall
import Web

/// The cookie of a session: not for scripts, not sent along from other sites, over TLS bound to this host (RFC 6265bis §4.1.3).
struct SessionCookie {
    let gateway: Gateway

    func setting(_ session: Secret) -> Answer.Header {
        cookie(Credentials.cookieName(secure: gateway.isSecure), session.text, seconds: Lifetimes.session)
    }

    /// Takes the session away, and with it the eyes of others.
    var clearing: [Answer.Header] {
        [cookie(Credentials.cookieName(secure: gateway.isSecure), "", seconds: 0), seeingAs(nil)]
    }

    /// - Parameter audience: nil for being oneself again.
    func seeingAs(_ audience: String?) -> Answer.Header {
        cookie("see-as", audience ?? "", seconds: audience == nil ? 0 : Lifetimes.seeAs)
    }

    private func cookie(_ name: String, _ value: String, seconds: Int64) -> Answer.Header {
        let secure = gateway.isSecure ? "; Secure" : ""
        return Answer.Header(
            "Set-Cookie", "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax\(secure)")
    }
}
