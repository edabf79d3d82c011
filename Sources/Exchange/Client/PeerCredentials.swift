import Foundation

/// How this gateway says who it is to another server.
package enum PeerCredentials: Sendable, Hashable {
    case none
    /// RFC 7617.
    case basic(user: String, password: String)
    /// RFC 6750.
    case bearer(String)

    /// The value of `Authorization`.
    var header: String? {
        switch self {
        case .none: nil
        case .basic(let user, let password): "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
        case .bearer(let token): "Bearer " + token
        }
    }
}
