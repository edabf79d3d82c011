import Crypto

/// What a form of this site carries, so that no other site can send it in somebody's name.
///
/// It is a hash of the session cookie, which no other site can read: nothing has to be kept. Together with the browser's
/// own word on where a request came from (``Credentials/isSameSite``).
package enum FormToken {
    /// The name of the hidden field.
    package static let field = "form-token"

    /// The token of the forms of one session.
    package static func of(session: String) -> String {
        SHA256.hash(data: Array("concord form token\n".utf8) + Array(session.utf8)).prefix(16)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// - Throws: `Problem.forbidden` where the form was not sent by a page of this site.
    static func check(_ request: WebRequest) throws(Problem) {
        guard request.credentials.isSameSite ?? true else { throw .forbidden }
        // A program shows its token with each request, and a browser never does so by itself.
        guard request.credentials.bearer == nil, let session = request.credentials.session else { return }
        guard request.form[field] == of(session: session) else { throw .forbidden }
    }
}
