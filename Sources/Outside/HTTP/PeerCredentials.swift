import Foundation

/// How this gateway says who it is to another server.
///
/// It prints as what kind it is: whoever logs a source by accident logs no secret.
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

extension PeerCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .none: "nobody"
        case .basic(let user, _): "user \(user)"
        case .bearer: "token"
        }
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension PeerCredentials {
    /// What an operator enters.
    ///
    /// - Throws: `badAddress` where it can't stand in a header (RFC 7617 §2, RFC 6750 §2.1).
    package init(user: String?, password: String?, token: String?) throws {
        func isClean(_ text: String) -> Bool {
            !text.isEmpty && text.utf8.count <= 4_096
                && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
        }
        switch (user, password, token) {
        case (nil, nil, nil): self = .none
        case (let user?, let password?, nil):
            guard isClean(user), !user.contains(":"), isClean(password) else {
                throw OutsideError(.badAddress, "a user name has no colon, and neither it nor the password line breaks")
            }
            self = .basic(user: user, password: password)
        case (nil, nil, let token?):
            guard isClean(token), token.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
                throw OutsideError(.badAddress, "a token is one word of plain characters")
            }
            self = .bearer(token)
        case (.some, nil, nil): throw OutsideError(.badAddress, "a user name needs a password")
        default: throw OutsideError(.badAddress, "give either a user with a password, or a token")
        }
    }

    /// As the table keeps it.
    package var stored: String {
        let parts: [String] =
            switch self {
            case .none: []
            case .basic(let user, let password): [user, password]
            case .bearer(let token): [token]
            }
        // Line breaks stand in none of the parts.
        return parts.joined(separator: "\n")
    }

    package init(stored: String) {
        let parts = stored.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
        switch parts.count {
        case 0: self = .none
        case 1: self = .bearer(parts[0])
        default: self = .basic(user: parts[0], password: parts[1])
        }
    }
}
